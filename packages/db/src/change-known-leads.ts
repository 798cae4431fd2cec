import type {
  CampaignId,
  ClientId,
  ConsentId,
  CustomValue,
  ImportId,
  LeadId,
  ListId,
  PhoneNumber,
} from '@alize/model';
import type { Selectable } from 'kysely';
import { lockToChange } from './engine.ts';
import { insertRows } from './insert-rows.ts';
import { isAnyOf } from './is-any-of.ts';
import { type ConsentOfLead, consentsNotOnRecord, insertConsentsOfLeads } from './lead-consents.ts';
import { replacePhones } from './lead-phones.ts';
import { columnsOf, type FieldsToStore, personOf } from './lead-row.ts';
import type { Tx } from './open-database.ts';
import { joinPersons } from './persons.ts';
import { sortLeads } from './quotas.ts';
import type { Schema } from './schema.ts';

/** A row whose lead is known already. */
export interface KnownLeadRow {
  readonly leadId: LeadId;
  /** Line of the file, or place in a batch. */
  readonly line: number;
  readonly fields: FieldsToStore;
}

/** What rows say of known leads. */
export interface KnownLeads {
  readonly clientId: ClientId;
  readonly campaignId: CampaignId;
  readonly listId: ListId;
  /** What was there before is kept for this import; null: nothing is kept. */
  readonly importId: ImportId | null;
  /** Rows that a known lead takes over. */
  readonly updates: readonly KnownLeadRow[];
  /** Rows that a known lead takes over on its way into this list. */
  readonly moves: readonly KnownLeadRow[];
  /** Whether the people were told, when they consented, how to withdraw and how to see the proof. */
  readonly consentsAreInformed: boolean;
  readonly atMs: number;
}

type LeadRow = Selectable<Schema['lead']>;
type PhoneRow = Selectable<Schema['lead_phone']>;

/** A lead as an import found it: what `removeImported` puts back. */
export interface LeadBefore {
  readonly lead: LeadRow;
  readonly phones: readonly PhoneRow[];
  /** The consent that the row added; null when it added none. */
  readonly consentId: ConsentId | null;
  readonly isMove: boolean;
}

/** Closed leads that a move opens again; the others stay closed: done, or not to be called. */
const reopenedReasons = ['attempts_used_up', 'refused_by_rule', 'not_interested', 'wrong_number'] as const;

/**
 * Changes known leads: each takes what its row says and keeps what the row does not say; a moved one comes into the
 * list, open again when nothing forbids it. Answers how many came into the list from another; the list's own count is
 * the caller's to change. Call it in a transaction.
 */
export async function changeKnownLeads(tx: Tx, batch: KnownLeads): Promise<number> {
  let rows = [
    ...batch.updates.map((row) => ({ ...row, isMove: false })),
    ...batch.moves.map((row) => ({ ...row, isMove: true })),
  ];
  let moved = 0;
  // Two rows may be about one lead: the second one goes by what the first has made of it.
  while (rows.length > 0) {
    const firstOf = new Map(rows.toReversed().map((row) => [row.leadId, row]));
    moved += await changeEachOnce(tx, batch, [...firstOf.values()]);
    rows = rows.filter((row) => firstOf.get(row.leadId) !== row);
  }
  return moved;
}

async function changeEachOnce(
  tx: Tx,
  batch: KnownLeads,
  rows: readonly (KnownLeadRow & { readonly isMove: boolean })[],
): Promise<number> {
  const found = await findLeads(tx, batch, rows);
  const known = rows.flatMap((row) => {
    const before = found.get(row.leadId);
    return before ? [{ ...row, before }] : [];
  });
  const consents = await storeConsents(tx, batch, known);
  await noteBefore(tx, batch, known, consents);
  for (const row of known) await change(tx, batch, row);
  await sortInto(tx, batch, known);
  await joinPersons(
    tx,
    batch.clientId,
    known.map(({ leadId: id, fields }) => personOf({ id, fields })),
  );
  return countMoves(tx, batch, known);
}

interface FoundLead {
  readonly lead: LeadRow;
  readonly phones: readonly PhoneRow[];
}
type ChangedRow = KnownLeadRow & { readonly isMove: boolean; readonly before: FoundLead };

async function findLeads(
  tx: Tx,
  { clientId }: KnownLeads,
  rows: readonly KnownLeadRow[],
): Promise<ReadonlyMap<LeadId, FoundLead>> {
  const ids = rows.map((row) => row.leadId);
  const known = tx
    .selectFrom('lead')
    .selectAll()
    .where('client_id', '=', clientId)
    .where(isAnyOf(tx, 'id', ids));
  const leads = await lockToChange(tx, 'lead', known).execute();
  const phones = await tx
    .selectFrom('lead_phone')
    .selectAll()
    .where('client_id', '=', clientId)
    .where(isAnyOf(tx, 'lead_id', ids))
    .orderBy('lead_id')
    .orderBy('position')
    .execute();
  const byLead = Map.groupBy(phones, (phone) => phone.lead_id);
  return new Map(leads.map((lead) => [lead.id, { lead, phones: byLead.get(lead.id) ?? [] }]));
}

/** What rows say of consents that is not on record yet; by lead. */
async function storeConsents(
  tx: Tx,
  batch: KnownLeads,
  rows: readonly ChangedRow[],
): Promise<ReadonlyMap<LeadId, ConsentId>> {
  const said = rows.flatMap((row): (ConsentOfLead & { leadId: LeadId })[] =>
    row.fields.consent === null
      ? []
      : [
          {
            leadId: row.leadId,
            id: consentIdOfRow(batch, row),
            phoneNumber: row.fields.phones[0].phoneNumber,
            consent: row.fields.consent,
          },
        ],
  );
  const fresh = new Set(await consentsNotOnRecord(tx, batch.clientId, said));
  await insertConsentsOfLeads(tx, batch, [...fresh]);
  return new Map(said.filter((each) => fresh.has(each)).map(({ leadId, id }) => [leadId, id]));
}

/** An id of its own for each change: two thirds of the import's or else the lead's, then the line or else the instant. */
function consentIdOfRow({ importId, atMs }: KnownLeads, { leadId, line }: KnownLeadRow): ConsentId {
  const [id, number] = importId === null ? [leadId, atMs] : [importId, line];
  const digits = id.slice(id.indexOf('_') + 1);
  return `consent_${digits.slice(-20)}${number.toString(16).padStart(12, '0')}`;
}

/** What the first row to change a lead found; a later row of the same file does not hide it. */
async function noteBefore(
  tx: Tx,
  batch: KnownLeads,
  rows: readonly ChangedRow[],
  consents: ReadonlyMap<LeadId, ConsentId>,
): Promise<void> {
  const { importId } = batch;
  if (importId === null) return;
  await insertRows(
    tx,
    'import_change',
    ['import_id', 'lead_id', 'client_id', 'at', 'before'],
    rows.map(({ leadId, before, isMove }) => {
      const noted: LeadBefore = { ...before, consentId: consents.get(leadId) ?? null, isMove };
      return [importId, leadId, batch.clientId, batch.atMs, JSON.stringify(noted)];
    }),
    'leave out',
  );
}

async function change(tx: Tx, batch: KnownLeads, row: ChangedRow): Promise<void> {
  const { lead } = row.before;
  const phones = phonesAfter(row.before.phones, row.fields);
  const isChanged = phones.some((phone, at) => !isSamePhone(phone, row.before.phones[at]));
  if (isChanged) await replacePhones(tx, batch.clientId, row.leadId, phones);
  await tx
    .updateTable('lead')
    .set({ ...columnsAfter(lead, row.fields), ...placeAfter(batch, row, phones), changed_at: batch.atMs })
    .where('id', '=', row.leadId)
    .where('client_id', '=', batch.clientId)
    .execute();
}

/** A lead that stays where it was may be of another campaign than the rows. */
async function sortInto(tx: Tx, batch: KnownLeads, rows: readonly ChangedRow[]): Promise<void> {
  const byCampaign = Map.groupBy(rows, ({ isMove, before }) =>
    isMove ? batch.campaignId : before.lead.campaign_id,
  );
  for (const [campaignId, own] of byCampaign)
    await sortLeads(tx, { ...batch, campaignId, ids: own.map(({ leadId }) => leadId) });
}

/** What the row says, and what was there where it says nothing. */
function columnsAfter(lead: LeadRow, fields: FieldsToStore) {
  const said = Object.entries(columnsOf(fields)).filter(([, value]) => value !== null);
  // Written by this package alone, as JSON of such values.
  const custom = { ...(JSON.parse(lead.custom) as Record<string, CustomValue>), ...fields.custom };
  return {
    ...Object.fromEntries(said),
    custom: JSON.stringify(custom),
    priority: fields.priority === 0 ? lead.priority : fields.priority,
  };
}

/** The row's numbers in its order, then those that the lead had besides; what closed a number stays. */
function phonesAfter(before: readonly PhoneRow[], fields: FieldsToStore) {
  const known = new Map(before.map((phone) => [phone.phone_number, phone]));
  const said = fields.phones.map(({ phoneNumber, label, extension, lineType }) => {
    const old = known.get(phoneNumber);
    return {
      phone_number: phoneNumber,
      label: label ?? old?.label ?? null,
      extension: extension ?? old?.extension ?? null,
      line_type: lineType ?? old?.line_type ?? null,
      closed_reason: old?.closed_reason ?? null,
    };
  });
  const numbers = new Set<PhoneNumber>(said.map((phone) => phone.phone_number));
  return [...said, ...before.filter((phone) => !numbers.has(phone.phone_number))];
}
type PhoneAfter = ReturnType<typeof phonesAfter>[number];

function isSamePhone(one: PhoneAfter, other: PhoneRow | undefined): boolean {
  return (
    one.phone_number === other?.phone_number &&
    one.label === other.label &&
    one.extension === other.extension &&
    one.line_type === other.line_type
  );
}

/**
 * A moved lead belongs to this import, if there is one; a closed one that may be called again waits, staged, for its
 * release, or is due at once.
 */
function placeAfter(batch: KnownLeads, { line, isMove, before: { lead } }: ChangedRow, phones: PhoneAfter[]) {
  if (!isMove) return {};
  const { listId: list_id, campaignId: campaign_id, importId: import_id } = batch;
  const place = {
    ...{ list_id, campaign_id, import_id, import_line: import_id === null ? null : line },
    quota_cell: null,
  };
  const next = phones.find((phone) => phone.closed_reason === null);
  const isReopened = next !== undefined && reopenedReasons.some((reason) => reason === lead.closed_reason);
  if (!isReopened) return place;
  const standing =
    import_id === null
      ? { state: 'open' as const, next_try_at: batch.atMs }
      : { state: 'staged' as const, next_try_at: null };
  return { ...place, ...standing, closed_reason: null, phone_number: next.phone_number };
}

/** Takes the moved leads off the counts of the lists that they leave; answers how many come into this one. */
async function countMoves(tx: Tx, { listId }: KnownLeads, rows: readonly ChangedRow[]): Promise<number> {
  const moved = rows.filter(({ isMove, before }) => isMove && before.lead.list_id !== listId);
  const byList = Map.groupBy(moved, (row): ListId => row.before.lead.list_id);
  for (const [id, left] of byList) {
    await tx
      .updateTable('list')
      .set((column) => ({ leads_count: column('leads_count', '-', left.length) }))
      .where('id', '=', id)
      .execute();
  }
  return moved.length;
}
