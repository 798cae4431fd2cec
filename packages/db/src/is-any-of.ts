import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { isPostgres } from './engine.ts';
import type { Db } from './open-database.ts';

/**
 * `column in (values)` with one parameter however many the values: the text of the statement stays the same, so it is
 * prepared once. Both engines go by the column's index.
 */
export function isAnyOf(db: Db, column: string, values: readonly string[]): RawBuilder<SqlBool> {
  return isPostgres(db)
    ? sql`${sql.ref(column)} = any(cast(${values} as text[]))`
    : sql`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`;
}
