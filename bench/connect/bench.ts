/**
 * From the callee's answer to agent and callee bridged, on a real Asterisk with agents free: the dialer, and beside it
 * the floor, a bare AMI script that decides and writes nothing. Calls carry no sound. CPU is per cent of one core.
 *
 *   npm run connect -w bench [-- [--import] <seconds> <calls a second>…]        10 s each at 5, 20 and 50
 *
 * With --import also while the api stores a file of a million rows in the same database.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { LaunchError } from '@alize/infra';
import {
  type CallerOptions,
  end,
  type StartCaller,
  startBare,
  startDialer,
  startDialerBesideImport,
} from './callers.ts';
import { cpuSeconds, type Figures, head, inFigures, line } from './figures.ts';
import { type Observer, startObserver } from './observation.ts';
import { plainSeats, seatAgents, startSwitch } from './switch.ts';
import { startTelephones } from './telephones.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { import: { type: 'boolean', default: false } },
});
const [seconds = 10, ...asked] = positionals.map(Number);
const rates = asked.length > 0 ? asked : [5, 20, 50];
const windowMs = seconds * 1000;
/** From the first call on: the burst that a trunk's call rate allows after a rest has to ebb away. */
const warmUpMs = 3_000;
/** A call rings for 1.2 s at most and lasts one. */
const lastCallMs = 2_500;
const callers = {
  dialer: startDialer,
  ...(values.import && { 'dialer beside an import': startDialerBesideImport }),
  bare: startBare,
};

/** What to end, the newest last. */
const endings: (() => Promise<void>)[] = [];
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());

async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'alize-bench-'));
  endings.push(async () => rmSync(folder, { recursive: true }));
  const seats = plainSeats(agentsFor(Math.max(...rates)));
  for (const telephone of startTelephones()) endings.push(() => end(telephone));
  const sw = await startSwitch(seats, stopping.signal);
  endings.push(() => sw.asterisk.stop());
  const observer = await startObserver(sw.observerLogIn);
  endings.push(observer.stop);
  const channels = await seatAgents(seats, sw.observerLogIn);
  console.log(head());
  for (const callsPerSecond of rates) {
    const agents = agentsFor(callsPerSecond);
    const options: Omit<CallerOptions, 'folder'> = {
      sw,
      callsPerSecond,
      leadsCount: callsPerSecond * (seconds + 10),
      seats: seats.slice(0, agents),
      channels: channels.slice(0, agents),
    };
    for (const [who, startCaller] of Object.entries(callers)) {
      const own = { ...options, folder: join(folder, `${callsPerSecond} ${who}`) };
      const figures = await measure(startCaller, own, observer);
      console.log(line({ callsPerSecond, who, ...figures }));
    }
  }
}

/** A call rings for 0.7 s and lasts one, so that more than one agent in three is free. */
function agentsFor(callsPerSecond: number): number {
  return callsPerSecond * 3 + 10;
}

async function measure(
  startCaller: StartCaller,
  options: CallerOptions,
  observer: Observer,
): Promise<Omit<Figures, 'callsPerSecond' | 'who'>> {
  const caller = await startCaller(options);
  endings.push(caller.stop);
  await observer.firstCall();
  await pause(warmUpMs);
  if (caller.process.exitCode !== null)
    throw new Error('The caller ended by itself: its own words stand above.');
  const own = cpuMeter(caller.process.pid);
  const asterisk = cpuMeter(options.sw.asterisk.pid);
  observer.open();
  await pause(windowMs);
  const cpu = { ownPercent: own(), asteriskPercent: asterisk() };
  await pause(lastCallMs);
  const seen = await observer.report();
  await endings.pop()?.();
  await pause(lastCallMs);
  return { ...inFigures(seen, windowMs), ...cpu };
}

function cpuMeter(pid: number | undefined): () => number {
  const before = cpuSeconds(pid);
  return () => ((cpuSeconds(pid) - before) / seconds) * 100;
}

function pause(ms: number): Promise<void> {
  return sleep(ms, undefined, { signal: stopping.signal });
}

try {
  await bench();
} catch (error) {
  if (!stopping.signal.aborted) console.error(error instanceof LaunchError ? error.message : error);
  process.exitCode = 1;
} finally {
  while (endings.length > 0) await endings.pop()?.();
}
