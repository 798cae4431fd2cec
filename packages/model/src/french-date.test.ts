import { expect, test } from 'vitest';
import { withFirstOfMonth } from './french-date.ts';

const months = Array.from({ length: 12 }, (_, month) => month);

test.each(['long', 'short'] as const)('the first of each month is “1er”, in %s words', (length) => {
  const format = new Intl.DateTimeFormat('fr-FR', { weekday: length, day: 'numeric', month: length });
  for (const month of months) {
    expect(withFirstOfMonth(format.format(new Date(2026, month, 1)))).toMatch(/ 1er /);
  }
});

test.each([2, 11, 21, 31])('the %s of a month stays', (day) => {
  const text = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full' }).format(new Date(2026, 11, day));
  expect(withFirstOfMonth(text)).toBe(text);
});

test.each(['1 December 2026', '1 marsouin', 'à 10:1 mai', '11 mai', 'le 1 du mois'])('%s stays', (text) => {
  expect(withFirstOfMonth(text)).toBe(text);
});
