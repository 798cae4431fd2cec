import type { Kysely } from 'kysely';
import { runStatements } from './run-statements.ts';

/**
 * What the rule packs need to know and leave behind: who a person is across numbers, what they agreed to and refused,
 * who may show which number, and a log of rulings whose records hold one another. Each index names its query.
 */
const statements = [
  // A person is the numbers and references of one client that belong together; merged by rewriting person_id.
  `create table person_number (
    client_id text not null references client, phone_number text not null, person_id text not null,
    primary key (client_id, phone_number))`,
  // numbersOfPerson
  `create index person_number_person on person_number (client_id, person_id)`,
  `create table person_reference (
    client_id text not null references client, reference text not null, person_id text not null,
    primary key (client_id, reference))`,
  // mergePersons
  `create index person_reference_person on person_reference (client_id, person_id)`,

  // What a person agreed to, with the fields of C. conso. R.223-1 to R.223-3. Kept at least 3 years.
  `create table consent (
    id text primary key, client_id text not null references client, phone_number text not null, object text,
    form text not null, given_at bigint not null, expires_at bigint, proof text, proof_sha256 text, wording text,
    channel text, was_informed integer not null default 0, names_automatic_dialling integer not null default 0,
    agreed_slots text not null default '[]', withdrawn_at bigint, withdrawn_how text,
    withdrawn_by text references "user", list_id text references list, created_by text references "user",
    created_at bigint not null)`,
  // judge: the consents of a person's numbers
  `create index consent_number on consent (client_id, phone_number)`,
  // consentsOfClient: newest first
  `create index consent_client on consent (client_id, id)`,

  // Contracts, purchases and requests to be called: what makes some calls lawful without consent.
  `create table relation (
    id text primary key, client_id text not null references client, phone_number text not null, kind text not null,
    at bigint not null, ended_at bigint, object text, is_related integer not null default 1, proof text,
    list_id text references list, created_by text references "user", created_at bigint not null)`,
  // judge: the relations of a person's numbers
  `create index relation_number on relation (client_id, phone_number)`,

  // Attempts made elsewhere (another site, the client itself) count too. Append-only, as attempts are.
  `create table outside_attempt (
    id text primary key, client_id text not null references client, phone_number text not null, at bigint not null,
    result text not null, object text, source text not null, created_by text references "user",
    created_at bigint not null, unique (client_id, phone_number, at))`,

  // scope: client (client_id set), centre, or law (source names the authority or register).
  `alter table suppression add column scope text not null default 'client'`,
  `update suppression set scope = 'centre' where client_id is null`,
  `alter table suppression add column source text`,
  `alter table suppression add column created_by text references "user"`,

  // Our copies of the registers of objection: when each was last brought up to date, and who is on it.
  `create table register (
    id text primary key, checked_at bigint not null, numbers_count integer not null, source text not null,
    created_by text references "user")`,
  `create table register_number (
    register_id text not null references register, phone_number text not null, listed_since bigint,
    primary key (register_id, phone_number))`,

  `alter table client add column employees integer`,
  `alter table client add column turnover_euros double precision`,
  `alter table client add column balance_sheet_euros double precision`,
  `alter table client add column sells_mainly_to_consumers integer`,
  `alter table client add column sector text`,
  `alter table campaign add column sector text`,
  `alter table campaign add column object text`,
  // What the rules said of the list's leads when last asked: advice, as JSON.
  `alter table list add column outlook text`,
  `alter table lead add column country text`,
  `alter table lead add column state_of_address text`,
  `alter table lead add column time_zone text`,

  `alter table caller_id add column holder text`,
  `alter table caller_id add column authorisation text`,
  `alter table caller_id add column authorisation_sha256 text`,
  `alter table caller_id add column operator text`,
  `alter table caller_id add column allowed_modes text`,
  `alter table caller_id add column valid_from bigint`,
  `alter table caller_id add column removed_at bigint`,

  // POLICY rules switched off and CODE rules set aside, with the reason; a removed setting stays on record.
  `create table rule_setting (
    id text primary key, client_id text not null references client, rule text not null, kind text not null,
    reason text not null, created_by text references "user", created_at bigint not null, removed_at bigint)`,
  // ruleSettings of a client
  `create index rule_setting_client on rule_setting (client_id)`,

  // Raw instants, from which each law counts its own abandoned calls.
  `alter table attempt add column dial_mode text`,
  `alter table attempt add column object text`,
  `alter table attempt add column greeting_started_at bigint`,
  `alter table attempt add column greeting_ended_at bigint`,
  `alter table attempt add column message_started_at bigint`,
  `alter table attempt add column detected text`,
  // abandonment account of a campaign
  `create index attempt_answered on attempt (campaign_id, answered_at) where answered_at is not null`,

  // A client's rulings, in a row: each holds the hash of the one before. The facts are hashed with a salt of their
  // own, so that they can be taken out later and the chain still holds.
  `alter table ruling add column number_in_chain bigint`,
  `alter table ruling add column facts text`,
  `alter table ruling add column facts_salt text`,
  `alter table ruling add column facts_sha256 text`,
  `alter table ruling add column previous_sha256 text`,
  `alter table ruling add column sha256 text`,
  `create unique index ruling_chain_order on ruling (client_id, number_in_chain) where number_in_chain is not null`,
  // reopenRefusedLeads of a campaign
  `create index lead_refused on lead (campaign_id) where closed_reason = 'refused_by_rule'`,
  // refusals of a campaign, evidence of a month
  `create index ruling_campaign on ruling (campaign_id, at)`,
  `create index ruling_client on ruling (client_id, at)`,
  // letGoOfRulings: is a stored call held by this ruling
  `create index attempt_ruling on attempt (ruling_id)`,
  // The end of each client's chain, and where it now begins: rulings of five years ago are let go.
  `create table ruling_chain (
    client_id text primary key references client, number_last bigint not null, sha256_last text not null,
    number_let_go bigint not null default 0, sha256_let_go text)`,

  // Who asked to be forgotten, as a keyed hash of the number, when and by whom it was done.
  `create table erasure (
    id text primary key, client_id text not null references client, number_sha256 text not null, at bigint not null,
    done_by text references "user")`,
] as const;

/** What the leads at hand say: who has which numbers and references, and what they consented to. */
const fromLeads = [
  `insert into person_number (client_id, phone_number, person_id)
    select client_id, phone_number, 'person_' || substr(min(id), 6) from lead group by client_id, phone_number`,
  // A reference that gathers more numbers than numbersOfPersonMax names no person.
  `insert into person_reference (client_id, reference, person_id)
    select lead.client_id, lead.reference, min(person_number.person_id) from lead
    join person_number on person_number.client_id = lead.client_id
      and person_number.phone_number = lead.phone_number
    where lead.reference is not null group by lead.client_id, lead.reference
    having count(distinct lead.phone_number) <= 20`,
  // Nothing on record says what these people were told, nor for what: the rules decide what that is worth.
  `insert into consent (id, client_id, phone_number, form, given_at, proof, list_id, created_at)
    select 'consent_' || substr(id, 6), client_id, phone_number, 'express', consent_at, consent_source, list_id,
      created_at
    from lead where consent_at is not null`,
] as const;

/** Numbers of one reference take the least of their person ids, references of one number too, until none moves. */
const mergers = [
  `update person_number set person_id = found.person_id from (
      select lead.client_id, lead.phone_number, min(person_reference.person_id) as person_id from lead
      join person_reference on person_reference.client_id = lead.client_id
        and person_reference.reference = lead.reference
      group by lead.client_id, lead.phone_number) as found
    where found.client_id = person_number.client_id and found.phone_number = person_number.phone_number
      and found.person_id < person_number.person_id`,
  `update person_reference set person_id = found.person_id from (
      select lead.client_id, lead.reference, min(person_number.person_id) as person_id from lead
      join person_number on person_number.client_id = lead.client_id
        and person_number.phone_number = lead.phone_number
      where lead.reference is not null group by lead.client_id, lead.reference) as found
    where found.client_id = person_reference.client_id and found.reference = person_reference.reference
      and found.person_id < person_reference.person_id`,
] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(db, [...statements, ...fromLeads]);
  while ((await runStatements(db, mergers)) > 0n);
}
