import type { ClientId, ClosedReason, Lead, LeadId, LeadState, ListId, PhoneNumber } from '@alize/model';
import type { Db } from './open-database.ts';

/** A lead as a row of its list's page. */
export interface LeadOfList
  extends Pick<Lead, 'civility' | 'firstName' | 'lastName' | 'company' | 'reference'> {
  readonly id: LeadId;
  readonly listId: ListId;
  readonly phoneNumber: PhoneNumber;
  readonly city: string | null;
  readonly state: LeadState;
  readonly nextTryAtMs: number | null;
  readonly attemptsCount: number;
  readonly closedReason: ClosedReason | null;
}

/** Leads of a list in the order in which they came, after lead `after`; staged ones left out. Index lead_list. */
export async function leadsOfList(
  db: Db,
  clientId: ClientId,
  listId: ListId,
  page: { readonly after: LeadId | null; readonly limit: number; readonly state?: LeadState | undefined },
): Promise<readonly LeadOfList[]> {
  const { after, state } = page;
  return db
    .selectFrom('lead')
    .select([
      'id',
      'list_id as listId',
      'phone_number as phoneNumber',
      'civility',
      'first_name as firstName',
      'last_name as lastName',
      'company',
      'reference',
      'city',
      'state',
      'next_try_at as nextTryAtMs',
      'attempts_count as attemptsCount',
      'closed_reason as closedReason',
    ])
    .where('list_id', '=', listId)
    .where('client_id', '=', clientId)
    .$if(after !== null, (query) => query.where('id', '>', after as LeadId))
    .where('state', '!=', 'staged')
    .$if(state !== undefined, (query) => query.where('state', '=', state as LeadState))
    .orderBy('id')
    .limit(page.limit)
    .execute();
}
