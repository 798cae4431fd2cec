import type { ScheduleWindow } from '@alize/model';

/** A stretch of one day in minutes after midnight, half-open. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export const days = [1, 2, 3, 4, 5, 6, 7] as const;
export const workingDays = [1, 2, 3, 4, 5] as const;

/** What one cell of the picture stands for. */
export const cellMinutes = 30;

export function minutesOf(clock: string): number {
  const [hours = '0', minutes = '0'] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** `HH:MM`; 1440 is `24:00`. */
export function clockOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** A time as people type it: `9`, `9h30`, `930`, `09:30`; null when it is none. Midnight at the end is `24:00`. */
export function typedClock(text: string): string | null {
  const parts = /^(\d{1,2})(?:\s*[h:.]?\s*(\d{2}))?\s*h?$/i.exec(text.trim());
  if (!parts) return null;
  const minutes = Number(parts[1]) * 60 + Number(parts[2] ?? 0);
  return Number(parts[2] ?? 0) < 60 && minutes <= 24 * 60 ? clockOf(minutes) : null;
}

/** The windows of a day in order. */
export function windowsOf(windows: readonly ScheduleWindow[], day: number): readonly ScheduleWindow[] {
  return windows.filter((window) => window.day === day).sort((a, b) => minutesOf(a.from) - minutesOf(b.from));
}

export function isOpenAt(windows: readonly ScheduleWindow[], day: number, minute: number): boolean {
  return windowsOf(windows, day).some(
    (window) => minutesOf(window.from) <= minute && minute < minutesOf(window.to),
  );
}

/** Opens or closes a stretch of a day; windows that touch become one, a window cut in two becomes two. */
export function paint(
  windows: readonly ScheduleWindow[],
  day: number,
  stretch: Stretch,
  isOpen: boolean,
): readonly ScheduleWindow[] {
  const stretches = windowsOf(windows, day).map(toStretch);
  const painted = isOpen ? unite([...stretches, stretch]) : stretches.flatMap((one) => cut(one, stretch));
  return withDay(windows, day, painted.map(toWindow(day)));
}

/** Gives each of `to` the windows of day `from`. */
export function copyDay(
  windows: readonly ScheduleWindow[],
  from: number,
  to: readonly number[],
): readonly ScheduleWindow[] {
  const model = windowsOf(windows, from);
  return to.reduce<readonly ScheduleWindow[]>(
    (all, day) =>
      withDay(
        all,
        day,
        model.map((window) => ({ ...window, day })),
      ),
    windows,
  );
}

/** A further window for a day: an hour after its last one, or the morning; null when the day is full. */
export function furtherWindow(windows: readonly ScheduleWindow[], day: number): ScheduleWindow | null {
  const last = windowsOf(windows, day).at(-1);
  const from = last ? minutesOf(last.to) + 60 : 9 * 60;
  if (from >= 24 * 60) return null;
  return { day, from: clockOf(from), to: clockOf(Math.min(from + 3 * 60, 24 * 60)) };
}

/** The same windows on each of `on`, none on the others. */
export function everyDay(on: readonly number[], stretches: readonly Stretch[]): readonly ScheduleWindow[] {
  return on.flatMap((day) => stretches.map(toWindow(day)));
}

const between = (from: number, to: number): Stretch => ({ from: from * 60, to: to * 60 });

/** The weekly plans at hand; the key names the preset's words. */
export const presets = {
  frenchDay: everyDay(workingDays, [between(10, 13), between(14, 20)]),
  splitHours: everyDay(workingDays, [between(9, 12), between(14, 18)]),
  shopDays: everyDay([2, 3, 4, 5, 6], [between(10, 12), between(14, 19)]),
  officeHours: everyDay(workingDays, [between(9, 18)]),
  roundTheClock: everyDay(days, [between(0, 24)]),
  none: [],
} as const satisfies Readonly<Record<string, readonly ScheduleWindow[]>>;
export type PresetKey = keyof typeof presets;

/** What is wrong with a window beside the others of its day; null when nothing is. */
export function windowError(
  windows: readonly ScheduleWindow[],
  window: ScheduleWindow,
): 'endsBeforeStart' | 'overlaps' | null {
  const { from, to } = toStretch(window);
  if (to <= from) return 'endsBeforeStart';
  const others = windows.filter((other) => other.day === window.day && other !== window).map(toStretch);
  return others.some((other) => other.from < to && from < other.to) ? 'overlaps' : null;
}

/** Open hours in a week. */
export function weeklyHours(windows: readonly ScheduleWindow[]): number {
  return windows.reduce((sum, window) => sum + (minutesOf(window.to) - minutesOf(window.from)) / 60, 0);
}

/** The hours that the picture shows: 6 to 22, or the whole day when a window lies beyond. */
export function shownHours(windows: readonly ScheduleWindow[]): {
  readonly from: number;
  readonly to: number;
} {
  const isBeyond = windows.some(({ from, to }) => minutesOf(from) < 6 * 60 || minutesOf(to) > 22 * 60);
  return isBeyond ? { from: 0, to: 24 } : { from: 6, to: 22 };
}

function toStretch(window: ScheduleWindow): Stretch {
  return { from: minutesOf(window.from), to: minutesOf(window.to) };
}

function toWindow(day: number) {
  return ({ from, to }: Stretch): ScheduleWindow => ({ day, from: clockOf(from), to: clockOf(to) });
}

function withDay(
  windows: readonly ScheduleWindow[],
  day: number,
  ofDay: readonly ScheduleWindow[],
): readonly ScheduleWindow[] {
  return [...windows.filter((window) => window.day !== day), ...ofDay].sort(
    (a, b) => a.day - b.day || minutesOf(a.from) - minutesOf(b.from),
  );
}

function unite(stretches: readonly Stretch[]): readonly Stretch[] {
  const united: Stretch[] = [];
  for (const next of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = united.at(-1);
    if (last && next.from <= last.to)
      united[united.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    else united.push(next);
  }
  return united;
}

function cut(from: Stretch, hole: Stretch): readonly Stretch[] {
  if (hole.to <= from.from || from.to <= hole.from) return [from];
  return [
    { from: from.from, to: hole.from },
    { from: hole.to, to: from.to },
  ].filter((piece) => piece.from < piece.to);
}
