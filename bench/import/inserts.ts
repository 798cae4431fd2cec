import { createIds, systemClock } from '@alize/runtime';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { rowAt } from './rows.ts';

/** Whose rows they are; all of it stands in the database. */
export interface InsertTarget {
  readonly clientId: string;
  readonly campaignId: string;
  readonly listId: string;
}

type Cell = string | number | null;
/** The tables that an import fills, with the columns that rows of this file have. */
const tables = {
  lead: [
    ...['id', 'client_id', 'campaign_id', 'list_id', 'phone_number', 'reference', 'civility', 'first_name'],
    ...[
      'last_name',
      'email',
      'address',
      'postal_code',
      'city',
      'comment',
      'custom',
      'state',
      'created_at',
      'changed_at',
    ],
  ],
  lead_phone: ['lead_id', 'position', 'client_id', 'phone_number', 'label', 'line_type'],
  person_number: ['client_id', 'phone_number', 'person_id'],
  person_reference: ['client_id', 'reference', 'person_id'],
} as const;
type Table = keyof typeof tables;
const names = Object.keys(tables) as Table[];

const rowsAtOnce = 1_000;
const ids = createIds(systemClock);

/** Seconds for bare inserts of as many leads as the file has rows, into one SQLite file, in long transactions. */
export function insertIntoSqlite(path: string, target: InsertTarget, rowsCount: number): number {
  const sqlite = new Sqlite(path);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('foreign_keys = ON');
  const statements = names.map((table) => [table, sqlite.prepare(insertText(table))] as const);
  let seconds = 0;
  for (let from = 0; from < rowsCount; from += 10 * rowsAtOnce) {
    const rows = rowsFrom(target, from, Math.min(10 * rowsAtOnce, rowsCount - from));
    const beganMs = performance.now();
    sqlite.transaction(() => {
      for (const [table, statement] of statements) for (const cells of rows[table]) statement.run(...cells);
    })();
    seconds += (performance.now() - beganMs) / 1000;
  }
  sqlite.close();
  return seconds;
}

/** The same for PostgreSQL, in statements of 1,000 rows a table. */
export async function insertIntoPostgres(
  address: string,
  target: InsertTarget,
  rowsCount: number,
): Promise<number> {
  const client = new pg.Client(address);
  await client.connect();
  let seconds = 0;
  for (let from = 0; from < rowsCount; from += rowsAtOnce) {
    const rows = rowsFrom(target, from, Math.min(rowsAtOnce, rowsCount - from));
    const beganMs = performance.now();
    await client.query('begin');
    for (const table of names) await client.query(recordsText(table), [recordsOf(table, rows[table])]);
    await client.query('commit');
    seconds += (performance.now() - beganMs) / 1000;
  }
  await client.end();
  return seconds;
}

function insertText(table: Table): string {
  const columns = tables[table];
  return `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`;
}

function recordsText(table: Table): string {
  const columns = tables[table].join(', ');
  return `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`;
}

function recordsOf(table: Table, rows: readonly (readonly Cell[])[]): string {
  return JSON.stringify(
    rows.map((row) => Object.fromEntries(tables[table].map((column, at) => [column, row[at]]))),
  );
}

/** What the rows of the file become, made before the clock runs. */
function rowsFrom({ clientId, campaignId, listId }: InsertTarget, from: number, count: number) {
  const rows: Record<Table, Cell[][]> = { lead: [], lead_phone: [], person_number: [], person_reference: [] };
  const nowMs = Date.now();
  for (let index = from; index < from + count; index += 1) {
    const row = rowAt(index);
    const id = ids.make('lead');
    const person = `person_${id.slice('lead_'.length)}`;
    const numbers = [row.mobile, row.home].map((text) => `+33${text.replaceAll(' ', '').slice(1)}`);
    const custom = JSON.stringify({ 'N° de contrat': row.contract });
    rows.lead.push([
      ...[id, clientId, campaignId, listId, numbers[0] ?? null, row.reference, row.civility, row.firstName],
      ...[
        row.lastName,
        row.email,
        row.address,
        row.postalCode,
        row.city,
        row.comment || null,
        custom,
        'open',
      ],
      ...[nowMs, nowMs],
    ]);
    for (const [at, number] of numbers.entries()) {
      rows.lead_phone.push([
        id,
        at + 1,
        clientId,
        number,
        at === 0 ? 'mobile' : 'home',
        at === 0 ? 'mobile' : 'fixed',
      ]);
      rows.person_number.push([clientId, number, person]);
    }
    rows.person_reference.push([clientId, row.reference, person]);
  }
  return rows;
}
