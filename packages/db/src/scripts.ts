import type { CampaignId, ClientId, Script, ScriptId, ScriptVersionId } from '@alize/model';
import { lockToChange, unlessTaken } from './engine.ts';
import type { Db } from './open-database.ts';

/** A campaign that calls with a version. */
export interface ScriptUse {
  readonly id: CampaignId;
  readonly name: string;
}

/** One version of a script; it never changes. */
export interface ScriptVersionSummary {
  readonly versionId: ScriptVersionId;
  readonly version: number;
  readonly publishedAtMs: number;
}

export interface ScriptSummary {
  readonly id: ScriptId;
  readonly name: string;
  /** Null while nothing is published. */
  readonly newest: ScriptVersionSummary | null;
  readonly hasDraft: boolean;
  readonly usedBy: readonly ScriptUse[];
}

export interface ScriptVersion extends ScriptVersionSummary {
  readonly scriptId: ScriptId;
  readonly name: string;
  readonly document: Script;
}

/** The client's scripts by name, each with its newest version. */
export async function scriptsOfClient(db: Db, clientId: ClientId): Promise<readonly ScriptSummary[]> {
  const scripts = await db
    .selectFrom('script')
    .select(['id', 'name', 'draft_changed_at as draftChangedAtMs'])
    .where('client_id', '=', clientId)
    .orderBy('name')
    .orderBy('id')
    .execute();
  const newest = await newestVersions(db, clientId).execute();
  const uses = await usesOf(db, clientId);
  return scripts.map(({ id, name, draftChangedAtMs }) => {
    const found = newest.find((each) => each.scriptId === id);
    return {
      ...{ id, name, hasDraft: draftChangedAtMs !== null },
      newest: found ? summaryOf(found) : null,
      usedBy: uses.filter((use) => use.scriptId === id).map(useOf),
    };
  });
}

/** A script with the document of its newest version, null while there is none; null when the client has no such script. */
export async function findScript(
  db: Db,
  clientId: ClientId,
  id: ScriptId,
): Promise<(ScriptSummary & { readonly document: Script | null }) | null> {
  const script = await db
    .selectFrom('script')
    .select(['id', 'name', 'draft_changed_at as draftChangedAtMs'])
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  if (!script) return null;
  const newest = await newestVersions(db, clientId)
    .select('script_version.document')
    .where('script_version.script_id', '=', id)
    .executeTakeFirst();
  const uses = await usesOf(db, clientId);
  return {
    ...{ id, name: script.name, hasDraft: script.draftChangedAtMs !== null },
    newest: newest ? summaryOf(newest) : null,
    usedBy: uses.filter((use) => use.scriptId === id).map(useOf),
    document: newest ? readDocument(newest.document) : null,
  };
}

/** Every version of a script, newest first, each with the campaigns that call with it. */
export async function versionsOfScript(
  db: Db,
  clientId: ClientId,
  id: ScriptId,
): Promise<readonly (ScriptVersionSummary & { readonly usedBy: readonly ScriptUse[] })[]> {
  const versions = await db
    .selectFrom('script_version')
    .select(['id as versionId', 'version', 'published_at as publishedAtMs'])
    .where('script_id', '=', id)
    .where('client_id', '=', clientId)
    .orderBy('version', 'desc')
    .execute();
  const uses = await usesOf(db, clientId);
  return versions.map((version) => ({
    ...version,
    usedBy: uses.filter((use) => use.versionId === version.versionId).map(useOf),
  }));
}

/** One version with its document; null when the client has none of that id. */
export async function findScriptVersion(
  db: Db,
  clientId: ClientId,
  id: ScriptVersionId,
): Promise<ScriptVersion | null> {
  const row = await db
    .selectFrom('script_version')
    .innerJoin('script', 'script.id', 'script_version.script_id')
    .select([
      'script_version.id as versionId',
      'script_version.script_id as scriptId',
      'script.name',
      'script_version.version',
      'script_version.published_at as publishedAtMs',
      'script_version.document',
    ])
    .where('script_version.id', '=', id)
    .where('script_version.client_id', '=', clientId)
    .executeTakeFirst();
  return row ? { ...row, document: readDocument(row.document) } : null;
}

/**
 * Makes a script without any version; false when another of the client's has its name. Call it in a transaction with what
 * gives it a version, or a draft.
 */
export async function insertScript(
  db: Db,
  script: { readonly id: ScriptId; readonly clientId: ClientId; readonly name: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('script')
    .values({ id: script.id, client_id: script.clientId, name: script.name })
    .onConflict((conflict) => conflict.columns(['client_id', 'name']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Renames a script, in a statement alone; `missing` when the client has none of that id. */
export async function renameScript(
  db: Db,
  clientId: ClientId,
  id: ScriptId,
  name: string,
): Promise<'renamed' | 'missing' | 'name_taken'> {
  const renaming = db
    .updateTable('script')
    .set({ name })
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  const result = await unlessTaken(renaming);
  if (result === 'taken') return 'name_taken';
  return result.numUpdatedRows === 1n ? 'renamed' : 'missing';
}

/**
 * Removes a script of which nothing was published: calls keep the version they began with. `missing` when the client has
 * none of that id. Call it in a transaction.
 */
export async function deleteScript(
  db: Db,
  clientId: ClientId,
  id: ScriptId,
): Promise<'deleted' | 'missing' | 'published'> {
  if (!(await lockScript(db, clientId, id))) return 'missing';
  const version = db.selectFrom('script_version').select('id').where('script_id', '=', id).limit(1);
  if (await version.executeTakeFirst()) return 'published';
  await db.deleteFrom('script').where('id', '=', id).execute();
  return 'deleted';
}

/** What is published, under which id. */
export interface NewVersion {
  readonly id: ScriptId;
  readonly clientId: ClientId;
  readonly versionId: ScriptVersionId;
  readonly document: Script;
  readonly atMs: number;
}

/**
 * Publishes a new version of a script; false when the client has none of that id. Two at once come one after the other.
 * Call it in a transaction.
 */
export async function publishVersion(db: Db, version: NewVersion): Promise<boolean> {
  if (!(await lockScript(db, version.clientId, version.id))) return false;
  const newest = await db
    .selectFrom('script_version')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('script_id', '=', version.id)
    .executeTakeFirst();
  await db
    .insertInto('script_version')
    .values({
      id: version.versionId,
      client_id: version.clientId,
      script_id: version.id,
      version: (newest?.version ?? 0) + 1,
      document: JSON.stringify(version.document),
      published_at: version.atMs,
    })
    .execute();
  return true;
}

/** Makes a script and its first version. Call it in a transaction. */
export async function publishScript(db: Db, script: NewVersion & { readonly name: string }): Promise<void> {
  if (!(await insertScript(db, script))) throw new Error('a script of that name is there already');
  await publishVersion(db, script);
}

/** A document as it is stored: by this package alone, from a checked one. */
export function readDocument(document: string): Script {
  return JSON.parse(document) as Script;
}

/** Holds a script until the transaction ends; false when the client has none of that id. */
async function lockScript(db: Db, clientId: ClientId, id: ScriptId): Promise<boolean> {
  const own = db.selectFrom('script').select('id').where('id', '=', id).where('client_id', '=', clientId);
  return (await lockToChange(db, 'script', own).executeTakeFirst()) !== undefined;
}

function newestVersions(db: Db, clientId: ClientId) {
  return db
    .selectFrom('script_version')
    .select([
      'script_version.script_id as scriptId',
      'script_version.id as versionId',
      'script_version.version',
      'script_version.published_at as publishedAtMs',
    ])
    .where('script_version.client_id', '=', clientId)
    .where('script_version.version', '=', (query) =>
      query
        .selectFrom('script_version as newest')
        .select(({ fn }) => fn.max('newest.version').as('version'))
        .whereRef('newest.script_id', '=', 'script_version.script_id'),
    );
}

async function usesOf(db: Db, clientId: ClientId) {
  return db
    .selectFrom('campaign')
    .innerJoin('script_version', 'script_version.id', 'campaign.script_version_id')
    .select([
      'campaign.id',
      'campaign.name',
      'script_version.id as versionId',
      'script_version.script_id as scriptId',
    ])
    .where('campaign.client_id', '=', clientId)
    .orderBy('campaign.name')
    .execute();
}

function useOf({ id, name }: ScriptUse): ScriptUse {
  return { id, name };
}

function summaryOf({ versionId, version, publishedAtMs }: ScriptVersionSummary): ScriptVersionSummary {
  return { versionId, version, publishedAtMs };
}
