import type { ClientId, LeadId, ListId, PhoneNumber } from '@alize/model';
import type { Db } from './open-database.ts';

/** Leads of a list looked at in one statement: some milliseconds. */
const leadsAtOnce = 500;

export interface WaitingLead {
  readonly id: LeadId;
  readonly nextTryAtMs: number;
}

/**
 * Those of the next 500 leads of a list that had calls and wait for their next one, callbacks apart; `lastId` is where
 * to go on after, null at the list's end. Index lead_list.
 */
export async function waitingLeads(
  db: Db,
  of: { readonly clientId: ClientId; readonly listId: ListId; readonly afterId: LeadId | null },
  nowMs: number,
): Promise<{ readonly leads: readonly WaitingLead[]; readonly lastId: LeadId | null }> {
  const rows = await db
    .selectFrom('lead')
    .select(['id', 'client_id', 'state', 'attempts_count', 'is_callback', 'next_try_at'])
    .where('list_id', '=', of.listId)
    .$if(of.afterId !== null, (query) => query.where('id', '>', of.afterId))
    .orderBy('id')
    .limit(leadsAtOnce)
    .execute();
  const leads = rows.flatMap((row) => {
    const isWaiting = row.state === 'open' && row.attempts_count > 0 && row.is_callback === 0;
    if (!isWaiting || row.client_id !== of.clientId || (row.next_try_at ?? 0) <= nowMs) return [];
    return [{ id: row.id, nextTryAtMs: row.next_try_at ?? 0 }];
  });
  return { leads, lastId: rows.length < leadsAtOnce ? null : (rows.at(-1)?.id ?? null) };
}

/** Has a lead that still waits be called sooner, on this number. Does nothing to one that has moved on meanwhile. */
export async function bringForward(
  db: Db,
  leadId: LeadId,
  to: { readonly atMs: number; readonly phoneNumber: PhoneNumber },
  nowMs: number,
): Promise<void> {
  await db
    .updateTable('lead')
    .set({ next_try_at: to.atMs, phone_number: to.phoneNumber, changed_at: nowMs })
    .where('id', '=', leadId)
    .where('state', '=', 'open')
    .where('is_callback', '=', 0)
    .where('next_try_at', '>', to.atMs)
    .execute();
}
