import type { Kysely } from 'kysely';
import { isPostgres } from '../engine.ts';
import { runStatements } from './run-statements.ts';

/**
 * Leads with several numbers, and imports that can be looked at before, gone on with after a stop, and taken back.
 * Each index names its query. On SQLite `lead` is made anew, to be rid of unique (list_id, phone_number): with several
 * numbers the one tried next may repeat. Foreign keys must be off meanwhile.
 */
const newTables = [
  // A file sent piece by piece. Its bytes lie in a file of this name; swept two days after the last of them.
  `create table upload (
    id text primary key, client_id text not null references client, file_name text not null,
    bytes_all bigint not null, bytes_received bigint not null default 0, created_by text references "user",
    created_at bigint not null, changed_at bigint not null)`,

  // upload_id names no row once the upload is swept. cursor_line: the last line whose row is stored; released_line:
  // the last whose lead is let go. report is of the dry run until the import is done, then of what was done.
  `create table import (
    id text primary key, client_id text not null references client, campaign_id text not null references campaign,
    list_id text references list, list_name text not null, upload_id text, file_name text not null, file_sha256 text,
    settings text not null, state text not null, phase text, report text, failure text,
    cursor_line integer not null default 0, released_line integer not null default 0,
    rows_done integer not null default 0, leads_count integer not null default 0,
    errors_count integer not null default 0, created_by text references "user", created_at bigint not null,
    changed_at bigint not null, imported_at bigint, undone_at bigint)`,
  // importsOfCampaign
  `create index import_campaign on import (campaign_id, id)`,
  // importsOfList, and what a list says of its files
  `create index import_list on import (list_id, id) where list_id is not null`,

  // Rows that became no lead; cells as they stood, to be corrected and sent again.
  `create table import_error (
    import_id text not null references import, line integer not null, client_id text not null, code text not null,
    column_name text, value text, cells text not null, primary key (import_id, line))`,
  // What an update or a move found, to be put back.
  `create table import_change (
    import_id text not null references import, lead_id text not null, client_id text not null, at bigint not null,
    before text not null, primary key (import_id, lead_id))`,
  // erasePerson
  `create index import_change_lead on import_change (lead_id)`,

  `create table mapping_template (
    id text primary key, client_id text not null references client, name text not null, headings text not null,
    settings text not null, created_by text references "user", created_at bigint not null, used_at bigint,
    unique (client_id, name))`,

  // All numbers of a lead, in the order in which they are tried, from 1.
  `create table lead_phone (
    lead_id text not null references lead, position integer not null, client_id text not null,
    phone_number text not null, label text, extension text, line_type text, closed_reason text,
    primary key (lead_id, position))`,
  // findDuplicates, leadsOfNumbers: a number has few leads, so the client is read from the row
  `create index lead_phone_number on lead_phone (phone_number)`,
  // reopenRefusedLeads
  `create index lead_phone_refused on lead_phone (lead_id) where closed_reason = 'refused_by_rule'`,

  // removeImported: a lead that goes has no outcome
  `create index outcome_lead on outcome (lead_id)`,

  // What a request with this key was answered, for a day.
  `create table idempotency (
    client_id text not null, key text not null, fingerprint text not null, status integer not null,
    body text not null, created_at bigint not null, primary key (client_id, key))`,
  // sweepIdempotent
  `create index idempotency_created on idempotency (created_at)`,

  `alter table list add column is_active integer not null default 1`,
  // 1 to 100: in these proportions the lists of a campaign are called
  `alter table list add column share integer not null default 1`,
] as const;

const leadColumns = `id, client_id, campaign_id, list_id, phone_number, reference, civility, first_name, last_name,
  company, email, address, postal_code, city, country, state_of_address, time_zone, comment, consent_at, consent_source,
  custom, state, next_try_at, priority, attempts_count, last_attempt_at, callback_agent_id, closed_reason, created_at,
  changed_at`;

const leadOfSqlite = [
  `create table lead_anew (
    id text primary key, client_id text not null references client, campaign_id text not null references campaign,
    list_id text not null references list, import_id text references import, import_line integer,
    phone_number text not null, reference text, civility text, first_name text, last_name text, company text,
    email text, birth_date text, address text, address_extra text, postal_code text, city text, country text,
    state_of_address text, time_zone text, comment text, consent_at bigint, consent_source text,
    custom text not null default '{}', state text not null, next_try_at bigint, priority integer not null default 0,
    attempts_count integer not null default 0, last_attempt_at bigint,
    is_callback integer not null default 0, callback_agent_id text references "user",
    closed_reason text, created_at bigint not null, changed_at bigint not null)`,
  `insert into lead_anew (${leadColumns}) select ${leadColumns} from lead`,
  `drop table lead`,
  `alter table lead_anew rename to lead`,
] as const;

const leadOfPostgres = [
  `alter table lead drop constraint lead_list_id_phone_number_key`,
  `alter table lead add column import_id text references import`,
  `alter table lead add column import_line integer`,
  `alter table lead add column birth_date text`,
  `alter table lead add column address_extra text`,
  `alter table lead add column is_callback integer not null default 0`,
  `drop index lead_due`,
  `drop index lead_number`,
  `drop index lead_callback`,
  `drop index lead_list`,
  `drop index lead_refused`,
] as const;

const leadIndexes = [
  // claimLeads: the next due leads of each list of a campaign; priority first, then the longest due
  `create index lead_due on lead (campaign_id, list_id, priority desc, next_try_at)
    where state = 'open' and is_callback = 0`,
  // claimLeads: the callbacks agreed, those for anyone and those of each agent apart
  `create index lead_due_callback on lead (campaign_id, callback_agent_id, next_try_at)
    where state = 'open' and is_callback = 1`,
  // callbacksOfAgent
  `create index lead_callback on lead (callback_agent_id, next_try_at) where callback_agent_id is not null`,
  // leadsOfCampaign, leadsForExport
  `create index lead_list on lead (list_id, id)`,
  // releaseImport, removeImported; and no row of a file becomes a lead twice
  `create unique index lead_import on lead (import_id, import_line) where import_id is not null`,
  // findDuplicates, leadsOfCampaign
  `create index lead_email on lead (client_id, email) where email is not null`,
  `create index lead_reference on lead (client_id, reference) where reference is not null`,
  // leadsOfCampaign by the beginning of a name, of the person or else of the company
  `create index lead_name on lead (coalesce(last_name, company), campaign_id)`,
  // leadsOfCampaign, and how many of a campaign's leads are in a call
  `create index lead_calling on lead (campaign_id, id) where state = 'calling'`,
  // reopenRefusedLeads of a campaign
  `create index lead_refused on lead (campaign_id) where closed_reason = 'refused_by_rule'`,
] as const;

/** The settings that every import had before there were any. */
const oldSettings = `{"read":{"encoding":null,"delimiter":null,"hasHeading":null,"part":null,"country":"FR",
  "timeZone":"Europe/Paris"},"mapping":null,"duplicates":{"by":["number"],"within":"list","days":null,
  "action":"skip"},"consentsAreInformed":false}`.replace(/\s+/g, '');

const oldRows = [
  // A callback was known by a priority above all others.
  `update lead set is_callback = 1, priority = 0 where priority = 100`,
  `insert into lead_phone (lead_id, position, client_id, phone_number)
    select id, 1, client_id, phone_number from lead`,

  // Each file of old is an import. One that was cut off with its rows stored is done; otherwise its leads are taken out.
  `insert into import (id, client_id, campaign_id, list_id, list_name, file_name, settings, state, failure, rows_done,
      leads_count, errors_count, created_by, created_at, changed_at, imported_at)
    select 'import_' || substr(id, 6), client_id, campaign_id, id, name, file_name, '${oldSettings}',
      case when state = 'failed' then 'refused' when state = 'importing' and finished_at is null then 'cancelling'
        else 'imported' end,
      failure, rows_total, leads_count, errors_count, created_by, created_at, coalesce(finished_at, created_at),
      case when state = 'failed' then null else finished_at end
    from list where file_name is not null`,
  `update lead set import_id = 'import_' || substr(list_id, 6)
    where list_id in (select id from list where file_name is not null)`,
  `update lead set state = 'staged'
    where import_id in (select id from import where state = 'cancelling') and next_try_at is null and state = 'open'`,
  `update lead set next_try_at = created_at where state = 'open' and next_try_at is null`,
  `insert into import_error (import_id, line, client_id, code, column_name, value, cells)
    select 'import_' || substr(list_error.list_id, 6), line, list_error.client_id, code, column_name, value, '[]'
    from list_error join list on list.id = list_error.list_id where list.file_name is not null`,
  `drop table list_error`,
  `update list set state = 'ready' where state = 'importing'`,
  // A list is what its imports and additions made of it.
  `alter table list drop column rows_total`,
  `alter table list drop column errors_count`,
  `alter table list drop column mapping`,
  // What the rules said of a file stands in its import's report.
  `alter table list drop column outlook`,
] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  const lead = isPostgres(db) ? leadOfPostgres : leadOfSqlite;
  await runStatements(db, [...newTables, ...lead, ...leadIndexes, ...oldRows]);
}
