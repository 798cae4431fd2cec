import {
  announce,
  appendEvents,
  deleteImportErrors,
  findList,
  type ImportChange,
  type StoredImport,
  saveImportReport,
  setImportState,
  type Tx,
} from '@alize/db';
import type { FileErrorCode } from '@alize/lead-import';
import type { ImportState } from '@alize/model';
import type { Checked } from './check-file.ts';
import { importChanged } from './import-event.ts';
import type { Workshop } from './workshop.ts';

type Parts = Pick<Workshop, 'db' | 'clock' | 'ids'>;
type Ending = Omit<ImportChange, 'state' | 'atMs' | 'phase' | 'from'>;

/** The dry run is done: a person looks at its report. */
export async function endCheck(
  { db, clock, ids }: Parts,
  found: StoredImport,
  checked: Checked,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await saveImportReport(tx, found.id, checked.report);
    await moveTo({ tx, clock, ids }, found, 'checked', { fileSha256: checked.fileSha256 });
  });
}

/** The import of a file is done, and its leads may be called. */
export async function endImport({ db, clock, ids }: Parts, found: StoredImport): Promise<void> {
  await db
    .transaction()
    .execute((tx) => moveTo({ tx, clock, ids }, found, 'imported', { importedAtMs: clock.nowMs() }));
}

/** Nothing is left of an import that was given up, refused or undone. */
export async function endRemoval({ db, clock, ids }: Parts, found: StoredImport): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (found.state === 'undoing')
      return moveTo({ tx, clock, ids }, found, 'undone', { undoneAtMs: clock.nowMs() });
    await deleteImportErrors(tx, found.id);
    return moveTo({ tx, clock, ids }, found, found.failure === null ? 'cancelled' : 'refused', {});
  });
}

/**
 * An import cannot go on, for the file's own fault or because it failed again and again; what is stored of it is then to
 * be taken out. False when it had moved on by itself, or has begun to let go of its leads and can only be finished.
 */
export async function refuse(
  { db, clock, ids }: Parts,
  found: StoredImport,
  failure: FileErrorCode | 'interrupted',
): Promise<boolean> {
  const isStored = found.state === 'importing' && found.phase !== 'releasing';
  if (!isStored && found.state !== 'checking') return false;
  return db.transaction().execute(async (tx) => {
    if (isStored) return moveTo({ tx, clock, ids }, found, 'cancelling', { failure });
    await deleteImportErrors(tx, found.id);
    return moveTo({ tx, clock, ids }, found, 'refused', { failure });
  });
}

/** Where an import goes no further by itself: webhooks are told. */
const ended: readonly ImportState[] = ['imported', 'refused', 'cancelled', 'undone'];

/** Tells webhooks that an import is over. */
export async function announceEnd(
  { tx, ids }: { readonly tx: Tx } & Pick<Workshop, 'ids'>,
  found: StoredImport,
  end: Ending & { readonly state: ImportState; readonly atMs: number },
): Promise<void> {
  const { id: importId, clientId, campaignId, listId, fileName, report } = found;
  const { state, failure = found.failure, atMs } = end;
  const counts = { rows: report?.rows ?? null, fates: report?.fates ?? null };
  const data = { importId, campaignId, listId, fileName, state, failure, ...counts };
  const notice = { clientId, kind: 'import.ended', atMs, data, campaignId, leadId: null } as const;
  await announce(tx, notice, () => ids.make('delivery'));
}

/** False when somebody has moved it on meanwhile. */
async function moveTo(
  { tx, clock, ids }: { readonly tx: Tx } & Pick<Workshop, 'clock' | 'ids'>,
  found: StoredImport,
  state: ImportState,
  ending: Ending,
): Promise<boolean> {
  const atMs = clock.nowMs();
  const isMoved = await setImportState(tx, found.id, {
    ...ending,
    ...{ state, from: [found.state], phase: null, atMs },
  });
  if (!isMoved) return false;
  await appendEvents(tx, atMs, [importChanged({ ...found, state })]);
  if (ended.includes(state)) await announceEnd({ tx, ids }, found, { ...ending, state, atMs });
  const list = found.listId === null ? null : await findList(tx, found.clientId, found.listId);
  if (!list) return true;
  const { id: listId, campaignId, rowsTotal, leadsCount, errorsCount } = list;
  const event = { kind: 'list.changed', listId, campaignId, state: list.state } as const;
  const counts = { rowsTotal, leadsCount, errorsCount };
  await appendEvents(tx, atMs, [{ clientId: found.clientId, event: { ...event, ...counts } }]);
  return true;
}
