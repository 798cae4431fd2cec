import type { DatedRule } from './compliance-queries.ts';
import type { ComplianceSearch } from './compliance-tabs.ts';

/** The rules that fit the filters, in the pack's order. Every word sought must stand in the texts, source or id. */
export function rulesThatFit(
  rules: readonly DatedRule[],
  { text = '', purpose, strength, every }: ComplianceSearch,
): readonly DatedRule[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  return rules.filter(
    (rule) =>
      (every || rule.inForce) &&
      (!purpose || rule.purposes.includes(purpose)) &&
      (!strength || rule.strength === strength) &&
      words.every((word) => wordsOf(rule).includes(word)),
  );
}

function wordsOf({ id, citation, text }: DatedRule): string {
  return fold(`${id} ${citation} ${text.fr} ${text.en}`);
}

/** Without accents and capitals. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
