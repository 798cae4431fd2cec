import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { piecesOf } from './bytes-of-file.ts';
import { Decoder, detectEncoding, type Encoding } from './encoding.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
/** Holds for the letters whose code points are those of ISO 8859-1. */
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
const utf16 = (text: string) =>
  new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer);
const swapped = (bytes: Uint8Array) => bytes.map((_, at) => bytes[at ^ 1] ?? 0);
const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

function decoded(bytes: Uint8Array, encoding: Encoding, size = 65_536): string {
  const decoder = new Decoder(encoding);
  let text = '';
  for (let at = 0; at < bytes.length; at += size) text += decoder.push(bytes.subarray(at, at + size));
  return text + decoder.end();
}

const text = 'Téléphone;Prénom\r\n0639980001;Zoé\r\n';

describe('tells the encoding, and the text that was written', () => {
  test.each([
    ['ASCII', utf8('Tel;Nom\n0639980001;Le Goff'), 'utf-8', 'Tel;Nom\n0639980001;Le Goff'],
    ['UTF-8', utf8(text), 'utf-8', text],
    ['UTF-8 of other letters', utf8('Имя;Όνομα\n'), 'utf-8', 'Имя;Όνομα\n'],
    ['UTF-8 with its mark', joined(Uint8Array.of(0xef, 0xbb, 0xbf), utf8(text)), 'utf-8', text],
    ['UTF-16 with its mark', joined(Uint8Array.of(0xff, 0xfe), utf16(text)), 'utf-16le', text],
    ['UTF-16, little-endian', utf16(text), 'utf-16le', text],
    ['UTF-16, big-endian', swapped(utf16(text)), 'utf-16be', text],
    ['windows-1252', latin1(text), 'windows-1252', text],
    [
      'windows-1252 by its own signs',
      joined(utf8('Prix;12 '), Uint8Array.of(0x80, 0x9c, 0x92)),
      'windows-1252',
      'Prix;12 €œ’',
    ],
    [
      'windows-1252 with a capital before dots',
      joined(latin1('Né\nCAFÉ'), Uint8Array.of(0x85)),
      'windows-1252',
      'Né\nCAFÉ…',
    ],
    ['ISO-8859-15 by its euro', latin1('Née;1200 \xa4\n'), 'iso-8859-15', 'Née;1200 €\n'],
    ['ISO-8859-15 by its œ', latin1('Vœu\n'.replace('œ', '\xbd')), 'iso-8859-15', 'Vœu\n'],
    ['windows-1252 with a half', latin1('Né le 1\xbd\n'), 'windows-1252', 'Né le 1½\n'],
    [
      'both',
      joined(utf8('Zoé;A\n'), latin1('Noël;B\n'), utf8('Chloé;C\n')),
      'mixed',
      'Zoé;A\nNoël;B\nChloé;C\n',
    ],
  ] as const)('%s', async (_name, bytes, encoding, written) => {
    expect(await detectEncoding(piecesOf(bytes))).toBe(encoding);
    expect(decoded(bytes, encoding)).toBe(written);
  });

  test('also when the only accent comes last in a long file', async () => {
    const bytes = joined(utf8('0639980001;Le Goff\n'.repeat(60_000)), latin1('Zoé'));
    expect(await detectEncoding(piecesOf(bytes))).toBe('windows-1252');
  });
});

test.each([
  ['a program', Uint8Array.from({ length: 500 }, (_, at) => (at * 7) % 32)],
  [
    'a list whose end was never written',
    joined(utf8('0639980001;x\n'.repeat(30_000)), new Uint8Array(300_000)),
  ],
])('%s is no text', async (_name, bytes) => {
  await expect(detectEncoding(piecesOf(bytes))).rejects.toMatchObject({ code: 'not_text' });
});

test('a line without an end is refused before the rest of it is read', async () => {
  let pulled = 0;
  async function* endless() {
    for (;;) {
      pulled += 1;
      yield { bytes: new Uint8Array(262_144).fill(0x41), bytesRead: 0 };
    }
  }
  await expect(detectEncoding(endless())).rejects.toMatchObject({ code: 'line_too_long' });
  expect(pulled).toBeLessThan(30);
});

test('UTF-8 that is none is refused', () => {
  expect(() => decoded(latin1(text), 'utf-8')).toThrow('wrong_encoding');
});

test('any bytes: the same text from whatever pieces, in every encoding', () => {
  const lines = fc
    .array(
      fc.oneof(
        fc.uint8Array({ maxLength: 20 }),
        fc.string().map(utf8),
        fc.constantFrom(utf8('é\n'), latin1('é\n')),
      ),
    )
    .map((parts) => joined(...parts));
  const encoding = fc.constantFrom('windows-1252', 'iso-8859-15', 'mixed', 'utf-16le', 'utf-16be');
  fc.assert(
    fc.property(lines, encoding, fc.integer({ min: 1, max: 9 }), (bytes, each: Encoding, size) => {
      expect(decoded(bytes, each, size)).toBe(decoded(bytes, each));
    }),
    { numRuns: 1000 },
  );
});
