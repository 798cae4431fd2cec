import { isAscii, isUtf8 } from 'node:buffer';
import type { Piece } from './bytes-of-file.ts';
import { FileError } from './file-error.ts';

/** What a lead file may be written in. `mixed`: UTF-8, with lines among it that are windows-1252. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15', 'mixed'] as const;
export type Encoding = (typeof encodings)[number];

const lineBytesMax = 4 * 1_048_576;
const sampleBytes = 65_536;
const controlSampleBytes = 4096;

/**
 * The encoding of a file, from all of its bytes: by its mark; by NULs at every second byte; UTF-8 when all of it is;
 * else one of the old ones, or both when some lines are UTF-8 and others are not. The old ones hardly differ, so a
 * person should look at the accents. Throws FileError when it is not text.
 */
export async function detectEncoding(pieces: AsyncIterable<Piece>): Promise<Encoding> {
  const lines = new LineCutter();
  let found: Found | null = null;
  for await (const { bytes } of pieces) {
    const wide: Encoding | null = found ? null : (byMark(bytes) ?? byNuls(bytes));
    if (wide) return wide;
    if (hasControls(bytes)) throw new FileError('not_text');
    found = merged(found ?? nothing, look(lines.push(bytes)));
    if (found.hasUtf8 && found.hasOther) return 'mixed';
  }
  if (!found) throw new FileError('empty_file');
  const { hasOther, hasUtf8, hasC1, has15 } = merged(found, look(lines.end()));
  if (!hasOther) return 'utf-8';
  if (hasUtf8) return 'mixed';
  return has15 && !hasC1 ? 'iso-8859-15' : 'windows-1252';
}

interface Found {
  /** A line that is UTF-8 and, by its letters, nothing else. */
  readonly hasUtf8: boolean;
  /** A line that is not UTF-8. */
  readonly hasOther: boolean;
  /** A sign where ISO-8859-15 has none: it is windows-1252. */
  readonly hasC1: boolean;
  /** A sign where only ISO-8859-15 has the one that is meant. */
  readonly has15: boolean;
}

const nothing: Found = { hasUtf8: false, hasOther: false, hasC1: false, has15: false };

function merged(one: Found, other: Found): Found {
  return {
    hasUtf8: one.hasUtf8 || other.hasUtf8,
    hasOther: one.hasOther || other.hasOther,
    hasC1: one.hasC1 || other.hasC1,
    has15: one.has15 || other.has15,
  };
}

/** Letters of western Europe (U+0080 to U+017F) or any three-byte sign; what else is valid may be `É…` of 1252. */
const surelyUtf8 = /[\xc2-\xc5][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/;
/** `12 €`, `cœur`, `Œuvre`: in 1252 these bytes are ¤, ½ and ¼, which nobody writes there. */
const surely15 = /\d[ \xa0]?\xa4|\xa4[ \xa0]?\d|[a-z]\xbd[a-z]|\xbc[a-z]{2}/i;

function look(bytes: Uint8Array): Found {
  if (isAscii(bytes)) return nothing;
  const text = latin1(bytes);
  if (isUtf8(bytes)) return { ...nothing, hasUtf8: surelyUtf8.test(text) };
  const hasUtf8 = surelyUtf8.test(text) && linesOf(bytes).some(isUtf8Line);
  return { hasUtf8, hasOther: true, hasC1: /[\x80-\x9f]/.test(text), has15: surely15.test(text) };
}

function isUtf8Line(line: Uint8Array): boolean {
  return !isAscii(line) && isUtf8(line) && surelyUtf8.test(latin1(line));
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** Turns pieces of bytes into text, keeping a character or line that is cut by the end of a piece for the next one. */
export class Decoder {
  readonly #decode: (bytes: Uint8Array) => string;
  readonly #end: () => string;

  constructor(encoding: Encoding) {
    if (encoding === 'mixed') {
      const lines = new LineCutter();
      const text = new MixedText();
      this.#decode = (bytes) => text.of(lines.push(bytes));
      this.#end = () => text.of(lines.end());
      return;
    }
    // A lone half of a character in UTF-16 spoils one value, not the file.
    const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
    this.#decode = (bytes) => decoder.decode(bytes, { stream: true });
    this.#end = () => decoder.decode();
  }

  /** Throws FileError `wrong_encoding`. */
  push(bytes: Uint8Array): string {
    return read(() => this.#decode(bytes));
  }

  /** What is left when the file is over. Throws FileError `wrong_encoding`. */
  end(): string {
    return read(this.#end);
  }
}

function read(decode: () => string): string {
  try {
    return decode();
  } catch (cause) {
    throw cause instanceof FileError ? cause : new FileError('wrong_encoding', { cause });
  }
}

/** Each line is what it can be: UTF-8 when that makes sense, else windows-1252. */
class MixedText {
  readonly #utf8 = new TextDecoder('utf-8');
  readonly #old = new TextDecoder('windows-1252');

  of(bytes: Uint8Array): string {
    if (isAscii(bytes)) return latin1(bytes);
    return linesOf(bytes)
      .map((line) => (isUtf8Line(line) ? this.#utf8 : this.#old).decode(line))
      .join('');
  }
}

const [lineFeed, carriageReturn] = [10, 13];

/** Gives whole lines, ends included. */
class LineCutter {
  #rest: Uint8Array = new Uint8Array();

  push(bytes: Uint8Array): Uint8Array {
    const whole = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    const cut = Math.max(whole.lastIndexOf(lineFeed), whole.lastIndexOf(carriageReturn)) + 1;
    if (whole.length - cut > lineBytesMax) throw new FileError('line_too_long');
    this.#rest = whole.subarray(cut);
    return whole.subarray(0, cut);
  }

  end(): Uint8Array {
    return this.#rest;
  }
}

function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== lineFeed && bytes[at] !== carriageReturn) continue;
    lines.push(bytes.subarray(from, at + 1));
    from = at + 1;
  }
  if (from < bytes.length) lines.push(bytes.subarray(from));
  return lines;
}

function byMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** Western text in UTF-16 has a NUL at nearly every second byte: the odd ones when little-endian. */
function byNuls(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, sampleBytes);
  const nuls = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nuls.map((count) => count / (sample.length / 2));
  if (odd > 0.4 && even < 0.1) return 'utf-16le';
  return even > 0.4 && odd < 0.1 ? 'utf-16be' : null;
}

/** More than one byte in a hundred that no text has: a picture, a program, the empty end of a file that was cut off. */
function hasControls(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, controlSampleBytes);
  // Tab, line ends; the line and field ends of databases; the end of a file of DOS.
  const controls = sample.filter((byte) => byte < 9 || (byte > 13 && byte < 26) || byte === 27);
  return controls.length > sample.length / 100;
}
