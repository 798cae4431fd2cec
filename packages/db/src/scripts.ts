import type { ClientId, Script, ScriptId, ScriptVersionId } from '@alize/model';
import type { Db } from './open-database.ts';

export interface ScriptSummary {
  readonly id: ScriptId;
  readonly name: string;
  readonly versionId: ScriptVersionId;
  readonly version: number;
  readonly publishedAtMs: number;
}

/** The client's scripts by name, each with its newest version. */
export async function scriptsOfClient(db: Db, clientId: ClientId): Promise<readonly ScriptSummary[]> {
  return newestVersions(db, clientId).orderBy('script.name').execute();
}

/** A script with its newest document; null when the client has none of that id. */
export async function findScript(
  db: Db,
  clientId: ClientId,
  id: ScriptId,
): Promise<(ScriptSummary & { readonly document: Script }) | null> {
  const row = await newestVersions(db, clientId)
    .select('script_version.document')
    .where('script.id', '=', id)
    .executeTakeFirst();
  // Stored by publishScript alone, so it is a Script.
  return row ? { ...row, document: JSON.parse(row.document) as Script } : null;
}

/**
 * Publishes a new version of a script, and makes the script when it is new. The caller has made sure that a known
 * id is one of the client's. Call it in a transaction.
 */
export async function publishScript(
  db: Db,
  script: {
    readonly id: ScriptId;
    readonly clientId: ClientId;
    readonly name: string;
    readonly versionId: ScriptVersionId;
    readonly document: Script;
    readonly atMs: number;
  },
): Promise<void> {
  await db
    .insertInto('script')
    .values({ id: script.id, client_id: script.clientId, name: script.name })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name: script.name }))
    .execute();
  const newest = await db
    .selectFrom('script_version')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('script_id', '=', script.id)
    .executeTakeFirst();
  await db
    .insertInto('script_version')
    .values({
      id: script.versionId,
      client_id: script.clientId,
      script_id: script.id,
      version: (newest?.version ?? 0) + 1,
      document: JSON.stringify(script.document),
      published_at: script.atMs,
    })
    .execute();
}

function newestVersions(db: Db, clientId: ClientId) {
  return db
    .selectFrom('script')
    .innerJoin('script_version', 'script_version.script_id', 'script.id')
    .select([
      'script.id',
      'script.name',
      'script_version.id as versionId',
      'script_version.version',
      'script_version.published_at as publishedAtMs',
    ])
    .where('script.client_id', '=', clientId)
    .where('script_version.version', '=', (query) =>
      query
        .selectFrom('script_version as newest')
        .select(({ fn }) => fn.max('newest.version').as('version'))
        .whereRef('newest.script_id', '=', 'script.id'),
    );
}
