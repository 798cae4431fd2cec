import { expect, test } from 'vitest';
import { samplesOf } from './samples.ts';

const refused = (line: number) =>
  ({ kind: 'error', line, code: 'phone_missing', column: null, value: null, detail: '' }) as const;

test('shows three different values of a column, and none of its gaps', () => {
  const rows = [['Lyon'], [''], ['Lyon'], ['Nantes'], [' Brest '], ['Lille'], []];
  const file = rows.map((cells, at) => ({ line: at + 2, cells }));
  const leads = file.map(({ line }) => refused(line));
  const raws = (column: number) => samplesOf({ rows: file, leads }, column, () => '').map(({ raw }) => raw);
  expect(raws(0)).toEqual(['Lyon', 'Nantes', 'Brest']);
  expect(raws(4)).toEqual([]);
});

test('says of a refused row only what stands in the file', () => {
  expect(samplesOf({ rows: [{ line: 2, cells: ['x'] }], leads: [refused(2)] }, 0, () => 'y')).toEqual([
    { raw: 'x', stored: null },
  ]);
});
