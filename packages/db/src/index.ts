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
export type { AttemptEnd, AttemptProgress, LeadNext, OpenAttempt, RetryFacts } from './attempts.ts';
export {
  disposeAttempt,
  endAttempt,
  findAttempt,
  markAttempt,
  moveLead,
  openAttempts,
  retryFacts,
} from './attempts.ts';
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
export type { Claim, ClaimAnswer, ClaimedCall, ClaimedLead } from './claim-leads.ts';
export { claimLeads } from './claim-leads.ts';
export { appendCommand, closeCommand, openCommands } from './commands.ts';
export type { CampaignPlan } from './dialing-plan.ts';
export { campaignPlans, nextDueAt, saveCampaignStanding } from './dialing-plan.ts';
export type { NewEvent } from './events.ts';
export { appendEvents, eventsAfter, lastEventId } from './events.ts';
export type { LeadOfList } from './leads-of-list.ts';
export { leadsOfList } from './leads-of-list.ts';
export type { Lease } from './lease.ts';
export { dialerLease, dialerStanding, isLeaseEpoch, leaseHolder, releaseLease, takeLease } from './lease.ts';
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
export type { AttemptView, ResultFilter, ResultPage } from './results.ts';
export { attemptsOfClient, findAttemptDetail, outcomesOfClient } from './results.ts';
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
  callerIdsOfClient,
  findClient,
  insertCallerId,
  insertClient,
  insertSite,
  saveTrunk,
} from './setup.ts';
export type { StoredSuppression } from './suppressions.ts';
export { deleteSuppression, insertSuppression, suppressionsOfClient } from './suppressions.ts';
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
