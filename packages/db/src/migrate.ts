import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { isPostgres } from './engine.ts';
import * as mainJob from './migrations/0001-main-job.ts';
import * as compliance from './migrations/0002-compliance.ts';
import * as pacing from './migrations/0003-pacing.ts';
import * as leadLists from './migrations/0004-lead-lists.ts';
import * as campaignKinds from './migrations/0005-campaign-kinds.ts';
import type { Db } from './open-database.ts';
import { preparePostgres } from './prepare-postgres.ts';

const migrations = {
  '0001-main-job': mainJob,
  '0002-compliance': compliance,
  '0003-pacing': pacing,
  '0004-lead-lists': leadLists,
  '0005-campaign-kinds': campaignKinds,
};

/**
 * Brings the tables to the newest shape. Runs each numbered migration once, in order; throws the first failure, and
 * then nothing has changed.
 */
export async function migrate(db: Db): Promise<void> {
  if (isPostgres(db)) {
    await preparePostgres(db, () => runMigrations(db, migrations));
    return;
  }
  // A table that others refer to cannot be rebuilt while SQLite minds references, nor can that change in a transaction.
  await sql`pragma foreign_keys = off`.execute(db);
  try {
    await runMigrations(db, Object.fromEntries(Object.entries(migrations).map(mindingReferences)));
  } finally {
    await sql`pragma foreign_keys = on`.execute(db);
  }
}

async function runMigrations(db: Db, all: Record<string, Migration>): Promise<void> {
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => all },
  }).migrateToLatest();
  if (error) throw error;
}

/** The same migration, which fails when it leaves a row that refers to nothing. */
function mindingReferences([name, migration]: [string, Migration]): [string, Migration] {
  const up = async (db: Kysely<unknown>) => {
    await migration.up(db);
    const { rows } = await sql<{ table: string; parent: string }>`pragma foreign_key_check`.execute(db);
    const [row] = rows;
    if (row) throw new Error(`Migration ${name} left rows of ${row.table} that refer to no ${row.parent}.`);
  };
  return [name, { up }];
}
