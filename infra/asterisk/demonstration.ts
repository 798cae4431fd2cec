/** What a callee of the demonstration trunk does with a call. */
export type DemonstrationBehaviour =
  /** Rings, answers, speaks and listens, hangs up. */
  | { readonly kind: 'person'; readonly ringSeconds: number; readonly staySeconds: number }
  /** Rings, answers with a greeting and a tone, hangs up after 20 s. */
  | { readonly kind: 'machine'; readonly ringSeconds: number; readonly staySeconds: number }
  /** SIP 486, cause 17. */
  | { readonly kind: 'busy' }
  /** Rings until the caller gives up. */
  | { readonly kind: 'no_answer' }
  /** SIP 404, cause 1. */
  | { readonly kind: 'wrong_number' }
  /** SIP 503, cause 34. */
  | { readonly kind: 'congestion' };

/**
 * What the fiction number whose last two digits are `ending` (0 to 99) does, always the same. Of each hundred numbers
 * in a row 38 are people, 8 machines, 12 busy, 30 do not answer, 7 are wrong and 5 congested, well mixed.
 * Throws RangeError for another ending.
 */
export function demonstrationBehaviour(ending: number): DemonstrationBehaviour {
  if (!Number.isInteger(ending) || ending < 0 || ending > 99) throw new RangeError(`ending ${ending}`);
  // 37 and 100 share no divisor: a shuffle that meets each of the hundred once.
  const rank = (ending * 37) % 100;
  const ringSeconds = 2 + (rank % 11);
  if (rank < 38) return { kind: 'person', ringSeconds, staySeconds: 15 + ((rank * 17) % 46) };
  if (rank < 46) return { kind: 'machine', ringSeconds, staySeconds: 20 };
  if (rank < 58) return { kind: 'busy' };
  if (rank < 88) return { kind: 'no_answer' };
  if (rank < 95) return { kind: 'wrong_number' };
  return { kind: 'congestion' };
}
