import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrate, openDatabase } from '@alize/db';
import { createIds, readSettings, systemClock } from '@alize/runtime';
import { seedDemonstration, syncTrunks } from './demonstration/seed.ts';

/**
 * Readies the database before the first process opens it: tables, trunks, and on the very first start the
 * demonstration. Prints each first log-in as one line of JSON, and keeps them in `first-log-ins.txt` of the data
 * folder, which only its owner can read.
 */
const settings = readSettings(process.env);
const database = openDatabase(settings.databasePlace);
try {
  await migrate(database.db);
  const parts = {
    db: database.db,
    clock: systemClock,
    ids: createIds(systemClock),
    random: (bytesCount: number) => randomBytes(bytesCount),
  };
  await syncTrunks(parts, settings.trunks);
  const logIns = await seedDemonstration(parts, process.env.ALIZE_FIRST_PASSWORD?.trim() || null);
  if (logIns) {
    const lines = logIns.map(
      ({ login, password, name, role }) => `${login}\t${password}\t${name}, ${role}\n`,
    );
    mkdirSync(settings.dataFolder, { recursive: true, mode: 0o700 });
    writeFileSync(join(settings.dataFolder, 'first-log-ins.txt'), lines.join(''), { mode: 0o600 });
    for (const logIn of logIns) process.stdout.write(`${JSON.stringify(logIn)}\n`);
  }
} finally {
  await database.close();
}
