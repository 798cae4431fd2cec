import type { Answer, Answers, CampaignKind, Script, ScriptQuestion } from '@alize/model';
import { missingAnswers, saidId, stepsOn } from './follow.ts';
import { isValidAnswer } from './valid-answer.ts';

/** What a finished script produced. `data` holds the answers of the steps on the path, by question id. */
export interface Outcome {
  readonly kind: CampaignKind;
  /**
   * appointment: with `appointmentAt`, the first date and time given. qualification: with `score`, 0 to 100, the
   * mean of its scales. Ticks of legal sentences stand under their `saidId`.
   */
  readonly data: Answers;
  /** Ids still missing on the path (`appointmentAt` among them); an outcome is complete when there is none. */
  readonly missing: readonly string[];
}

/** The outcome of a call from its answers; those of steps that the path does not touch are left out. */
export function outcomeOf(kind: CampaignKind, script: Script, answers: Answers): Outcome {
  const steps = stepsOn(script, answers);
  const answered = steps.flatMap((step) => step.questions).flatMap((question) => answerTo(question, answers));
  const ticks = steps.map((step) => saidId(step.id)).filter((id) => answers[id] === true);
  const result = resultOf(kind, answered);
  const missing = steps.flatMap((step) => missingAnswers(script, step.id, answers));
  return {
    kind,
    data: Object.fromEntries<Answer>([
      ...ticks.map((id) => [id, true] as const),
      ...answered.map(({ question, answer }) => [question.id, answer] as const),
      ...Object.entries(result),
    ]),
    missing: kind === 'appointment' && !('appointmentAt' in result) ? [...missing, 'appointmentAt'] : missing,
  };
}

interface Answered {
  readonly question: ScriptQuestion;
  readonly answer: Answer;
}

function answerTo(question: ScriptQuestion, answers: Answers): readonly Answered[] {
  const answer = answers[question.id];
  return answer !== undefined && isValidAnswer(question, answer) ? [{ question, answer }] : [];
}

function resultOf(kind: CampaignKind, answered: readonly Answered[]): Answers {
  switch (kind) {
    case 'appointment': {
      const at = answered.find(({ question }) => question.kind === 'datetime');
      return at ? { appointmentAt: at.answer } : {};
    }
    case 'qualification': {
      const shares = answered.flatMap(shareOf);
      if (shares.length === 0) return {};
      return { score: Math.round((100 * shares.reduce((sum, share) => sum + share)) / shares.length) };
    }
    case 'survey':
      return {};
  }
}

/** Where an answer lies on its scale, 0 to 1; nothing for other kinds of questions. */
function shareOf({ question: { kind, min, max }, answer }: Answered): readonly number[] {
  if (kind !== 'scale' || min === null || max === null || max <= min) return [];
  return [(Number(answer) - min) / (max - min)];
}
