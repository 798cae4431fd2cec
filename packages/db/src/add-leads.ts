import type { CampaignId, ClientId, ListId } from '@alize/model';
import { insertConsentsOfLeads } from './lead-consents.ts';
import { type FieldsToStore, insertLeads, type NewLead, personOf } from './lead-row.ts';
import type { Tx } from './open-database.ts';
import { joinNewPersons } from './persons.ts';
import { sortLeads } from './quotas.ts';
import { consentsIn } from './store-import-batch.ts';

/** Leads that come one by one or in batches, not in a file. */
export interface LeadsToAdd {
  readonly clientId: ClientId;
  readonly campaignId: CampaignId;
  readonly listId: ListId;
  readonly leads: readonly { readonly id: NewLead['id']; readonly fields: FieldsToStore }[];
  /** Whether the people were told, when they consented, how to withdraw and how to see the proof. */
  readonly consentsAreInformed: boolean;
  readonly atMs: number;
}

/**
 * Adds leads to a list, open and due at once, with their persons and consents. What is known already is the caller's
 * to find (`findDuplicates`) and to change (`changeLeads`) in the same transaction.
 */
export async function addLeads(tx: Tx, added: LeadsToAdd): Promise<void> {
  if (added.leads.length === 0) return;
  const leads = added.leads.map((lead) => ({ ...lead, line: null }));
  await insertLeads(tx, { ...added, importId: null, state: 'open', nextTryAtMs: added.atMs }, leads);
  await joinNewPersons(tx, added.clientId, leads.map(personOf));
  await insertConsentsOfLeads(tx, added, consentsIn(leads));
  await sortLeads(tx, { ...added, ids: leads.map(({ id }) => id) });
  await tx
    .updateTable('list')
    .set((column) => ({ leads_count: column('leads_count', '+', leads.length) }))
    .where('id', '=', added.listId)
    .where('client_id', '=', added.clientId)
    .execute();
}
