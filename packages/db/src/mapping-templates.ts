import type { ImportSettings } from '@alize/leads';
import type { ClientId, TemplateId, UserId } from '@alize/model';
import { sql } from 'kysely';
import type { Db } from './open-database.ts';

/** Settings kept for the next file of the same shape. */
export interface MappingTemplate {
  readonly id: TemplateId;
  readonly name: string;
  /** Of the file that it was made with, by which it is found again. */
  readonly headings: readonly string[];
  readonly settings: ImportSettings;
  readonly createdAtMs: number;
  readonly usedAtMs: number | null;
}

/** The client's templates, those used last first. The unique key of mapping_template is the index. */
export async function mappingTemplates(db: Db, clientId: ClientId): Promise<readonly MappingTemplate[]> {
  const rows = await db
    .selectFrom('mapping_template')
    .select(['id', 'name', 'headings', 'settings', 'created_at', 'used_at'])
    .where('client_id', '=', clientId)
    .orderBy(sql`coalesce(used_at, created_at)`, 'desc')
    .orderBy('name')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    // Both written by insertMappingTemplate alone.
    headings: JSON.parse(row.headings) as string[],
    settings: JSON.parse(row.settings) as ImportSettings,
    createdAtMs: row.created_at,
    usedAtMs: row.used_at,
  }));
}

/** Keeps a template; of the same name, it takes the place of the one there was. Answers its id, which then stays. */
export async function insertMappingTemplate(
  db: Db,
  template: Pick<MappingTemplate, 'id' | 'name' | 'headings' | 'settings'> & {
    readonly clientId: ClientId;
    readonly createdBy: UserId | null;
  },
  atMs: number,
): Promise<TemplateId> {
  const content = {
    headings: JSON.stringify(template.headings),
    settings: JSON.stringify(template.settings),
  };
  const row = await db
    .insertInto('mapping_template')
    .values({
      id: template.id,
      client_id: template.clientId,
      name: template.name,
      ...content,
      created_by: template.createdBy,
      created_at: atMs,
      used_at: null,
    })
    .onConflict((conflict) => conflict.columns(['client_id', 'name']).doUpdateSet(content))
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Forgets a template. False when the client has none of that id. */
export async function deleteMappingTemplate(db: Db, clientId: ClientId, id: TemplateId): Promise<boolean> {
  const result = await db
    .deleteFrom('mapping_template')
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

/** Writes that a template was used. */
export async function touchMappingTemplate(
  db: Db,
  clientId: ClientId,
  id: TemplateId,
  atMs: number,
): Promise<void> {
  await db
    .updateTable('mapping_template')
    .set({ used_at: atMs })
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .execute();
}
