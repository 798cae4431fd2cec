/** Days before its end at which a number is said to run out: time enough to renew a document. */
const soonDays = 30;

export type Validity = 'not_yet' | 'valid' | 'expiring' | 'expired';

/** How a caller ID stands at an instant; the end is the first instant at which it is no longer valid. */
export function validityOf(
  { validFromMs, validToMs }: { readonly validFromMs: number | null; readonly validToMs: number | null },
  nowMs: number,
): Validity {
  if (validToMs !== null && validToMs <= nowMs) return 'expired';
  if (validFromMs !== null && validFromMs > nowMs) return 'not_yet';
  return validToMs !== null && validToMs - nowMs < soonDays * 86_400_000 ? 'expiring' : 'valid';
}
