export type { LeadsToAdd } from './add-leads.ts';
export { addLeads } from './add-leads.ts';
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
export type { AttemptEnd, AttemptProgress, OpenAttempt } from './attempts.ts';
export {
  disposeAttempt,
  endAttempt,
  findAttempt,
  markAttempt,
  openAttempts,
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
export type { KnownLeadRow, KnownLeads } from './change-known-leads.ts';
export { changeLeads } from './change-leads.ts';
export { checkpoint } from './checkpoint.ts';
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
export { campaignPlans, saveCampaignStanding, stepsReached } from './dialing-plan.ts';
export type { DueAsked, DueLead, DueLeads, DueList, TurnsOf } from './due-leads.ts';
export { nextDueAt, takeDueLeads } from './due-leads.ts';
export type { Duplicate, DuplicateCandidate, DuplicateSearch } from './duplicates.ts';
export { findDuplicates } from './duplicates.ts';
export type { DutySpell, SiteCost } from './duty.ts';
export { agentsOfCampaign, dutySpells, siteCosts } from './duty.ts';
export type { Erasure, ErasureAnswer, Kept } from './erasure.ts';
export { erasePerson, keptKinds } from './erasure.ts';
export type { NewEvent } from './events.ts';
export { appendEvents, eventsAfter, lastEventId } from './events.ts';
export type { EvidenceFigures, EvidenceRow, Period } from './evidence.ts';
export { attemptsPerPerson, evidenceFigures, evidenceRows } from './evidence.ts';
export type { KeptAnswer } from './idempotency.ts';
export { findIdempotent, keepIdempotent, sweepIdempotent } from './idempotency.ts';
export type { ImportChange, ImportError, NewImport, StoredImport } from './imports.ts';
export {
  deleteImportErrors,
  findImport,
  importErrors,
  importsOfCampaign,
  importsOfList,
  insertImport,
  insertImportErrors,
  interruptedImports,
  saveImportReport,
  setImportState,
} from './imports.ts';
export type { StoredPhone } from './lead-phones.ts';

export type { FieldsToStore, PhoneToStore } from './lead-row.ts';
export type { StoredLead } from './leads.ts';
export { findLead, leadsForExport } from './leads.ts';
export type { LeadFilter, LeadOfCampaign, LeadPage } from './leads-of-campaign.ts';
export { leadsOfCampaign } from './leads-of-campaign.ts';
export type { LeadOfList } from './leads-of-list.ts';
export { leadsOfList } from './leads-of-list.ts';
export type { Lease } from './lease.ts';
export { dialerLease, dialerStanding, isLeaseEpoch, leaseHolder, releaseLease, takeLease } from './lease.ts';
export type { ListCounts } from './list-counts.ts';
export { countsOfLists } from './list-counts.ts';
export type { ListSettings, StoredList } from './lists.ts';
export { findList, insertList, listsOfCampaign, saveListSettings } from './lists.ts';
export type { CampaignToday } from './live.ts';
export { agentsNow, callsNow, todayByCampaign } from './live.ts';
export type { MappingTemplate } from './mapping-templates.ts';
export {
  deleteMappingTemplate,
  insertMappingTemplate,
  mappingTemplates,
  touchMappingTemplate,
} from './mapping-templates.ts';
export { migrate } from './migrate.ts';
export type { ClosedNumber, LeadNext } from './move-lead.ts';
export { moveLead } from './move-lead.ts';
export type { Database, Db, Tx } from './open-database.ts';
export { liesInFile, openDatabase } from './open-database.ts';
export { insertOutcome } from './outcomes.ts';
export type { OutsideAttempt } from './outside-attempts.ts';
export { addOutsideAttempts } from './outside-attempts.ts';
export type { PacingPoint, PacingPointInFull } from './pacing-points.ts';
export { insertPacingPoint, pacingPointAt, pacingPoints, sweepPacing } from './pacing-points.ts';
export type { SimilarCalls } from './pacing-state.ts';
export { findPacingState, savePacingState, similarCalls } from './pacing-state.ts';
export type { KnownPlace, PersonToRead } from './person-facts.ts';
export { personFacts, personFactsOfMany } from './person-facts.ts';
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
export { releaseImport } from './release-import.ts';
export { removeImported, wasAnyCalled } from './remove-imported.ts';
export type { ReopenedLeads } from './reopen-leads.ts';
export { reopenRefusedLeads } from './reopen-leads.ts';
export type { AttemptView, ResultFilter, ResultPage } from './results.ts';
export { attemptsOfClient, findAttemptDetail, outcomesOfClient } from './results.ts';
export type { AnswerQuarter, RetryFacts, StoredTry } from './retry-facts.ts';
export { answerQuarters, retryFacts } from './retry-facts.ts';
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
export { DatabaseLostError, isStorageError } from './storage-error.ts';
export type { ImportBatch, ImportStanding } from './store-import-batch.ts';
export { storeImportBatch } from './store-import-batch.ts';
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
export type { LeadFieldsChange } from './update-lead.ts';
export { updateLead } from './update-lead.ts';
export type { StoredUpload } from './uploads.ts';
export {
  deleteUpload,
  findUpload,
  insertUpload,
  setUploadReceived,
  uploadsToSweep,
} from './uploads.ts';
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
export type { WaitingLead } from './waiting-leads.ts';
export { bringForward, waitingLeads } from './waiting-leads.ts';
