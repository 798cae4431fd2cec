import type { Outcome } from './outcome.ts';

export interface Tried {
  readonly setting: number;
  readonly outcome: Outcome;
}

/** The settings on both sides of a share abandoned; null where the range ends before it. */
export interface Bracket {
  readonly below: Tried | null;
  readonly above: Tried | null;
}

const triesMax = 6;
/** Near enough from below. */
const nearness = 0.96;

/** Looks for the setting, in a range over which the share abandoned grows, at which that share comes to `target`. */
export async function findSetting(
  target: number,
  range: { readonly least: number; readonly first: number; readonly most: number },
  measure: (setting: number) => Promise<Outcome>,
): Promise<Bracket> {
  let bracket: Bracket = { below: null, above: null };
  let setting = range.first;
  for (let tries = 0; tries < triesMax; tries += 1) {
    bracket = narrowed(bracket, { setting, outcome: await measure(setting) }, target);
    const next = nextSetting(bracket, target, range);
    if (next === null || isNear(bracket, target)) break;
    setting = next;
  }
  return bracket;
}

/** What the bracket comes to at the target itself: the busy share between its two sides. */
export function busyShareAt(target: number, { below, above }: Bracket): number | null {
  if (!below || !above) return (below ?? above)?.outcome.busyShare ?? null;
  const from = below.outcome.abandonedShare;
  const part = (target - from) / Math.max(1e-9, above.outcome.abandonedShare - from);
  return below.outcome.busyShare + part * (above.outcome.busyShare - below.outcome.busyShare);
}

function narrowed(bracket: Bracket, tried: Tried, target: number): Bracket {
  return tried.outcome.abandonedShare <= target ? { ...bracket, below: tried } : { ...bracket, above: tried };
}

function isNear({ below }: Bracket, target: number): boolean {
  return below !== null && below.outcome.abandonedShare >= target * nearness;
}

interface Range {
  readonly least: number;
  readonly most: number;
}

/** Where the share comes to just below the target, were it a power of the setting; null at the range's end. */
function nextSetting({ below, above }: Bracket, target: number, { least, most }: Range): number | null {
  const wanted = target * (0.5 + nearness / 2);
  if (below && above) return between(below, above, wanted);
  const only = below ?? above;
  if (!only) return null;
  const factor = wanted / Math.max(1e-6, only.outcome.abandonedShare);
  const next = Math.max(least, Math.min(most, only.setting * Math.max(1 / 4, Math.min(4, factor))));
  return next === only.setting ? null : next;
}

function between(below: Tried, above: Tried, wanted: number): number {
  const logShare = (tried: Tried) => Math.log(Math.max(1e-6, tried.outcome.abandonedShare));
  const part = (Math.log(wanted) - logShare(below)) / (logShare(above) - logShare(below));
  const inside = Math.max(0.1, Math.min(0.9, part));
  return below.setting * (above.setting / below.setting) ** inside;
}
