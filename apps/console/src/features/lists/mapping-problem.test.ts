import { expect, test } from 'vitest';
import { headOf } from './file-head.ts';
import { countByReason, mappingProblem, samplesOf } from './mapping-problem.ts';

test('demands exactly one column of telephone numbers', () => {
  expect(mappingProblem(['lastName', 'phoneNumber'])).toBeNull();
  expect(mappingProblem(['lastName', 'custom'])).toBe('noNumber');
  expect(mappingProblem(['phoneNumber', 'phoneNumber'])).toBe('twoNumbers');
});

test('shows three different values of a column, and none of its gaps', () => {
  const rows = [['Lyon'], [''], ['Lyon'], ['Nantes'], [' Brest '], ['Lille'], []];
  expect(samplesOf(rows, 0)).toEqual(['Lyon', 'Nantes', 'Brest']);
  expect(samplesOf(rows, 4)).toEqual([]);
});

test('counts the reasons, the most frequent first', () => {
  expect(countByReason([{ detail: 'a' }, { detail: 'b' }, { detail: 'b' }])).toEqual([
    ['b', 2],
    ['a', 1],
  ]);
});

test('cuts the head of a large file at the end of a line', async () => {
  const line = `${'é'.repeat(100)}\n`;
  const file = new Blob([line.repeat(10_000)]);
  const text = await (await headOf(file)).text();
  expect(text.endsWith('é\n')).toBe(true);
  expect(text.length).toBeGreaterThan(400_000);
});
