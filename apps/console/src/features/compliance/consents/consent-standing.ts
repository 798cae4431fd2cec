import type { Consent } from './consent-queries.ts';

/** What French law asks of a consent (C. conso. R.223-1 to R.223-3) and a record does not have. */
export type Lack = 'express' | 'proof' | 'object' | 'informed';

export interface ConsentStanding {
  readonly kind: 'withdrawn' | 'expired' | 'lacking' | 'valid';
  /** First instant it no longer holds by its own words or by law; null: no end is known. */
  readonly untilMs: number | null;
  readonly lacks: readonly Lack[];
}

/** Country codes of France and its overseas territories. */
const french = /^\+(33|262|590|594|596|508|681|687|689)/;
/** C. conso. R.223-1 as of décret 2026-662: a year at most, read as 365 days. */
const frenchLifeMs = 365 * 86_400_000;

/** How a consent stands at an instant. It is for people to read: what may be called, the rulings say. */
export function standingOf(consent: Consent, nowMs: number): ConsentStanding {
  const isFrench = french.test(consent.phoneNumber);
  const ends = [consent.expiresAtMs, isFrench ? consent.givenAtMs + frenchLifeMs : null];
  const known = ends.filter((end) => end !== null);
  const untilMs = known.length > 0 ? Math.min(...known) : null;
  const lacks = isFrench ? lacksOf(consent) : [];
  if (consent.withdrawnAtMs !== null) return { kind: 'withdrawn', untilMs, lacks };
  if (untilMs !== null && untilMs <= nowMs) return { kind: 'expired', untilMs, lacks };
  return { kind: lacks.length > 0 ? 'lacking' : 'valid', untilMs, lacks };
}

function lacksOf({ form, proof, object, wasInformed }: Consent): readonly Lack[] {
  const lacking: [Lack, boolean][] = [
    ['express', form === 'tacit'],
    ['proof', proof === null],
    ['object', object === null],
    ['informed', !wasInformed],
  ];
  return lacking.flatMap(([lack, isLacking]) => (isLacking ? [lack] : []));
}
