import type { Score, Scoring } from '@alize/model';

/** A stage as a stretch of the scale; 0 to 1. */
export interface ScoreBand {
  readonly id: string;
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

/** A score as a scale: stages as bands, where the lead stands, where it begins to be qualified. Places are 0 to 1. */
export interface ScorePicture {
  readonly bands: readonly ScoreBand[];
  readonly at: number;
  readonly qualifiedAt: number;
  /** Points at both ends. */
  readonly min: number;
  readonly max: number;
}

/** The scale reaches from the lowest of score, zero and threshold to the highest there is. */
export function scorePicture(score: Score, scoring: Scoring): ScorePicture {
  const begins = scoring.stages.map(({ from }) => from);
  const min = Math.min(0, score.points, scoring.qualifiedFrom, ...begins.slice(1));
  const max = Math.max(score.pointsMax, score.points, scoring.qualifiedFrom, ...begins, min + 1);
  const placeOf = (points: number) => (Math.min(max, Math.max(min, points)) - min) / (max - min);
  const bands = scoring.stages.map(({ id, label }, index) => ({
    id,
    label,
    from: index === 0 ? 0 : placeOf(begins[index] ?? min),
    to: placeOf(begins[index + 1] ?? max),
  }));
  return { bands, at: placeOf(score.points), qualifiedAt: placeOf(scoring.qualifiedFrom), min, max };
}

/** What the score means for the lead, in one word of the texts, with what is lacking. */
export type ScoreVerdict =
  | { readonly kind: 'qualified' }
  | { readonly kind: 'disqualified'; readonly by: readonly string[] }
  | { readonly kind: 'lacking'; readonly points: number };

/** `by`: the labels of the questions whose answers disqualify. */
export function scoreVerdict(score: Score, scoring: Scoring): ScoreVerdict {
  if (score.isDisqualified) {
    return {
      kind: 'disqualified',
      by: score.parts.filter((part) => part.isDisqualifying).map(({ label }) => label),
    };
  }
  if (score.isQualified) return { kind: 'qualified' };
  return { kind: 'lacking', points: scoring.qualifiedFrom - score.points };
}
