import type { ImportId } from '@alize/model';
import { changeKnownLeads, type KnownLeads } from './change-known-leads.ts';
import { insertConsentsOfLeads } from './lead-consents.ts';
import { consentIdOf, insertLeads, type NewLead, personOf } from './lead-row.ts';
import type { Tx } from './open-database.ts';
import { joinNewPersons } from './persons.ts';
import { sortLeads } from './quotas.ts';

/** Some rows of a file, in its order. */
export interface ImportBatch extends KnownLeads {
  readonly importId: ImportId;
  /** Rows that become leads. */
  readonly leads: readonly (NewLead & { readonly line: number })[];
  /** Where the import stood when these rows were read. */
  readonly afterLine: number;
  /** The last line of these rows, those counted that are left out. */
  readonly cursorLine: number;
  /** How many rows these are, those counted that are left out. */
  readonly rows: number;
}

/** How far an import has come. */
export interface ImportStanding {
  readonly cursorLine: number;
  readonly rowsDone: number;
  readonly leadsCount: number;
}

/**
 * Stores some rows of a file in one transaction: new leads, staged, with their numbers, persons and consents; changes
 * of known leads, with what was there before; and how far the file is stored. Throws when the import is not
 * `importing`, or no longer stands where these rows begin: another process has gone on with it.
 */
export async function storeImportBatch(tx: Tx, batch: ImportBatch): Promise<ImportStanding> {
  const { importId, clientId, atMs, leads } = batch;
  const standing = await moveCursor(tx, batch);
  if (leads.length > 0) {
    await insertLeads(tx, { ...batch, state: 'staged', nextTryAtMs: null }, leads);
    await joinNewPersons(tx, clientId, leads.map(personOf));
    await insertConsentsOfLeads(tx, batch, consentsIn(leads));
    await sortLeads(tx, { ...batch, ids: leads.map(({ id }) => id) });
  }
  const moved = await changeKnownLeads(tx, batch);
  const added = leads.length + moved;
  await tx
    .updateTable('list')
    .set((column) => ({ leads_count: column('leads_count', '+', added) }))
    .where('id', '=', batch.listId)
    .execute();
  const { leads_count } = await tx
    .updateTable('import')
    .set((column) => ({ leads_count: column('leads_count', '+', added), changed_at: atMs }))
    .where('id', '=', importId)
    .returning('leads_count')
    .executeTakeFirstOrThrow();
  return { ...standing, leadsCount: leads_count };
}

async function moveCursor(tx: Tx, batch: ImportBatch): Promise<Omit<ImportStanding, 'leadsCount'>> {
  const row = await tx
    .updateTable('import')
    .set((column) => ({ cursor_line: batch.cursorLine, rows_done: column('rows_done', '+', batch.rows) }))
    .where('id', '=', batch.importId)
    .where('client_id', '=', batch.clientId)
    .where('state', '=', 'importing')
    .where('cursor_line', '=', batch.afterLine)
    .returning(['cursor_line as cursorLine', 'rows_done as rowsDone'])
    .executeTakeFirst();
  if (!row) throw new Error(`import ${batch.importId} does not stand at line ${batch.afterLine} any more`);
  return row;
}

/** The consents that came with new leads. */
export function consentsIn(leads: readonly NewLead[]) {
  return leads.flatMap(({ id, fields }) =>
    fields.consent === null
      ? []
      : [{ id: consentIdOf(id), phoneNumber: fields.phones[0].phoneNumber, consent: fields.consent }],
  );
}
