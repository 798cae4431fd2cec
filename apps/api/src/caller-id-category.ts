import { findRule, placeOf } from '@alize/compliance';
import { type CallerIdCategory, isFictionNumber, type PhoneNumber } from '@alize/model';

const unknownHints = { postalCode: null, country: null, state: null, timeZone: null, lineType: null };

/** Categories that a numbering plan gives roots of their own, with the rule that names the roots. */
const rooted = [
  ['npv', 'FR-NPV'],
  ['es_400', 'ES-400'],
] as const satisfies readonly (readonly [CallerIdCategory, string])[];

/**
 * True when a number may be of a category, as far as its digits say: verified polyvalent numbers and Spanish 400
 * numbers have roots of their own, and so have mobiles. Numbers of fiction may play any part.
 */
export function isCategoryOf(number: PhoneNumber, category: CallerIdCategory): boolean {
  if (isFictionNumber(number)) return true;
  const root = rooted.find(([, rule]) => rootsOf(rule).some((prefix) => number.startsWith(prefix)));
  if (root || rooted.some(([each]) => each === category)) return root?.[0] === category;
  const { lineType } = placeOf(number, unknownHints);
  return lineType === 'unknown' || (lineType === 'mobile') === (category === 'mobile');
}

function rootsOf(ruleId: string): readonly string[] {
  const rule = findRule(ruleId);
  return rule?.effect === 'caller_id' ? (rule.value.prefixes ?? []) : [];
}
