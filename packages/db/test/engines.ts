import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { sql } from 'kysely';
import pg from 'pg';
import { describe, inject } from 'vitest';
import { isPostgres } from '../src/engine.ts';
import { migrate } from '../src/migrate.ts';
import { type Database, type Db, openDatabase } from '../src/open-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Ask here for the address of the run's PostgreSQL server. */
    postgresDoor: string;
  }
}

/** An empty database with its tables, and what opens it: a path, or an address. */
export interface Place {
  readonly place: string;
  /** Every handle must be closed by then. */
  remove(): Promise<void>;
}

export interface Engine {
  readonly name: 'SQLite' | 'PostgreSQL';
  /** A new database with all tables, gone when it is closed. */
  open(): Promise<Database>;
  /** A new database with all tables that can be opened more than once. */
  make(): Promise<Place>;
}

const sqlite: Engine = {
  name: 'SQLite',
  async open() {
    const database = openDatabase(':memory:');
    await migrate(database.db);
    return database;
  },
  async make() {
    const folder = mkdtempSync(join(tmpdir(), 'alize-db-'));
    const place = join(folder, 'alize.sqlite');
    await makeTables(place);
    return { place, remove: async () => rmSync(folder, { recursive: true }) };
  },
};

const postgres: Engine = {
  name: 'PostgreSQL',
  async open() {
    const { place, remove } = await postgres.make();
    const database = openDatabase(place);
    const close = async () => {
      await database.close();
      await remove();
    };
    return { ...database, close };
  },
  async make() {
    const server = await askForServer();
    const name = free.pop() ?? (await copyTemplate(server));
    const remove = async () => {
      await emptyTables(server, name);
      free.push(name);
    };
    return { place: server.addressOf(name), remove };
  },
};

/** Every engine that Alizé runs on. */
export const engines: readonly Engine[] = [sqlite, postgres];

/** The same promises on each engine. */
export function onEachEngine(tests: (engine: Engine) => void): void {
  describe.each(engines)('on $name', (engine) => tests(engine));
}

/** Promises of SQLite alone, such as its plans: PostgreSQL chooses among indexes by what it has counted. */
export function onSqlite(engine: Engine, tests: () => void): void {
  if (engine.name === 'SQLite') tests();
}

/** Promises of PostgreSQL alone, such as what happens when its server goes. */
export function onPostgres(engine: Engine, tests: () => void): void {
  if (engine.name === 'PostgreSQL') tests();
}

/** Ends every connection to a PostgreSQL database but the one that asks, as a server does that is restarted. */
export async function cutConnections(db: Db): Promise<void> {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(db);
}

/** Lets rows refer to what is not there: a test then writes only what it is about. */
export async function forgetReferences(db: Db): Promise<void> {
  if (!isPostgres(db)) {
    await sql`pragma foreign_keys = off`.execute(db);
    return;
  }
  await sql`do $$ declare found record; begin
    for found in select conrelid::regclass as owner, conname from pg_constraint where contype = 'f' loop
      execute format('alter table %s drop constraint %I', found.owner, found.conname);
    end loop;
  end $$`.execute(db);
}

/** Databases of this file's tests that are empty and not in use: emptying takes less than copying. */
const free: string[] = [];
let made = 0;
const templateName = 'alize_template';

interface Server {
  addressOf(name: string): string;
}

/** The run's server, started by the first who asks. */
async function askForServer(): Promise<Server> {
  const said = JSON.parse(await text(connect(inject('postgresDoor')))) as {
    folder?: string;
    problem?: string;
  };
  if (!said.folder) throw new Error(said.problem ?? 'There is no PostgreSQL server.');
  const host = encodeURIComponent(said.folder);
  return { addressOf: (name) => `postgres://alize@localhost/${name}?host=${host}` };
}

/** Making the tables takes longer than copying them: they are made once a run. */
async function ensureTemplate(server: Server): Promise<void> {
  await withClient(server, 'postgres', async (client) => {
    await client.query('select pg_advisory_lock(1)');
    const { rowCount } = await client.query('select from pg_database where datname = $1', [templateName]);
    if (rowCount) return;
    await client.query('drop database if exists half_made');
    await client.query('create database half_made');
    await makeTables(server.addressOf('half_made'));
    await client.query(`alter database half_made rename to ${templateName}`);
  });
}

async function makeTables(place: string): Promise<void> {
  const database = openDatabase(place);
  await migrate(database.db);
  await database.close();
}

async function copyTemplate(server: Server): Promise<string> {
  await ensureTemplate(server);
  made += 1;
  const name = `test_${process.pid}_${made}`;
  await withClient(server, 'postgres', async (client) => {
    await client.query(`create database ${name} template ${templateName}`);
  });
  return name;
}

/** Rows go without a look at what refers to them, and without a word to those who listen. */
const empty = `do $$ declare found record; begin
  set local session_replication_role = replica;
  for found in select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
    and relname not like 'kysely%' loop
    execute format('delete from %I', found.relname);
  end loop;
  perform setval(oid, 1, false) from pg_class where relkind = 'S';
end $$`;

function emptyTables(server: Server, name: string): Promise<void> {
  return withClient(server, name, async (client) => void (await client.query(empty)));
}

async function withClient(
  server: Server,
  name: string,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString: server.addressOf(name) });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
