import { isPhoneNumber } from '@alize/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Encoding, previewFile, type ReadRow, readLeads } from './index.ts';

const utf8 = new TextEncoder();

test('reads each row as a lead or a named error, with its line in the file', async () => {
  const text = [
    'Téléphone;Nom;Contrat',
    '06 12 34 56 78;Roussel;Auto',
    ';Sans numéro;',
    '',
    '0612345679;"Le Goff\nAnne";"dit ""Nan"""',
    '6,12E+08;Arrondi;',
    '+33 6 12 34 56 78;Encore;',
  ].join('\n');
  expect((await read(text)).map(short)).toEqual([
    '2 +33612345678 Roussel {"Contrat":"Auto"}',
    '3 phone_missing Téléphone null',
    '5 +33612345679 Le Goff\nAnne {"Contrat":"dit \\"Nan\\""}',
    '7 phone_excel_number Téléphone 6,12E+08',
    '8 duplicate_in_list Téléphone +33612345678',
  ]);
});

describe('line ends', () => {
  test.each([
    ['CRLF', 'Tel;Nom\r\n0612345678;A\r\n0612345679;B\r\n'],
    ['CR', 'Tel;Nom\r0612345678;A\r0612345679;B'],
    ['mixed', 'Tel;Nom\r\n0612345678;A\n0612345679;B\r'],
  ])('%s', async (_name, text) => {
    expect((await read(text)).map(short)).toEqual(['2 +33612345678 A {}', '3 +33612345679 B {}']);
  });
});

describe('a bad quote costs its own row only', () => {
  test.each([
    ['in the middle of a value', '"Les Pins" SARL;0612345678'],
    ['never closed', '"Les Pins;0612345678'],
  ])('%s', async (_name, row) => {
    const rows = await read(`Nom;Tel\n${row}\nB;0612345679\n"C ; D";0612345670\n`);
    expect(rows.map(short)).toEqual([
      `2 quote_broken null ${row}`,
      '3 +33612345679 B {}',
      '4 +33612345670 C ; D {}',
    ]);
  });

  test('even when ten thousand rows have one', async () => {
    const rows = await read(`Nom;Tel\n${'"x;0612345678\n'.repeat(10_000)}`);
    expect(rows.length).toBe(10_000);
    expect(rows.every((row) => row.kind === 'error' && row.code === 'quote_broken')).toBe(true);
  });

  test('and an unclosed one does not swallow a long file', async () => {
    const filler = Array.from({ length: 5000 }, (_, at) => `${'x'.repeat(40)};06${10_000_000 + at}`);
    const rows = await read(`Nom;Tel\n"open;0612345678\n${filler.join('\n')}`);
    expect(rows.filter(({ kind }) => kind === 'error').map(({ line }) => line)).toEqual([2]);
    expect(rows.length).toBe(5001);
  });
});

test.each([1, 2, 3, 7, 64])('reads the same from pieces of %i bytes', async (size) => {
  const text = 'Téléphone;Prénom\r\n0612345678;Zoé\r\n0612345679;"Noël\r\n""Père"""\r\n';
  const bytes = utf8.encode(text);
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const { mapping, delimiter } = previewFile(bytes);
  const options = { mapping, delimiter, encoding: 'utf-8', defaultCountry: 'FR' } as const;
  const rows = (await Array.fromAsync(readLeads(pieces(), options))).flat();
  expect(rows).toEqual(await read(text));
  expect(rows).toHaveLength(2);
});

test('gives batches of the size asked for', async () => {
  const text = `Tel\n${Array.from({ length: 7 }, (_, at) => `061234567${at}`).join('\n')}`;
  const bytes = utf8.encode(text);
  const options = { ...previewFile(bytes), defaultCountry: 'FR', batchRows: 3 } as const;
  const batches = await Array.fromAsync(readLeads(bytes, options));
  expect(batches.map((batch) => batch.length)).toEqual([3, 3, 1]);
});

test('reads no further than it is asked to', async () => {
  let pulled = 0;
  async function* endless() {
    yield utf8.encode('Tel;Nom\n');
    for (;;) {
      pulled += 1;
      yield utf8.encode(`06${String(10_000_000 + pulled)};x\n`);
    }
  }
  const options = {
    mapping: ['phoneNumber', 'lastName'],
    delimiter: ';',
    encoding: 'utf-8',
    defaultCountry: 'FR',
    batchRows: 10,
  } as const;
  const batches = readLeads(endless(), options);
  await batches.next();
  expect(pulled).toBeLessThan(15);
  await batches.return();
});

test('a file without headings begins with its first lead', async () => {
  const rows = await read('Roussel;0612345678\nLe Goff;0612345679\n');
  expect(rows.map(short)).toEqual([
    '1 +33612345678 null {"#1":"Roussel"}',
    '2 +33612345679 null {"#1":"Le Goff"}',
  ]);
});

describe('refuses a whole file by name', () => {
  const mapping = ['phoneNumber', 'lastName'] as const;
  test.each([
    ['empty_file', '', {}],
    ['heading_only', 'Tel;Nom\n', {}],
    ['heading_unreadable', '"Tel" x;Nom\n0612345678;A', {}],
    ['no_phone_column', 'Tel;Nom\n0612345678;A', { mapping: ['custom', 'lastName'] as const }],
    ['mapping_mismatch', 'Tel;Nom;Ville\n0612345678;A;B', {}],
    ['delimiter_unknown', 'Tel;Nom\n0612345678;A', { delimiter: '"' }],
    ['too_many_columns', `${'a;'.repeat(200)}b\n0612345678`, {}],
  ])('%s', async (code, text, change) => {
    const options = { mapping, delimiter: ';', encoding: 'utf-8', defaultCountry: 'FR', ...change } as const;
    await expect(Array.fromAsync(readLeads(utf8.encode(text), options))).rejects.toMatchObject({ code });
  });

  test('wrong_encoding', async () => {
    const options = { mapping, delimiter: ';', encoding: 'utf-8', defaultCountry: 'FR' } as const;
    const bytes = Uint8Array.from([...utf8.encode('Tel;Pr'), 0xe9, ...utf8.encode('nom\n0612345678;A')]);
    await expect(Array.fromAsync(readLeads(bytes, options))).rejects.toMatchObject({
      code: 'wrong_encoding',
    });
  });
});

test('never throws anything but a FileError, and never yields a lead without an E.164 number', async () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom('0612345678', '"', '""', '\n', ';', '\r', 'Tel', '\0', '+33 6 12 34 56 79'),
  );
  const encodings: readonly Encoding[] = ['utf-8', 'windows-1252', 'utf-16le'];
  const options = fc.record({
    delimiter: fc.constantFrom(';', ',', '\t', '|'),
    encoding: fc.constantFrom(...encodings),
    mapping: fc.constantFrom(['phoneNumber', 'custom'] as const, ['phoneNumber'] as const),
    defaultCountry: fc.constant('FR' as const),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(cell), options, async (cells, given) => {
      const rows = await Array.fromAsync(readLeads(utf8.encode(cells.join('')), given)).then(
        (batches) => batches.flat(),
        (error: Error) => {
          expect(error.name).toBe('FileError');
          return [];
        },
      );
      for (const row of rows)
        if (row.kind === 'lead') expect(isPhoneNumber(row.fields.phoneNumber)).toBe(true);
      const lines = rows.map(({ line }) => line);
      expect(lines).toEqual(lines.toSorted((one, other) => one - other));
    }),
    { numRuns: 500 },
  );
});

test('what a spreadsheet would write is read back as it was', async () => {
  const name = fc
    .string({ unit: 'grapheme' })
    .map((text) => text.replaceAll('\0', '').replaceAll('\r', '').trim());
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        name.filter((text) => !text.startsWith("'")),
        { minLength: 1 },
      ),
      async (names) => {
        const quoted = names.map((each, at) => `"${each.replaceAll('"', '""')}";06${10_000_000 + at}`);
        const rows = await read(`Nom;Tel\n${quoted.join('\n')}`);
        expect(rows.map((row) => (row.kind === 'lead' ? (row.fields.lastName ?? '') : row.code))).toEqual(
          names,
        );
      },
    ),
  );
});

async function read(text: string): Promise<readonly ReadRow[]> {
  const bytes = utf8.encode(text);
  const { encoding, delimiter, mapping } = previewFile(bytes);
  const options = { encoding, delimiter, mapping, defaultCountry: 'FR' } as const;
  return (await Array.fromAsync(readLeads(bytes, options))).flat();
}

function short(row: ReadRow): string {
  if (row.kind === 'error') return `${row.line} ${row.code} ${row.column} ${row.value}`;
  const { phoneNumber, lastName, custom } = row.fields;
  return `${row.line} ${phoneNumber} ${lastName} ${JSON.stringify(custom)}`;
}
