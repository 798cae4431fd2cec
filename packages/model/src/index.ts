export type { AgentConnection, AgentState, PauseReason } from './agent.ts';
export { agentConnections, agentStates, chosenPauseReasons, pauseReasons } from './agent.ts';
export type { ApiArea, ApiScope } from './api-key.ts';
export { apiAreas, apiScopes } from './api-key.ts';
export type { Attempt, Disposition, EndReason, NetworkResult, Progress } from './attempt.ts';
export { dispositions, endReasons, networkResults, progresses } from './attempt.ts';
export type { Command, Event, EventKind, ImportProgress, StoredCommand, StoredEvent } from './bus.ts';
export type {
  Appointment,
  AppointmentState,
  BusyTime,
  Calendar,
  CalendarChoice,
  CalendarKind,
  CalendarSettings,
  Slot,
} from './calendar.ts';
export { appointmentStates, calendarChoices, calendarKinds } from './calendar.ts';
export type {
  AttemptResult,
  CallConfig,
  CallerIdCategory,
  CallerIdFacts,
  CallFacts,
  CallMode,
  CallRequest,
  Consent,
  ConsentForm,
  Contract,
  LineType,
  PastAttempt,
  PersonFacts,
  PersonKind,
  Purchase,
  Refusal,
  RefusalKind,
  RegisterAnswer,
  RegisterId,
  Sector,
  Seller,
  SuppressionEntry,
} from './call-facts.ts';
export {
  attemptResults,
  callerIdCategories,
  callModes,
  consentForms,
  lineTypes,
  personKinds,
  refusalKinds,
  registerIds,
  sectors,
} from './call-facts.ts';
export type {
  AvailableDialMode,
  BlockedReason,
  Campaign,
  CampaignKind,
  CampaignState,
  DialMode,
  Purpose,
  RetriedDisposition,
  RetryRule,
  RetryRules,
} from './campaign.ts';
export {
  availableDialModes,
  blockedReasons,
  campaignKinds,
  campaignStates,
  dialModes,
  purposes,
  retriedDispositions,
} from './campaign.ts';
export type { Citation, Clearance, Ruling } from './clearance.ts';
export { dateWords, localeOf } from './date-words.ts';
export type { DeliveryFailure, DeliveryState, DeliveryWay, HandoverState, NoticeKind } from './delivery.ts';
export { deliveryFailures, deliveryStates, deliveryWays, handoverStates, noticeKinds } from './delivery.ts';
export type { FrenchRange } from './french-number.ts';
export { frenchToE164, overseasRanges } from './french-number.ts';
export type {
  ApiKeyId,
  AppointmentId,
  AttemptId,
  CalendarId,
  CallerIdId,
  CampaignId,
  ClientId,
  ConsentId,
  DeliveryId,
  ErasureId,
  HandoverId,
  Id,
  IdPrefix,
  ImportId,
  InterviewId,
  LeadId,
  ListId,
  OutcomeId,
  OutsideAttemptId,
  PersonId,
  RelationId,
  RuleSettingId,
  RulingId,
  ScriptId,
  ScriptVersionId,
  SessionId,
  SiteId,
  SuppressionId,
  TemplateId,
  TrunkId,
  UploadId,
  UserId,
  WebhookId,
} from './ids.ts';
export { idPrefixes, isId, makeId } from './ids.ts';
export type { ImportPhase, ImportState } from './import-state.ts';
export { importPhases, importStates } from './import-state.ts';
export type {
  Civility,
  ClosedReason,
  CustomValue,
  Lead,
  LeadConsent,
  LeadFields,
  LeadPhone,
  LeadState,
  PhoneLabel,
} from './lead.ts';
export { civilities, closedReasons, leadStates, phoneLabels } from './lead.ts';
export type { ListOutlook, RefusedLeads } from './outlook.ts';
export type { AgentCounts, PacingLimit, PacingNow } from './pacing-now.ts';
export { pacingLimits } from './pacing-now.ts';
export type { Language, Role, User } from './people.ts';
export { languages, roles } from './people.ts';
export type { PhoneNumber } from './phone-number.ts';
export { isFictionNumber, isPhoneNumber } from './phone-number.ts';
export type { Schedule, ScheduleWindow } from './schedule.ts';
export { isOpen, nextOpening } from './schedule.ts';
export type {
  Answer,
  Answers,
  Comparison,
  Condition,
  FillableField,
  LegalMatter,
  Objection,
  PointBand,
  QuestionKind,
  Score,
  Scoring,
  Script,
  ScriptBranch,
  ScriptEnding,
  ScriptOption,
  ScriptQuestion,
  ScriptStep,
  ShuffledBlock,
} from './script.ts';
export {
  addressParts,
  comparisons,
  fillableFields,
  legalMatters,
  questionKinds,
  scriptEndings,
} from './script.ts';
export type {
  InterviewChannel,
  InterviewState,
  QuotaCell,
  QuotaDimension,
  QuotaGroup,
  QuotaPlan,
  QuotaSource,
} from './survey.ts';
export { interviewChannels, interviewStates } from './survey.ts';
