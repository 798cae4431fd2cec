import type { Kysely } from 'kysely';
import { runStatements } from './run-statements.ts';

/**
 * Everything the main job stores. Times are UTC milliseconds, booleans 0 or 1, JSON is text, so that the same
 * statements run on SQLite and on PostgreSQL. Each index names the query it serves.
 */
const statements = [
  `create table client (id text primary key, name text not null, created_at bigint not null)`,
  `create table site (
    id text primary key, name text not null, country text not null, time_zone text not null,
    currency text not null, hourly_cost double precision not null)`,

  // client_id is null for administrators alone, who work for the centre.
  `create table "user" (
    id text primary key, client_id text references client, site_id text not null references site,
    role text not null, name text not null, login text not null unique, password_hash text not null,
    language text not null, created_at bigint not null, disabled_at bigint)`,
  // The token itself is never stored, only its SHA-256.
  `create table session (
    id text primary key, token_hash text not null unique, user_id text not null references "user",
    client_id text references client, created_at bigint not null, seen_at bigint not null, expires_at bigint not null)`,
  // expired sessions are swept by time
  `create index session_expires on session (expires_at)`,

  `create table trunk (
    id text primary key, name text not null unique, kind text not null, lines_max integer not null,
    calls_per_second_max double precision not null)`,
  `create table caller_id (
    id text primary key, client_id text not null references client, number text not null, label text not null,
    category text not null, valid_to bigint, unique (client_id, number))`,

  `create table script (id text primary key, client_id text not null references client, name text not null)`,
  `create table script_version (
    id text primary key, client_id text not null references client, script_id text not null references script,
    version integer not null, document text not null, published_at bigint not null, unique (script_id, version))`,

  `create table campaign (
    id text primary key, client_id text not null references client, name text not null, kind text not null,
    purpose text not null, state text not null, is_in_schedule integer not null default 0, dial_mode text not null,
    schedule text not null, retry_rules text not null, caller_id_id text not null references caller_id,
    trunk_id text not null references trunk, lines_max integer not null, ring_seconds integer not null,
    wrap_up_seconds integer not null, script_version_id text not null references script_version,
    blocked_reason text, blocked_detail text, blocked_since bigint, decision text,
    created_at bigint not null, changed_at bigint not null, unique (client_id, name))`,
  `create table team_member (
    campaign_id text not null references campaign, user_id text not null references "user",
    client_id text not null references client, primary key (campaign_id, user_id))`,
  // teamOfAgent: the campaigns an agent works for
  `create index team_member_user on team_member (user_id)`,

  `create table list (
    id text primary key, client_id text not null references client, campaign_id text not null references campaign,
    name text not null, file_name text, state text not null, rows_total integer not null default 0,
    leads_count integer not null default 0, errors_count integer not null default 0, mapping text,
    failure text, created_by text references "user", created_at bigint not null, finished_at bigint)`,
  // listsOfCampaign
  `create index list_campaign on list (campaign_id)`,
  `create table list_error (
    list_id text not null references list, client_id text not null, line integer not null, code text not null,
    column_name text, value text, primary key (list_id, line))`,

  `create table lead (
    id text primary key, client_id text not null references client, campaign_id text not null references campaign,
    list_id text not null references list, phone_number text not null, reference text, civility text,
    first_name text, last_name text, company text, email text, address text, postal_code text, city text,
    comment text, consent_at bigint, consent_source text, custom text not null default '{}',
    state text not null, next_try_at bigint, priority integer not null default 0,
    attempts_count integer not null default 0, last_attempt_at bigint, callback_agent_id text references "user",
    closed_reason text, created_at bigint not null, changed_at bigint not null, unique (list_id, phone_number))`,
  // claimLeads: the next due leads of a campaign; priority first, then the longest due
  `create index lead_due on lead (campaign_id, priority desc, next_try_at) where state = 'open'`,
  // the results page and the duplicate check of an import
  `create index lead_number on lead (client_id, phone_number)`,
  // callbacksOfAgent
  `create index lead_callback on lead (callback_agent_id, next_try_at) where callback_agent_id is not null`,
  // leadsOfList
  `create index lead_list on lead (list_id, id)`,

  `create table ruling (
    id text primary key, client_id text not null references client, campaign_id text not null,
    lead_id text not null references lead, attempt_id text, at bigint not null, kind text not null,
    rules text not null, until bigint, pack_version text not null, zone_data_version text not null)`,
  // rulingsOfLead
  `create index ruling_lead on ruling (lead_id, at)`,

  `create table attempt (
    id text primary key, client_id text not null references client, campaign_id text not null references campaign,
    list_id text not null references list, lead_id text not null references lead, phone_number text not null,
    number_of_lead integer not null, epoch bigint not null, trunk_id text not null references trunk,
    caller_id text not null, ruling_id text not null references ruling, script_version_id text not null,
    progress text not null, network_result text, hangup_cause integer, end_reason text,
    is_abandoned integer not null default 0, agent_id text references "user",
    created_at bigint not null, sent_at bigint, ringing_at bigint, answered_at bigint, connected_at bigint,
    ended_at bigint, disposition text, disposed_at bigint, note text, step_id text, callback_at bigint,
    unique (lead_id, number_of_lead))`,
  // Law 2: a lead, and a phone number, have at most one live attempt.
  `create unique index attempt_live_lead on attempt (lead_id) where ended_at is null`,
  `create unique index attempt_live_number on attempt (phone_number) where ended_at is null`,
  // the calls awaiting a disposition, and the call of an agent
  `create index attempt_undisposed on attempt (agent_id) where agent_id is not null and disposition is null`,
  // findAgent, agentsNow: an agent's day
  `create index attempt_agent on attempt (agent_id, created_at) where agent_id is not null`,
  // results page: newest first, by campaign
  `create index attempt_campaign on attempt (campaign_id, created_at)`,
  `create index attempt_client on attempt (client_id, created_at)`,
  // judge: attempts of a client to a number in the last 30 days
  `create index attempt_number on attempt (client_id, phone_number, created_at)`,

  `create table answer (
    attempt_id text not null references attempt, question_id text not null, client_id text not null,
    value text not null, at bigint not null, primary key (attempt_id, question_id))`,
  `create table outcome (
    id text primary key, client_id text not null references client, campaign_id text not null references campaign,
    lead_id text not null references lead, attempt_id text not null unique references attempt, kind text not null,
    data text not null, created_at bigint not null)`,
  // outcomesOfCampaign
  `create index outcome_campaign on outcome (campaign_id, created_at)`,

  // client_id null: the whole centre
  `create table suppression (
    id text primary key, client_id text references client, phone_number text not null, reason text not null,
    created_at bigint not null, expires_at bigint)`,
  // judge: is this number suppressed
  `create index suppression_number on suppression (phone_number)`,

  // One row an agent; written by the dialer alone, but for seat and present_at, which are the api's.
  `create table agent (
    user_id text primary key references "user", client_id text not null references client,
    state text not null, pause_reason text, wished_pause text, since bigint not null, attempt_id text,
    campaign_id text, connection text not null, connection_since bigint not null,
    seat text unique, present_at bigint not null default 0)`,

  // The bus: what happened, and what people ask of the dialer. Neither bears personal data.
  `create table event (
    id integer primary key autoincrement, at bigint not null, client_id text, campaign_id text, user_id text,
    kind text not null, data text not null)`,
  `create table command (
    id integer primary key autoincrement, at bigint not null, client_id text not null, user_id text not null,
    kind text not null, data text not null, done_at bigint, refusal text)`,
  // openCommands
  `create index command_open on command (id) where done_at is null`,

  // Law 5: who owns the pacing, with a fencing number that only grows.
  `create table lease (
    name text primary key, holder text not null, epoch bigint not null, expires_at bigint not null,
    is_asterisk_up integer not null default 0)`,
] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(db, statements);
}
