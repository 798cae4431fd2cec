import { deleteImportErrors, findImport, releaseImport, removeImported, type StoredImport } from '@alize/db';
import { FileError, type FileErrorCode } from '@alize/lead-import';
import { checkFile } from './check-file.ts';
import { endCheck, endImport, endRemoval, refuse } from './endings.ts';
import { UploadChanged } from './open-upload.ts';
import { stepByStep } from './step-by-step.ts';
import { storeFile } from './store-file.ts';
import type { ImportAsked, Workshop } from './workshop.ts';

/**
 * Does all that an import's state asks for, until nothing more is to be done without a person. The state on disk is the
 * only memory: cut off anywhere, the next call goes on from there.
 */
export async function carryOn(shop: Workshop, asked: ImportAsked): Promise<void> {
  const found = await findImport(shop.db, asked.clientId, asked.importId);
  if (!found) return;
  try {
    await doWhatIsDue(shop, found);
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    // What was stored before is taken out again.
    if (await refuse(shop, found, failure)) await carryOn(shop, asked);
  }
}

async function doWhatIsDue(shop: Workshop, found: StoredImport): Promise<void> {
  switch (found.state) {
    case 'checking':
      return endCheck(shop, found, await checkFile(shop, found));
    case 'importing':
      if (found.phase !== 'releasing') await storeFile(shop, found);
      return release(shop, found);
    case 'cancelling':
    case 'undoing':
      await stepByStep(shop, found, 'removing', (tx, limit) => removeImported(tx, found.id, limit));
      return endRemoval(shop, found);
    case 'cancelled':
      // Its refused rows are of no more use to anybody.
      return deleteImportErrors(shop.db, found.id);
    case 'checked':
    case 'refused':
    case 'imported':
    case 'undone':
      return;
    default:
      return found.state satisfies never;
  }
}

/** Lets the leads be called, once every row is stored: from here on the import cannot be given up. */
async function release(shop: Workshop, { clientId, id }: StoredImport): Promise<void> {
  const { db, clock } = shop;
  const stored = await findImport(db, clientId, id);
  if (!stored) return;
  await stepByStep(shop, stored, 'releasing', (tx, limit) => releaseImport(tx, id, clock.nowMs(), limit));
  await endImport(shop, stored);
}

/** What people are told of a fault of the file; null for any other fault. */
function failureOf(error: unknown): FileErrorCode | 'interrupted' | null {
  if (error instanceof FileError) return error.code;
  return error instanceof UploadChanged ? 'interrupted' : null;
}
