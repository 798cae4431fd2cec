import { expect, test } from 'vitest';
import { FileError } from './file-error.ts';
import { readTable } from './read-table.ts';

const columns = { reason: ['motif', 'reason'], until: ['expiration', 'expiresat'] } as const;
const isNumber = (text: string) => /^\+?[\d ]{9,}$/.test(text);
const read = (text: string) => [...readTable(new TextEncoder().encode(text), columns, isNumber)].flat();

test('columns are found by their headings, in any order, accents and case aside', () => {
  const rows = read('Motif;Numéro de téléphone;Ville\nn’en veut plus;06 39 98 00 01;Lyon\n');
  expect(rows).toEqual([
    { line: 2, cells: { phoneNumber: '06 39 98 00 01', reason: 'n’en veut plus', until: '' } },
  ]);
});

test('one number a line needs no heading', () => {
  expect(read('0639980001\n\n0639980002').map(({ line, cells }) => [line, cells?.phoneNumber])).toEqual([
    [1, '0639980001'],
    [3, '0639980002'],
  ]);
});

test('a row with a stray quote costs only itself', () => {
  const rows = read('phone;reason\n0639980001;"a" b\n0639980002;ok\n');
  expect(rows.map(({ cells }) => cells?.phoneNumber ?? null)).toEqual([null, '0639980002']);
});

test('what an export wrote against formulas is taken off again', () => {
  expect(read("phone;reason\n+33639980001;'=1+1\n")[0]?.cells).toMatchObject({ reason: '=1+1' });
});

test.each([
  ['', 'empty_file'],
  ['nom;ville\nMarin;Paris\n', 'no_phone_column'],
])('%j is refused as %s', (text, code) => {
  expect(() => read(text)).toThrow(new FileError(code as 'empty_file'));
});

test('a file longer than one piece loses no row and tears none', () => {
  const numbers = Array.from(
    { length: 20_000 },
    (_, at) => `+3363998${String(at % 10_000).padStart(4, '0')}`,
  );
  expect(read(`phone\n${numbers.join('\n')}`).map(({ cells }) => cells?.phoneNumber)).toEqual(numbers);
});
