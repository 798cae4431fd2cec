import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { migrate, openDatabase } from '@alize/db';
import { createIds, systemClock } from '@alize/runtime';
import { setUpCentre } from '@alize/testbed';
import { disposeEnded, seatInDatabase } from '../desk.ts';
import { startImport } from './import-beside.ts';
import { ports } from './ports.ts';
import type { Switch } from './switch.ts';

/** Who places and connects calls: the dialer, or the bare script beside it. */
export interface Caller {
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

export type StartCaller = (options: CallerOptions) => Promise<Caller>;

export interface CallerOptions {
  readonly sw: Switch;
  readonly callsPerSecond: number;
  readonly seats: readonly string[];
  readonly channels: readonly string[];
  readonly leadsCount: number;
  /** For a database; made when it is missing. */
  readonly folder: string;
}

const disposeEveryMs = 20;
/** More than is stored while a rate is measured. */
const rowsImported = 1_000_000;
/** For as long the file is read before it is stored, and calls go on. */
const readingSecondsMax = 300;
/** Kept for fiction in 06 39 98. */
const fictionNumbersMax = 10_000;

/** The real dialer over a database file of its own, with an api's share of the writing beside it. */
export async function startDialer(options: CallerOptions): Promise<Caller> {
  const { sw, callsPerSecond, seats, leadsCount, folder } = options;
  const database = openDatabase(join(folder, 'alize.sqlite'));
  await migrate(database.db);
  const centre = await setUpCentre(database, createIds(systemClock), Date.now(), {
    agentsCount: seats.length,
    leadsCount,
    wrapUpSeconds: 600,
    callsPerSecondMax: callsPerSecond,
  });
  await seatInDatabase(database.db, centre, seats);
  const dialer = start(new URL('../../apps/dialer/src/main.ts', import.meta.url), [], {
    ...sw.env,
    ALIZE_DATA: folder,
    ALIZE_DIALER_PORT: String(ports.dialer),
    ALIZE_LOG_LEVEL: 'error',
  });
  const stopDisposing = repeat(disposeEveryMs, async () => void (await disposeEnded(database.db, centre)));
  return {
    process: dialer,
    async stop() {
      await stopDisposing();
      await end(dialer);
      await database.close();
    },
  };
}

/** The dialer, while the api imports a file of a million rows into the same database. */
export async function startDialerBesideImport(options: CallerOptions): Promise<Caller> {
  const wanted = options.leadsCount + options.callsPerSecond * readingSecondsMax;
  const leadsCount = Math.min(wanted, fictionNumbersMax);
  const caller = await startDialer({ ...options, leadsCount });
  const importing = await startImport(options.folder, rowsImported);
  return {
    process: caller.process,
    async stop() {
      await importing.stop();
      await caller.stop();
    },
  };
}

/** The bare AMI script, on the same agents. */
export async function startBare({ sw, callsPerSecond, channels }: CallerOptions): Promise<Caller> {
  const { port, user, secret } = sw.dialerLogIn;
  const args = [String(port), user, secret, String(callsPerSecond), ...channels];
  const bare = start(new URL('./bare.ts', import.meta.url), args);
  return { process: bare, stop: () => end(bare) };
}

/** Starts one of our own processes in a group of its own: a Ctrl-C in the terminal is the bench's to pass on. */
export function start(
  file: URL,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ChildProcess {
  return fork(file, args, { env: { ...process.env, ...env }, stdio: 'inherit', detached: true });
}

/** Ends a process that the bench started; resolves when it is gone. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await exited;
  clearTimeout(force);
}

function repeat(everyMs: number, job: () => Promise<void>): () => Promise<void> {
  let isStopped = false;
  const running = (async () => {
    while (!isStopped) {
      await job();
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  })();
  return async () => {
    isStopped = true;
    await running;
  };
}
