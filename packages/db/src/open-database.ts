import type { Kysely, Transaction } from 'kysely';
import { openPostgres } from './postgres-database.ts';
import type { Schema } from './schema.ts';
import { openSqlite } from './sqlite-database.ts';

/** The handle of an open database, or of a transaction inside it. */
export type Db = Kysely<Schema>;
export type Tx = Transaction<Schema>;

/** An open database: queries by `db`; `version` changes when somebody else has committed. */
export interface Database {
  readonly db: Db;
  /**
   * Costs microseconds at most, so it can be asked every few milliseconds. On SQLite `PRAGMA data_version`; on
   * PostgreSQL a count of notifications, which grows once a second in any case, for a notification can be lost.
   */
  version(): number;
  /** Connections at work for a statement or a transaction at this instant; SQLite answers at once. */
  connectionsInUse(): number;
  close(): Promise<void>;
}

/** How a connection writes. */
export interface WritingOptions {
  /**
   * False: a power cut can lose the last commits, and only those; what comes after them is lost then too. For work that
   * goes on where the disk says it stands, and must not wait for the disk at each step; it calls `checkpoint` itself.
   * Left out: true.
   */
  readonly isDurable?: boolean;
}

/**
 * Opens a database: the PostgreSQL one at an address that begins with `postgres://` or `postgresql://`, or else the
 * SQLite file at a path, made when missing; `:memory:` for a private one.
 */
export function openDatabase(place: string, options: WritingOptions = {}): Database {
  return liesInFile(place) ? openSqlite(place, options) : openPostgres(place, options);
}

/** True when a place is the path of a SQLite file, false when it is the address of a PostgreSQL database. */
export function liesInFile(place: string): boolean {
  return !/^postgres(ql)?:\/\//.test(place);
}
