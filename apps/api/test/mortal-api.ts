import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate, openDatabase } from '@alize/db';
import { createIds, readSettings, systemClock } from '@alize/runtime';
import { seedDemonstration, syncTrunks } from '../src/index.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** The demonstration in a folder of its own, and the api over it as a process that can be killed and started again. */
export async function prepareMortalApi() {
  const folder = mkdtempSync(join(tmpdir(), 'alize-kill-'));
  const env = {
    ...process.env,
    ...{ ALIZE_DATA: folder, ALIZE_PORT: String(await freePort()), ALIZE_SEAT_KEY: 'essai' },
  };
  const settings = readSettings(env);
  const database = openDatabase(settings.databasePlace);
  const { db } = database;
  const ids = createIds(systemClock);
  await migrate(db);
  await syncTrunks({ db, ids }, settings.trunks);
  const random = (bytesCount: number) => crypto.getRandomValues(new Uint8Array(bytesCount));
  await seedDemonstration({ db, clock: systemClock, ids, random }, 'une-phrase-d-essai');

  let child: ChildProcess | null = null;
  /** As by the kernel when memory runs out: no handler runs. */
  const kill = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  return {
    folder,
    db,
    ids,
    start() {
      child = spawn(process.execPath, [main], { env, stdio: 'ignore' });
    },
    kill,
    async close() {
      await kill();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type MortalApi = Awaited<ReturnType<typeof prepareMortalApi>>;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
