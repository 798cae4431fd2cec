import { expect, test } from 'vitest';
import { isShown, standingCells } from './quota-standing.ts';

const cell = (labels: string[], change: object) => ({
  key: labels.join('/'),
  labels,
  ...{ target: 10, done: 0, isFull: false, inCalls: 0, leadsLeft: 0 },
  ...change,
});

test('a cell is short by what its leads cannot bring, those in calls counted', () => {
  const cells = standingCells({
    data: [
      cell(['F'], { done: 4, inCalls: 1, leadsLeft: 2 }),
      cell(['M'], { done: 4, leadsLeft: 6 }),
      cell(['?'], { done: 10, isFull: true }),
    ],
    others: [],
  });
  expect(cells.map(({ short }) => short)).toEqual([3, 0, 0]);
  expect(cells.filter((one) => isShown(one, 'short')).map(({ key }) => key)).toEqual(['F']);
  expect(cells.filter((one) => isShown(one, 'open')).map(({ key }) => key)).toEqual(['F', 'M']);
});

test('leads whose group only the interview tells may fill every cell that they could be in', () => {
  const cells = standingCells({
    data: [cell(['F', 'Paris'], {}), cell(['M', 'Paris'], {}), cell(['F', 'Lyon'], {})],
    others: [
      { key: '*', labels: [null, 'Paris'], leadsLeft: 12, isWanted: true },
      { key: '*', labels: ['F', 'Lyon'], leadsLeft: 4, isWanted: true },
    ],
  });
  expect(cells.map(({ leadsPossible }) => leadsPossible)).toEqual([12, 12, 4]);
  expect(cells.map(({ short }) => short)).toEqual([0, 0, 6]);
});
