import { expect, test } from 'vitest';
import { chosenAfter, isFull } from './chosen-options.ts';

const option = (value: string, isExclusive = false) => ({
  ...{ value, label: value, points: 0, isDisqualifying: false, isExclusive, isFixed: false },
});
const options = [option('fibre'), option('adsl'), option('mobile'), option('none', true)];

test('a click chooses, in the order of the options, and a second one takes back', () => {
  expect(chosenAfter({ options }, ['mobile'], 'fibre')).toEqual(['fibre', 'mobile']);
  expect(chosenAfter({ options }, ['fibre', 'mobile'], 'fibre')).toEqual(['mobile']);
});

test('an option that excludes all others stands alone, and gives way to any other', () => {
  expect(chosenAfter({ options }, ['fibre', 'adsl'], 'none')).toEqual(['none']);
  expect(chosenAfter({ options }, ['none'], 'adsl')).toEqual(['adsl']);
});

test('is full at the most that may be chosen, never without a bound', () => {
  expect(isFull({ max: 2 }, ['fibre'])).toBe(false);
  expect(isFull({ max: 2 }, ['fibre', 'adsl'])).toBe(true);
  expect(isFull({ max: null }, ['fibre', 'adsl', 'mobile'])).toBe(false);
});
