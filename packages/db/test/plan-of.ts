import { type Compilable, CompiledQuery, type RawBuilder } from 'kysely';
import type { Db } from '../src/open-database.ts';

/** How SQLite goes about a statement. */
export async function planOf(db: Db, query: Compilable | RawBuilder<unknown>): Promise<readonly string[]> {
  const { sql, parameters } = query.compile(db);
  const plan = await db.executeQuery<{ detail: string }>(
    CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]),
  );
  return plan.rows.map((row) => row.detail);
}
