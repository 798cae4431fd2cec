/**
 * From the callee's answer to agent and callee bridged, on a real Asterisk with agents free: the dialer, and beside it
 * the floor, a bare AMI script that decides and writes nothing. Calls carry no sound. CPU is per cent of one core.
 *
 *   npm run connect -w bench [-- <seconds> <calls a second>…]        10 s each at 5, 20 and 50
 */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { LaunchError } from '@alize/infra';
import { type Caller, type CallerOptions, end, start, startBare, startDialer } from './callers.ts';
import { cpuSeconds, type Figures, head, inFigures, line } from './figures.ts';
import type { SeenCall } from './observer.ts';
import { plainSeats, type Switch, seatAgents, startSwitch } from './switch.ts';
import { startTelephones } from './telephones.ts';

const [seconds = 10, ...asked] = process.argv.slice(2).map(Number);
const rates = asked.length > 0 ? asked : [5, 20, 50];
const windowMs = seconds * 1000;
/** The first seconds of a dialer hold its start, and the burst that its trunk's call rate allows after a rest. */
const warmUpMs = 3_000;
/** A call rings for 1.2 s at most and lasts one. */
const lastCallMs = 2_500;

const endings: (() => Promise<void>)[] = [];
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void cleanUp().then(() => process.exit(130)));

async function bench(): Promise<void> {
  const seats = plainSeats(agentsFor(Math.max(...rates)));
  for (const telephone of startTelephones()) endings.push(() => end(telephone));
  const sw = await startSwitch(seats);
  endings.push(() => sw.asterisk.stop());
  const observer = await startObserver(sw);
  const channels = await seatAgents(seats, sw.observerLogIn);
  console.log(head());
  for (const callsPerSecond of rates) {
    const agents = agentsFor(callsPerSecond);
    const leadsCount = Math.ceil(callsPerSecond * (seconds + 10));
    const options = {
      sw,
      callsPerSecond,
      leadsCount,
      seats: seats.slice(0, agents),
      channels: channels.slice(0, agents),
    };
    console.log(line(await measure('dialer', startDialer, options, observer)));
    console.log(line(await measure('bare', startBare, options, observer)));
  }
}

/** A call rings for 0.7 s and lasts one, so that more than one agent in three is free. */
function agentsFor(callsPerSecond: number): number {
  return callsPerSecond * 3 + 10;
}

async function startObserver({ observerLogIn }: Switch) {
  const { port, user, secret } = observerLogIn;
  const observer = start(new URL('./observer.ts', import.meta.url), [String(port), user, secret]);
  endings.push(() => end(observer));
  await once(observer, 'message');
  return {
    open: () => void observer.send('open'),
    async report(): Promise<readonly SeenCall[]> {
      const reported = once(observer, 'message');
      observer.send('report');
      const [calls] = await reported;
      return calls;
    },
  };
}

async function measure(
  who: string,
  startCaller: (options: CallerOptions) => Promise<Caller>,
  options: CallerOptions,
  observer: Awaited<ReturnType<typeof startObserver>>,
): Promise<Figures> {
  const caller = await startCaller(options);
  endings.push(caller.stop);
  await sleep(warmUpMs);
  const own = cpuMeter(caller.process.pid);
  const asterisk = cpuMeter(options.sw.asterisk.pid);
  observer.open();
  await sleep(windowMs);
  const cpu = { ownPercent: own(), asteriskPercent: asterisk() };
  await sleep(lastCallMs);
  const seen = await observer.report();
  endings.pop();
  await caller.stop();
  await sleep(lastCallMs);
  return { callsPerSecond: options.callsPerSecond, who, ...inFigures(seen, windowMs), ...cpu };
}

function cpuMeter(pid: number | undefined): () => number {
  const before = cpuSeconds(pid);
  return () => ((cpuSeconds(pid) - before) / seconds) * 100;
}

async function cleanUp(): Promise<void> {
  while (endings.length > 0) await endings.pop()?.();
}

try {
  await bench();
} catch (error) {
  console.error(error instanceof LaunchError ? error.message : error);
  process.exitCode = 1;
} finally {
  await cleanUp();
}
