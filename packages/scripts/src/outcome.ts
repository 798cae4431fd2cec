import type { Answer, Answers, CampaignKind, Script } from '@alize/model';
import { knownAtEnd, missingAt, saidId, walk } from './follow.ts';
import type { Answered } from './points.ts';
import { scoreOf } from './score.ts';
import type { ScriptFacts } from './script-facts.ts';
import { answerTo } from './valid-answer.ts';

/** Names under which an outcome keeps what follows from the answers; no other question may have one of them as its id. */
export const outcomeNames = ['appointmentAt', 'appointmentId', 'score', 'stage', 'isQualified'] as const;

/** What a finished script produced. */
export interface Outcome {
  readonly kind: CampaignKind;
  /**
   * The answers of the path by question id, ticks of legal sentences under their `saidId`. appointment: with
   * `appointmentId` or `appointmentAt`, the first of each given. qualification: with `score` in points, `stage` where
   * the document has stages, and `isQualified`.
   */
  readonly data: Answers;
  /** Ids still missing on the path (`appointmentAt` among them); an outcome is complete when there is none. */
  readonly missing: readonly string[];
}

/** The outcome of a call from its answers; those of steps that the path does not touch are left out. */
export function outcomeOf(kind: CampaignKind, script: Script, answers: Answers, facts: ScriptFacts): Outcome {
  const path = walk(script, answers, facts);
  const known = knownAtEnd(path);
  const ticks = path.map(({ step }) => saidId(step.id)).filter((id) => answerTo(answers, id) === true);
  const result = kind === 'qualification' ? qualification(script, answers, facts) : appointment(kind, known);
  const missing = path.flatMap((visit) => missingAt(visit, answers));
  const lacksMoment = kind === 'appointment' && Object.keys(result).length === 0;
  return {
    kind,
    data: Object.fromEntries<Answer>([
      ...ticks.map((id) => [id, true] as const),
      ...known.map(({ question, answer }) => [question.id, answer] as const),
      ...Object.entries(result),
    ]),
    missing: lacksMoment ? [...missing, 'appointmentAt'] : missing,
  };
}

function appointment(kind: CampaignKind, known: readonly Answered[]): Answers {
  if (kind !== 'appointment') return {};
  const held = known.find(({ question }) => question.kind === 'appointment');
  const moment = known.find(({ question }) => question.kind === 'datetime');
  return {
    ...(held ? { appointmentId: held.answer } : {}),
    ...(moment ? { appointmentAt: moment.answer } : {}),
  };
}

function qualification(script: Script, answers: Answers, facts: ScriptFacts): Answers {
  const { points, stageId, isQualified } = scoreOf(script, answers, facts);
  return { score: points, ...(stageId === null ? {} : { stage: stageId }), isQualified };
}
