import type { ClientId, LeadId, ListId, ListOutlook, PhoneNumber } from '@alize/model';
import type { Db } from './open-database.ts';
import type { KnownPlace } from './person-facts.ts';

/** An open lead, as far as a ruling on it needs it. */
export interface LeadToJudge {
  readonly id: LeadId;
  readonly phoneNumber: PhoneNumber;
  readonly place: KnownPlace;
}

/** Open leads of a list after lead `after`, in the order of the file. Index lead_list. */
export async function leadsToJudge(
  db: Db,
  clientId: ClientId,
  listId: ListId,
  page: { readonly after: LeadId | null; readonly limit: number },
): Promise<readonly LeadToJudge[]> {
  const rows = await db
    .selectFrom('lead')
    .select(['id', 'phone_number', 'postal_code', 'country', 'state_of_address', 'time_zone'])
    .where('list_id', '=', listId)
    .where('client_id', '=', clientId)
    .where('state', '=', 'open')
    .$if(page.after !== null, (query) => query.where('id', '>', page.after as LeadId))
    .orderBy('id')
    .limit(page.limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    phoneNumber: row.phone_number,
    place: {
      postalCode: row.postal_code,
      country: row.country,
      state: row.state_of_address,
      timeZone: row.time_zone,
    },
  }));
}

/** Keeps what the rules said of a list's leads when they were last asked. */
export async function saveListOutlook(
  db: Db,
  clientId: ClientId,
  listId: ListId,
  outlook: ListOutlook,
): Promise<void> {
  await db
    .updateTable('list')
    .set({ outlook: JSON.stringify(outlook) })
    .where('id', '=', listId)
    .where('client_id', '=', clientId)
    .execute();
}
