import { type DatabaseConnection, type Driver, Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { Database, WritingOptions } from './open-database.ts';
import type { Schema } from './schema.ts';
import { DatabaseLostError } from './storage-error.ts';
import { watchPostgres } from './watch-postgres.ts';

/** Connections of one process; PostgreSQL allows 100 to all, when nobody has set it otherwise. */
const connectionsMax = 10;
const connectWithinMs = 5_000;

/** int8 and numeric come as text: what we store in them are instants and counts, far below 2^53. */
const numbersAsText = new Set<number>([pg.types.builtins.INT8, pg.types.builtins.NUMERIC]);
const types: pg.CustomTypesConfig = {
  getTypeParser: (id, format) => (numbersAsText.has(id) ? Number : pg.types.getTypeParser(id, format)),
};

/**
 * Opens a PostgreSQL database by its address, `postgres://…`. Nothing is connected yet: the first query does that.
 * Queries throw DatabaseLostError when the server cannot be reached or goes away, PostgreSQL's own error otherwise. Unless
 * told otherwise a commit is on disk before it is answered, whatever the server's settings say: a lost attempt is a
 * second call.
 */
export function openPostgres(address: string, { isDurable = true }: WritingOptions = {}): Database {
  const settings: pg.ClientConfig = {
    connectionString: address,
    application_name: 'alize',
    options: `-c synchronous_commit=${isDurable ? 'on' : 'off'} -c idle_in_transaction_session_timeout=60s`,
    connectionTimeoutMillis: connectWithinMs,
    keepAlive: true,
    types,
  };
  const pool = new pg.Pool({ ...settings, max: connectionsMax });
  // A connection that falls, in use or not, ends no process: the query tells, and the next one makes a new connection.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const own = backendsOf(pool);
  const watch = watchPostgres(settings, (backend) => own.has(backend));
  const db = new RetryingKysely({ dialect: new CandidDialect({ pool }) });
  return {
    db,
    version: () => watch.changes,
    connectionsInUse: () => pool.totalCount - pool.idleCount,
    async close() {
      await watch.stop();
      await db.destroy();
    },
  };
}

/** Tells a lost connection from a wrong statement: the driver has no code for the first. */
class CandidDialect extends PostgresDialect {
  override createDriver(): Driver {
    const driver = super.createDriver();
    const acquire = driver.acquireConnection.bind(driver);
    const known = new WeakSet<DatabaseConnection>();
    driver.acquireConnection = async (options) => {
      const connection = await acquire(options).catch((error: unknown) => {
        throw new DatabaseLostError(error);
      });
      if (known.has(connection)) return connection;
      known.add(connection);
      const execute = connection.executeQuery.bind(connection);
      connection.executeQuery = (query, how) =>
        execute<never>(query, how).catch((error: unknown) => {
          throw isOfStatement(error) ? error : new DatabaseLostError(error);
        });
      return connection;
    };
    return driver;
  }
}

function isOfStatement(error: unknown): boolean {
  return [pg.DatabaseError, TypeError, RangeError].some((known) => error instanceof known);
}

/** The server processes that work for this pool. */
function backendsOf(pool: pg.Pool): ReadonlySet<number> {
  const backends = new Set<number>();
  pool.on('connect', (client) => backends.add(backendOf(client)));
  pool.on('remove', (client) => backends.delete(backendOf(client)));
  return backends;
}

/** Known once connected; the driver has it, its types do not. */
function backendOf(client: object): number {
  return 'processID' in client && typeof client.processID === 'number' ? client.processID : 0;
}

/** A transaction that PostgreSQL ended because of another is run again this often at most. */
const attemptsMax = 5;

/** Runs a transaction again that lost against another: its callback must do nothing but its own statements. */
class RetryingKysely extends Kysely<Schema> {
  override transaction() {
    const builder = super.transaction();
    const execute = builder.execute.bind(builder);
    builder.execute = async <T>(work: (tx: Transaction<Schema>) => Promise<T>) => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await execute(work);
        } catch (error) {
          if (attempt === attemptsMax || !lostAgainstAnother(error)) throw error;
        }
      }
    };
    return builder;
  }
}

/** serialization_failure, deadlock_detected. */
function lostAgainstAnother(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code === '40001' || error.code === '40P01');
}
