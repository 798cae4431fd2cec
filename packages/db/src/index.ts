export type { DraftChange } from './agent-desk.ts';
export {
  answersOf,
  callbacksOfAgent,
  campaignsOfAgent,
  findAgent,
  findCall,
  historyOfLead,
  markPresent,
  saveDraft,
  takeSeat,
} from './agent-desk.ts';
export type { StoredAgent } from './agents.ts';
export { allAgents, saveAgent } from './agents.ts';
export type { StoredAnsweredCall } from './answered-calls.ts';
export { answeredCallsOf, firstCallAt } from './answered-calls.ts';
export type { AttemptEnd, AttemptProgress, LeadNext, OpenAttempt, RetryFacts } from './attempts.ts';
export {
  disposeAttempt,
  endAttempt,
  findAttempt,
  markAttempt,
  moveLead,
  openAttempts,
  retryFacts,
  suppressedCalls,
} from './attempts.ts';
export type { CallerIdChange, NewCallerId, StoredCallerId } from './caller-ids.ts';
export {
  callerIdRegistry,
  callerIdsOfClient,
  changeCallerId,
  findCallerId,
  insertCallerId,
  isCallerIdInUse,
  removeCallerId,
} from './caller-ids.ts';
export type { AnswerSample, CampaignHistory, HistoryAsked, HistorySlot } from './campaign-history.ts';
export {
  campaignHistory,
  clientOfCampaign,
  leadsOpenIn,
  similarCampaigns,
  slotMs,
} from './campaign-history.ts';
export type { LeadPlace } from './campaign-places.ts';
export { placesOfCampaign } from './campaign-places.ts';
export type { CampaignCounts, CampaignSettings, CampaignView, CountedAt } from './campaigns.ts';
export {
  campaignParts,
  campaignsOfClient,
  findCampaign,
  hasCampaign,
  insertCampaign,
  isCampaignNameTaken,
  saveCampaign,
  setCampaignState,
} from './campaigns.ts';
export type {
  Claim,
  ClaimAnswer,
  ClaimedCall,
  ClaimedLead,
  LeadRuling,
  RulingNames,
} from './claim-leads.ts';
export { claimLeads } from './claim-leads.ts';
export type { ClientChange, StoredClient } from './clients.ts';
export { changeClient, findClientFacts } from './clients.ts';
export { appendCommand, closeCommand, openCommands } from './commands.ts';
export type { ConsentRecord, NewConsentRecord, RecordEntry, WithdrawalWay } from './consent-records.ts';
export {
  addConsents,
  consentsOfClient,
  findConsent,
  withdrawalWays,
  withdrawConsent,
} from './consent-records.ts';
export { letGoOfGrounds } from './consent-retention.ts';
export { withdrawConsents } from './consents.ts';
export type { CampaignPlan } from './dialing-plan.ts';
export { campaignPlans, nextDueAt, saveCampaignStanding, stepsReached } from './dialing-plan.ts';
export type { DutySpell, SiteCost } from './duty.ts';
export { agentsOfCampaign, dutySpells, siteCosts } from './duty.ts';
export type { Erasure, ErasureAnswer, Kept } from './erasure.ts';
export { erasePerson, keptKinds } from './erasure.ts';
export type { NewEvent } from './events.ts';
export { appendEvents, eventsAfter, lastEventId } from './events.ts';
export type { EvidenceFigures, EvidenceRow, Period } from './evidence.ts';
export { attemptsPerPerson, evidenceFigures, evidenceRows } from './evidence.ts';
export type { LeadOfList } from './leads-of-list.ts';
export { leadsOfList } from './leads-of-list.ts';
export type { Lease } from './lease.ts';
export { dialerLease, dialerStanding, isLeaseEpoch, leaseHolder, releaseLease, takeLease } from './lease.ts';
export { leadsToJudge, saveListOutlook } from './list-outlook.ts';
export type { ListBatch, ListError, ListProgress, StoredList } from './lists.ts';
export {
  errorsOfList,
  failList,
  findList,
  insertList,
  interruptedLists,
  listsOfCampaign,
  markListReady,
  markListStored,
  releaseLeads,
  storeListBatch,
} from './lists.ts';
export type { CampaignToday } from './live.ts';
export { agentsNow, callsNow, todayByCampaign } from './live.ts';
export type { Database, Db, Tx } from './open-database.ts';
export { migrate, openDatabase } from './open-database.ts';
export { insertOutcome } from './outcomes.ts';
export type { OutsideAttempt } from './outside-attempts.ts';
export { addOutsideAttempts } from './outside-attempts.ts';
export type { PacingPoint, PacingPointInFull } from './pacing-points.ts';
export { insertPacingPoint, pacingPointAt, pacingPoints, sweepPacing } from './pacing-points.ts';
export type { SimilarCalls } from './pacing-state.ts';
export { findPacingState, savePacingState, similarCalls } from './pacing-state.ts';
export type { KnownPlace } from './person-facts.ts';
export { personFacts } from './person-facts.ts';
export type { PersonFile } from './person-file.ts';
export { personFile } from './person-file.ts';
export type { SaidOfPerson } from './persons.ts';
export { joinPersons } from './persons.ts';
export type { RefusalsByRule } from './refusals.ts';
export { campaignRefusals } from './refusals.ts';
export type { RegisterCheck, RegisterNumber, StoredRegister } from './registers.ts';
export { markRegisterChecked, registersHeld, replaceRegister } from './registers.ts';
export type { RelationKind, RelationRecord } from './relation-records.ts';
export { insertRelation, relationKinds, relationsOfNumber } from './relation-records.ts';
export type { ReopenedLeads } from './reopen-leads.ts';
export { reopenRefusedLeads } from './reopen-leads.ts';
export type { AttemptView, ResultFilter, ResultPage } from './results.ts';
export { attemptsOfClient, findAttemptDetail, outcomesOfClient } from './results.ts';
export type { StoredRuleSetting } from './rule-settings.ts';
export {
  findRuleSetting,
  insertRuleSetting,
  removeRuleSetting,
  ruleSettingsOfClient,
  ruleSwitches,
} from './rule-settings.ts';
export type { NewRuling } from './ruling-chain.ts';
export { appendRuling, appendRulings } from './ruling-chain.ts';
export { letGoOfRulings, newestRulingAt } from './ruling-retention.ts';
export type { ScriptSummary } from './scripts.ts';
export { findScript, publishScript, scriptsOfClient } from './scripts.ts';
export type { SessionOfUser } from './sessions.ts';
export {
  chooseSessionClient,
  endSession,
  endSessionsOfUser,
  findSession,
  insertSession,
  isDatabaseAnswering,
  sweepSessions,
  touchSession,
} from './sessions.ts';
export type { NewSite } from './setup.ts';
export {
  agentsOfClient,
  allClients,
  allSites,
  allTrunks,
  findClient,
  insertClient,
  insertSite,
  saveTrunk,
  trunkLimits,
} from './setup.ts';
export type {
  NewSuppression,
  StoredSuppression,
  SuppressionAddition,
  SuppressionScope,
} from './suppressions.ts';
export {
  addSuppressions,
  deleteSuppression,
  insertSuppression,
  liftWithdrawal,
  suppressionsOfClient,
} from './suppressions.ts';
export type { StoredUser, UserChange } from './users.ts';
export {
  changeUser,
  countAdministrators,
  countUsers,
  findUser,
  findUserByLogin,
  insertUser,
  normalLogin,
  usersOfClient,
} from './users.ts';
export type { ChainAnswer, ChainFault } from './verify-chain.ts';
export { chainFaults, verifyChain } from './verify-chain.ts';
