import type { ClientId, Script, ScriptId, UserId } from '@alize/model';
import type { Db } from './open-database.ts';
import { readDocument } from './scripts.ts';

/** The version of a script that people work on. */
export interface ScriptDraft {
  readonly scriptId: ScriptId;
  readonly name: string;
  /** Null while nobody works on one. */
  readonly document: Script | null;
  /** Raised by every save and by every end of a draft, and never lower again: a stale one never fits. */
  readonly version: number;
  readonly changedAtMs: number | null;
  /** Name of who saved it last. */
  readonly changedBy: string | null;
}

/** The draft of a script, with its version number also while there is none; null when the client has no such script. */
export async function findDraft(db: Db, clientId: ClientId, id: ScriptId): Promise<ScriptDraft | null> {
  const row = await db
    .selectFrom('script')
    .leftJoin('user', 'user.id', 'script.draft_changed_by')
    .select([
      'script.id as scriptId',
      'script.name',
      'script.draft',
      'script.draft_version as version',
      'script.draft_changed_at as changedAtMs',
      'user.name as changedBy',
    ])
    .where('script.id', '=', id)
    .where('script.client_id', '=', clientId)
    .executeTakeFirst();
  if (!row) return null;
  const { draft, ...rest } = row;
  return { ...rest, document: draft === null ? null : readDocument(draft) };
}

/** What is to become of a draft of version `expected`. */
export interface DraftChangeAsked {
  readonly clientId: ClientId;
  readonly id: ScriptId;
  readonly expected: number;
  /** Null lets the draft go. */
  readonly document: Script | null;
  readonly by: UserId;
  readonly atMs: number;
}

/**
 * Puts a draft in the place of the one of version `expected`, in one statement; false when another was saved meanwhile,
 * and then nothing has changed.
 */
export async function changeDraft(db: Db, change: DraftChangeAsked): Promise<boolean> {
  const isKept = change.document !== null;
  const result = await db
    .updateTable('script')
    .set((column) => ({
      draft: isKept ? JSON.stringify(change.document) : null,
      draft_version: column('draft_version', '+', 1),
      draft_changed_at: isKept ? change.atMs : null,
      draft_changed_by: isKept ? change.by : null,
    }))
    .where('id', '=', change.id)
    .where('client_id', '=', change.clientId)
    .where('draft_version', '=', change.expected)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
