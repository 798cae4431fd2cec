import type { AgentCounts, PacingNow } from '@alize/model';
import { endOfDay, startOfDay } from '../../../shared/local-day.ts';

/** How a campaign was paced at an instant. */
export interface PacingPoint {
  readonly atMs: number;
  readonly decision: PacingNow;
  readonly agents: AgentCounts;
}

/** What stretch of time is looked at. */
export const spans = ['quarter', 'hour', 'today', 'day'] as const;
export type Span = (typeof spans)[number];
export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

/** As many points as one looks at; the api gives no more either. */
export const pointsMax = 600;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const lengths = { quarter: 15 * minuteMs, hour: hourMs } as const;

/** The instants between which points are asked for. A day is that of the zone. */
export function stretchOf(
  span: Span,
  { nowMs, today, day, zone }: { nowMs: number; today: string; day: string; zone: string },
): Stretch {
  if (span === 'quarter' || span === 'hour') return { fromMs: nowMs - lengths[span], toMs: nowMs };
  if (span === 'today') return { fromMs: startOfDay(today, zone), toMs: nowMs };
  return { fromMs: startOfDay(day, zone), toMs: endOfDay(day, zone) };
}

/** What the axis shows: minutes as they are, a day from the hour of its first point to that of its last. */
export function shownStretch(span: Span, stretch: Stretch, points: readonly PacingPoint[]): Stretch {
  const [first, last] = [points[0], points.at(-1)];
  if (span === 'quarter' || span === 'hour' || !first || !last) return stretch;
  return {
    fromMs: Math.floor(first.atMs / hourMs) * hourMs,
    toMs: Math.ceil((last.atMs + 1) / hourMs) * hourMs,
  };
}

/**
 * The series with one more point, and without those before `fromMs`. A point that follows closer than the stretch can
 * show takes the place of the last one, unless what held the pace has changed: the reasons are what people look for.
 */
export function addPoint(
  points: readonly PacingPoint[],
  point: PacingPoint,
  { fromMs, toMs }: Stretch,
): readonly PacingPoint[] {
  const kept = points.filter(({ atMs }) => atMs >= fromMs);
  const last = kept.at(-1);
  if (last && point.atMs <= last.atMs) return kept;
  const before = kept.at(-2);
  const isClose =
    last !== undefined &&
    before !== undefined &&
    point.atMs - before.atMs <= (toMs - fromMs) / pointsMax &&
    last.decision.limitedBy === point.decision.limitedBy &&
    before.decision.limitedBy === last.decision.limitedBy;
  return isClose ? [...kept.slice(0, -1), point] : [...kept, point];
}

/**
 * Points of a stretch further apart than this have a pause between them, in which the campaign was not dialling. The
 * stretch is the one that was asked for: it says how finely the api kept its points.
 */
export function gapOf({ fromMs, toMs }: Stretch): number {
  return Math.max(minuteMs, (3 * (toMs - fromMs)) / pointsMax);
}

/** One point for each line of a table, `linesMax` of them at most, evenly over the series; the last is always there. */
export function tableLines(points: readonly PacingPoint[], linesMax: number): readonly PacingPoint[] {
  const step = Math.ceil(points.length / linesMax);
  return points.filter((_, index) => (points.length - 1 - index) % step === 0);
}
