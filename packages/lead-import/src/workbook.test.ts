import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { xlsxOf } from '../test/made-files.ts';
import { FileError } from './file-error.ts';
import { openSheet } from './workbook.ts';

async function readWorkbook(bytes: Uint8Array, part: string | null) {
  const { rows, ...sheet } = await openSheet(bytes, part);
  const pieces = await Array.fromAsync(rows());
  const all = pieces.flatMap((piece) => piece.rows);
  return { ...sheet, rows: all.map(({ cells }) => cells), lines: all.map(({ line }) => line) };
}

async function cellsOf(
  ...row: Parameters<typeof xlsxOf>[0][string][number]
): Promise<readonly string[] | undefined> {
  return (await readWorkbook(await xlsxOf({ Feuil1: [row] }), null)).rows[0];
}

describe('values become the text that a person reads', () => {
  test.each([
    ['a number', { type: 'n', value: '33639980001' }, '33639980001'],
    ['a number without its zero', { type: 'n', value: '639980001' }, '639980001'],
    ['a number as Java writes it', { type: 'n', value: '3.3639980001E10' }, '33639980001'],
    ['a number with decimals', { type: 'n', value: '12.5' }, '12.5'],
    ['what is left of a sum', { type: 'n', value: '0.30000000000000004' }, '0.3'],
    ['a number without its digits', { type: 'n', value: '3.36E+22' }, '3.36e+22'],
    ['a date', { type: 'd', value: '46266' }, '2026-09-01'],
    ['a date with a time', { type: 'd', value: '46266.4375' }, '2026-09-01T10:30:00'],
    ['a time', { type: 'd', value: '0.4375' }, '10:30:00'],
    ['yes', { type: 'b', value: '1' }, 'true'],
    ['what a formula gave', { type: 'f', value: '0639980001' }, '0639980001'],
    ['the error of a formula', { type: 'e', value: '#N/A' }, ''],
    ['a text', { type: 's', value: ' 06 39 "98" <00> & 01 ' }, ' 06 39 "98" <00> & 01 '],
  ] as const)('%s', async (_name, cell, text) => {
    expect(await cellsOf('x', cell, 'y')).toEqual(['x', text, 'y']);
  });
});

test('a cell that is left out is an empty one, and an empty row keeps its place', async () => {
  const bytes = await xlsxOf({ Feuil1: [['a', null, 'c'], [], ['d']] });
  expect((await readWorkbook(bytes, null)).rows).toEqual([
    ['a', '', 'c'],
    ['', '', ''],
    ['d', '', ''],
  ]);
});

describe('sheets', () => {
  const sheets = { 'Notes & aide': [['x']], Fiches: [['Tel'], ['0639980001']] };

  test('the first, or the one of that name', async () => {
    const bytes = await xlsxOf(sheets);
    expect(await readWorkbook(bytes, null)).toMatchObject({
      parts: Object.keys(sheets),
      part: 'Notes & aide',
    });
    expect((await readWorkbook(bytes, 'Fiches')).rows[1]).toEqual(['0639980001']);
    await expect(readWorkbook(bytes, 'Feuil9')).rejects.toMatchObject({ code: 'part_missing' });
  });

  test('a hidden one is not the first', async () => {
    const workbook =
      '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>' +
      '<sheet name="Listes" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Fiches" sheetId="2" r:id="rId2"/></sheets></workbook>';
    const bytes = await xlsxOf(sheets, { 'xl/workbook.xml': workbook });
    expect(await readWorkbook(bytes, null)).toMatchObject({
      part: 'Fiches',
      rows: [['Tel'], ['0639980001']],
    });
  });
});

describe('refuses what would fill the memory', () => {
  const sheet = (rows: string) => ({
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
  });
  const cell = (at: string) => `<c r="${at}"><v>1</v></c>`;

  test.each([
    ['too_many_columns', `<row r="1">${cell('A1')}</row><row r="1048576">${cell('XFD1048576')}</row>`],
    ['workbook_too_big', `<row r="1">${`<c r="A1"/>`.repeat(300_000)}</row>`],
  ])('%s', async (code, rows) => {
    await expect(readWorkbook(await xlsxOf({ a: [] }, sheet(rows)), null)).rejects.toMatchObject({ code });
  });

  test('but not a stray cell far below', async () => {
    const rows = `<row r="1">${cell('A1')}</row><row r="1048576">${cell('B1048576')}</row>`;
    expect(await readWorkbook(await xlsxOf({ a: [] }, sheet(rows)), null)).toMatchObject({
      rows: [
        ['1', ''],
        ['', '1'],
      ],
      lines: [1, 1_048_576],
    });
  });

  test('but not a sheet whose last cell is only painted', async () => {
    const rows = `<row r="1">${cell('A1')}</row><row r="1048576"><c r="XFD1048576" s="1"/></row>`;
    expect((await readWorkbook(await xlsxOf({ a: [] }, sheet(rows)), null)).rows[0]?.[0]).toBe('1');
  });
});

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

test('texts that several cells share, with and without runs, from every slice of the sheet', async () => {
  const texts = Array.from({ length: 30_000 }, (_, at) => `<si><t>texte n° ${at} &amp; suite</t></si>`);
  const rich = '<si><r><rPr><b/></rPr><t>gras</t></r><r><t xml:space="preserve"> et maigre</t></r></si>';
  const rows = texts.map((_, at) => {
    const row = at + 1;
    return `<row r="${row}"><c r="A${row}" t="s"><v>${30_000 - at}</v></c><c r="B${row}"><v>${at}</v></c></row>`;
  });
  const bytes = await xlsxOf(
    { a: [] },
    {
      'xl/sharedStrings.xml': `<sst xmlns="${main}" count="1">${texts.join('')}${rich}</sst>`,
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><dimension ref="A1"/><sheetData>${rows.join('')}</sheetData></worksheet>`,
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${relations}/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    },
  );
  const read = await readWorkbook(bytes, null);
  expect(read.rows.length).toBe(30_000);
  expect(read.rows[0]).toEqual(['gras et maigre', '0']);
  expect(read.rows[29_999]).toEqual(['texte n° 1 & suite', '29999']);
  expect(read.lines).toEqual(read.lines.map((_, at) => at + 1));
});

test('elements with a prefix, and days counted from 1904', async () => {
  const bytes = await xlsxOf(
    { a: [] },
    {
      'xl/workbook.xml': `<x:workbook xmlns:x="${main}" xmlns:r="${relations}"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="a" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`,
      'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="2" spans="1:2"><x:c r="A2" s="1"><x:v>44804</x:v></x:c><x:c r="B2" s="0"/></x:row></x:sheetData></x:worksheet>`,
    },
  );
  expect(await readWorkbook(bytes, null)).toMatchObject({ rows: [['2026-09-01']], lines: [2] });
});

test('any damage: rows or a FileError', async () => {
  const bytes = await xlsxOf({
    Feuil1: [
      ['Tel', 'Nom'],
      ['0639980001', 12],
    ],
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      async (changes) => {
        const bad = bytes.slice();
        for (const [at, byte] of changes) bad[at % bad.length] = byte;
        await readWorkbook(bad, null).catch((error: unknown) => expect(error).toBeInstanceOf(FileError));
      },
    ),
    { numRuns: 300 },
  );
});
