import { truncateSync } from 'node:fs';
import type { Mapping, ReadSettings } from '@alize/leads';
import { describe, expect, test } from 'vitest';
import { fileOf, xlsxOf, zipOf } from '../test/made-files.ts';
import { inspectFile } from './index.ts';

const read: ReadSettings = {
  encoding: null,
  delimiter: null,
  hasHeading: null,
  part: null,
  country: 'FR',
  timeZone: 'Europe/Paris',
};
const inspect = (
  content: string | Uint8Array,
  change: Partial<ReadSettings> = {},
  mapping: Mapping | null = null,
) => inspectFile(fileOf(content), { read: { ...read, ...change }, mapping });

test('shows the file as it is and as it would be stored', async () => {
  const text = 'Téléphone;Prénom;Contrat\r\n06 39 98 00 01;Zoé;Auto\r\nabc;Noël;\r\n';
  expect(await inspect(text)).toMatchObject({
    kind: 'text',
    container: null,
    parts: [],
    encoding: 'utf-8',
    delimiter: ';',
    hasHeading: true,
    headings: ['Téléphone', 'Prénom', 'Contrat'],
    mapping: {
      columns: [
        { kind: 'phone', label: null },
        { kind: 'field', field: 'firstName' },
        { kind: 'custom', name: 'Contrat', type: 'text' },
      ],
      constants: [],
    },
    rows: [
      { line: 2, cells: ['06 39 98 00 01', 'Zoé', 'Auto'] },
      { line: 3, cells: ['abc', 'Noël', ''] },
    ],
    leads: [
      { line: 2, kind: 'lead', fields: { firstName: 'Zoé', custom: { Contrat: 'Auto' } } },
      { line: 3, kind: 'error', code: 'phone_unreadable', column: 'Téléphone', value: 'abc' },
    ],
    bytesAll: 67,
    rowsEstimate: 2,
  });
});

describe('tells the delimiter', () => {
  test.each([
    ['Tel;Nom\n0639980001;Roussel, Anne', ';'],
    ['Tel,Nom\n0639980001,Roussel', ','],
    ['Tel,Nom\n0639980001,"a;b;c;d"\n0639980002,x', ','],
    ['Liste de mai, à appeler\nTel;Nom;Ville\n0639980001;Roussel;Lyon\n0639980002;Anne;Brest', ';'],
    ['Tel\tNom\n0639980001\tRoussel', '\t'],
    ['Tel|Nom\n0639980001|Roussel', '|'],
    ['Tel\n0639980001', ';'],
    ['sep=|\nTel|Nom\n0639980001|a;b', '|'],
  ])('%j', async (file, delimiter) => {
    expect(await inspect(file)).toMatchObject({ delimiter });
  });

  test('but a person knows better', async () => {
    const inspection = await inspect('Tel;Nom,Ville\n0639980001;Anne,Lyon', { delimiter: ',' });
    expect(inspection.headings).toEqual(['Tel;Nom', 'Ville']);
  });
});

describe('the columns', () => {
  test.each([
    ['are named by the first row', 'Tel;Nom\n0639980001;A', true, ['Tel', 'Nom']],
    ['are numbered when the first row is a lead', '0639980001;A\n0639980002;B', false, ['#1', '#2']],
    ['also when its number is missing', ';A;anne@exemple.fr\n0639980002;B;', false, ['#1', '#2', '#3']],
    [
      'have one name each',
      'Tel;x;x;;__proto__\n0639980001;1;2;3;4',
      true,
      ['Tel', 'x', 'x (2)', '#4', '__proto__'],
    ],
    [
      'go on past a heading that is too short',
      'Tel;Nom\n0639980001;A;Lyon\n0639980002;B;Brest',
      true,
      ['Tel', 'Nom', '#3'],
    ],
    ['do not count a delimiter at the end', 'Tel;Nom\n0639980001;A;\n0639980002;B;', true, ['Tel', 'Nom']],
  ] as const)('%s', async (_name, file, hasHeading, headings) => {
    expect(await inspect(file)).toMatchObject({ hasHeading, headings });
  });

  test('begin below a title', async () => {
    const text = 'Liste de mai\n\nExport du 4 mai;;\nTel;Nom;Ville\n0639980001;A;Lyon\n0639980002;B;Brest';
    expect(await inspect(text)).toMatchObject({
      headings: ['Tel', 'Nom', 'Ville'],
      firstLine: 5,
      rows: [{ line: 5 }, { line: 6 }],
      rowsEstimate: 2,
    });
  });

  test('but a person knows better', async () => {
    expect(await inspect('Nom;Tel\nA;0639980001', { hasHeading: false })).toMatchObject({
      headings: ['#1', '#2'],
      rows: [{ line: 1 }, { line: 2 }],
    });
    expect((await inspect('2024;0639980001\nA;0639980002', { hasHeading: true })).headings[0]).toBe('2024');
  });

  test('are those set by hand when there are any', async () => {
    const mapping: Mapping = {
      columns: [
        { kind: 'field', field: 'lastName' },
        { kind: 'phone', label: 'mobile' },
      ],
      constants: [],
    };
    expect((await inspect('a;b\nx;0639980001', {}, mapping)).leads).toMatchObject([
      { kind: 'lead', fields: { phones: [{ phoneNumber: '+33639980001', label: 'mobile' }] } },
    ]);
  });
});

test('shows fifty rows of a longer file, and guesses the number of all', async () => {
  const rows = Array.from({ length: 60_000 }, (_, at) => `06${10_000_000 + at};name ${at % 10}`);
  const inspection = await inspect(`Tel;Nom\n${rows.join('\n')}`);
  expect(inspection.rows).toHaveLength(50);
  expect(inspection.leads).toHaveLength(50);
  expect(inspection.rowsEstimate).toBeGreaterThan(59_000);
  expect(inspection.rowsEstimate).toBeLessThan(61_000);
});

test('names the parts of what holds several', async () => {
  const list = [['Tel'], ['0639980001']];
  const workbook = await xlsxOf({ Mai: list, Juin: list });
  expect(await inspect(workbook, { part: 'Juin' })).toMatchObject({
    ...{ kind: 'workbook', parts: ['Mai', 'Juin'], part: 'Juin', encoding: null, delimiter: null },
  });
  expect(
    await inspect(await zipOf({ 'a.csv': 'Tel\n0639980001', 'b.xlsx': workbook }), { part: 'b.xlsx' }),
  ).toMatchObject({
    ...{ kind: 'workbook', container: 'zip', parts: ['a.csv', 'b.xlsx'], part: 'b.xlsx' },
  });
});

describe('refuses what is no list', () => {
  test.each([
    ['empty_file', ''],
    ['empty_file', '\n\n'],
    ['heading_only', 'Tel;Nom\n'],
    ['heading_unreadable', '"Tel" x;Nom\n0639980001;A'],
    ['too_many_columns', `${'a;'.repeat(10_000)}\n0639980001`],
    ['too_many_columns', `Tel;Nom\n${'0639980001;'.repeat(12_000)}\n`],
    ['not_text', Uint8Array.from({ length: 500 }, (_, at) => (at * 7) % 32)],
  ])('%s (%#)', async (code, content) => {
    await expect(inspect(content)).rejects.toMatchObject({ code });
  });

  test('and two thousand million bytes without a line end, in no time', async () => {
    const path = fileOf('Tel;Nom\n0639980001;Le Goff\n');
    truncateSync(path, 2_147_483_648);
    await expect(inspectFile(path, { read, mapping: null })).rejects.toMatchObject({ code: 'not_text' });
    const line = fileOf(`Tel;Nom\n${'x'.repeat(50_000_000)}`);
    await expect(inspectFile(line, { read, mapping: null })).rejects.toMatchObject({ code: 'line_too_long' });
  });

  test('and a mapping of other columns', async () => {
    const mapping: Mapping = { columns: [{ kind: 'phone', label: null }], constants: [] };
    await expect(inspect('Tel;Nom\n0639980001;A', {}, mapping)).rejects.toMatchObject({
      code: 'mapping_mismatch',
    });
  });
});
