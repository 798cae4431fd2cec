/**
 * The dialer alone, as a process of its own, against the fake Asterisk in another: how many whole lives of a call it
 * follows (claimed, ruled on, dialled, answered, connected, ended, wrapped up) a second of one core, and its memory
 * with 1,000 calls live. Beside it the floor: the same machine's commits a second with `synchronous=FULL`.
 *
 *   npm run dialer -w bench
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, migrate, openDatabase } from '@alize/db';
import { createIds, systemClock } from '@alize/runtime';
import { type Centre, setUpCentre } from '@alize/testbed';
import { disposeEnded, seatInDatabase } from '../desk.ts';

const amiPort = 5739;
const ids = createIds(systemClock);

interface Run {
  readonly database: Database;
  readonly centre: Centre;
  readonly dialer: ChildProcess;
  end(): void;
}

/** Starts network and dialer with every agent signed in and ready. */
async function start(options: {
  agents: number;
  leads: number;
  answerMs: number;
  talkMs?: number;
}): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'alize-bench-'));
  const database = openDatabase(join(folder, 'alize.sqlite'));
  await migrate(database.db);
  const centre = await setUpCentre(database, ids, Date.now(), {
    agentsCount: options.agents,
    leadsCount: options.leads,
    wrapUpSeconds: 600,
    callsPerSecondMax: 100_000,
  });
  const seats = Array.from(
    { length: options.agents },
    (_, index) => `seat-${String(index + 1).padStart(3, '0')}`,
  );
  await seatInDatabase(database.db, centre, seats);
  const network = child(
    'fake-network.ts',
    [amiPort, options.agents, options.answerMs, options.talkMs ?? ''].map(String),
  );
  await message(network, 'listening');
  network.send('sit');
  await message(network, 'seated');
  const dialer = child('../../apps/dialer/src/main.ts', [], {
    ALIZE_DATA: folder,
    ALIZE_AMI_PORT: String(amiPort),
    ALIZE_AMI_SECRET: 'bench',
    ALIZE_DIALER_PORT: '5738',
    ALIZE_LOG_LEVEL: 'error',
  });
  const end = () => {
    dialer.kill('SIGKILL');
    network.kill('SIGTERM');
    void database.close().then(() => rmSync(folder, { recursive: true }));
  };
  return { database, centre, dialer, end };
}

async function lifeCycles(agents: number): Promise<void> {
  const run = await start({ agents, leads: 10_000, answerMs: 40, talkMs: 60 });
  await sleep(3_000);
  await disposeEnded(run.database.db, run.centre);
  const cpuBefore = cpuSeconds(run.dialer);
  const startedAt = Date.now();
  let calls = 0;
  while (Date.now() - startedAt < 10_000) {
    calls += await disposeEnded(run.database.db, run.centre);
    await sleep(5);
  }
  const seconds = (Date.now() - startedAt) / 1000;
  const cpu = cpuSeconds(run.dialer) - cpuBefore;
  console.log(
    `${agents} agents: ${(calls / seconds).toFixed(0)} lives of a call a second, ${((cpu / seconds) * 100).toFixed(0)} % of a core, ` +
      `${(calls / cpu).toFixed(0)} a second of CPU, ${((cpu / calls) * 1000).toFixed(2)} ms each, ${residentMb(run.dialer)} MB`,
  );
  run.end();
  await sleep(500);
}

async function memory(): Promise<void> {
  const run = await start({ agents: 999, leads: 1_000, answerMs: 40 });
  await sleep(1_000);
  for (let seconds = 0; seconds < 60; seconds += 1) {
    const { live } = await run.database.db
      .selectFrom('attempt')
      .select(({ fn }) => fn.countAll<number>().as('live'))
      .where('ended_at', 'is', null)
      .where('connected_at', 'is not', null)
      .executeTakeFirstOrThrow();
    if (Number(live) >= 999) break;
    await sleep(1_000);
  }
  const cpuBefore = cpuSeconds(run.dialer);
  await sleep(5_000);
  const idle = ((cpuSeconds(run.dialer) - cpuBefore) / 5) * 100;
  console.log(
    `999 calls live: ${residentMb(run.dialer)} MB resident, ${idle.toFixed(0)} % of a core while they talk`,
  );
  run.end();
  await sleep(500);
}

/** The floor: one small row a commit, `synchronous=FULL`, this disk. */
async function commits(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'alize-bench-'));
  const database = openDatabase(join(folder, 'floor.sqlite'));
  await migrate(database.db);
  const startedAt = Date.now();
  let count = 0;
  while (Date.now() - startedAt < 3_000) {
    const id = ids.make('client');
    await database.db.insertInto('client').values({ id, name: 'x', created_at: count }).execute();
    count += 1;
  }
  console.log(`floor: ${(count / 3).toFixed(0)} commits a second with synchronous=FULL`);
  await database.close();
  rmSync(folder, { recursive: true });
}

function child(file: string, args: string[], env: Record<string, string> = {}): ChildProcess {
  return fork(new URL(file, import.meta.url).pathname, args, {
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
}

function message(from: ChildProcess, expected: string): Promise<void> {
  return new Promise((resolve) => from.on('message', (said) => said === expected && resolve()));
}

/** User and system seconds of a process so far (proc(5), stat fields 14 and 15, in hundredths). */
function cpuSeconds(of: ChildProcess): number {
  const fields = readFileSync(`/proc/${of.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function residentMb(of: ChildProcess): number {
  const line = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${of.pid}/status`, 'utf8'));
  return Math.round(Number(line?.[1]) / 1024);
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

await commits();
for (const agents of [10, 50, 200]) await lifeCycles(agents);
await memory();
