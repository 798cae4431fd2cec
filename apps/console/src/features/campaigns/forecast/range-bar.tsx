import classes from './forecast.module.css';

/** Where nine days in ten lie, with their mean; `limit` is what may not be passed. The figures stand beside it. */
export function RangeBar({
  spread,
  end,
  limit = null,
}: {
  spread: { readonly mean: number; readonly p5: number; readonly p95: number };
  /** The value at the right end of the bar, the same for every variant. */
  end: number;
  limit?: number | null;
}) {
  const at = (value: number) => `${Math.min(1, Math.max(0, value / end)) * 100}%`;
  return (
    <div className={classes.range} aria-hidden>
      <span
        className={classes.spread}
        data-over={limit !== null && spread.p95 > limit}
        style={{ left: at(spread.p5), right: `calc(100% - ${at(spread.p95)})` }}
      />
      <span className={classes.mean} style={{ left: at(spread.mean) }} />
      {limit !== null && <span className={classes.limit} style={{ left: at(limit) }} />}
    </div>
  );
}
