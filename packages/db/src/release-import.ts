import type { ImportId } from '@alize/model';
import type { Tx } from './open-database.ts';

/**
 * Lets go of up to `limit` leads of an import, in the order of its file: staged ones become open, due at `atMs`.
 * Answers how many it went through; 0 when it is done. In small steps, each a transaction, so that a large file does
 * not keep the dialer from writing; after a stop it goes on where it was. Index lead_import.
 */
export async function releaseImport(
  tx: Tx,
  importId: ImportId,
  atMs: number,
  limit: number,
): Promise<number> {
  const { released_line } = await tx
    .selectFrom('import')
    .select('released_line')
    .where('id', '=', importId)
    .executeTakeFirstOrThrow();
  const lines = await tx
    .selectFrom('lead')
    .select('import_line')
    .where('import_id', '=', importId)
    .where('import_line', '>', released_line)
    .orderBy('import_line')
    .limit(limit)
    .execute();
  const lastLine = lines.at(-1)?.import_line;
  if (lastLine === undefined || lastLine === null) return 0;
  await tx
    .updateTable('lead')
    .set({ state: 'open', next_try_at: atMs, changed_at: atMs })
    .where('import_id', '=', importId)
    .where('import_line', '>', released_line)
    .where('import_line', '<=', lastLine)
    .where('state', '=', 'staged')
    .execute();
  await tx.updateTable('import').set({ released_line: lastLine }).where('id', '=', importId).execute();
  return lines.length;
}
