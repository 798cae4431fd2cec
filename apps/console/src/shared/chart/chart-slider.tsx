import classes from './chart.module.css';
import { nearestIndex } from './chart-scale.ts';
import { plotInset } from './series-chart.tsx';

/**
 * Moves the cursor of a chart by mouse, finger or arrow keys, and says what stands there to who does not see it. Its
 * knob stands below the cursor; each key goes to the next time that has values, however far it is.
 */
export function ChartSlider({
  label,
  text,
  times,
  domain,
  index,
  onChange,
}: {
  label: string;
  /** The values at the cursor, in words. */
  text: string;
  times: readonly number[];
  domain: { readonly fromMs: number; readonly toMs: number };
  index: number;
  onChange: (index: number) => void;
}) {
  const atMs = times[index] ?? domain.fromMs;
  const move = (wantedMs: number) => {
    const nearest = nearestIndex(times, wantedMs) ?? index;
    const next = nearest === index ? index + Math.sign(wantedMs - atMs) : nearest;
    onChange(Math.min(times.length - 1, Math.max(0, next)));
  };
  return (
    <input
      type="range"
      className={classes.slider}
      style={{
        marginLeft: plotInset.left - 8,
        width: `calc(100% - ${plotInset.left + plotInset.right - 16}px)`,
      }}
      aria-label={label}
      aria-valuetext={text}
      min={domain.fromMs}
      max={domain.toMs}
      value={atMs}
      onChange={(event) => move(Number(event.currentTarget.value))}
    />
  );
}
