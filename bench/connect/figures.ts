import { readFileSync } from 'node:fs';
import type { SeenCall } from './observer.ts';

/** What one caller did at one rate. Times in milliseconds. */
export interface Figures {
  readonly callsPerSecond: number;
  readonly who: string;
  /** Answered, of those made while it was measured. */
  readonly calls: number;
  /** Never answered. */
  readonly failed: number;
  /** Answered, and never bridged with an agent. */
  readonly missed: number;
  readonly fromAnswer: Spread;
  readonly fromReady: Spread;
  /** Of one core. */
  readonly ownPercent: number;
  readonly asteriskPercent: number;
}

interface Spread {
  readonly median: number;
  readonly p99: number;
  readonly worst: number;
}

/** The calls that were made in the first `windowMs`, in figures. */
export function inFigures(
  seen: readonly SeenCall[],
  windowMs: number,
): Pick<Figures, 'calls' | 'failed' | 'missed' | 'fromAnswer' | 'fromReady'> {
  const made = seen.filter(({ madeMs }) => madeMs < windowMs);
  const calls = made.filter(({ answeredMs }) => answeredMs !== null);
  const bridged = calls.filter((call) => call.bridgedMs !== null);
  const since = (from: 'answeredMs' | 'readyMs') =>
    spread(bridged.map((call) => Number(call.bridgedMs) - Number(call[from])));
  return {
    calls: calls.length,
    failed: made.length - calls.length,
    missed: calls.length - bridged.length,
    fromAnswer: since('answeredMs'),
    fromReady: since('readyMs'),
  };
}

/** Nearest rank; NaN of nothing. */
function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { median: at(0.5), p99: at(0.99), worst: at(1) };
}

/** User and system seconds of a process so far (proc(5), stat fields 14 and 15, in hundredths). */
export function cpuSeconds(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

const columns: readonly (readonly [string, (figures: Figures) => string | number])[] = [
  ['calls/s', (of) => of.callsPerSecond],
  ['who', (of) => of.who],
  ['calls', (of) => of.calls],
  ['median ms', (of) => of.fromAnswer.median.toFixed(1)],
  ['99 % ms', (of) => of.fromAnswer.p99.toFixed(1)],
  ['worst ms', (of) => of.fromAnswer.worst.toFixed(1)],
  ['missed', (of) => of.missed],
  ['failed', (of) => of.failed],
  ['own CPU %', (of) => of.ownPercent.toFixed(0)],
  ['Asterisk CPU %', (of) => of.asteriskPercent.toFixed(0)],
  ['from ready: median', (of) => of.fromReady.median.toFixed(1)],
  ['99 %', (of) => of.fromReady.p99.toFixed(1)],
  ['worst', (of) => of.fromReady.worst.toFixed(1)],
];

/** The head of the table; each line of it is as wide. */
export function head(): string {
  return columns.map(([title]) => title.padStart(widthOf(title))).join('');
}

/** One line of the table. */
export function line(figures: Figures): string {
  return columns.map(([title, text]) => String(text(figures)).padStart(widthOf(title))).join('');
}

function widthOf(title: string): number {
  return Math.max(title.length, 6) + 2;
}
