import type {
  AgentConnection,
  AgentState,
  ApiKeyId,
  AppointmentId,
  AppointmentState,
  AttemptId,
  BlockedReason,
  CalendarId,
  CallerIdId,
  CampaignId,
  CampaignKind,
  CampaignState,
  Civility,
  ClientId,
  ClosedReason,
  ConsentId,
  DeliveryFailure,
  DeliveryId,
  DeliveryState,
  DeliveryWay,
  DialMode,
  Disposition,
  EndReason,
  ErasureId,
  HandoverId,
  HandoverState,
  ImportId,
  ImportPhase,
  ImportState,
  InterviewChannel,
  InterviewId,
  InterviewState,
  Language,
  LeadId,
  LeadState,
  LineType,
  ListId,
  NetworkResult,
  NoticeKind,
  OutcomeId,
  OutsideAttemptId,
  PauseReason,
  PersonId,
  PhoneLabel,
  PhoneNumber,
  Progress,
  Purpose,
  RelationId,
  Role,
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
} from '@alize/model';
import type { Generated } from 'kysely';

/** Why one number of a lead is not tried again. */
export type PhoneClosedReason = 'wrong_number' | 'invalid_number' | 'suppressed' | 'refused_by_rule';

/** Documents of a campaign that people edit: which calendars it books and how, its quotas and weights, its hand-over. */
export const campaignDocumentKinds = ['booking', 'survey', 'handover'] as const;
export type CampaignDocumentKind = (typeof campaignDocumentKinds)[number];

/** Row shapes, as stored: times in UTC milliseconds, booleans 0 or 1, JSON as text. They do not leave this package. */
export interface Schema {
  client: {
    id: ClientId;
    name: string;
    created_at: number;
    employees: number | null;
    turnover_euros: number | null;
    balance_sheet_euros: number | null;
    sells_mainly_to_consumers: number | null;
    sector: string | null;
  };
  site: {
    id: SiteId;
    name: string;
    country: string;
    time_zone: string;
    currency: string;
    hourly_cost: number;
  };
  user: {
    id: UserId;
    client_id: ClientId | null;
    site_id: SiteId;
    role: Role;
    name: string;
    login: string;
    password_hash: string;
    language: Language;
    created_at: number;
    disabled_at: number | null;
  };
  session: {
    id: SessionId;
    token_hash: string;
    user_id: UserId;
    client_id: ClientId | null;
    created_at: number;
    seen_at: number;
    expires_at: number;
  };
  trunk: {
    id: TrunkId;
    name: string;
    kind: 'demonstration' | 'sip';
    lines_max: number;
    calls_per_second_max: number;
  };
  caller_id: {
    id: CallerIdId;
    client_id: ClientId;
    number: PhoneNumber;
    label: string;
    category: string;
    holder: string | null;
    authorisation: string | null;
    authorisation_sha256: string | null;
    operator: string | null;
    allowed_modes: string | null;
    valid_from: number | null;
    valid_to: number | null;
    removed_at: number | null;
  };
  script: {
    id: ScriptId;
    client_id: ClientId;
    name: string;
    draft: string | null;
    draft_version: Generated<number>;
    draft_changed_at: number | null;
    draft_changed_by: UserId | null;
  };
  script_version: {
    id: ScriptVersionId;
    client_id: ClientId;
    script_id: ScriptId;
    version: number;
    document: string;
    published_at: number;
  };
  campaign: {
    id: CampaignId;
    client_id: ClientId;
    name: string;
    kind: CampaignKind;
    purpose: Purpose;
    sector: string | null;
    object: string | null;
    state: CampaignState;
    is_in_schedule: Generated<number>;
    dial_mode: DialMode;
    schedule: string;
    retry_rules: string;
    caller_id_id: CallerIdId;
    trunk_id: TrunkId;
    lines_max: number;
    ring_seconds: number;
    wrap_up_seconds: number;
    script_version_id: ScriptVersionId;
    blocked_reason: BlockedReason | null;
    blocked_detail: string | null;
    blocked_since: number | null;
    decision: string | null;
    created_at: number;
    changed_at: number;
    power_ratio: Generated<number>;
    abandon_aim: number | null;
    priority: Generated<number>;
  };
  pacing_point: {
    campaign_id: CampaignId;
    at: number;
    client_id: ClientId;
    decision: string;
    agents: string;
    snapshot: string | null;
  };
  pacing_state: { campaign_id: CampaignId; client_id: ClientId; state: string; saved_at: number };
  team_member: { campaign_id: CampaignId; user_id: UserId; client_id: ClientId };
  list: {
    id: ListId;
    client_id: ClientId;
    campaign_id: CampaignId;
    name: string;
    file_name: string | null;
    state: 'importing' | 'ready' | 'failed';
    leads_count: Generated<number>;
    is_active: Generated<number>;
    share: Generated<number>;
    failure: string | null;
    created_by: UserId | null;
    created_at: number;
    finished_at: number | null;
  };
  upload: {
    id: UploadId;
    client_id: ClientId;
    file_name: string;
    bytes_all: number;
    bytes_received: Generated<number>;
    created_by: UserId | null;
    created_at: number;
    changed_at: number;
  };
  import: {
    id: ImportId;
    client_id: ClientId;
    campaign_id: CampaignId;
    list_id: ListId | null;
    list_name: string;
    upload_id: UploadId | null;
    file_name: string;
    file_sha256: string | null;
    settings: string;
    state: ImportState;
    phase: ImportPhase | null;
    report: string | null;
    failure: string | null;
    cursor_line: Generated<number>;
    released_line: Generated<number>;
    rows_done: Generated<number>;
    leads_count: Generated<number>;
    errors_count: Generated<number>;
    created_by: UserId | null;
    created_at: number;
    changed_at: number;
    imported_at: number | null;
    undone_at: number | null;
  };
  import_error: {
    import_id: ImportId;
    line: number;
    client_id: ClientId;
    code: string;
    column_name: string | null;
    value: string | null;
    cells: string;
  };
  import_change: { import_id: ImportId; lead_id: LeadId; client_id: ClientId; at: number; before: string };
  mapping_template: {
    id: TemplateId;
    client_id: ClientId;
    name: string;
    headings: string;
    settings: string;
    created_by: UserId | null;
    created_at: number;
    used_at: number | null;
  };
  lead: {
    id: LeadId;
    client_id: ClientId;
    campaign_id: CampaignId;
    list_id: ListId;
    import_id: ImportId | null;
    import_line: number | null;
    phone_number: PhoneNumber;
    reference: string | null;
    civility: Civility | null;
    first_name: string | null;
    last_name: string | null;
    company: string | null;
    email: string | null;
    birth_date: string | null;
    address: string | null;
    address_extra: string | null;
    postal_code: string | null;
    city: string | null;
    country: string | null;
    state_of_address: string | null;
    time_zone: string | null;
    comment: string | null;
    consent_at: number | null;
    consent_source: string | null;
    custom: Generated<string>;
    state: LeadState;
    next_try_at: number | null;
    priority: Generated<number>;
    attempts_count: Generated<number>;
    last_attempt_at: number | null;
    is_callback: Generated<number>;
    callback_agent_id: UserId | null;
    closed_reason: ClosedReason | null;
    created_at: number;
    changed_at: number;
    quota_cell: string | null;
  };
  lead_phone: {
    lead_id: LeadId;
    position: number;
    client_id: ClientId;
    phone_number: PhoneNumber;
    label: PhoneLabel | null;
    extension: string | null;
    line_type: LineType | null;
    closed_reason: PhoneClosedReason | null;
  };
  idempotency: {
    client_id: ClientId;
    key: string;
    fingerprint: string;
    status: number;
    body: string;
    created_at: number;
  };
  ruling: {
    id: RulingId;
    client_id: ClientId;
    campaign_id: CampaignId;
    lead_id: LeadId;
    attempt_id: AttemptId | null;
    at: number;
    kind: 'clear' | 'refused';
    rules: string;
    until: number | null;
    pack_version: string;
    zone_data_version: string;
    number_in_chain: number | null;
    facts: string | null;
    facts_salt: string | null;
    facts_sha256: string | null;
    previous_sha256: string | null;
    sha256: string | null;
  };
  ruling_chain: {
    client_id: ClientId;
    number_last: number;
    sha256_last: string;
    number_let_go: Generated<number>;
    sha256_let_go: string | null;
  };
  attempt: {
    id: AttemptId;
    client_id: ClientId;
    campaign_id: CampaignId;
    list_id: ListId;
    lead_id: LeadId;
    phone_number: PhoneNumber;
    number_of_lead: number;
    epoch: number;
    trunk_id: TrunkId;
    caller_id: PhoneNumber;
    ruling_id: RulingId;
    script_version_id: ScriptVersionId;
    progress: Progress;
    network_result: NetworkResult | null;
    hangup_cause: number | null;
    end_reason: EndReason | null;
    is_abandoned: Generated<number>;
    agent_id: UserId | null;
    created_at: number;
    sent_at: number | null;
    ringing_at: number | null;
    answered_at: number | null;
    connected_at: number | null;
    ended_at: number | null;
    disposition: Disposition | null;
    disposed_at: number | null;
    note: string | null;
    step_id: string | null;
    callback_at: number | null;
    dial_mode: DialMode | null;
    object: string | null;
    greeting_started_at: number | null;
    greeting_ended_at: number | null;
    message_started_at: number | null;
    detected: 'person' | 'machine' | null;
    answers_from: AttemptId | null;
  };
  answer: { attempt_id: AttemptId; question_id: string; client_id: ClientId; value: string; at: number };
  outcome: {
    id: OutcomeId;
    client_id: ClientId;
    campaign_id: CampaignId;
    lead_id: LeadId;
    attempt_id: AttemptId;
    kind: CampaignKind;
    data: string;
    created_at: number;
  };
  suppression: {
    id: SuppressionId;
    client_id: ClientId | null;
    phone_number: PhoneNumber;
    scope: 'client' | 'centre' | 'law';
    reason: string;
    source: string | null;
    created_by: UserId | null;
    created_at: number;
    expires_at: number | null;
  };
  person_number: { client_id: ClientId; phone_number: PhoneNumber; person_id: PersonId };
  person_reference: { client_id: ClientId; reference: string; person_id: PersonId };
  consent: {
    id: ConsentId;
    client_id: ClientId;
    phone_number: PhoneNumber;
    object: string | null;
    form: string;
    given_at: number;
    expires_at: number | null;
    proof: string | null;
    proof_sha256: string | null;
    wording: string | null;
    channel: string | null;
    was_informed: Generated<number>;
    names_automatic_dialling: Generated<number>;
    agreed_slots: Generated<string>;
    withdrawn_at: number | null;
    withdrawn_how: string | null;
    withdrawn_by: UserId | null;
    list_id: ListId | null;
    created_by: UserId | null;
    created_at: number;
  };
  relation: {
    id: RelationId;
    client_id: ClientId;
    phone_number: PhoneNumber;
    kind: 'contract' | 'purchase' | 'request';
    at: number;
    ended_at: number | null;
    object: string | null;
    is_related: Generated<number>;
    proof: string | null;
    list_id: ListId | null;
    created_by: UserId | null;
    created_at: number;
  };
  outside_attempt: {
    id: OutsideAttemptId;
    client_id: ClientId;
    phone_number: PhoneNumber;
    at: number;
    result: string;
    object: string | null;
    source: string;
    created_by: UserId | null;
    created_at: number;
  };
  register: {
    id: string;
    checked_at: number;
    numbers_count: number;
    source: string;
    created_by: UserId | null;
  };
  register_number: { register_id: string; phone_number: PhoneNumber; listed_since: number | null };
  rule_setting: {
    id: RuleSettingId;
    client_id: ClientId;
    rule: string;
    kind: 'off' | 'override';
    reason: string;
    created_by: UserId | null;
    created_at: number;
    removed_at: number | null;
  };
  erasure: { id: ErasureId; client_id: ClientId; number_sha256: string; at: number; done_by: UserId | null };
  agent: {
    user_id: UserId;
    client_id: ClientId;
    state: AgentState;
    pause_reason: PauseReason | null;
    wished_pause: PauseReason | null;
    since: number;
    attempt_id: AttemptId | null;
    campaign_id: CampaignId | null;
    connection: AgentConnection;
    connection_since: number;
    seat: string | null;
    present_at: Generated<number>;
  };
  calendar: {
    id: CalendarId;
    client_id: ClientId;
    name: string;
    settings: string;
    is_active: Generated<number>;
    version: Generated<number>;
    feed_key: string;
    inbound: string | null;
    inbound_read_at: number | null;
    inbound_failure: string | null;
    inbound_etag: string | null;
    created_at: number;
    changed_at: number;
  };
  calendar_busy: { calendar_id: CalendarId; starts_at: number; ends_at: number; client_id: ClientId };
  appointment: {
    id: AppointmentId;
    client_id: ClientId;
    calendar_id: CalendarId;
    campaign_id: CampaignId;
    lead_id: LeadId;
    attempt_id: AttemptId | null;
    state: AppointmentState;
    starts_at: number;
    ends_at: number;
    held_until: number | null;
    held_by: UserId | null;
    booked_at: number | null;
    booked_by: UserId | null;
    confirmed_at: number | null;
    remind_at: number | null;
    reminded_at: number | null;
    reason: string | null;
    note: Generated<string>;
    sequence: Generated<number>;
    created_at: number;
    changed_at: number;
  };
  appointment_change: {
    appointment_id: AppointmentId;
    number: number;
    client_id: ClientId;
    at: number;
    kind: string;
    by_user: UserId | null;
    by_whom: 'user' | 'person' | 'api_key' | 'system';
    before: string | null;
    reason: string | null;
  };
  campaign_document: {
    campaign_id: CampaignId;
    kind: CampaignDocumentKind;
    client_id: ClientId;
    document: string;
    version: Generated<number>;
    changed_at: number;
    changed_by: UserId | null;
  };
  quota_cell: {
    campaign_id: CampaignId;
    cell: string;
    client_id: ClientId;
    target: number;
    done_count: Generated<number>;
  };
  quota_sorting: {
    campaign_id: CampaignId;
    client_id: ClientId;
    list_id: ListId | null;
    after_id: LeadId | null;
    interview_id: InterviewId | null;
    leads_done: Generated<number>;
    leads_all: number;
  };
  interview: {
    id: InterviewId;
    client_id: ClientId;
    campaign_id: CampaignId;
    lead_id: LeadId | null;
    list_id: ListId | null;
    attempt_id: AttemptId | null;
    agent_id: UserId | null;
    script_version_id: ScriptVersionId;
    channel: InterviewChannel;
    state: InterviewState;
    cell: string | null;
    step_id: string | null;
    answers: string;
    seed: number;
    started_at: number;
    ended_at: number | null;
    duration_ms: number | null;
    changed_at: number;
  };
  lead_change: {
    lead_id: LeadId;
    number: number;
    client_id: ClientId;
    at: number;
    field: string;
    before: string | null;
    after: string | null;
    by_user: UserId | null;
    attempt_id: AttemptId | null;
    by_whom: 'agent' | 'user' | 'api_key' | 'import' | 'person';
  };
  handover: {
    id: HandoverId;
    client_id: ClientId;
    campaign_id: CampaignId;
    lead_id: LeadId;
    list_id: ListId;
    attempt_id: AttemptId | null;
    agent_id: UserId | null;
    state: HandoverState;
    points: number | null;
    score_parts: Generated<string>;
    stage_label: string | null;
    reason: string | null;
    comment: string | null;
    handed_over_at: number;
    judged_at: number | null;
    judged_by: UserId | null;
  };
  handover_verdict: {
    handover_id: HandoverId;
    number: number;
    client_id: ClientId;
    at: number;
    verdict: Exclude<HandoverState, 'handed_over'>;
    reason: string | null;
    comment: string | null;
    by_user: UserId | null;
  };
  webhook: {
    id: WebhookId;
    client_id: ClientId;
    url: string;
    description: string;
    kinds: string;
    secret: string;
    secret_before: string | null;
    secret_before_until: number | null;
    is_active: Generated<number>;
    disabled_reason: string | null;
    failing_since: number | null;
    sent_at: Generated<number | null>;
    version: Generated<number>;
    created_by: UserId | null;
    created_at: number;
    changed_at: number;
  };
  delivery: {
    number: Generated<number>;
    id: DeliveryId;
    client_id: ClientId;
    way: DeliveryWay;
    target: string;
    lane: string;
    notice_kind: NoticeKind;
    payload: string;
    order_key: string | null;
    lead_id: LeadId | null;
    campaign_id: CampaignId | null;
    state: DeliveryState;
    tries_count: Generated<number>;
    next_try_at: number | null;
    taken_until: Generated<number | null>;
    expires_at: number | null;
    failure: DeliveryFailure | null;
    status: number | null;
    answer: string | null;
    sent_at: number | null;
    created_at: number;
    changed_at: number;
  };
  delivery_try: {
    delivery_id: DeliveryId;
    number: number;
    at: number;
    duration_ms: number;
    failure: DeliveryFailure | null;
    status: number | null;
  };
  api_key: {
    id: ApiKeyId;
    client_id: ClientId;
    name: string;
    secret_hash: string;
    scopes: string;
    calls_per_minute: number;
    created_by: UserId;
    created_at: number;
    expires_at: number | null;
    used_at: number | null;
    revoked_at: number | null;
  };
  event: {
    id: Generated<number>;
    at: number;
    client_id: ClientId | null;
    campaign_id: CampaignId | null;
    user_id: UserId | null;
    kind: string;
    data: string;
  };
  command: {
    id: Generated<number>;
    at: number;
    client_id: ClientId;
    user_id: UserId;
    kind: string;
    data: string;
    done_at: number | null;
    refusal: string | null;
  };
  lease: {
    name: string;
    holder: string;
    epoch: number;
    expires_at: number;
    is_asterisk_up: Generated<number>;
  };
}
