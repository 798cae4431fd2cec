import { describe, expect, test } from 'vitest';
import { windowAt } from './account-window.ts';
import type { AbandonmentDefinition } from './definition.ts';

const month = { kind: 'calendar_month' } as const;
const day = { kind: 'calendar_day' } as const;
const thirtyDays = { kind: 'successive_days', days: 30 } as const;
const dayAndNight = { kind: 'rolling_hours', hours: 24 } as const;

/** Instants in UTC; the zone says whose days they are. */
interface Case {
  readonly window: AbandonmentDefinition['window'];
  readonly zone: string;
  readonly at: string;
  readonly start?: string;
}
const bounds = ({ window, zone, at, start = at }: Case) => {
  const { fromMs, toMs } = windowAt(window, {
    atMs: Date.parse(at),
    zone,
    campaignStartMs: Date.parse(start),
  });
  return [fromMs, toMs].map((ms) => new Date(ms).toISOString().replace(':00.000Z', 'Z'));
};

describe('a day', () => {
  test.each<[string, string, string, string, string]>([
    ['in winter', 'Europe/Paris', '2026-11-23T12:00Z', '2026-11-22T23:00Z', '2026-11-23T23:00Z'],
    ['its first instant', 'Europe/Paris', '2026-11-22T23:00Z', '2026-11-22T23:00Z', '2026-11-23T23:00Z'],
    [
      'the instant before',
      'Europe/Paris',
      '2026-11-22T22:59:59.999Z',
      '2026-11-21T23:00Z',
      '2026-11-22T23:00Z',
    ],
    ['of 23 hours', 'Europe/Paris', '2026-03-29T12:00Z', '2026-03-28T23:00Z', '2026-03-29T22:00Z'],
    ['of 25 hours', 'Europe/Paris', '2026-10-25T12:00Z', '2026-10-24T22:00Z', '2026-10-25T23:00Z'],
    ['without midnight', 'America/Santiago', '2026-09-06T12:00Z', '2026-09-06T04:00Z', '2026-09-07T03:00Z'],
    [
      'of a half-hour zone',
      'America/St_Johns',
      '2026-07-01T12:00Z',
      '2026-07-01T02:30Z',
      '2026-07-02T02:30Z',
    ],
    ['29 February', 'Europe/Paris', '2028-02-29T12:00Z', '2028-02-28T23:00Z', '2028-02-29T23:00Z'],
  ])('%s', (_, zone, at, from, to) => {
    expect(bounds({ window: day, zone, at })).toEqual([from, to]);
  });
});

describe('a calendar month', () => {
  test.each<[string, string, string, string]>([
    ['of 31 days', '2026-12-31T23:00Z', '2026-12-01T05:00Z', '2027-01-01T05:00Z'],
    ['its last millisecond', '2027-01-01T04:59:59.999Z', '2026-12-01T05:00Z', '2027-01-01T05:00Z'],
    ['the next one', '2027-01-01T05:00Z', '2027-01-01T05:00Z', '2027-02-01T05:00Z'],
    ['of 28 days', '2027-02-10T12:00Z', '2027-02-01T05:00Z', '2027-03-01T05:00Z'],
    ['of 29 days', '2028-02-29T12:00Z', '2028-02-01T05:00Z', '2028-03-01T05:00Z'],
    ['in which clocks change', '2026-11-20T12:00Z', '2026-11-01T04:00Z', '2026-12-01T05:00Z'],
  ])('%s', (_, at, from, to) => {
    expect(bounds({ window: month, zone: 'America/Toronto', at })).toEqual([from, to]);
  });
});

describe('successive periods of 30 days from the first call', () => {
  const start = '2026-09-25T18:30Z';
  test.each<[string, string, string, string]>([
    ['at the first call', start, '2026-09-25T04:00Z', '2026-10-25T04:00Z'],
    ['the 30th day, last millisecond', '2026-10-25T03:59:59.999Z', '2026-09-25T04:00Z', '2026-10-25T04:00Z'],
    ['the 31st day, midnight', '2026-10-25T04:00Z', '2026-10-25T04:00Z', '2026-11-24T05:00Z'],
    ['the third period', '2026-11-24T05:00Z', '2026-11-24T05:00Z', '2026-12-24T05:00Z'],
  ])('%s', (_, at, from, to) => {
    expect(bounds({ window: thirtyDays, zone: 'America/New_York', at, start })).toEqual([from, to]);
  });

  test('a leap day is a day', () => {
    const leap = { at: '2028-03-01T12:00Z', start: '2028-02-01T12:00Z' };
    expect(bounds({ window: thirtyDays, zone: 'UTC', ...leap })).toEqual([
      '2028-02-01T00:00Z',
      '2028-03-02T00:00Z',
    ]);
  });
});

test('24 hours roll over a change of clocks without growing or shrinking', () => {
  expect(bounds({ window: dayAndNight, zone: 'Europe/London', at: '2026-10-25T12:00Z' })).toEqual([
    '2026-10-24T12:00Z',
    '2026-10-25T12:00Z',
  ]);
});

test('an unknown zone is an error', () => {
  const time = { atMs: 0, zone: 'Europe/Nowhere', campaignStartMs: 0 };
  expect(() => windowAt(day, time)).toThrow(RangeError);
});
