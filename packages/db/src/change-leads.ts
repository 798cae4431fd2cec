import { changeKnownLeads, type KnownLeads } from './change-known-leads.ts';
import type { Tx } from './open-database.ts';

/**
 * Changes known leads by what comes one by one or in batches, not in a file: it counts at once and nothing is kept to
 * undo it. A moved lead is due at once when nothing forbids it. Call it in a transaction.
 */
export async function changeLeads(tx: Tx, known: Omit<KnownLeads, 'importId'>): Promise<void> {
  const moved = await changeKnownLeads(tx, { ...known, importId: null });
  if (moved === 0) return;
  await tx
    .updateTable('list')
    .set((column) => ({ leads_count: column('leads_count', '+', moved) }))
    .where('id', '=', known.listId)
    .where('client_id', '=', known.clientId)
    .execute();
}
