export type { Account, AccountStanding, AccountTerms } from './abandonment/account.ts';
export { accountOf, accountStandings, readCall } from './abandonment/account.ts';
export { accountZones } from './abandonment/account-zones.ts';
export type { AccountInForce, CampaignTime, LedgerCall } from './abandonment/accounts-in-force.ts';
export {
  accountsInForce,
  accountsReachBackTo,
  callsUnder,
  toAnsweredCall,
} from './abandonment/accounts-in-force.ts';
export type { AnsweredCall, CallVerdict } from './abandonment/answered-call.ts';
export { callVerdicts, detections, isAbandoned, verdictOf } from './abandonment/answered-call.ts';
export type { AbandonmentDefinition } from './abandonment/definition.ts';
export { definitionInForce } from './abandonment/definition-in-force.ts';
export { holidaysOf } from './calendars/holidays-of.ts';
export { defaultCallConfig } from './call-config.ts';
export type { CallingCampaign } from './call-of-campaign.ts';
export { callFactsOf, nobodyKnown } from './call-of-campaign.ts';
export { describeRule, findRule, isCampaignFault } from './describe-rule.ts';
export { clearCall, judge } from './judge.ts';
export type { CallIdentity, Judgement } from './judgement.ts';
export type { MattersAsked } from './matters-to-say.ts';
export { mattersToSay } from './matters-to-say.ts';
export { messageLanguage } from './message-language.ts';
export type { Pack, PackId, Rule } from './pack.ts';
export { packIds } from './pack.ts';
export { packs } from './packs/index.ts';
export { likelyZone } from './place/likely-zone.ts';
export type { Place, PlaceHints } from './place/place.ts';
export { placeOf } from './place/place-of.ts';
export { readNumber } from './place/read-number.ts';
export { isZoneDataRecent, packVersions, zoneDataDemanded } from './version.ts';
