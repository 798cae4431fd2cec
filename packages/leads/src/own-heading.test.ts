import { expect, test } from 'vitest';
import { isOwnHeading, ownHeading, recogniseHeadings } from './index.ts';

test('a column that our exports add is left out, whatever stands in it', () => {
  const headings = ['Téléphone', ownHeading('ligne'), ownHeading('prochain appel'), 'Ligne'];
  const rows = [
    ['06 39 98 00 01', '12', '06 39 98 00 02', '3'],
    ['06 39 98 00 03', '13', '06 39 98 00 04', '4'],
  ];
  expect(recogniseHeadings(headings, rows)).toEqual([
    { kind: 'phone', label: null },
    { kind: 'ignore' },
    { kind: 'ignore' },
    { kind: 'custom', name: 'Ligne', type: 'number' },
  ]);
});

test.each(['Alizé : ligne', 'Alize: line', ' ALIZÉ : raison', 'Alize\u0301 : raison'])(
  '%j is ours',
  (heading) => {
    expect(isOwnHeading(heading)).toBe(true);
  },
);

test.each(['Ligne', 'Alizé', 'Vent alizé : force'])('%j is the client’s', (heading) => {
  expect(isOwnHeading(heading)).toBe(false);
});
