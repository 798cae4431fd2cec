/**
 * A whole centre, ten minutes: the dialer on a real Asterisk, SIPp as the agents, and a carrier whose callees follow
 * laws drawn at random (laws.ts says which, and what was made shorter). What the carrier's own log tells stands
 * beside what the simulator had foretold for the same laws.
 *
 *   npm run predictive -w bench [-- --minutes 10 --agents 20 --mode predictive|power|progressive --aim 0.02 --seed 1 --runs 40 --log carrier.jsonl]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LaunchError } from '@alize/infra';
import { end } from '../connect/callers.ts';
import { plainSeats, seatAgents, startSwitch } from '../connect/switch.ts';
import { startCentre } from './centre.ts';
import { measured, type Run } from './figures.ts';
import { foretell } from './foretell.ts';
import { abandonmentTerms, type BenchOptions, readOptions } from './options.ts';
import { aboutRun, sayLaws, table } from './table.ts';
import { type Carrier, startAgents, startCarrier } from './telephones.ts';

/** Beyond the last answer that counts, until it is known whether an agent came in time. */
const lastVerdictMs = 3_000;

/** What to end, the newest last. */
const endings: (() => Promise<void>)[] = [];
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());

async function bench(options: BenchOptions): Promise<void> {
  const definition = abandonmentTerms();
  console.log(sayLaws(options, definition));
  const foretold = foretell(options);
  const figures = measured(await realRun(options, definition.secondsMax * 1000));
  console.log(table(figures, foretold));
  console.log(aboutRun(figures));
}

async function realRun(options: BenchOptions, limitMs: number): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'alize-bench-'));
  endings.push(async () => rmSync(folder, { recursive: true }));
  const seats = plainSeats(options.agents);
  const carrier = await startCarrier(options.seed);
  endings.push(carrier.stop);
  const telephones = startAgents(folder);
  endings.push(() => end(telephones));
  const sw = await startSwitch(seats, stopping.signal);
  endings.push(() => sw.asterisk.stop());
  await seatAgents(seats, sw.observerLogIn);
  const centre = await startCentre(options, { sw, seats, folder });
  endings.push(centre.stop);
  const fromMs = await Promise.race([firstCallAt(carrier), centre.fallen]);
  const toMs = fromMs + options.minutes * 60_000;
  await Promise.race([pause(toMs + lastVerdictMs - Date.now()), centre.fallen]);
  const calls = await carrier.report();
  if (options.log) writeFileSync(options.log, calls.map((call) => `${JSON.stringify(call)}\n`).join(''));
  const [wrapUps, ledger] = [[...centre.wrapUps], await centre.ledger()];
  const decisions = await centre.decisions(fromMs, toMs);
  return { calls, wrapUps, ledger, decisions, agents: options.agents, fromMs, toMs, limitMs };
}

/** UTC milliseconds of the first INVITE; the run begins with it. */
async function firstCallAt(carrier: Carrier): Promise<number> {
  for (let waitedMs = 0; waitedMs < 30_000; waitedMs += 100) {
    const [first] = await carrier.report();
    if (first) return first.invitedAtMs;
    await pause(100);
  }
  throw new LaunchError('No call came in 30 s: what the dialer said of it stands above.');
}

function pause(ms: number): Promise<void> {
  return sleep(Math.max(0, ms), undefined, { signal: stopping.signal });
}

try {
  await bench(readOptions(process.argv.slice(2)));
} catch (error) {
  const isForPeople = error instanceof LaunchError || error instanceof RangeError;
  if (!stopping.signal.aborted) console.error(isForPeople ? error.message : error);
  process.exitCode = 1;
} finally {
  while (endings.length > 0) await endings.pop()?.();
}
