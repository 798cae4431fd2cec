import { expect, test } from 'vitest';
import { xlsxOf, zipOf } from '../test/made-files.ts';
import { readTable } from './read-table.ts';

const columns = { reason: ['motif', 'reason'], until: ['expiration', 'expiresat'] } as const;
const isNumber = (text: string) => /^\+?[\d ]{9,}$/.test(text);
const read = async (content: string | Uint8Array) =>
  (await Array.fromAsync(readTable(Buffer.from(content), columns, isNumber))).flat();

test('columns are found by their headings, in any order, accents and case aside', async () => {
  const rows = await read('Motif;Numéro de téléphone;Ville\nn’en veut plus;06 39 98 00 01;Lyon\n');
  expect(rows).toEqual([
    { line: 2, cells: { phoneNumber: '06 39 98 00 01', reason: 'n’en veut plus', until: '' } },
  ]);
});

test('one number a line needs no heading', async () => {
  expect(
    (await read('0639980001\n\n0639980002')).map(({ line, cells }) => [line, cells?.phoneNumber]),
  ).toEqual([
    [1, '0639980001'],
    [3, '0639980002'],
  ]);
});

test('a row with a stray quote costs only itself', async () => {
  const rows = await read('phone;reason\n0639980001;"a" b\n0639980002;ok\n');
  expect(rows.map(({ cells }) => cells?.phoneNumber ?? null)).toEqual([null, '0639980002']);
});

test('what an export wrote against formulas is taken off again', async () => {
  expect((await read("phone;reason\n+33639980001;'=1+1\n"))[0]?.cells).toMatchObject({ reason: '=1+1' });
});

test.each([
  ['', 'empty_file'],
  ['nom;ville\nMarin;Paris\n', 'no_phone_column'],
])('%j is refused as %s', async (text, code) => {
  await expect(read(text)).rejects.toMatchObject({ code });
});

test('a file longer than one piece loses no row and tears none', async () => {
  const numbers = Array.from(
    { length: 20_000 },
    (_, at) => `+3363998${String(at % 10_000).padStart(4, '0')}`,
  );
  expect((await read(`phone\n${numbers.join('\n')}`)).map(({ cells }) => cells?.phoneNumber)).toEqual(
    numbers,
  );
});

test('a list in a workbook or an archive is read like text', async () => {
  const expected = [{ line: 2, cells: { phoneNumber: '0639980001', reason: 'ok', until: '' } }];
  expect(
    await read(
      await xlsxOf({
        Feuil1: [
          ['Téléphone', 'Motif'],
          ['0639980001', 'ok'],
        ],
      }),
    ),
  ).toEqual(expected);
  expect(await read(await zipOf({ 'a.csv': 'Téléphone;Motif\n0639980001;ok' }))).toEqual(expected);
});
