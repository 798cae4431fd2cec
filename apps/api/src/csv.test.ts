import { expect, test } from 'vitest';
import { csvCell } from './csv.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['+1+1', "'+1+1"],
  ['+33 6 •• •• 78+1', "'+33 6 •• •• 78+1"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', '"\'\t=1"'],
  ['\r=1', '"\'\r=1"'],
  ['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
])('%j is no formula any more', (cell, written) => {
  expect(csvCell(cell)).toBe(written);
});

test.each(['+33199000001', '+33 6 •• •• •• 78', 'Zoé', '12:30', "l'été"])('%j stays as it is', (cell) => {
  expect(csvCell(cell)).toBe(cell);
});

test('what would break a line is quoted', () => {
  expect(csvCell('a;b')).toBe('"a;b"');
  expect(csvCell('a "b"')).toBe('"a ""b"""');
  expect(csvCell('a\nb')).toBe('"a\nb"');
  expect(csvCell(null)).toBe('');
  expect(csvCell(-3)).toBe('-3');
});
