import type { Language } from '@alize/model';
import { frenchRules } from './french-rules.ts';
import type { Rule } from './rule.ts';
import { safetyRules } from './safety-rules.ts';

/** The sentence a person reads for a rule; the id itself when this version of the packs does not know it. */
export function describeRule(id: string, language: Language): string {
  return ruleOf(id)?.text[language] ?? id;
}

/** True when a refusal by this rule is mended in the campaign (caller ID, trunk), so that no lead is closed for it. */
export function isCampaignFault(id: string): boolean {
  return ruleOf(id)?.about === 'campaign';
}

function ruleOf(id: string): Rule | undefined {
  return [...safetyRules, ...frenchRules].find((rule) => rule.id === id);
}
