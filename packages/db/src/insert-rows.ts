import { CompiledQuery } from 'kysely';
import { isPostgres } from './engine.ts';
import type { Db } from './open-database.ts';
import type { Schema } from './schema.ts';

export type Cell = string | number | null;

/** Rows in one statement of SQLite: more cost memory and are no faster. */
const rowsAtOnce = 32;

/**
 * Inserts many rows, each with its cells in the order of `columns`, and answers how many went in; those that clash
 * with rows on disk are left out when `onConflict` says so. For imports: it composes no statement for each batch, so
 * it costs little more than the engine's own work. Call it in a transaction.
 */
export async function insertRows<T extends keyof Schema & string>(
  db: Db,
  table: T,
  columns: readonly (keyof Schema[T] & string)[],
  rows: readonly (readonly Cell[])[],
  onConflict: 'fail' | 'leave out' = 'fail',
): Promise<number> {
  const ending = onConflict === 'fail' ? '' : ' on conflict do nothing';
  const into = `insert into "${table}" (${columns.map((column) => `"${column}"`).join(', ')})`;
  return isPostgres(db)
    ? insertRecords(db, table, into, ending, columns, rows)
    : insertTuples(db, into, ending, columns.length, rows);
}

/**
 * Rows in the order of one of their texts, which is a large index's order too: each of its pages is then written to once
 * and not again and again.
 */
export function inOrderOf<Row extends readonly Cell[]>(column: number, rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((one, other) => {
    const [a, b] = [String(one[column]), String(other[column])];
    return a < b ? -1 : Number(a > b);
  });
}

/** Few statements of ever the same text, which SQLite prepares once: 32 rows, then 16, 8, 4, 2, 1. */
async function insertTuples(
  db: Db,
  into: string,
  ending: string,
  width: number,
  rows: readonly (readonly Cell[])[],
): Promise<number> {
  const tuple = `(${Array(width).fill('?').join(',')})`;
  let count = 0;
  for (let at = 0, size = rowsAtOnce; at < rows.length; at += size) {
    while (size > rows.length - at) size /= 2;
    const text = `${into} values ${Array(size).fill(tuple).join(',')}${ending}`;
    count += await run(db, text, rows.slice(at, at + size).flat());
  }
  return count;
}

/** One statement, whose types are the table's own. */
async function insertRecords(
  db: Db,
  table: string,
  into: string,
  ending: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): Promise<number> {
  if (rows.length === 0) return 0;
  const records = rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])));
  const names = columns.map((column) => `"${column}"`).join(', ');
  const text = `${into} select ${names} from json_populate_recordset(null::"${table}", $1::json)${ending}`;
  return run(db, text, [JSON.stringify(records)]);
}

async function run(db: Db, text: string, cells: readonly Cell[]): Promise<number> {
  const { numAffectedRows = 0n } = await db.executeQuery(CompiledQuery.raw(text, [...cells]));
  return Number(numAffectedRows);
}
