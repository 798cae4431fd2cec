import { changeDraft, type Db, type DraftChangeAsked, findDraft, publishVersion, type Tx } from '@alize/db';
import type { Script, ScriptVersionId } from '@alize/model';
import { Problem } from '../problem.ts';

/** Keeps a draft in the place of the one it was made from. Throws `not_found`, `version_stale`. */
export async function keepDraft(db: Db, change: DraftChangeAsked): Promise<void> {
  if (await changeDraft(db, change)) return;
  const draft = await findDraft(db, change.clientId, change.id);
  throw new Problem(draft ? 'version_stale' : 'not_found');
}

/**
 * Makes a version of the draft and lets the draft go, in one transaction. Throws `not_found` (also without a draft),
 * `version_stale`, and what `check` throws of a draft that is not whole yet.
 */
export async function publishDraft(
  tx: Tx,
  asked: Omit<DraftChangeAsked, 'document'> & {
    readonly versionId: ScriptVersionId;
    readonly check: (document: Script) => Script;
  },
): Promise<void> {
  const draft = await findDraft(tx, asked.clientId, asked.id);
  if (!draft) throw new Problem('not_found');
  if (draft.version !== asked.expected) throw new Problem('version_stale');
  if (!draft.document) throw new Problem('not_found');
  const document = asked.check(draft.document);
  await keepDraft(tx, { ...asked, document: null });
  if (!(await publishVersion(tx, { ...asked, document }))) throw new Problem('not_found');
}
