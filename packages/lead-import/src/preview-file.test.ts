import { describe, expect, test } from 'vitest';
import { describeFileError, describeRowError, fileErrorCodes, previewFile, rowErrorCodes } from './index.ts';

const text = 'Téléphone;Prénom;Contrat;Consentement\r\n06 12 34 56 78;Zoé;Auto;01/09/2026\r\nabc;Noël;;\r\n';

test('shows the file as it is and as it would be stored', () => {
  expect(previewFile(bytesOf(text))).toEqual({
    encoding: 'utf-8',
    delimiter: ';',
    headings: ['Téléphone', 'Prénom', 'Contrat', 'Consentement'],
    mapping: ['phoneNumber', 'firstName', 'custom', 'consentAt'],
    rows: [
      ['06 12 34 56 78', 'Zoé', 'Auto', '01/09/2026'],
      ['abc', 'Noël', '', ''],
    ],
    leads: [
      {
        kind: 'lead',
        phoneNumber: '+33612345678',
        fields: {
          phoneNumber: '+33612345678',
          firstName: 'Zoé',
          consentAt: '2026-08-31T22:00:00Z',
          Contrat: 'Auto',
        },
      },
      { kind: 'error', code: 'phone_unreadable', column: 'Téléphone', value: 'abc' },
    ],
  });
});

describe('tells the encoding', () => {
  test.each([
    ['UTF-8', bytesOf(text), 'utf-8'],
    ['UTF-8 with its mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...bytesOf(text)]), 'utf-8'],
    ['windows-1252', windows1252(text), 'windows-1252'],
    ['UTF-16 with its mark', Uint8Array.from([0xff, 0xfe, ...utf16(text)]), 'utf-16le'],
    ['UTF-16, little-endian', utf16(text), 'utf-16le'],
    ['UTF-16, big-endian', swapped(utf16(text)), 'utf-16be'],
  ] as const)('%s', (_name, bytes, encoding) => {
    const preview = previewFile(bytes);
    expect(preview.encoding).toBe(encoding);
    expect(preview.headings[0]).toBe('Téléphone');
    expect(preview.rows[0]?.[1]).toBe('Zoé');
  });

  test('the signs that windows-1252 alone has', () => {
    const bytes = Uint8Array.from([...bytesOf('Tel;Nom\n0612345678;'), 0x80, 0x9c, 0x92]);
    expect(previewFile(bytes).rows[0]?.[1]).toBe('€œ’');
  });
});

describe('tells the delimiter', () => {
  test.each([
    ['Tel;Nom\n0612345678;Roussel, Anne', ';'],
    ['Tel,Nom\n0612345678,Roussel', ','],
    ['Tel,Nom\n0612345678,"a;b;c;d"\n0612345679,x', ','],
    ['Tel\tNom\n0612345678\tRoussel', '\t'],
    ['Tel|Nom\n0612345678|Roussel', '|'],
    ['Tel\n0612345678', ';'],
    ['sep=|\nTel|Nom\n0612345678|a;b', '|'],
  ])('%j', (file, delimiter) => {
    const preview = previewFile(bytesOf(file));
    expect(preview.delimiter).toBe(delimiter);
    expect(preview.headings[0]).toBe('Tel');
    expect(preview.leads[0]).toMatchObject({ kind: 'lead', phoneNumber: '+33612345678' });
  });
});

describe('the columns', () => {
  test('are those set by hand when there are any', () => {
    const preview = previewFile(bytesOf('a;b\nx;0612345678'), ['lastName', 'phoneNumber']);
    expect(preview.leads[0]).toMatchObject({ fields: { lastName: 'x', phoneNumber: '+33612345678' } });
  });

  test('a column of numbers under a strange heading is the telephone', () => {
    expect(previewFile(bytesOf('Nom;Ligne\nA;0612345678\nB;0612345679')).mapping).toEqual([
      'lastName',
      'phoneNumber',
    ]);
  });

  test('without any number, every row says so', () => {
    const preview = previewFile(bytesOf('Nom;Ville\nA;Lyon'));
    expect(preview.mapping).toEqual(['lastName', 'city']);
    expect(preview.leads).toEqual([{ kind: 'error', code: 'phone_missing', column: null, value: null }]);
  });

  test('have one name each, also when the file repeats or forgets it', () => {
    const preview = previewFile(bytesOf('Tel;x;x;;__proto__\n0612345678;1;2;3;4'));
    expect(preview.headings).toEqual(['Tel', 'x', 'x (2)', '#4', '__proto__']);
    expect(preview.leads[0]).toMatchObject({ fields: { x: '1', 'x (2)': '2' } });
  });
});

test('shows fifty rows of a longer file', () => {
  const rows = Array.from({ length: 60_000 }, (_, at) => `06${10_000_000 + at};name ${at}`);
  const preview = previewFile(bytesOf(`Tel;Nom\n${rows.join('\n')}`));
  expect(preview.rows).toHaveLength(50);
  expect(preview.leads).toHaveLength(50);
});

describe('refuses what is no list', () => {
  test.each([
    ['empty_file', new Uint8Array()],
    ['empty_file', bytesOf('\n\n')],
    ['heading_only', bytesOf('Tel;Nom\n')],
    ['looks_like_spreadsheet', Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3])],
    ['looks_like_spreadsheet', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3])],
    ['not_text', Uint8Array.from({ length: 500 }, (_, at) => (at * 7) % 32)],
    ['mapping_mismatch', bytesOf('Tel;Nom;Ville\n0612345678;A;B')],
  ])('%s', (code, bytes) => {
    const mapping = code === 'mapping_mismatch' ? (['phoneNumber'] as const) : undefined;
    expect(() => previewFile(bytes, mapping)).toThrow(code);
  });
});

describe('every error has a sentence in both languages', () => {
  test.each(rowErrorCodes)('%s', (code) => {
    expect(describeRowError(code, 'fr')).toMatch(/^\p{Lu}.+\.$/u);
    expect(describeRowError(code, 'en')).toMatch(/^\p{Lu}.+\.$/u);
  });
  test.each(fileErrorCodes)('%s', (code) => {
    expect(describeFileError(code, 'fr')).toMatch(/^\p{Lu}.+\.$/u);
    expect(describeFileError(code, 'en')).toMatch(/^\p{Lu}.+\.$/u);
  });
  test('and one of another version is shown by its code', () => {
    expect(describeRowError('toString', 'fr')).toBe('toString');
  });
});

function bytesOf(file: string): Uint8Array {
  return new TextEncoder().encode(file);
}

/** Holds for the letters used here, whose code points are those of ISO 8859-1. */
function windows1252(file: string): Uint8Array {
  return Uint8Array.from(file, (letter) => letter.codePointAt(0) ?? 0);
}

function utf16(file: string): Uint8Array {
  return new Uint8Array(Uint16Array.from(file, (letter) => letter.codePointAt(0) ?? 0).buffer);
}

function swapped(bytes: Uint8Array): Uint8Array {
  return bytes.map((_, at) => bytes[at ^ 1] ?? 0);
}
