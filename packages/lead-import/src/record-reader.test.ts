import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Delimiter } from './delimiter.ts';
import { FileError } from './file-error.ts';
import { type CellRow, RecordReader } from './record-reader.ts';

function read(text: string, delimiter: Delimiter = ';', size = 65_536): readonly CellRow[] {
  const reader = new RecordReader(delimiter);
  const rows: CellRow[] = [];
  for (let at = 0; at < text.length; at += size) rows.push(...reader.push(text.slice(at, at + size)));
  return [...rows, ...reader.end()];
}

function short(rows: readonly CellRow[]): readonly string[] {
  return rows.map(({ line, cells, isBroken }) => `${line}${isBroken ? '!' : ''} ${cells.join(' | ')}`);
}

test('cells, with the line of the file that each row starts on', () => {
  const text = 'a;b\n"1";"x\ny"\n\n;\n"dit ""Nan""" ;3\n"";';
  expect(short(read(text))).toEqual(['1 a | b', '2 1 | x\ny', '6 dit "Nan" | 3']);
});

test.each([
  ['CRLF', 'a;b\r\nc;d\r\n'],
  ['CR', 'a;b\rc;d'],
  ['mixed', 'a;b\r\nc;d\r'],
])('line ends: %s', (_name, text) => {
  expect(short(read(text))).toEqual(['1 a | b', '2 c | d']);
});

test('a quote within a value is a letter', () => {
  expect(short(read('5" tube;a\nx;b'))).toEqual(['1 5" tube | a', '2 x | b']);
});

describe('a bad quote costs its own row only', () => {
  test.each([
    ['in the middle of a value', '"Les Pins" SARL;1', '"Les Pins" SARL | 1'],
    ['never closed', '"Les Pins;1', '"Les Pins | 1'],
  ])('%s', (_name, row, cells) => {
    expect(short(read(`a;b\n${row}\nB;2\n"C ; D";3\n`))).toEqual([
      '1 a | b',
      `2! ${cells}`,
      '3 B | 2',
      '4 C ; D | 3',
    ]);
  });

  test('in the last row', () => {
    expect(short(read('a;b\n"c;d'))).toEqual(['1 a | b', '2! "c | d']);
  });

  test('and an unclosed one does not swallow a long file', () => {
    const filler = Array.from({ length: 5000 }, (_, at) => `${'x'.repeat(40)};${at}`);
    const rows = read(`a;b\n"open;1\n${filler.join('\n')}`);
    expect(rows.filter(({ isBroken }) => isBroken).map(({ line }) => line)).toEqual([2]);
    expect(rows.length).toBe(5002);
  });

  test.each([
    ['that open', '"x;1\n', 20_000],
    ['that close and open again', 'a""" ;"\n', 20_000],
  ])('and a long file of quotes %s is read once', (_name, line, count) => {
    expect(read(line.repeat(count)).length).toBeGreaterThan(0);
  });
});

test('a quoted value of more than 64 kB over several lines was never closed', () => {
  const rows = read(`a;b\n"${'x\n'.repeat(40_000)}";1\nc;2`);
  expect(rows[1]).toMatchObject({ line: 2, isBroken: true, cells: ['"x'] });
  expect(rows.at(-1)).toMatchObject({ line: 40_003, cells: ['c', '2'] });
});

test('a line of more than a million characters is refused', () => {
  expect(() => read('x'.repeat(2_000_000))).toThrow('line_too_long');
});

const cell = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme' }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom('', '"', '""', '\n', 'a\nb', ' x ', ';', ',', "'", '\uFEFF', '\0', 'x"y'),
  },
);

test('what is written by the book comes back as it was, whatever the delimiter, quotes, line ends and pieces', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1 }),
      fc.constantFrom(';', ',', '\t', '|'),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.boolean(),
      fc.integer({ min: 1, max: 40 }),
      (table, delimiter, lineEnd, isAllQuoted, size) => {
        const rows = table.map((cells) => cells.map((text) => text.replaceAll('\r', '')));
        const text = rows.map((cells) =>
          cells.map((each) => written(each, delimiter, isAllQuoted)).join(delimiter),
        );
        const back = read(`${text.join(lineEnd)}${lineEnd}`, delimiter, size);
        expect(back.map(({ cells }) => cells)).toEqual(
          rows.filter((cells) => cells.some((each) => each.trim() !== '')),
        );
        expect(back.every(({ isBroken }) => !isBroken)).toBe(true);
      },
    ),
    { numRuns: 1000 },
  );
});

function written(text: string, delimiter: Delimiter, isAllQuoted: boolean): string {
  const isPlain = !isAllQuoted && !/["\n]/.test(text) && !text.includes(delimiter);
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}

const rubbish = fc
  .array(
    fc.oneof(
      fc.constantFrom('"', '"', ';', '\n', '\r', '""', 'a', ' ', '\t', ';"', '";', '"\n'),
      fc.string(),
    ),
  )
  .map((parts) => parts.join(''));

test('any text: the same rows from whatever pieces, in order, and no line twice', () => {
  fc.assert(
    fc.property(rubbish, fc.integer({ min: 1, max: 30 }), (text, size) => {
      const rows = read(text);
      expect(read(text, ';', size)).toEqual(rows);
      const lines = rows.map(({ line }) => line);
      expect(lines).toEqual([...new Set(lines)].toSorted((one, other) => one - other));
    }),
    { numRuns: 3000 },
  );
});

test('any long text: the same rows from whatever pieces', () => {
  const line = fc.constantFrom(
    '"x;1',
    'a;b',
    '"a";b',
    '"',
    'x"y;z',
    'a""" ;"',
    '"q\nr";s',
    `"${'y'.repeat(900)}`,
  );
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 200, maxLength: 400 }),
      fc.integer({ min: 500, max: 90_000 }),
      (lines, size) => {
        const text = lines.join('\n');
        expect(short(read(text, ';', size))).toEqual(short(read(text, ';', text.length)));
      },
    ),
    { numRuns: 60 },
  );
});

test('refuses by FileError alone', () => {
  expect(() => read('x'.repeat(2_000_000))).toThrow(FileError);
});
