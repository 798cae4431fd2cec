/** What has been measured of a campaign, ready to forecast with. Plain data, storable as JSON. */
export interface Laws {
  /** The first is of any call, and of those to be placed; the others by list, hour or caller ID, as far as told apart. */
  readonly calls: readonly CallLaw[];
  /** How long a talk still lasts: the first from its start, the others from the moment a script step is reached. */
  readonly talk: readonly TimeLaw[];
  readonly wrapUp: TimeLaw;
  /** Share of agents who, their call finished, do not take another: they pause or leave. */
  readonly leaveShare: number;
}

/** If and when a call is offered to an agent, by whole seconds since it was placed. */
export interface CallLaw {
  /** `offered[i]`: chance to have been offered within i + 1 seconds. Never falls. */
  readonly offered: readonly number[];
  /** `live[i]`: chance to be dialling still after i + 1 seconds: neither answered nor ended. Never rises. */
  readonly live: readonly number[];
  /** Of the calls answered, the share that passes detection, and how long detection takes; 1 and 0 without it. */
  readonly passShare: number;
  readonly detectMs: number;
}

/** How long something lasts: `over[i]` is the chance that it is over by the end of bin i. Never falls. */
export interface TimeLaw {
  readonly over: readonly number[];
}

/** Whole seconds of a call that a `CallLaw` tells of: longer than any telephone rings. */
export const callSeconds = 64;

/** Bins of one second up to 32 s, then 16 for each doubling, up to 4,096 s. */
export const timeBins = 32 + 7 * 16;

/** The bin that a duration in seconds falls into; the last one for anything longer. */
export function timeBin(seconds: number): number {
  const whole = Math.floor(seconds);
  if (whole < 32) return Math.max(0, whole);
  if (whole >= 4_096) return timeBins - 1;
  const doubling = 31 - Math.clz32(whole);
  return 32 + (doubling - 5) * 16 + ((whole - (1 << doubling)) >> (doubling - 4));
}

/** Where a bin begins, in seconds; of `timeBins`, where the last one ends. */
export function timeEdge(bin: number): number {
  if (bin < 32) return bin;
  const doubling = 5 + Math.floor((bin - 32) / 16);
  return (1 << doubling) + ((bin - 32) % 16) * (1 << (doubling - 4));
}

/** Chance that something is over within `seconds`, straight lines between the edges of bins. */
export function overBy(law: TimeLaw, seconds: number): number {
  if (seconds <= 0) return 0;
  const bin = timeBin(seconds);
  const before = bin === 0 ? 0 : (law.over[bin - 1] ?? 1);
  const at = law.over[bin] ?? 1;
  const from = timeEdge(bin);
  const share = Math.min(1, (seconds - from) / (timeEdge(bin + 1) - from));
  return before + (at - before) * share;
}

/** Chance that a call is offered within `seconds` of being placed. */
export function offeredBy(law: CallLaw, seconds: number): number {
  return readSeconds(law.offered, seconds, 0);
}

/** Chance that a call is dialling still `seconds` after it was placed. */
export function liveAfter(law: CallLaw, seconds: number): number {
  return readSeconds(law.live, seconds, 1);
}

function readSeconds(values: readonly number[], seconds: number, atStart: number): number {
  const whole = Math.floor(seconds);
  const last = values[values.length - 1] ?? atStart;
  if (whole >= values.length) return last;
  const before = whole <= 0 ? atStart : (values[whole - 1] ?? last);
  return before + ((values[Math.max(0, whole)] ?? last) - before) * (seconds - whole);
}
