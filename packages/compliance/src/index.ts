export { describeRule, isCampaignFault } from './describe-rule.ts';
export type { CallFacts, Suppression } from './facts.ts';
export { judge } from './judge.ts';
export type { RuleId } from './rule.ts';
export { ruleIds } from './rule.ts';
export { rulePackVersion } from './version.ts';
