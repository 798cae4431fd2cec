import type { Answers, Script } from '@alize/model';
import { pathOf } from './follow.ts';
import type { ScriptFacts } from './script-facts.ts';
import { isValidAnswer } from './valid-answer.ts';

/** Where an interview stands: what was answered, and the step it is at (null before the first). */
export interface InterviewPlace {
  readonly answers: Answers;
  readonly stepId: string | null;
}

/**
 * Where a call begins that goes on with an earlier one: at its step, with its answers as far as they still fit this
 * script. What was said of the law is said anew, and an appointment that was held is held no longer. The step is the
 * first one (null) when the path no longer leads to it.
 */
export function carriedOver(script: Script, before: InterviewPlace, facts: ScriptFacts): InterviewPlace {
  const questions = new Map(
    script.steps.flatMap((step) => step.questions).map((question) => [question.id, question]),
  );
  const fitting = Object.entries(before.answers).filter(([id, answer]) => {
    const question = questions.get(id);
    return question && question.kind !== 'appointment' && isValidAnswer(question, answer);
  });
  const answers = Object.fromEntries(fitting);
  const path = pathOf(script, answers, facts);
  return {
    answers,
    stepId: before.stepId !== null && path.includes(before.stepId) ? before.stepId : null,
  };
}
