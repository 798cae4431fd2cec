import { deleteImportErrors, insertImportErrors, type StoredImport } from '@alize/db';
import type { ImportReport } from '@alize/leads';
import { openUpload } from './open-upload.ts';
import { createRulings } from './rulings.ts';
import { sortRows } from './sort-rows.ts';
import { createTally } from './tally.ts';
import { createTeller } from './teller.ts';
import type { Workshop } from './workshop.ts';

/** What a dry run finds. */
export interface Checked {
  readonly report: ImportReport;
  readonly fileSha256: string;
}

/** What is on record is asked for so many people at a time. */
const readAtOnce = 500;

/**
 * Reads a whole file once and says what its import would do: the fate of each row, and of each lead that would come in
 * what the rules say. Stores nothing but the rows that are refused. Throws FileError
 * and UploadChanged.
 */
export async function checkFile(shop: Workshop, found: StoredImport): Promise<Checked> {
  const { db, pace } = shop;
  const beganMs = performance.now();
  const upload = await openUpload(shop, found);
  // Of a dry run that was cut off.
  await pace.run(() => db.transaction().execute((tx) => deleteImportErrors(tx, found.id)));
  const tally = createTally();
  const rulings = await createRulings(shop, found);
  const teller = createTeller(shop, found, { phase: 'reading', rowsDone: 0, rowsAll: null, share: 0 });
  for await (const { rows, share } of upload.rows(0, readAtOnce)) {
    const { leads, errors } = await sortRows(shop, found, rows, tally);
    if (errors.length > 0) {
      await pace.run(() => db.transaction().execute((tx) => insertImportErrors(tx, found, errors)));
    }
    await rulings.judge(leads.filter(({ fate }) => fate === 'added' || fate === 'moved'));
    if (!teller.isDue()) continue;
    const done = { rowsDone: tally.rows, share };
    await pace.run(() => db.transaction().execute((tx) => teller.tell(tx, done)));
  }
  const seconds = (performance.now() - beganMs) / 1000;
  const report = tally.report({ file: upload.file, outlook: rulings.outlook(), seconds });
  return { report, fileSha256: upload.sha256 };
}
