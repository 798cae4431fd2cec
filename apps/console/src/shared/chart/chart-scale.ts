/** Scales of a chart, in numbers alone. */

/** The smallest of 1, 2, 5, 10, 20, 50… that is not below a value: an axis that grows by steps stays still. */
export function niceMax(value: number): number {
  if (!(value > 0)) return 1;
  const magnitude = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 5, 10].find((one) => one * magnitude >= value * (1 - 1e-9)) ?? 10;
  return step * magnitude;
}

/** Values for the lines of a grid from 0 to `max`, about `count` of them. */
export function valueTicks(max: number, count: number): readonly number[] {
  const step = niceMax(max / count);
  return Array.from({ length: Math.floor(max / step + 1e-9) + 1 }, (_, index) => index * step);
}

/** Where the axis of shares ends: a round share that none exceeds, 0.1 at least and 1 at most. */
export function axisMax(shares: readonly number[]): number {
  const highest = Math.max(0, ...shares);
  return [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8].find((end) => highest <= end + 1e-9) ?? 1;
}

const minuteMs = 60_000;
const timeSteps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720, 1440].map(
  (minutes) => minutes * minuteMs,
);

/** Round times between two instants, `count` at most; `offsetMs` is how far the local clock is ahead of UTC. */
export function timeTicks(
  { fromMs, toMs }: { fromMs: number; toMs: number },
  count: number,
  offsetMs = 0,
): readonly number[] {
  const lengthMs = toMs - fromMs;
  const step = timeSteps.find((one) => lengthMs / one <= count) ?? lengthMs;
  const first = Math.ceil((fromMs + offsetMs) / step) * step - offsetMs;
  const ticks: number[] = [];
  for (let at = first; at <= toMs; at += step) ticks.push(at);
  return ticks;
}

export interface Dot {
  readonly x: number;
  readonly y: number;
}

/** A line through the dots as an SVG path; a null dot breaks it. One that stands alone is a line of no length: a point. */
export function linePath(dots: readonly (Dot | null)[]): string {
  return dots
    .map((dot, index) => {
      if (!dot) return '';
      const place = `${round(dot.x)} ${round(dot.y)}`;
      if (dots[index - 1]) return `L${place}`;
      return dots[index + 1] ? `M${place}` : `M${place}h0`;
    })
    .join('');
}

/** The ground between two lines as an SVG path; each unbroken stretch is closed by itself. */
export function areaPath(top: readonly (Dot | null)[], bottom: readonly (Dot | null)[]): string {
  const stretches: { top: Dot; bottom: Dot }[][] = [[]];
  top.forEach((dot, index) => {
    const under = bottom[index];
    if (dot && under) stretches.at(-1)?.push({ top: dot, bottom: under });
    else stretches.push([]);
  });
  return stretches
    .filter((stretch) => stretch.length > 0)
    .map((stretch) => {
      const there = stretch.map((pair) => pair.top);
      const back = stretch.map((pair) => pair.bottom).reverse();
      return `${linePath([...there, ...back])}Z`;
    })
    .join('');
}

/** The index of the time nearest to an instant; null of none. `times` ascend. */
export function nearestIndex(times: readonly number[], atMs: number): number | null {
  if (times.length === 0) return null;
  let low = 0;
  let high = times.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) < atMs) low = middle + 1;
    else high = middle;
  }
  const before = times[low - 1];
  return before !== undefined && atMs - before < Math.abs((times[low] ?? 0) - atMs) ? low - 1 : low;
}

const round = (value: number) => Math.round(value * 10) / 10;
