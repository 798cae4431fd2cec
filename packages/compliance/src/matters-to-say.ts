import { type LegalMatter, legalMatters, type Purpose } from '@alize/model';
import type { Rule } from './pack.ts';
import { packs } from './packs/index.ts';

/** Where the people called may be, for what they are called, and on which day (`YYYY-MM-DD`). */
export interface MattersAsked {
  readonly territories: readonly string[];
  /** As `Place` has them (`US-WA`); a rule of one state holds when any of these is it. */
  readonly states: readonly string[];
  readonly purpose: Purpose;
  readonly day: string;
}

/**
 * What each call must say by the duties of every pack in force where its people may be, in the order of `legalMatters`.
 * That a call is recorded must be said where it is; no call of Alizé's is.
 */
export function mattersToSay(asked: MattersAsked): readonly LegalMatter[] {
  const own = packs.filter((pack) => pack.territories.some((each) => asked.territories.includes(each)));
  const said = own
    .flatMap((pack) => pack.rules)
    .filter((rule) => isInForce(rule, asked))
    .flatMap((rule) => (rule.effect === 'duty' ? (rule.value.says ?? []) : []));
  return legalMatters.filter((matter) => said.includes(matter));
}

/** ISO dates sort as text. */
function isInForce(rule: Rule, { purpose, day, states }: MattersAsked): boolean {
  const inTime =
    (rule.validFrom === null || rule.validFrom <= day) && (rule.validTo === null || day < rule.validTo);
  const inPlace = rule.condition?.states?.some((state) => states.includes(state)) ?? true;
  return inTime && inPlace && rule.purposes.includes(purpose);
}
