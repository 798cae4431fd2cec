import { describe, expect, test } from 'vitest';
import { dateWords } from './date-words.ts';

const utc = { timeZone: 'UTC' } as const;
const months = Array.from({ length: 12 }, (_, month) => month);

describe('in French', () => {
  test.each(['long', 'short'] as const)('the first of each month is “1er”, in %s words', (length) => {
    const words = dateWords('fr', { ...utc, weekday: length, day: 'numeric', month: length });
    for (const month of months) expect(words(Date.UTC(2026, month, 1))).toMatch(/ 1er \p{L}/u);
  });

  test.each([2, 11, 21, 31])('the %s of a month stays', (day) => {
    expect(dateWords('fr', { ...utc, dateStyle: 'long' })(Date.UTC(2026, 11, day))).toBe(
      `${day} décembre 2026`,
    );
  });

  test('a one of the clock stays', () => {
    const words = dateWords('fr', {
      ...utc,
      hour: 'numeric',
      minute: 'numeric',
      day: 'numeric',
      month: 'long',
    });
    expect(words(Date.UTC(2026, 11, 1, 1, 1))).toMatch(/^1er décembre \p{L}+ 01:01$/u);
  });

  test('a stretch of days says “1er” at either end', () => {
    const words = dateWords('fr', { ...utc, day: 'numeric', month: 'long' });
    expect(words(Date.UTC(2026, 10, 28), Date.UTC(2026, 11, 1))).toMatch(/^28 novembre\s–\s1er décembre$/u);
    expect(words(Date.UTC(2026, 11, 1), Date.UTC(2027, 0, 4))).toMatch(/^1er décembre/);
  });
});

test('English is as in Europe', () => {
  expect(dateWords('en', { ...utc, dateStyle: 'long' })(Date.UTC(2026, 11, 1))).toBe('1 December 2026');
});
