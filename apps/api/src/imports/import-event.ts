import type { NewEvent, StoredImport } from '@alize/db';
import type { ImportProgress } from '@alize/model';

/** How far an import has come of which nothing is being done. */
const atRest: ImportProgress = {
  phase: null,
  rowsDone: 0,
  rowsAll: null,
  share: 0,
  rowsPerSecond: 0,
  secondsLeft: null,
};

/** The event that tells how far an import has come; without `progress`, that nothing is being done. */
export function importChanged(
  found: Pick<StoredImport, 'id' | 'clientId' | 'campaignId' | 'listId' | 'state'>,
  progress: ImportProgress = atRest,
): NewEvent {
  const { id: importId, clientId, campaignId, listId, state } = found;
  return { clientId, event: { kind: 'import.changed', importId, campaignId, listId, state, ...progress } };
}
