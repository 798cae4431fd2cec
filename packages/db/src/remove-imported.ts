import type { ClientId, ConsentId, ImportId, LeadId, ListId } from '@alize/model';
import { type SqlBool, sql } from 'kysely';
import type { LeadBefore } from './change-known-leads.ts';
import { lockToChange } from './engine.ts';
import { isAnyOf } from './is-any-of.ts';
import { phonesOfLeads, replacePhones } from './lead-phones.ts';
import { consentIdOf, noFields } from './lead-row.ts';
import type { Db, Tx } from './open-database.ts';
import { forgetPersons } from './persons.ts';
import { sortLeads } from './quotas.ts';

/** True when a lead that an import brought in, changed or moved was called since. Index attempt_client. */
export async function wasAnyCalled(db: Db, importId: ImportId): Promise<boolean> {
  const { rows } = await sql`select 1 from import
    join attempt on attempt.client_id = import.client_id and attempt.created_at >= import.created_at
    join lead on lead.id = attempt.lead_id
    left join import_change as change on change.import_id = import.id and change.lead_id = lead.id
    where import.id = ${importId} and (change.at <= attempt.created_at
      or (change.at is null and lead.import_id = import.id)) limit 1`.execute(db);
  return rows.length > 0;
}

/**
 * Takes up to `limit` leads of an import out again and answers how many it went through; 0 when it is done. First all
 * are held back from the dialer, then known leads are put back as they were, then new ones go with their numbers,
 * their consents that nobody has withdrawn, and the persons of whom nothing else is on record. Each step is one
 * transaction; after a stop it goes on where it was. A lead that was called in the meantime stays; of one that was only
 * ruled on, the bare row stays with its rulings, staged for ever. The import keeps its report.
 */
export async function removeImported(tx: Tx, importId: ImportId, limit: number): Promise<number> {
  const { clientId, listId } = await tx
    .selectFrom('import')
    .select(['client_id as clientId', 'list_id as listId'])
    .where('id', '=', importId)
    .executeTakeFirstOrThrow();
  if (listId === null) return 0;
  const step: Step = { tx, importId, clientId, listId };
  let count = 0;
  for (const work of [holdBack, putBack, takeOut]) {
    if (count < limit) count += await work(step, limit - count);
  }
  return count;
}

interface Step {
  readonly tx: Tx;
  readonly importId: ImportId;
  readonly clientId: ClientId;
  readonly listId: ListId;
}

/** The way of `releaseImport` backwards. */
async function holdBack({ tx, importId }: Step, limit: number): Promise<number> {
  const { released_line } = await tx
    .selectFrom('import')
    .select('released_line')
    .where('id', '=', importId)
    .executeTakeFirstOrThrow();
  if (released_line === 0) return 0;
  const lines = await tx
    .selectFrom('lead')
    .select('import_line')
    .where('import_id', '=', importId)
    .where('import_line', '<=', released_line)
    .orderBy('import_line', 'desc')
    .limit(limit)
    .execute();
  const firstLine = lines.at(-1)?.import_line ?? 0;
  await tx
    .updateTable('lead')
    .set({ state: 'staged' })
    .where('import_id', '=', importId)
    .where('import_line', '>=', firstLine)
    .where('import_line', '<=', released_line)
    .where('state', '=', 'open')
    .where('attempts_count', '=', 0)
    .execute();
  const isDone = lines.length < limit;
  await tx
    .updateTable('import')
    .set({ released_line: isDone ? 0 : firstLine - 1 })
    .where('id', '=', importId)
    .execute();
  return lines.length;
}

async function putBack(step: Step, limit: number): Promise<number> {
  const { tx, importId, clientId } = step;
  const changes = await tx
    .selectFrom('import_change')
    .select(['lead_id', 'before'])
    .where('import_id', '=', importId)
    .where('client_id', '=', clientId)
    .limit(limit)
    .execute();
  for (const { lead_id, before } of changes) {
    // Written by changeKnownLeads alone.
    await putLeadBack(step, lead_id, JSON.parse(before) as LeadBefore);
  }
  await tx
    .deleteFrom('import_change')
    .where('import_id', '=', importId)
    .where(
      isAnyOf(
        tx,
        'lead_id',
        changes.map((change) => change.lead_id),
      ),
    )
    .execute();
  return changes.length;
}

/** Of a lead that was called since only what the file said goes back; of one that was moved, its place too. */
async function putLeadBack(step: Step, leadId: LeadId, before: LeadBefore): Promise<void> {
  const { tx, clientId } = step;
  const { lead, phones, consentId, isMove } = before;
  const own = tx
    .selectFrom('lead')
    .select(['state', 'attempts_count', 'list_id', 'campaign_id'])
    .where('id', '=', leadId)
    .where('client_id', '=', clientId);
  const now = await lockToChange(tx, 'lead', own).executeTakeFirst();
  if (!now) return;
  const isCalled = now.state === 'calling' || now.attempts_count !== lead.attempts_count;
  const said = (await phonesOfLeads(tx, clientId, [leadId])).get(leadId) ?? [];
  await replacePhones(tx, clientId, leadId, phones);
  await tx
    .updateTable('lead')
    .set({ ...fieldsOf(lead), ...(isMove && placeOf(lead)), ...(isMove && !isCalled && standingOf(lead)) })
    .where('id', '=', leadId)
    .where('client_id', '=', clientId)
    .execute();
  const campaignId = isMove ? lead.campaign_id : now.campaign_id;
  await sortLeads(tx, { clientId, campaignId, ids: [leadId], atMs: lead.changed_at });
  if (consentId !== null) await deleteConsents(tx, clientId, [consentId]);
  const numbers = said.map((one) => one.phoneNumber);
  await forgetPersons(tx, clientId, numbers);
  if (!isMove || lead.list_id === step.listId) return;
  await addToList(tx, lead.list_id, 1);
  await countDown(step, 1);
}

function fieldsOf(lead: LeadBefore['lead']) {
  const { reference, civility, first_name, last_name, company, email, birth_date, comment, custom } = lead;
  const { address, address_extra, postal_code, city, country, state_of_address, time_zone } = lead;
  const { consent_at, consent_source, priority } = lead;
  const person = { reference, civility, first_name, last_name, company, email, birth_date, comment, custom };
  const place = { address, address_extra, postal_code, city, country, state_of_address, time_zone };
  return { ...person, ...place, consent_at, consent_source, priority };
}

function placeOf({ list_id, campaign_id, import_id, import_line, quota_cell }: LeadBefore['lead']) {
  return { list_id, campaign_id, import_id, import_line, quota_cell };
}

function standingOf({ state, closed_reason, next_try_at, phone_number }: LeadBefore['lead']) {
  return { state, closed_reason, next_try_at, phone_number };
}

async function takeOut(step: Step, limit: number): Promise<number> {
  const { tx, importId, clientId } = step;
  const next = tx
    .selectFrom('lead')
    .select(['id', 'state', 'attempts_count'])
    .where('import_id', '=', importId)
    .where('client_id', '=', clientId)
    .limit(limit);
  const leads = await lockToChange(tx, 'lead', next).execute();
  const isCalled = (lead: (typeof leads)[number]) => lead.state === 'calling' || lead.attempts_count > 0;
  const idsOf = (some: typeof leads) => some.map(({ id }) => id);
  await leaveWithList(step, idsOf(leads.filter(isCalled)));
  await deleteLeads(step, idsOf(leads.filter((lead) => !isCalled(lead))));
  return leads.length;
}

/** Called in the very moment: it is the list's from now on, whatever becomes of the import. */
async function leaveWithList({ tx, clientId }: Step, ids: readonly LeadId[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('lead')
    .set({ import_id: null, import_line: null })
    .where('client_id', '=', clientId)
    .where(isAnyOf(tx, 'id', ids))
    .execute();
}

async function deleteLeads(step: Step, ids: readonly LeadId[]): Promise<void> {
  if (ids.length === 0) return;
  const { tx, clientId } = step;
  await deleteConsents(tx, clientId, ids.map(consentIdOf));
  const phones = await tx
    .deleteFrom('lead_phone')
    .where('client_id', '=', clientId)
    .where(isAnyOf(tx, 'lead_id', ids))
    .returning('phone_number')
    .execute();
  await tx
    .updateTable('lead')
    .set(bare)
    .where('client_id', '=', clientId)
    .where(isAnyOf(tx, 'id', ids))
    .where(wasRuledOn)
    .execute();
  await tx
    .deleteFrom('lead')
    .where('client_id', '=', clientId)
    .where(isAnyOf(tx, 'id', ids))
    .where(({ not }) => not(wasRuledOn))
    .execute();
  await forgetPersons(tx, clientId, [...new Set(phones.map((phone) => phone.phone_number))]);
  await countDown(step, ids.length);
}

const wasRuledOn = sql<SqlBool>`exists (select 1 from ruling where ruling.lead_id = lead.id)`;

/** What its rulings hold on to: a number, a place in a list, and nothing of the person. */
const bare = {
  state: 'staged',
  import_id: null,
  import_line: null,
  next_try_at: null,
  closed_reason: null,
  ...noFields,
} as const;

/** A consent that was withdrawn stays: it says that they refuse. */
async function deleteConsents(tx: Tx, clientId: ClientId, ids: readonly ConsentId[]): Promise<void> {
  await tx
    .deleteFrom('consent')
    .where('client_id', '=', clientId)
    .where(isAnyOf(tx, 'id', ids))
    .where('withdrawn_at', 'is', null)
    .execute();
}

async function countDown({ tx, importId, listId }: Step, leads: number): Promise<void> {
  await addToList(tx, listId, -leads);
  await tx
    .updateTable('import')
    .set((column) => ({ leads_count: column('leads_count', '-', leads) }))
    .where('id', '=', importId)
    .execute();
}

async function addToList(tx: Tx, id: ListId, leads: number): Promise<void> {
  await tx
    .updateTable('list')
    .set((column) => ({ leads_count: column('leads_count', '+', leads) }))
    .where('id', '=', id)
    .execute();
}
