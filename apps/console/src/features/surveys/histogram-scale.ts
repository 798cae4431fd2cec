/** What one bar of a histogram stands for: a value, or a span of values. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where a value lies along bars of equal width, 0 to 1: a bar of one value is centred on it. */
export function placeOf(bars: readonly Span[], value: number): number {
  const [first, last] = [bars[0], bars.at(-1)];
  if (!first || !last) return 0;
  const pointed = bars.every(({ from, to }) => from === to);
  const step = pointed ? stepOf(bars) : first.to - first.from;
  const start = pointed ? first.from - step / 2 : first.from;
  const end = pointed ? last.from + step / 2 : last.to;
  return end > start ? Math.min(1, Math.max(0, (value - start) / (end - start))) : 0.5;
}

const stepOf = (bars: readonly Span[]) =>
  bars.length < 2 ? 1 : ((bars.at(-1)?.from ?? 0) - (bars[0]?.from ?? 0)) / (bars.length - 1);
