import { expect, test } from 'vitest';
import type { CrossTable } from './contract.ts';
import { readCross } from './cross-sentence.ts';

const cell = (residual: number | null) => ({
  ...{ count: 10, rowShare: 0.5, columnShare: 0.5, totalShare: 0.25 },
  residual,
});
const variable = { id: 'q', label: 'Q', isMultiple: false, categories: [] };
const table = (chiSquare: Partial<CrossTable['chiSquare'] & object> | null, change = {}): CrossTable => ({
  ...{ isWeighted: false, row: variable, column: variable, base: 40 },
  ...{ rowBases: [20, 20], columnBases: [20, 20], cells: [[cell(2.1), cell(-1.2)]] },
  chiSquare: chiSquare && {
    ...{ value: 12, degrees: 1, p: 0.001, cramersV: 0.2, expectedMin: 10, isUncertain: false },
    ...chiSquare,
  },
  ...change,
});

test.each([
  ['untested', null],
  ['uncertain', { isUncertain: true }],
  ['none', { p: 0.05 }],
  ['slight', { cramersV: 0.09 }],
  ['weak', { cramersV: 0.1 }],
  ['medium', { cramersV: 0.3 }],
  ['strong', { cramersV: 0.5 }],
] as const)('a link is %s', (link, chiSquare) => {
  expect(readCross(table(chiSquare)).link).toBe(link);
});

test('the same V says more in a larger table; what is empty does not count', () => {
  const four = [10, 10, 10, 10];
  const large = { rowBases: four, columnBases: four };
  expect(readCross(table({ cramersV: 0.2 }, large)).link).toBe('medium');
  expect(readCross(table({ cramersV: 0.2 }, { ...large, rowBases: [20, 20, 0, 0] })).link).toBe('weak');
});

test('cells beyond 1.96 stand out, on either side', () => {
  const { isOutstanding } = readCross(table({}));
  expect([isOutstanding(0, 0), isOutstanding(0, 1), isOutstanding(5, 5)]).toEqual([true, false, false]);
});
