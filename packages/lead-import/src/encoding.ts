import { FileError } from './file-error.ts';

/** What a lead file may be written in. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

const sampleBytes = 65_536;

/**
 * The encoding of a whole file, by four rules: a byte order mark; NUL at every second byte; strict UTF-8; else
 * windows-1252, which any bytes are, so that a person should look at the accents. Throws FileError when it is not text.
 */
export function sniffEncoding(bytes: Uint8Array): Encoding {
  if (bytes.length === 0) throw new FileError('empty_file');
  if (isContainer(bytes)) throw new FileError('looks_like_spreadsheet');
  const encoding = byMark(bytes) ?? byNuls(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
  if (!encoding.startsWith('utf-16') && hasControlBytes(bytes)) throw new FileError('not_text');
  return encoding;
}

/** The text of a file, piece by piece; the byte order mark taken off. Throws FileError `wrong_encoding`. */
function* decode(pieces: Iterable<Uint8Array>, encoding: Encoding): Generator<string> {
  const decoder = new Decoder(encoding);
  for (const piece of pieces) yield decoder.push(piece);
  yield decoder.end();
}

/** Turns pieces of bytes into text, keeping a character that is cut by the end of a piece for the next one. */
export class Decoder {
  readonly #decoder: TextDecoder;

  constructor(encoding: Encoding) {
    this.#decoder = new TextDecoder(encoding, { fatal: true });
  }

  push(piece: Uint8Array): string {
    return this.#read(() => this.#decoder.decode(piece, { stream: true }));
  }

  end(): string {
    return this.#read(() => this.#decoder.decode());
  }

  #read(read: () => string): string {
    try {
      return read();
    } catch (cause) {
      throw new FileError('wrong_encoding', { cause });
    }
  }
}

/** Views of 64 kB on the bytes. */
export function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += sampleBytes) yield bytes.subarray(at, at + sampleBytes);
}

function byMark(bytes: Uint8Array): Encoding | null {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8';
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  return startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : null;
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

function isUtf8(bytes: Uint8Array): boolean {
  try {
    for (const text of decode(slices(bytes), 'utf-8')) void text;
    return true;
  } catch {
    return false;
  }
}

/** More than one control character in a hundred bytes: a picture, a program, not a list. */
function hasControlBytes(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, sampleBytes);
  const controls = sample.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13);
  return controls.length > sample.length / 100;
}

/** ZIP (XLSX, ODS), the old XLS, PDF, gzip. */
function isContainer(bytes: Uint8Array): boolean {
  return [
    [0x50, 0x4b, 0x03, 0x04],
    [0xd0, 0xcf, 0x11, 0xe0],
    [0x25, 0x50, 0x44, 0x46],
    [0x1f, 0x8b],
  ].some((start) => startsWith(bytes, start));
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}
