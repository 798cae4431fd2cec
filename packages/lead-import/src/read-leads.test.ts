import { gzipSync } from 'node:zlib';
import type { DuplicateKey, Mapping } from '@alize/leads';
import { isPhoneNumber } from '@alize/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileOf, xlsxOf, zipOf } from '../test/made-files.ts';
import { FileError, inspectFile, type ReadPlan, type ReadRow, readLeads } from './index.ts';

const read = {
  encoding: null,
  delimiter: null,
  hasHeading: null,
  part: null,
  country: 'FR',
  timeZone: 'Europe/Paris',
};
const phoneOnly: Mapping = { columns: [{ kind: 'phone', label: null }], constants: [] };

async function planOf(path: string, by: readonly DuplicateKey[] = ['number']): Promise<ReadPlan> {
  return { ...(await inspectFile(path, { read, mapping: null })), by };
}

async function rowsOf(
  content: string | Uint8Array,
  change: Partial<ReadPlan> = {},
): Promise<readonly ReadRow[]> {
  const path = fileOf(content);
  const batches = await Array.fromAsync(readLeads(path, { ...(await planOf(path)), ...change }));
  return batches.flatMap(({ rows }) => rows);
}

function short(row: ReadRow): string {
  if (row.kind === 'error') return `${row.line} ${row.code} ${row.column} ${row.value}`;
  const name = `${row.fields.phones[0].phoneNumber} ${row.fields.lastName}`;
  return row.kind === 'repeat' ? `${row.line} ${row.key} of ${row.ofLine} ${name}` : `${row.line} ${name}`;
}

test('reads each row as a lead, a repeat or a named error, with its line in the file', async () => {
  const text = [
    'Téléphone;Nom',
    '06 39 98 00 01;Roussel',
    ';Sans numéro',
    '',
    '0639980002;"Le Goff\nAnne"',
    '6,39E+08;Arrondi',
    '+33 6 39 98 00 01;Encore',
    '"Les Pins" SARL;0639980003',
  ].join('\n');
  const rows = await rowsOf(text);
  expect(rows.map(short)).toEqual([
    '2 +33639980001 Roussel',
    '3 phone_missing Téléphone null',
    '5 +33639980002 Le Goff\nAnne',
    '7 phone_excel_number Téléphone 6,39E+08',
    '8 number of 2 +33639980001 Encore',
    '9 quote_broken null "Les Pins" SARL 0639980003',
  ]);
  expect(rows.flatMap((row) => (row.kind === 'error' ? [row.cells] : []))).toEqual([
    ['', 'Sans numéro'],
    ['6,39E+08', 'Arrondi'],
    ['"Les Pins" SARL', '0639980003'],
  ]);
});

describe('a row repeats an earlier one', () => {
  const text = [
    'Tel;Tel 2;Reference;Email',
    '0639980001;0199000001;A;anne@exemple.fr',
    '0639980002;0199000001;B;bruno@exemple.fr',
    '0639980001;;C;chloe@exemple.fr',
    '0639980003;;A;',
    '0639980004;;D;Anne@Exemple.fr',
    '0199000001;;E;',
    '0639980003;;F;',
  ].join('\n');
  test.each([
    [['number'], ['4 number of 2', '8 number of 5']],
    [[], ['4 number of 2', '8 number of 5']],
    [['reference'], ['5 reference of 2']],
    [['email'], ['6 email of 2']],
    [
      ['number', 'reference', 'email'],
      ['4 number of 2', '5 reference of 2', '6 email of 2'],
    ],
  ] as const)('by %j', async (by, repeats) => {
    const rows = await rowsOf(text, { by });
    expect(
      rows.flatMap((row) => (row.kind === 'repeat' ? [`${row.line} ${row.key} of ${row.ofLine}`] : [])),
    ).toEqual(repeats);
  });
});

test('gives batches of the size asked for, and how far it has read', async () => {
  const path = fileOf(`Tel\n${Array.from({ length: 7 }, (_, at) => `063998000${at}`).join('\n')}`);
  const plan = await planOf(path);
  const batches = await Array.fromAsync(readLeads(path, { ...plan, batchRows: 3 }));
  expect(batches.map(({ rows }) => rows.length)).toEqual([3, 3, 1]);
  expect(batches.at(-1)?.bytesRead).toBe(80);
});

test('goes on after a line as if it had never stopped', async () => {
  const lines = Array.from({ length: 400 }, (_, at) => `06399800${String(at % 90).padStart(2, '0')};${at}`);
  const path = fileOf(`Tel;Nom\n${lines.join('\n')}`);
  const plan = await planOf(path);
  const all = (await Array.fromAsync(readLeads(path, plan))).flatMap(({ rows }) => rows);
  for (const afterLine of [1, 2, 95, 401]) {
    const rest = (await Array.fromAsync(readLeads(path, { ...plan, afterLine }))).flatMap(({ rows }) => rows);
    expect(rest).toEqual(all.filter(({ line }) => line > afterLine));
  }
});

test('reads the same list from text, gzip, zip and a workbook', async () => {
  const text = 'Téléphone;Nom\r\n0639980001;Zoé\r\n0639980002;Noël\r\n';
  const table = [
    ['Téléphone', 'Nom'],
    ['0639980001', 'Zoé'],
    [639980002, 'Noël'],
  ];
  const files = [text, gzipSync(text), await zipOf({ 'a.csv': text }), await xlsxOf({ Feuil1: table })];
  for (const file of files) {
    expect((await rowsOf(file)).map(short)).toEqual(['2 +33639980001 Zoé', '3 +33639980002 Noël']);
  }
});

describe('refuses a whole file by name', () => {
  const plan: ReadPlan = {
    ...{ encoding: 'utf-8', delimiter: ';', part: null, firstLine: 2, headings: ['Tel', 'Nom'] },
    mapping: { columns: [{ kind: 'phone', label: null }, { kind: 'ignore' }], constants: [] },
    ...{ country: 'FR', timeZone: 'Europe/Paris', by: [] },
  };
  const nameOnly: Mapping = { columns: [{ kind: 'ignore' }, { kind: 'ignore' }], constants: [] };
  test.each([
    ['empty_file', '', {}],
    ['heading_only', 'Tel;Nom\n', {}],
    ['no_phone_column', 'Tel;Nom\n0639980001;A', { mapping: nameOnly }],
    ['mapping_mismatch', 'Tel;Nom\n0639980001;A', { mapping: phoneOnly }],
    ['wrong_encoding', Buffer.from('Tel;Pr\xe9nom\n0639980001;A', 'latin1'), {}],
    ['line_too_long', `Tel;Nom\n0639980001;${'x'.repeat(2_000_000)}`, {}],
  ])('%s (%#)', async (code, content, change) => {
    const rows = readLeads(fileOf(content), { ...plan, ...change });
    await expect(Array.fromAsync(rows)).rejects.toMatchObject({ code });
  });

  test('but takes the number from a constant', async () => {
    const constants = [{ target: { kind: 'phone', label: null }, value: '0639980001' }] as const;
    const rows = readLeads(fileOf('Tel;Nom\nx;A'), { ...plan, mapping: { ...nameOnly, constants } });
    expect((await Array.fromAsync(rows)).flatMap((batch) => batch.rows)).toMatchObject([{ kind: 'lead' }]);
  });
});

const cell = fc.oneof(
  fc.string(),
  fc.constantFrom('0639980001', '"', '""', '\n', ';', '\r', 'Tel', '\0', '+33 6 39 98 00 02', 'é', '=1+1'),
);
const content = fc.oneof(
  fc.array(cell).map((cells) => new TextEncoder().encode(cells.join(''))),
  fc.uint8Array({ maxLength: 400 }),
  fc
    .array(fc.uint8Array({ maxLength: 30 }))
    .map((parts) => Buffer.concat([Buffer.from('Tel;Nom\n0639980001;'), ...parts])),
);

test('any bytes: leads with E.164 numbers, errors in order, or a FileError, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(content, async (bytes) => {
      const rows = await rowsOf(bytes, { mapping: phoneOnly, headings: ['x'] }).catch(refusal);
      const asFound = await rowsOf(bytes).catch(refusal);
      for (const row of [...rows, ...asFound]) {
        if (row.kind !== 'error')
          expect(row.fields.phones.every((phone) => isPhoneNumber(phone.phoneNumber))).toBe(true);
      }
      const lines = asFound.map(({ line }) => line);
      expect(lines).toEqual(lines.toSorted((one, other) => one - other));
    }),
    { numRuns: 500 },
  );
});

function refusal(error: unknown): readonly ReadRow[] {
  expect(error).toBeInstanceOf(FileError);
  return [];
}
