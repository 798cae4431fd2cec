import type { Answer, PointBand, QuestionKind, ScriptOption, ScriptQuestion } from '@alize/model';
import { isList, isRecord } from './valid-answer.ts';

/** A question of the path with the answer that fits it. */
export interface Answered {
  readonly question: ScriptQuestion;
  readonly answer: Answer;
}

/** Points that a valid answer brings; 0 where nothing is scored. */
export function pointsOf({ question, answer }: Answered): number {
  const band = bandOf(question, answer);
  return chosenOptions(question, answer).reduce((sum, { points }) => sum + points, band?.points ?? 0);
}

/** True when this answer alone disqualifies the lead. */
export function disqualifies({ question, answer }: Answered): boolean {
  return (
    chosenOptions(question, answer).some((option) => option.isDisqualifying) ||
    (bandOf(question, answer)?.isDisqualifying ?? false)
  );
}

/** The most that any answer to this question can bring; what need not be answered brings 0 at worst. */
export function bestPointsOf(question: ScriptQuestion): number {
  const best = bestAnswer(question);
  return question.isRequired ? best : Math.max(0, best);
}

/** True when an answer to this question can change the score or disqualify. */
export function isScored({ options, bands }: ScriptQuestion): boolean {
  return [...options, ...bands].some(({ points, isDisqualifying }) => points !== 0 || isDisqualifying);
}

function bestAnswer({ kind, options, rows, bands, max }: ScriptQuestion): number {
  const points = options.map((option) => option.points);
  switch (kind) {
    case 'single':
      return most(points);
    case 'matrix':
      return rows.length * most(points);
    case 'multiple':
      return Math.max(bestOfTogether(options, max), bestAlone(options));
    case 'number':
    case 'scale':
      return most(bands.map((band) => band.points));
    default:
      return 0;
  }
}

/** Every option that adds something, as many as may be chosen; when none does, the one that costs least. */
function bestOfTogether(options: readonly ScriptOption[], max: number | null): number {
  const points = options.filter((option) => !option.isExclusive).map((option) => option.points);
  const adding = points.filter((each) => each > 0).sort((one, other) => other - one);
  if (adding.length === 0) return most(points);
  return adding.slice(0, max ?? adding.length).reduce((sum, each) => sum + each, 0);
}

function bestAlone(options: readonly ScriptOption[]): number {
  const alone = options.filter((option) => option.isExclusive).map((option) => option.points);
  return alone.length === 0 ? Number.NEGATIVE_INFINITY : most(alone);
}

function most(points: readonly number[]): number {
  return points.length === 0 ? 0 : Math.max(...points);
}

const choosingKinds: ReadonlySet<QuestionKind> = new Set(['single', 'multiple', 'matrix']);

/** The options chosen; of a matrix one for each row answered, so that one may come more than once. A text chooses none. */
function chosenOptions(question: ScriptQuestion, answer: Answer): readonly ScriptOption[] {
  if (!choosingKinds.has(question.kind)) return [];
  const values = isList(answer) ? answer : isRecord(answer) ? Object.values(answer) : [answer];
  return values.flatMap((value) => question.options.find((option) => option.value === value) ?? []);
}

function bandOf({ kind, bands }: ScriptQuestion, answer: Answer): PointBand | undefined {
  if (typeof answer !== 'number') return undefined;
  return bands.find(({ from, to }, at) => {
    const includesEnd = kind === 'scale' && at === bands.length - 1;
    return (
      (from === null || from <= answer) && (to === null || answer < to || (includesEnd && answer === to))
    );
  });
}
