import { expect, test } from 'vitest';
import { rebased } from './rebased.ts';

const base = { name: 'Nord', minutes: 60, areas: ['59'] };

test('keeps what was changed here, takes the rest from the other version', () => {
  const mine = { ...base, minutes: 45 };
  const theirs = { ...base, name: 'Nord et Picardie', areas: ['59', '80'] };
  expect(rebased(base, mine, theirs)).toEqual({
    value: { name: 'Nord et Picardie', minutes: 45, areas: ['59', '80'] },
    clashes: [],
  });
});

test('names the fields that both changed, unless to the same', () => {
  const mine = { ...base, minutes: 45, areas: ['59', '62'] };
  const theirs = { ...base, minutes: 30, areas: ['59', '62'] };
  expect(rebased(base, mine, theirs)).toEqual({ value: mine, clashes: ['minutes'] });
});
