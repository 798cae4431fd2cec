import { describe, expect, test } from 'vitest';
import { addDimension, combinationsOf, removeDimension, spread, spreadOverCells } from './spread.ts';

const sexes = { groups: [{ id: 'f' }, { id: 'm' }] };
const ages = { groups: [{ id: 'young' }, { id: 'old' }] };

test('cells are all combinations, named by their groups in the order of the dimensions', () => {
  expect(combinationsOf([sexes, ages]).map(({ key }) => key)).toEqual([
    'f/young',
    'f/old',
    'm/young',
    'm/old',
  ]);
  expect(combinationsOf([])).toEqual([]);
  expect(combinationsOf([sexes, { groups: [] }])).toEqual([]);
});

describe('a number of interviews spread by shares', () => {
  test.each([
    [10, [1, 1, 1], [4, 3, 3]],
    [1000, [52, 48], [520, 480]],
    [7, [0, 1], [0, 7]],
    [5, [0, 0], [0, 0]],
    [100, [12.5, 12.5, 75], [13, 12, 75]],
  ])('%i by %j', (total, weights, parts) => {
    expect(spread(total, weights)).toEqual(parts);
  });

  test('sums up, whatever the shares', () => {
    for (let total = 0; total < 300; total += 7) {
      const parts = spread(total, [0.1, 0.2, 0.3, total, 1 / 3]);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
    }
  });

  test('over two dimensions goes by the product of their shares', () => {
    const shared = [
      {
        groups: [
          { id: 'f', share: 60 },
          { id: 'm', share: 40 },
        ],
      },
      {
        groups: [
          { id: 'young', share: 50 },
          { id: 'old', share: 50 },
        ],
      },
    ];
    expect(spreadOverCells(100, shared)).toEqual({
      'f/young': 30,
      'f/old': 30,
      'm/young': 20,
      'm/old': 20,
    });
  });
});

test('a dimension more or less leaves the sum of the targets as it is', () => {
  const finer = addDimension({ f: 5, m: 4 }, 1, ['young', 'old']);
  expect(finer).toEqual({ 'f/young': 3, 'f/old': 2, 'm/young': 2, 'm/old': 2 });
  expect(removeDimension(finer, 1)).toEqual({ f: 5, m: 4 });
  expect(removeDimension(finer, 0)).toEqual({ young: 5, old: 4 });
});
