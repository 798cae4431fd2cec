import {
  type ImportBatch,
  insertList,
  type StoredImport,
  saveImportReport,
  setImportState,
  storeImportBatch,
} from '@alize/db';
import type { ReadRow } from '@alize/lead-import';
import { withLineTypes } from '../line-types.ts';
import { checkFile } from './check-file.ts';
import { type OpenedUpload, openUpload, UploadChanged } from './open-upload.ts';
import { type SortedLead, type SortedRows, sortRows } from './sort-rows.ts';
import { createTally } from './tally.ts';
import { createTeller } from './teller.ts';
import type { Workshop } from './workshop.ts';

/** What is stored at once at most; reading the next rows is the rest after storing the last. */
const readAtOnce = 2000;

/** An import whose file was checked and whose list is there. */
type Ready = StoredImport & { readonly listId: NonNullable<StoredImport['listId']> };

/**
 * Stores all rows of a file that lie behind the last one stored; none of them can be called yet. A batch of rows, the
 * report so far and the place in the file go on disk together, so that a stop at any moment loses no row and repeats
 * none. A file that was never checked is checked first. Throws FileError and UploadChanged.
 */
export async function storeFile(shop: Workshop, begun: StoredImport): Promise<void> {
  const found = await prepare(shop, begun);
  const upload = await openUpload(shop, found);
  if (upload.sha256 !== found.fileSha256) throw new UploadChanged();
  await storeRows(shop, found, upload);
}

/** A file that was checked, and a list for its leads. */
async function prepare(shop: Workshop, found: StoredImport): Promise<Ready> {
  const { db, clock, ids } = shop;
  const checked = found.report === null ? await checkFile(shop, found) : null;
  const listId = found.listId ?? ids.make('list');
  const fileSha256 = checked?.fileSha256 ?? found.fileSha256;
  await db.transaction().execute(async (tx) => {
    const atMs = clock.nowMs();
    const { id, clientId, campaignId, listName: name, fileName, createdBy, state } = found;
    if (checked) await saveImportReport(tx, id, checked.report);
    if (found.listId === null) {
      await insertList(tx, { ...{ id: listId, clientId, campaignId }, name, fileName, createdBy }, atMs);
    }
    const change = { state, from: [state], listId, ...(fileSha256 !== null && { fileSha256 }), atMs };
    if (!(await setImportState(tx, id, change))) throw new Error(`import ${id} is ${state} no more`);
  });
  return { ...found, listId, fileSha256, report: checked?.report ?? found.report };
}

async function storeRows(shop: Workshop, found: Ready, upload: OpenedUpload): Promise<void> {
  const { db, pace } = shop;
  const { report } = found;
  const beganMs = performance.now();
  // Until its first row is stored the report is the dry run's: what it counted is counted again.
  const before = found.cursorLine > 0 ? report : null;
  const tally = createTally(before);
  const rowsAll = found.cursorLine > 0 ? null : (report?.rows ?? null);
  const teller = createTeller(shop, found, { phase: 'storing', rowsDone: tally.rows, rowsAll, share: 0 });
  let afterLine = found.cursorLine;
  for await (const { rows, share } of upload.rows(found.cursorLine, readAtOnce)) {
    for (const batch of batchesOf(rows, () => pace.rows)) {
      const sorted = await sortRows(shop, found, batch, tally);
      const seconds = (before?.seconds ?? 0) + (performance.now() - beganMs) / 1000;
      const soFar = tally.report({ file: upload.file, outlook: report?.outlook ?? null, seconds });
      const toStore = toBatch(shop, found, sorted, { afterLine, rows: batch });
      await pace.run(() =>
        db.transaction().execute(async (tx) => {
          await storeImportBatch(tx, toStore);
          await saveImportReport(tx, found.id, soFar);
          if (teller.isDue()) await teller.tell(tx, { rowsDone: tally.rows, share });
        }),
      );
      afterLine = toStore.cursorLine;
    }
  }
}

/** As many rows at a time as is right at that moment, or a few less, so that the last are not a handful. */
function* batchesOf(rows: readonly ReadRow[], size: () => number): Generator<readonly ReadRow[]> {
  for (let at = 0; at < rows.length; ) {
    const left = rows.length - at;
    const batch = rows.slice(at, at + Math.ceil(left / Math.ceil(left / size())));
    at += batch.length;
    yield batch;
  }
}

function toBatch(
  { ids, clock }: Workshop,
  { id: importId, clientId, campaignId, listId, settings }: Ready,
  { leads }: SortedRows,
  { afterLine, rows }: { readonly afterLine: number; readonly rows: readonly ReadRow[] },
): ImportBatch {
  const known = (fate: SortedLead['fate']) =>
    leads.flatMap(({ knownId, line, fields, fate: own }) =>
      own === fate && knownId !== null ? [{ leadId: knownId, line, fields: withLineTypes(fields) }] : [],
    );
  return {
    ...{ importId, clientId, campaignId, listId, afterLine },
    leads: leads
      .filter(({ fate }) => fate === 'added')
      .map(({ line, fields }) => ({ id: ids.make('lead'), line, fields: withLineTypes(fields) })),
    updates: known('updated'),
    moves: known('moved'),
    cursorLine: rows.at(-1)?.line ?? afterLine,
    rows: rows.length,
    consentsAreInformed: settings.consentsAreInformed,
    atMs: clock.nowMs(),
  };
}
