import { expect, test } from 'vitest';
import { bestOf } from './best-values.ts';

const all = [true, true, true];
const indexes = (...args: Parameters<typeof bestOf>) => [...bestOf(...args)];

test('the largest, or the smallest, is best', () => {
  expect(indexes([310, 402, 355], { direction: 'most', mayWin: all })).toEqual([1]);
  expect(indexes([41, 12, 30], { direction: 'least', mayWin: all })).toEqual([1]);
});

test('what looks the same is equally good', () => {
  expect(indexes([0.8712, 0.8749, 0.6], { direction: 'most', digits: 2, mayWin: all })).toEqual([0, 1]);
  expect(indexes([0.8712, 0.8749], { direction: 'most', digits: 2, mayWin: all })).toEqual([]);
});

test('a variant that may not win loses to the next one', () => {
  expect(indexes([310, 402, 355], { direction: 'most', mayWin: [true, false, true] })).toEqual([2]);
  expect(indexes([310, 402], { direction: 'most', mayWin: [false, false] })).toEqual([]);
});

test('nothing is best where nothing is known or there is no other', () => {
  expect(indexes([null, 4, null], { direction: 'least', mayWin: all })).toEqual([]);
  expect(indexes([5], { direction: 'most', mayWin: all })).toEqual([]);
});
