import { type Delimiter, declaredDelimiter, detectDelimiter } from './delimiter.ts';
import { Decoder, detectEncoding, type Encoding } from './encoding.ts';
import { FileError } from './file-error.ts';
import type { OpenedFile } from './open-file.ts';
import { type CellRow, RecordReader } from './record-reader.ts';
import { openSheet, type Sheet } from './workbook.ts';

/** How the rows of a file are to be read: what its text is written in, or which of its sheets is meant. */
export type RowSource = {
  readonly container: 'gzip' | 'zip' | null;
  readonly bytesAll: number;
  /** Files of the archive or sheets of the workbook, and the one that is read. */
  readonly parts: readonly string[];
  readonly part: string | null;
} & (
  | { readonly kind: 'text'; readonly encoding: Encoding; readonly delimiter: Delimiter }
  | { readonly kind: 'workbook'; readonly encoding: null; readonly delimiter: null }
) & {
    /** From the first, each time it is called; without the empty ones. */
    readonly rows: () => AsyncGenerator<RowPiece, void, undefined>;
  };

/** Rows, and how many bytes of the file on disk had been read when they came. */
export interface RowPiece {
  readonly rows: readonly CellRow[];
  readonly bytesRead: number;
}

/** What a person has set of how a file is to be read; null: as the file says. */
export interface TextSettings {
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
  readonly part: string | null;
}

/** Enough of a text to tell what stands between its fields. */
const sampleCharacters = 262_144;

/** The rows of a file, once what is not set has been found. Throws FileError. */
export async function rowSource(file: OpenedFile, settings: TextSettings): Promise<RowSource> {
  const { container, bytesAll, parts, part } = file;
  if (file.kind === 'workbook') {
    // In an archive the part is the workbook, of which the first sheet is read.
    const sheet = await openSheet(file.source, container === 'zip' ? null : settings.part);
    const named = container === 'zip' ? { parts, part } : { parts: sheet.parts, part: sheet.part };
    const rows = () => sheetRows(sheet, bytesAll);
    return { kind: 'workbook', container, bytesAll, ...named, encoding: null, delimiter: null, rows };
  }
  const encoding = settings.encoding ?? (await detectEncoding(file.pieces()));
  const delimiter = settings.delimiter ?? detectDelimiter(await startOf(file, encoding));
  const rows = () => textRows(file, encoding, delimiter);
  return { kind: 'text', container, bytesAll, parts, part, encoding, delimiter, rows };
}

type TextFile = Extract<OpenedFile, { kind: 'text' }>;

async function startOf(file: TextFile, encoding: Encoding): Promise<string> {
  const decoder = new Decoder(encoding);
  let text = '';
  for await (const { bytes } of file.pieces()) {
    text += decoder.push(bytes);
    if (text.length >= sampleCharacters) return text;
  }
  return text + decoder.end();
}

async function* textRows(
  file: TextFile,
  encoding: Encoding,
  delimiter: Delimiter,
): AsyncGenerator<RowPiece, void, undefined> {
  const decoder = new Decoder(encoding);
  const reader = new RecordReader(delimiter);
  for await (const { bytes, bytesRead } of file.pieces()) {
    yield { rows: withoutDeclaration(reader.push(decoder.push(bytes)), delimiter), bytesRead };
  }
  const rows = [...reader.push(decoder.end()), ...reader.end()];
  yield { rows: withoutDeclaration(rows, delimiter), bytesRead: file.bytesAll };
}

/** The line in which a spreadsheet declares its delimiter is no row. */
function withoutDeclaration(rows: readonly CellRow[], delimiter: Delimiter): readonly CellRow[] {
  const [first] = rows;
  const isDeclared = first?.line === 1 && declaredDelimiter(first.cells.join(delimiter)) !== null;
  return isDeclared ? rows.slice(1) : rows;
}

async function* sheetRows(sheet: Sheet, bytesAll: number): AsyncGenerator<RowPiece, void, undefined> {
  for await (const { rows, share } of sheet.rows()) {
    const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
    yield {
      rows: filled.map((row) => ({ ...row, isBroken: false })),
      bytesRead: Math.round(share * bytesAll),
    };
  }
}

/** The first rows of a file, at most so many, and the bytes that were read for all those that had come. */
export async function firstRows(
  source: RowSource,
  count: number,
): Promise<{ readonly rows: readonly CellRow[]; readonly rowsEstimate: number }> {
  const rows: CellRow[] = [];
  for await (const piece of source.rows()) {
    rows.push(...piece.rows);
    if (rows.length < count || piece.bytesRead >= source.bytesAll) continue;
    const rowsEstimate = Math.round((rows.length * source.bytesAll) / piece.bytesRead);
    return { rows: rows.slice(0, count), rowsEstimate };
  }
  if (rows.length === 0) throw new FileError('empty_file');
  return { rows: rows.slice(0, count), rowsEstimate: rows.length };
}
