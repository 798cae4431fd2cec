import { describe, expect, test } from 'vitest';
import { addMonths } from './ground.ts';

describe('so many months later', () => {
  test.each([
    ['the same day and time', '2026-11-24 11:00', 1, '2026-12-24 11:00'],
    ['over the end of a year', '2026-11-24 11:00', 3, '2027-02-24 11:00'],
    ['from December to December', '2026-12-15 11:00', 12, '2027-12-15 11:00'],
    ['to December', '2026-06-30 11:00', 6, '2026-12-30 11:00'],
    ['31 January to the end of February', '2027-01-31 11:00', 1, '2027-02-28 11:00'],
    ['31 January to the end of February in a leap year', '2028-01-31 11:00', 1, '2028-02-29 11:00'],
    ['31 August to 30 November', '2026-08-31 11:00', 3, '2026-11-30 11:00'],
    ['31 October to 31 December', '2026-10-31 11:00', 2, '2026-12-31 11:00'],
    ['29 February a year on', '2028-02-29 11:00', 12, '2029-02-28 11:00'],
    ['29 February four years on', '2028-02-29 11:00', 48, '2032-02-29 11:00'],
    ['eighteen months, American relations', '2025-05-31 23:59:59.999', 18, '2026-11-30 23:59:59.999'],
    ['five years', '2026-11-24 00:00', 60, '2031-11-24 00:00'],
    ['no month', '2026-11-24 11:00', 0, '2026-11-24 11:00'],
    ['from winter to summer time, the same hour', '2027-01-10 10:00', 6, '2027-07-10 10:00'],
    ['onto an hour that comes twice: the first', '2026-08-25 02:30', 2, '2026-10-25 02:30'],
  ])('%s', (_name, from, months, to) => {
    expect(addMonths('Europe/Paris', at(from), months)).toBe(at(to));
  });

  test('onto an hour that is skipped: when the clock has jumped', () => {
    const change = Date.UTC(2027, 2, 28, 1);
    expect(addMonths('Europe/Paris', at('2027-01-28 02:30'), 2)).toBe(change);
  });

  test('counts the days of the person’s own calendar', () => {
    // 31 January in Auckland is still 30 January in Paris.
    const auckland = Temporal.PlainDateTime.from('2027-01-31 08:00').toZonedDateTime('Pacific/Auckland');
    const later = Temporal.PlainDateTime.from('2027-02-28 08:00').toZonedDateTime('Pacific/Auckland');
    expect(addMonths('Pacific/Auckland', auckland.epochMilliseconds, 1)).toBe(later.epochMilliseconds);
  });
});

function at(local: string): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Paris').epochMilliseconds;
}
