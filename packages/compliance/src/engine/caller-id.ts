import type { CallerIdFacts } from '@alize/model';
import type { CallerIdCheck } from '../pack.ts';
import { met, never, type Verdict } from './verdict.ts';

/** Every part of the check that is given holds for the number shown. */
export function checkCallerId(check: CallerIdCheck, callerId: CallerIdFacts): Verdict {
  return isShape(check, callerId) && isCategory(check, callerId) && isStanding(check, callerId) ? met : never;
}

function isShape({ prefixes, length, notPrefixes }: CallerIdCheck, { number }: CallerIdFacts): boolean {
  return (
    (length === undefined || number.length === length) &&
    (prefixes === undefined || prefixes.some((prefix) => number.startsWith(prefix))) &&
    !notPrefixes?.some((prefix) => number.startsWith(prefix))
  );
}

function isCategory({ categories, notCategories }: CallerIdCheck, { category }: CallerIdFacts): boolean {
  return (
    (categories === undefined || (category !== null && categories.includes(category))) &&
    !(category !== null && notCategories?.includes(category))
  );
}

function isStanding({ shown, authorised }: CallerIdCheck, callerId: CallerIdFacts): boolean {
  const isAuthorised = callerId.holder !== null && callerId.authorisation !== null;
  return !(shown && callerId.isWithheld) && (!authorised || isAuthorised);
}
