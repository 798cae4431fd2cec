import { chmodSync, mkdirSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
} from 'kysely';
import type { Database, WritingOptions } from './open-database.ts';
import type { Schema } from './schema.ts';

/** What statfs calls NFS, SMB, SMB2, CIFS and FUSE: their locks do not hold, so a ledger there could dial twice. */
const networkFileSystems = new Set([0x6969, 0x517b, 0xfe534d42, 0xff534d42, 0x65735546]);

/** More than an import lets gather before it calls `checkpoint`, so that no call waits for that work. 16 MB. */
const checkpointPages = 4000;

/** How long the log file stays at most once it is empty. */
const logBytesKept = 64 * 1024 * 1024;

const bulkCacheKiB = 32_768;

/**
 * Opens (and makes, when missing) the SQLite file at `path`; `:memory:` for a private one.
 * WAL with `synchronous=FULL`: with NORMAL a power cut loses the last commits, and a lost attempt is a second call.
 * Throws an Error with a sentence for people when the file lies on a network file system.
 */
export function openSqlite(path: string, { isDurable = true }: WritingOptions = {}): Database {
  if (path !== ':memory:') {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    if (networkFileSystems.has(statfsSync(dirname(path)).type)) {
      throw new Error(
        'The database lies on a network file system, where SQLite cannot keep it safe: set ALIZE_DATA to a folder on a local disk.',
      );
    }
  }
  const sqlite = new Sqlite(path);
  // The people in it are nobody else's business on this machine.
  if (path !== ':memory:') chmodSync(path, 0o600);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma(`synchronous = ${isDurable ? 'FULL' : 'NORMAL'}`);
  sqlite.pragma(`wal_autocheckpoint = ${isDurable ? checkpointPages : 0}`);
  // An import makes it grow; whoever begins it anew after that gives the disk its room back.
  if (isDurable) sqlite.pragma(`journal_size_limit = ${logBytesKept}`);
  // Who writes in bulk comes back to the same pages of the indexes.
  if (!isDurable) sqlite.pragma(`cache_size = -${bulkCacheKiB}`);
  sqlite.pragma('foreign_keys = ON');
  sqlite.pragma('busy_timeout = 5000');
  const version = sqlite.prepare('PRAGMA data_version').pluck();
  const dialect = new TurnTakingSqliteDialect({ database: rememberStatements(sqlite) }, turnsOf(path));
  const db = new Kysely<Schema>({ dialect });
  return { db, version: () => Number(version.get()), connectionsInUse: () => 0, close: () => db.destroy() };
}

/** Prepared statements kept by their text: preparing costs as much as running. */
const statementsKeptMax = 500;

function rememberStatements(sqlite: Sqlite.Database): SqliteDatabase {
  const kept = new Map<string, Sqlite.Statement>();
  return {
    close: () => void sqlite.close(),
    prepare(text) {
      const known = kept.get(text);
      if (known) return known;
      const statement = sqlite.prepare(text);
      if (kept.size < statementsKeptMax) kept.set(text, statement);
      return statement;
    },
  };
}

/** Whose turn it is on a file, among the connections of this process. */
type Turns = { last: Promise<void> };
const turnsByPath = new Map<string, Turns>();

/**
 * SQLite waits for a lock by blocking the thread; a lock held by another connection of the same thread would then
 * never be let go. So the connections of one process take turns.
 */
function turnsOf(path: string): Turns {
  if (path === ':memory:') return { last: Promise.resolve() };
  const turns = turnsByPath.get(path) ?? { last: Promise.resolve() };
  turnsByPath.set(path, turns);
  return turns;
}

/** Takes turns, and the write lock at `begin`: a transaction begun deferred can fail half-way, when it first writes. */
class TurnTakingSqliteDialect extends SqliteDialect {
  readonly #turns: Turns;

  constructor(config: SqliteDialectConfig, turns: Turns) {
    super(config);
    this.#turns = turns;
  }

  override createDriver(): Driver {
    const driver = super.createDriver();
    const turns = this.#turns;
    let endTurn = () => {};
    const acquire = driver.acquireConnection.bind(driver);
    driver.acquireConnection = async () => {
      const before = turns.last;
      const turn = Promise.withResolvers<void>();
      turns.last = turn.promise;
      await before;
      endTurn = turn.resolve;
      return acquire();
    };
    driver.releaseConnection = async () => endTurn();
    driver.beginTransaction = async (connection: DatabaseConnection) => {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'));
    };
    return driver;
  }
}
