import type { Answer, Answers, Script, ScriptBranch, ScriptStep } from '@alize/model';
import { isValidAnswer } from './valid-answer.ts';

/** The id under which the agent's tick for a legal sentence is kept among the answers, as `true`. */
export function saidId(stepId: string): `said:${string}` {
  return `said:${stepId}`;
}

/** The step after `stepId` with these answers, or `end`. An unknown step leads to `end`. */
export function nextStepId(script: Script, stepId: string, answers: Answers): string {
  const at = script.steps.findIndex((step) => step.id === stepId);
  const step = script.steps[at];
  if (!step) return 'end';
  const branch = step.branches.find((each) => holds(each, answers));
  return branch?.goTo ?? script.steps[at + 1]?.id ?? 'end';
}

/**
 * Ids of the step's questions that still need an answer: required ones without one, any with an answer that does
 * not fit; and `saidId(stepId)` for a legal sentence not ticked. An unknown step needs none.
 */
export function missingAnswers(script: Script, stepId: string, answers: Answers): readonly string[] {
  const step = script.steps.find((each) => each.id === stepId);
  if (!step) return [];
  const unsaid = step.isLegal && answers[saidId(stepId)] !== true ? [saidId(stepId)] : [];
  const unanswered = step.questions.filter((question) => {
    const answer = answers[question.id];
    return isEmpty(answer) ? question.isRequired : !isValidAnswer(question, answer);
  });
  return [...unsaid, ...unanswered.map((question) => question.id)];
}

/** Ids of the steps that these answers lead through, from the first on. Each at most once: a step back ends it. */
export function pathOf(script: Script, answers: Answers): readonly string[] {
  const path: string[] = [];
  let stepId = script.steps[0]?.id ?? 'end';
  while (stepId !== 'end' && !path.includes(stepId)) {
    path.push(stepId);
    stepId = nextStepId(script, stepId, answers);
  }
  return path;
}

/** The steps of the path, in its order. */
export function stepsOn(script: Script, answers: Answers): readonly ScriptStep[] {
  return pathOf(script, answers).flatMap((id) => script.steps.find((step) => step.id === id) ?? []);
}

/** A list answer holds when it contains the value; numbers and booleans compare as they are written. */
function holds({ questionId, equals }: ScriptBranch, answers: Answers): boolean {
  const answer = answers[questionId];
  if (answer === undefined) return false;
  return isList(answer) ? answer.includes(equals) : String(answer) === equals;
}

function isEmpty(answer: Answer | undefined): answer is undefined {
  if (answer === undefined) return true;
  if (typeof answer === 'string') return answer.trim() === '';
  return isList(answer) && answer.length === 0;
}

/** `Array.isArray` does not narrow a readonly array. */
function isList(answer: Answer): answer is readonly string[] {
  return Array.isArray(answer);
}
