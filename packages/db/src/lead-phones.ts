import type { ClientId, LeadId, PhoneNumber } from '@alize/model';
import type { Selectable } from 'kysely';
import { insertRows } from './insert-rows.ts';
import { isAnyOf } from './is-any-of.ts';
import type { PhoneToStore } from './lead-row.ts';
import type { Db, Tx } from './open-database.ts';
import type { PhoneClosedReason, Schema } from './schema.ts';

/** One of the numbers of a stored lead. */
export interface StoredPhone extends PhoneToStore {
  /** Why it is not tried again; null while it may be. */
  readonly closedReason: PhoneClosedReason | null;
}

type PhoneRow = Selectable<Schema['lead_phone']>;

/** All numbers of these leads, in the order in which they are tried. The primary key of lead_phone is the index. */
export async function phonesOfLeads(
  db: Db,
  clientId: ClientId,
  ids: readonly LeadId[],
): Promise<ReadonlyMap<LeadId, readonly StoredPhone[]>> {
  const rows = await db
    .selectFrom('lead_phone')
    .selectAll()
    .where('client_id', '=', clientId)
    .where(isAnyOf(db, 'lead_id', ids))
    .orderBy('lead_id')
    .orderBy('position')
    .execute();
  const byLead = Map.groupBy(rows, (row) => row.lead_id);
  return new Map([...byLead].map(([id, phones]) => [id, phones.map(toPhone)]));
}

/** The client's leads that have one of these numbers, first or other. Index lead_phone_number. */
export function leadsOfNumbers(db: Db, clientId: ClientId, numbers: readonly PhoneNumber[]) {
  return db
    .selectFrom('lead_phone')
    .select('lead_phone.lead_id')
    .where('lead_phone.client_id', '=', clientId)
    .where(isAnyOf(db, 'lead_phone.phone_number', numbers));
}

/** Writes the numbers of a lead anew. Call it in a transaction. */
export async function replacePhones(
  tx: Tx,
  clientId: ClientId,
  leadId: LeadId,
  phones: readonly Omit<PhoneRow, 'lead_id' | 'position' | 'client_id'>[],
): Promise<void> {
  await tx.deleteFrom('lead_phone').where('lead_id', '=', leadId).where('client_id', '=', clientId).execute();
  await insertRows(
    tx,
    'lead_phone',
    ['lead_id', 'position', 'client_id', 'phone_number', 'label', 'extension', 'line_type', 'closed_reason'],
    phones.map((phone, at) => [
      leadId,
      at + 1,
      clientId,
      phone.phone_number,
      phone.label,
      phone.extension,
      phone.line_type,
      phone.closed_reason,
    ]),
  );
}

function toPhone(row: PhoneRow): StoredPhone {
  return {
    phoneNumber: row.phone_number,
    label: row.label,
    extension: row.extension,
    lineType: row.line_type,
    closedReason: row.closed_reason,
  };
}
