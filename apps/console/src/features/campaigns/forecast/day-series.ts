import type { ForecastAnswer } from './forecast-query.ts';

type Minute = ForecastAnswer['variants'][number]['minutes'][number];
export const metrics = ['busyShare', 'idleAgents', 'calls', 'people'] as const;
export type Metric = (typeof metrics)[number];

/** Days of different hours on one axis: every time that one of them has, and the values of each, null outside it. */
export function daySeries(
  days: readonly { readonly minutes: readonly Minute[] }[],
  metric: Metric,
): { readonly times: readonly number[]; readonly values: readonly (readonly (number | null)[])[] } {
  const clocks = [...new Set(days.flatMap(({ minutes }) => minutes.map(({ at }) => at)))].sort();
  return {
    times: clocks.map(msOfClock),
    values: days.map(({ minutes }) => {
      const byClock = new Map(minutes.map((minute) => [minute.at, minute[metric]]));
      return clocks.map((clock) => byClock.get(clock) ?? null);
    }),
  };
}

/** Milliseconds after midnight of `09:05`. */
export function msOfClock(clock: string): number {
  const [hours = '0', minutes = '0'] = clock.split(':');
  return (Number(hours) * 60 + Number(minutes)) * 60_000;
}

export function clockOfMs(ms: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(ms / 3_600_000))}:${two(Math.floor(ms / 60_000) % 60)}`;
}
