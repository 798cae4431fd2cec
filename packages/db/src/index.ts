export type { LeadsToAdd } from './add-leads.ts';
export { addLeads } from './add-leads.ts';
export {
  callbacksOfAgent,
  campaignsOfAgent,
  findAgent,
  findCall,
  historyOfLead,
  markPresent,
  takeSeat,
} from './agent-desk.ts';
export type { StoredAgent } from './agents.ts';
export { allAgents, saveAgent } from './agents.ts';
export type { StoredAnsweredCall } from './answered-calls.ts';
export { answeredCallsOf, firstCallAt } from './answered-calls.ts';
export type { ApiKey, ApiKeyInUse, NewApiKey } from './api-keys.ts';
export { apiKeysOfClient, findApiKeyInUse, insertApiKey, revokeApiKey, touchApiKey } from './api-keys.ts';
export type { AppointmentFilter, AppointmentPage, AppointmentRow } from './appointments.ts';
export {
  appointmentsOfClient,
  appointmentToRemind,
  clientOfAppointment,
  findAppointment,
  lockAppointment,
  lookAtRemindersAgain,
  noteReminded,
  putReminderOff,
  wantedByCall,
} from './appointments.ts';
export type { AttemptEnd, AttemptProgress, OpenAttempt } from './attempts.ts';
export {
  disposeAttempt,
  endAttempt,
  findAttempt,
  markAttempt,
  openAttempts,
  suppressedCalls,
} from './attempts.ts';
export type { StoredBook } from './calendar-books.ts';
export { lastTurns, readBooks } from './calendar-books.ts';
export type { Inbound, InboundReading, StoredCalendar } from './calendars.ts';
export {
  calendarsByIds,
  calendarsOfClient,
  calendarsWithInbound,
  deleteCalendar,
  findCalendar,
  findCalendarByFeedKey,
  insertCalendar,
  keepReading,
  saveCalendar,
  setFeedKey,
  setInbound,
  takeCalendars,
} from './calendars.ts';
export type { CallStart, DraftChange } from './call-answers.ts';
export { answersOf, earlierCall, saveDraft, startCall } from './call-answers.ts';
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
export type { CampaignDocument } from './campaign-documents.ts';
export { findCampaignDocument, saveCampaignDocument } from './campaign-documents.ts';
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
export type { AppointmentChangeKind, ByWhom, PlaceBefore } from './change-appointment.ts';
export { appointmentChangeKinds, changeAppointment, changesOfAppointment } from './change-appointment.ts';
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
export type { NewDelivery, Notice } from './deliveries.ts';
export { announce, enqueue } from './deliveries.ts';
export type { TakeAsked, TakenDelivery, TryResult } from './delivery-queue.ts';
export { closeTry, takeDeliveries, waitingLanes } from './delivery-queue.ts';
export type { DeliveryFilter, StoredDelivery } from './delivery-records.ts';
export { deliveriesOfClient, findDelivery, resendDelivery, sweepDeliveries } from './delivery-records.ts';
export type { CampaignPlan } from './dialing-plan.ts';
export { campaignPlans, saveCampaignStanding, stepsReached } from './dialing-plan.ts';
export type { DueAsked, DueLead, DueLeads, DueList, TurnsOf } from './due-leads.ts';
export { isHeldByQuotas, nextDueAt, takeDueLeads } from './due-leads.ts';
export type { Duplicate, DuplicateCandidate, DuplicateSearch } from './duplicates.ts';
export { findDuplicates } from './duplicates.ts';
export type { DutySpell, SiteCost } from './duty.ts';
export { agentsOfCampaign, dutySpells, siteCosts } from './duty.ts';
export type { ForgottenAppointment } from './erase-appointments.ts';
export type { Erasure, ErasureAnswer, Kept } from './erasure.ts';
export { erasePerson, keptKinds } from './erasure.ts';
export type { NewEvent } from './events.ts';
export { appendEvents, eventsAfter, lastEventId } from './events.ts';
export type { EvidenceFigures, EvidenceRow, Period } from './evidence.ts';
export { attemptsPerPerson, evidenceFigures, evidenceRows } from './evidence.ts';
export type { HandoverCount } from './handover-counts.ts';
export { handoverCounts } from './handover-counts.ts';
export type { HandoverFilter, NewVerdict, StoredHandover, Verdict } from './handovers.ts';
export {
  clientOfHandover,
  findHandover,
  handoversOfClient,
  insertHandover,
  judgeHandover,
} from './handovers.ts';
export type { ForgottenHandover } from './handovers-of-person.ts';
export type { KeptAnswer } from './idempotency.ts';
export {
  findIdempotent,
  finishIdempotent,
  forgetIdempotent,
  keepIdempotent,
  sweepIdempotent,
} from './idempotency.ts';
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
export type {
  InterviewStanding,
  InterviewSubject,
  StoredStanding,
} from './interviews.ts';
export {
  clientOfLead,
  findInterview,
  interviewSubject,
  isOver,
  leadsToInvite,
  scriptOfCall,
  storeInterview,
} from './interviews.ts';
export type { ChangeAuthor, FieldChange } from './lead-changes.ts';
export { changesOfLead } from './lead-changes.ts';
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
export type { MoveAnswer } from './move-appointment.ts';
export { bookHeld, moveAppointment, settleLead, sweepHolds } from './move-appointment.ts';
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
export type { ChooseSlot, PlaceAsked } from './place-appointment.ts';
export { heldByCall, placeAppointment } from './place-appointment.ts';
export type { InterviewToSort, QuotaSorting } from './quota-sorting.ts';
export {
  beginSorting,
  findSorting,
  interviewsChanged,
  interviewsToSort,
  sortingsUnderWay,
  sortNext,
} from './quota-sorting.ts';
export type { SurveySettings } from './quotas.ts';
export {
  dayOf,
  fieldColumns,
  fieldValues,
  leadsByCell,
  noSurvey,
  quotaCells,
  replaceCells,
  surveyOf,
} from './quotas.ts';
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
export type { CampaignDocumentKind } from './schema.ts';
export { campaignDocumentKinds } from './schema.ts';
export type { DraftChangeAsked, ScriptDraft } from './script-drafts.ts';
export { changeDraft, findDraft } from './script-drafts.ts';
export type { FilledFields } from './script-fields.ts';
export { filledFields } from './script-fields.ts';
export type {
  NewVersion,
  ScriptSummary,
  ScriptUse,
  ScriptVersion,
  ScriptVersionSummary,
} from './scripts.ts';
export {
  deleteScript,
  findScript,
  findScriptVersion,
  insertScript,
  publishScript,
  publishVersion,
  renameScript,
  scriptsOfClient,
  versionsOfScript,
} from './scripts.ts';
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
export type { ReportedInterview } from './survey-readings.ts';
export {
  answersNewestFirst,
  completeByCell,
  countLeads,
  interviewersOf,
  interviewsForReport,
  leadsByResult,
  scriptsOfInterviews,
  surveyCampaign,
  surveyMark,
} from './survey-readings.ts';
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
  namesOfUsers,
  normalLogin,
  usersOfClient,
} from './users.ts';
export type { ChainAnswer, ChainFault } from './verify-chain.ts';
export { chainFaults, verifyChain } from './verify-chain.ts';
export type { WaitingLead } from './waiting-leads.ts';
export { bringForward, waitingLeads } from './waiting-leads.ts';
export type { WebhookStop } from './webhook-health.ts';
export type { StoredWebhook, WebhookChange } from './webhooks.ts';
export {
  changeWebhook,
  deleteWebhook,
  findWebhook,
  insertWebhook,
  rotateWebhookSecret,
  webhooksOfClient,
  webhookToSend,
} from './webhooks.ts';
