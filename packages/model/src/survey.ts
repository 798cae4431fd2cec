/** Where a dimension of a quota is read: a lead's field before the call, or the answer to a screening question. */
export type QuotaSource =
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'question'; readonly questionId: string };

/** A group of a dimension: by values (any case, no accents), by beginnings of them, or by bounds; of `birthDate`, years of age. */
export interface QuotaGroup {
  readonly id: string;
  readonly label: string;
  readonly values: readonly string[];
  readonly beginnings: readonly string[];
  /** Both included; null is unbounded. */
  readonly from: number | null;
  readonly to: number | null;
}

export interface QuotaDimension {
  readonly id: string;
  readonly label: string;
  readonly source: QuotaSource;
  readonly groups: readonly QuotaGroup[];
}

/** How many interviews are wanted of those who are in these groups, one of each dimension. */
export interface QuotaCell {
  /** Group ids in the order of the dimensions, joined by `/`. */
  readonly key: string;
  readonly target: number;
}

export interface QuotaPlan {
  readonly dimensions: readonly QuotaDimension[];
  /** Combinations that are not in here have no quota: nobody of them is wanted. */
  readonly cells: readonly QuotaCell[];
}

/** How an interview stands or ended. `quota_full`: complete, but one too many for its cell. */
export const interviewStates = [
  'started',
  'complete',
  'screened_out',
  'quota_full',
  'break_off',
  'refusal',
] as const;
export type InterviewState = (typeof interviewStates)[number];

export const interviewChannels = ['phone', 'web'] as const;
export type InterviewChannel = (typeof interviewChannels)[number];
