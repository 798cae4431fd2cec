import { cutToBytes } from './spss-syntax.ts';
import type { DataShape, Variable } from './variables.ts';

/**
 * An SPSS system file (PSPP Developer's Guide 2.0, chapter “System File Format”): little-endian, not compressed, UTF-8.
 * `encode` turns text into UTF-8. `head` says what the columns are; then each case by `caseOf`.
 */
export interface SavFile {
  readonly head: Uint8Array;
  caseOf(cells: readonly (string | number | null)[]): Uint8Array;
}

/** SPSS keeps longer texts in several variables, which few programs read alike: ours are cut to this. */
const widthMax = 255;
const systemMissing = -Number.MAX_VALUE;

export function savFile(
  shape: DataShape,
  {
    label,
    createdOn,
    encode,
  }: {
    readonly label: string;
    /** `23 Nov 26` and `10:30:00`. */
    readonly createdOn: readonly [string, string];
    readonly encode: (text: string) => Uint8Array;
  },
): SavFile {
  const columns = shape.variables.map((variable, at) => ({
    variable,
    short: `V${at + 1}`,
    width: variable.kind === 'text' ? Math.min(variable.width, widthMax) : 0,
  }));
  const out = new Writer(encode);
  writeHeader(out, columns, label, createdOn);
  for (const column of columns) writeVariable(out, column);
  writeValueLabels(out, columns);
  writeExtensions(out, columns, shape);
  out.int(999);
  out.int(0);
  return {
    head: out.bytes(),
    caseOf(cells) {
      const row = new Writer(encode);
      columns.forEach(({ width }, at) => {
        const cell = cells[at] ?? null;
        if (width > 0) row.text(cell === null ? '' : String(cell), 8 * Math.ceil(width / 8), width);
        else row.double(typeof cell === 'number' ? cell : systemMissing);
      });
      return row.bytes();
    },
  };
}

interface Column {
  readonly variable: Variable;
  /** Eight letters at most, as the oldest files want. */
  readonly short: string;
  /** Bytes of a text; 0 for a number. */
  readonly width: number;
}

const elementsOf = ({ width }: Column) => Math.max(1, Math.ceil(width / 8));

function writeHeader(
  out: Writer,
  columns: readonly Column[],
  label: string,
  [date, time]: readonly [string, string],
): void {
  out.text('$FL2', 4);
  out.text('@(#) SPSS DATA FILE Alize', 60);
  out.int(2);
  out.int(columns.reduce((sum, column) => sum + elementsOf(column), 0));
  out.int(0);
  out.int(0);
  // How many cases is not known before they are read.
  out.int(-1);
  out.double(100);
  out.text(date, 9);
  out.text(time, 8);
  out.text(label, 64);
  out.text('', 3, 3, 0);
}

function writeVariable(out: Writer, column: Column): void {
  const { variable, short, width } = column;
  const format = width > 0 ? [1, width, 0] : [5, variable.decimals > 0 ? 12 : 8, variable.decimals];
  const packed = ((format[0] ?? 0) << 16) | ((format[1] ?? 0) << 8) | (format[2] ?? 0);
  const missing = width > 0 ? [] : variable.missing;
  out.int(2);
  out.int(width);
  out.int(1);
  out.int(missing.length);
  out.int(packed);
  out.int(packed);
  out.text(short, 8);
  out.counted(cutToBytes(variable.label, 255), 4);
  for (const code of missing) out.double(code);
  for (let more = 1; more < elementsOf(column); more++) {
    for (const value of [2, -1, 0, 0, 0, 0]) out.int(value);
    out.text('', 8);
  }
}

function writeValueLabels(out: Writer, columns: readonly Column[]): void {
  let index = 1;
  for (const column of columns) {
    const { values } = column.variable;
    if (values.length > 0) {
      out.int(3);
      out.int(values.length);
      for (const { code, label } of values) {
        out.double(code);
        out.shortCounted(cutToBytes(label, 120));
      }
      out.int(4);
      out.int(1);
      out.int(index);
    }
    index += elementsOf(column);
  }
}

function writeExtensions(out: Writer, columns: readonly Column[], { sets }: DataShape): void {
  out.record(3, 4, (part) => {
    // Version, machine, IEEE 754, no compression, little-endian, UTF-8.
    for (const value of [1, 0, 0, -1, 1, 1, 2, 65001]) part.int(value);
  });
  out.record(4, 8, (part) => {
    part.double(systemMissing);
    part.double(Number.MAX_VALUE);
    part.bits(0xffeffffffffffffen);
  });
  if (sets.length > 0) {
    const shortOf = new Map(columns.map(({ variable, short }) => [variable.name, short]));
    const lines = sets.map(({ name, label, variables }) => {
      const said = cutToBytes(label.replace(/\s+/g, ' '), 255);
      const names = variables.map((each) => shortOf.get(each)?.toLowerCase() ?? '').join(' ');
      return `$${name}=D1 1 ${out.lengthOf(said)} ${said} ${names}\n`;
    });
    out.record(7, 1, (part) => part.text(lines.join('')));
  }
  out.record(11, 4, (part) => {
    for (const { variable, width } of columns) {
      const isScale = variable.values.every(({ code }) => variable.missing.includes(code));
      for (const value of [width > 0 || !isScale ? 1 : 3, Math.min(width, 40) || 8, width > 0 ? 0 : 1])
        part.int(value);
    }
  });
  out.record(13, 1, (part) =>
    part.text(columns.map(({ variable, short }) => `${short}=${variable.name}`).join('\t')),
  );
  out.record(20, 1, (part) => part.text('UTF-8'));
}

/** Bytes in a row. */
class Writer {
  readonly #encode: (text: string) => Uint8Array;
  #buffer = new Uint8Array(1024);
  #length = 0;

  constructor(encode: (text: string) => Uint8Array) {
    this.#encode = encode;
  }

  bytes(): Uint8Array {
    return this.#buffer.slice(0, this.#length);
  }

  lengthOf(text: string): number {
    return this.#encode(text).length;
  }

  int(value: number): void {
    this.#room(4).setInt32(0, value, true);
    this.#length += 4;
  }

  double(value: number): void {
    this.#room(8).setFloat64(0, value, true);
    this.#length += 8;
  }

  bits(value: bigint): void {
    this.#room(8).setBigUint64(0, value, true);
    this.#length += 8;
  }

  /** Filled up to `size` with blanks, or `filler`; cut to `bytesMax`. */
  text(text: string, size?: number, bytesMax = size, filler = 32): void {
    const encoded = this.#encode(bytesMax === undefined ? text : cutToBytes(text, bytesMax));
    const width = size ?? encoded.length;
    this.#room(width);
    this.#buffer.fill(filler, this.#length, this.#length + width);
    this.#buffer.set(encoded, this.#length);
    this.#length += width;
  }

  /** Its length, then the text filled up to a multiple. */
  counted(text: string, multiple: number): void {
    const length = this.lengthOf(text);
    this.int(length);
    this.text(text, multiple * Math.ceil(length / multiple));
  }

  /** Its length in one byte, then the text; both together a multiple of eight. */
  shortCounted(text: string): void {
    const length = this.lengthOf(text);
    this.#room(1).setUint8(0, length);
    this.#length += 1;
    this.text(text, 8 * Math.ceil((length + 1) / 8) - 1);
  }

  /** An extension record: its subtype, the size of one element, how many, the elements. */
  record(subtype: number, size: number, write: (part: Writer) => void): void {
    const part = new Writer(this.#encode);
    write(part);
    const bytes = part.bytes();
    for (const value of [7, subtype, size, bytes.length / size]) this.int(value);
    this.#room(bytes.length);
    this.#buffer.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  #room(bytesCount: number): DataView {
    if (this.#length + bytesCount > this.#buffer.length) {
      const larger = new Uint8Array(2 * (this.#length + bytesCount));
      larger.set(this.#buffer.subarray(0, this.#length));
      this.#buffer = larger;
    }
    return new DataView(this.#buffer.buffer, this.#length);
  }
}
