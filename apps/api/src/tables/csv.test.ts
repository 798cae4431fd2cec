import fc from 'fast-check';
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

test('no text whatever begins a cell as a formula does, and each comes back without its mark', () => {
  const start = fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', '\n', "'", ' ', '"');
  fc.assert(
    fc.property(
      start,
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(';', ',', '\t', '|'),
      (mark, text, delimiter) => {
        const cell = csvCell(mark + text, delimiter);
        const isQuoted = cell.startsWith('"');
        const shown = isQuoted ? cell.slice(1, -1).replaceAll('""', '"') : cell;
        if (!/^\+[1-9]\d{7,14}$/.test(shown)) expect(shown).not.toMatch(/^[=+\-@\t\r\n]/);
        expect([mark + text, `'${mark}${text}`]).toContain(shown);
        if (!isQuoted) expect(cell).not.toContain(delimiter);
      },
    ),
  );
});

test('an instant is written as spreadsheets and our importer read it', () => {
  expect(csvCell(Temporal.PlainDateTime.from('2026-11-24T09:30:05.5'))).toBe('2026-11-24 09:30:05');
  expect(csvCell(Temporal.PlainDate.from('1987-03-04'))).toBe('1987-03-04');
});
