import { describeRule, packs } from '@alize/compliance';
import type { Citation, Language } from '@alize/model';

/** What a person reads for a rule that bore on a ruling: of a rule's dated versions, the one that was cited. */
export function ruleText({ rule, citation }: Citation, language: Language): string {
  return textOfVersion.get(`${rule} ${citation}`)?.[language] ?? describeRule(rule, language);
}

const textOfVersion = new Map(
  packs.flatMap(({ rules }) => rules.map(({ id, citation, text }) => [`${id} ${citation}`, text] as const)),
);
