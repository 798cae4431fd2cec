import type { Language } from '@alize/model';
import { ownTexts } from './engine/law.ts';
import { noRulePack, type SafetyRule, safetyRules } from './engine/safety-rules.ts';
import { unknownTexts } from './engine/unknown-texts.ts';
import type { Rule } from './pack.ts';
import { packs } from './packs/index.ts';

/** The sentence a person reads for a rule; the id itself when this version of the packs does not know it. */
export function describeRule(id: string, language: Language): string {
  const texts: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
    ...ownTexts,
    ...unknownTexts,
  };
  return (findRule(id) ?? findSafetyRule(id))?.text[language] ?? texts[id]?.[language] ?? id;
}

/** True when a refusal by this rule is mended in the campaign (caller ID, trunk), so that no lead is closed for it. */
export function isCampaignFault(id: string): boolean {
  return (findRule(id) ?? findSafetyRule(id))?.about === 'campaign';
}

/** The rule of a pack by its id: of several, each in force at its own time, the newest. */
export function findRule(id: string): Rule | undefined {
  return newestRules.get(id);
}

/** Later rows of a pack replace earlier ones of the same id. */
const newestRules: ReadonlyMap<string, Rule> = new Map(
  packs.flatMap(({ rules }) => rules.map((rule) => [rule.id, rule] as const)),
);

function findSafetyRule(id: string): SafetyRule | undefined {
  return [...safetyRules, noRulePack].find((rule) => rule.id === id);
}
