import { useElementSize } from '@mantine/hooks';
import { type PointerEvent, useId } from 'react';
import classes from './chart.module.css';
import { areaPath, type Dot, linePath, nearestIndex, niceMax, valueTicks } from './chart-scale.ts';

/** One line of a chart: a value for each of its times; null where nothing is known. */
export interface Series {
  readonly key: string;
  readonly label: string;
  readonly color: string;
  readonly values: readonly (number | null)[];
  readonly dash?: string;
}

/** A line across the chart: a limit, an aim. */
export interface Mark {
  readonly value: number;
  readonly label: string;
  readonly dash: string;
}

interface ChartProps {
  readonly title: string;
  readonly times: readonly number[];
  readonly series: readonly Series[];
  readonly domain: { readonly fromMs: number; readonly toMs: number };
  /** Round times on the axis, and how a time is written there. */
  readonly ticks: readonly number[];
  readonly tickText: (atMs: number) => string;
  readonly valueText: (value: number) => string;
  /** Values stand on one another, as areas. */
  readonly isStacked?: boolean;
  readonly marks?: readonly Mark[];
  /** The axis reaches at least this far. */
  readonly valueMin?: number;
  readonly height?: number;
  /** Times further apart than this are not joined: nothing is known between them. */
  readonly gapMs?: number;
  /** Index of the time whose values the legend shows. */
  readonly cursor: number | null;
  readonly onHover: (index: number | null) => void;
  readonly onChoose: (index: number) => void;
}

/** Where the plot begins and ends within the drawing; a slider below it uses the same. */
export const plotInset = { left: 46, right: 12 } as const;
const top = 6;
const bottom = 20;

/**
 * Series over time, drawn plainly; the legend has their values at the cursor. It is a picture: who does not see it has
 * the slider and the table of the page that shows it.
 */
export function SeriesChart(props: ChartProps) {
  const { title, series, cursor, valueText, marks = [], isStacked = false } = props;
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <div className={classes.head}>
        <h2 id={titleId} className={classes.title}>
          {title}
        </h2>
        <dl className={classes.legend}>
          {series.map(({ key, label, color, values, dash = '' }) => {
            const value = cursor === null ? null : values[cursor];
            return (
              <div key={key}>
                {isStacked ? (
                  <span className={classes.swatch} style={{ background: color }} aria-hidden />
                ) : (
                  <Stroke color={color} dash={dash} />
                )}
                <dt>{label}</dt>
                <dd className="figures">{value === null || value === undefined ? '–' : valueText(value)}</dd>
              </div>
            );
          })}
          {marks.map(({ label, value, dash }) => (
            <div key={label}>
              <Stroke color="var(--chart-mark)" dash={dash} />
              <dt>{label}</dt>
              <dd className="figures">{valueText(value)}</dd>
            </div>
          ))}
        </dl>
      </div>
      <Drawing {...props} marks={marks} />
    </section>
  );
}

function Stroke({ color, dash }: { color: string; dash: string }) {
  return (
    <svg width={22} height={8} aria-hidden>
      <line x1={0} x2={22} y1={4} y2={4} stroke={color} strokeWidth={2} strokeDasharray={dash} />
    </svg>
  );
}

function Drawing({
  times,
  series,
  domain,
  ticks,
  tickText,
  valueText,
  isStacked = false,
  marks = [],
  valueMin = 0,
  height = 150,
  gapMs = Number.POSITIVE_INFINITY,
  cursor,
  onHover,
  onChoose,
}: ChartProps) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const layers = isStacked ? stack(series) : series.map((one) => one.values);
  const highest = Math.max(valueMin, ...marks.map((mark) => mark.value), ...layers.flat().map(Number));
  const valueMax = niceMax(highest);
  const plotRight = Math.max(plotInset.left + 1, width - plotInset.right);
  const lengthMs = Math.max(1, domain.toMs - domain.fromMs);
  const x = (atMs: number) =>
    plotInset.left + ((atMs - domain.fromMs) / lengthMs) * (plotRight - plotInset.left);
  const y = (value: number) => height - bottom - (value / valueMax) * (height - bottom - top);
  const dotsOf = (values: readonly (number | null)[]): (Dot | null)[] =>
    times.flatMap((atMs, index) => {
      const value = values[index] ?? null;
      const dot = value === null ? null : { x: x(atMs), y: y(value) };
      return atMs - (times[index - 1] ?? atMs) > gapMs ? [null, dot] : [dot];
    });
  const floor = dotsOf(times.map(() => 0));
  const indexAt = (event: PointerEvent<SVGSVGElement>) => {
    const left = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const share = (left - plotInset.left) / (plotRight - plotInset.left);
    return nearestIndex(times, domain.fromMs + share * lengthMs);
  };
  const cursorAt = cursor === null ? undefined : times[cursor];
  return (
    <div ref={ref}>
      <svg
        className={classes.drawing}
        width="100%"
        height={height}
        aria-hidden
        onPointerMove={(event) => onHover(indexAt(event))}
        onPointerLeave={() => onHover(null)}
        onPointerDown={(event) => {
          const index = indexAt(event);
          if (index !== null) onChoose(index);
        }}
      >
        {width > 0 && (
          <>
            {valueTicks(valueMax, 3).map((value) => (
              <g key={value}>
                <line
                  className={classes.grid}
                  x1={plotInset.left}
                  x2={plotRight}
                  y1={y(value)}
                  y2={y(value)}
                />
                <text className={classes.tick} x={plotInset.left - 6} y={y(value) + 4} textAnchor="end">
                  {valueText(value)}
                </text>
              </g>
            ))}
            {ticks.map((atMs) => (
              <text key={atMs} className={classes.tick} x={x(atMs)} y={height - 4} textAnchor="middle">
                {tickText(atMs)}
              </text>
            ))}
            {isStacked &&
              series.map(({ key, color }, index) => (
                <path
                  key={key}
                  d={areaPath(
                    dotsOf(layers[index] ?? []),
                    index === 0 ? floor : dotsOf(layers[index - 1] ?? []),
                  )}
                  fill={color}
                  fillOpacity={0.75}
                />
              ))}
            {!isStacked &&
              series.map(({ key, color, dash }, index) => (
                <path
                  key={key}
                  d={linePath(dotsOf(layers[index] ?? []))}
                  fill="none"
                  stroke={color}
                  strokeWidth={2}
                  strokeLinejoin="round"
                  strokeLinecap="round"
                  strokeDasharray={dash}
                />
              ))}
            {marks.map(({ label, value, dash }) => (
              <line
                key={label}
                className={classes.mark}
                strokeDasharray={dash}
                x1={plotInset.left}
                x2={plotRight}
                y1={y(value)}
                y2={y(value)}
              />
            ))}
            {cursorAt !== undefined && (
              <line
                className={classes.cursor}
                x1={x(cursorAt)}
                x2={x(cursorAt)}
                y1={top}
                y2={height - bottom}
              />
            )}
          </>
        )}
      </svg>
    </div>
  );
}

/** Each series on top of those before it. */
function stack(series: readonly Series[]): readonly (readonly (number | null)[])[] {
  const layers: (number | null)[][] = [];
  for (const { values } of series) {
    const below = layers.at(-1);
    layers.push(values.map((value, index) => (value === null ? null : value + (below?.[index] ?? 0))));
  }
  return layers;
}
