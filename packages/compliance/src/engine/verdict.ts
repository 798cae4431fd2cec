import type { CallFacts } from '@alize/model';
import type { Place } from '../place/place.ts';
import type { LocalMoment } from './zone-clock.ts';

/** Facts that a rule may need and not find; each refuses as `unknown_<fact>`. */
export const unknownFacts = ['state', 'zone', 'line_type', 'object', 'seller_size', 'register'] as const;
export type UnknownFact = (typeof unknownFacts)[number];

/** What one rule says at one instant: nothing, yes, no until it alone would allow the call, or that it cannot tell. */
export type Verdict =
  | { readonly kind: 'silent' }
  | { readonly kind: 'met' }
  | { readonly kind: 'refused'; readonly untilMs: number }
  | { readonly kind: 'unknown'; readonly fact: UnknownFact; readonly untilMs: number };

export const silent: Verdict = { kind: 'silent' };
export const met: Verdict = { kind: 'met' };
/** No instant to come is allowed by these facts. */
export const never: Verdict = { kind: 'refused', untilMs: Infinity };

export function refusedUntil(untilMs: number): Verdict {
  return untilMs === Infinity ? never : { kind: 'refused', untilMs };
}

/** Refused for want of a fact; until the rule would allow the call whatever the fact. */
export function unknown(fact: UnknownFact, untilMs = Infinity): Verdict {
  return { kind: 'unknown', fact, untilMs };
}

/** All that a rule may look at. */
export interface Question {
  readonly facts: CallFacts;
  readonly place: Place;
  readonly now: LocalMoment;
}
