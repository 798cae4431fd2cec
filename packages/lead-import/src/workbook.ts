import type { CellValue } from 'read-excel-file/universal';
import type { FileSource } from './bytes-of-file.ts';
import { sizeOf } from './bytes-of-file.ts';
import { FileError } from './file-error.ts';
import { renumbered, sharedMark, xmlSlices } from './sheet-cutter.ts';
import { storedZip } from './stored-zip.ts';
import { memberText, type WorkbookFiles, workbookFiles } from './workbook-files.ts';
import { memberPieces, membersOf } from './zip.ts';

const expandedRatioMax = 50;
/** The different texts of a workbook stay in memory. */
const sharedCharactersMax = 100_000_000;

/** A sheet of a workbook. */
export interface Sheet {
  /** Names of the sheets. */
  readonly parts: readonly string[];
  /** The one that is read. */
  readonly part: string;
  /** Its rows from the first, with their numbers; values as text. From the beginning, each time it is called. */
  readonly rows: () => AsyncGenerator<SheetPiece, void, undefined>;
}

export interface SheetPiece {
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** How much of the sheet has been read, 0 to 1. */
  readonly share: number;
}

/** A sheet of a workbook: the one of this name, else the first that is not hidden. Throws FileError. */
export async function openSheet(source: FileSource, part: string | null): Promise<Sheet> {
  await refuseBomb(source);
  const files = await workbookFiles(source);
  const sheet = files.sheets.find(({ name, isHidden }) => (part === null ? !isHidden : name === part));
  if (!sheet) throw new FileError(part === null ? 'workbook_unreadable' : 'part_missing');
  const parts = files.sheets.map(({ name }) => name);
  return { parts, part: sheet.name, rows: () => sheetRows(source, sheet.path, files) };
}

async function refuseBomb(source: FileSource): Promise<void> {
  const expanded = (await membersOf(source)).reduce((sum, { bytes }) => sum + bytes, 0);
  if (expanded > Math.max(1_048_576, expandedRatioMax * (await sizeOf(source)))) {
    throw new FileError('workbook_too_big');
  }
}

/**
 * The library wants a workbook whole, and takes a gigabyte for a hundred thousand rows. So it is given one small
 * workbook after another, each of some rows of the sheet, in which the shared texts are only marked.
 */
async function* sheetRows(
  source: FileSource,
  path: string,
  files: WorkbookFiles,
): AsyncGenerator<SheetPiece, void, undefined> {
  const styles = files.styles === null ? null : await memberText(source, files.styles);
  const shared = await sharedTexts(source, files);
  const bytesAll = (await sizeOf(source)) || 1;
  let lastLine = 0;
  const slices = xmlSlices(memberPieces(source, path), { parent: 'sheetData', child: 'row' });
  for await (const { head, body, tail, bytesRead } of slices) {
    const { xml, lines } = renumbered(body, lastLine);
    lastLine = lines.at(-1) ?? lastLine;
    const table = await tableOf({ worksheet: head + xml + tail, styles, is1904: files.is1904 });
    const rows = table.map((cells, at) => ({
      line: lines[at] ?? lastLine,
      cells: cells.map((cell) => cellText(cell, shared)),
    }));
    yield { rows, share: bytesRead / bytesAll };
  }
}

/** The texts that the cells of all sheets point to. */
async function sharedTexts(source: FileSource, { sharedStrings }: WorkbookFiles): Promise<readonly string[]> {
  const texts: string[] = [];
  if (sharedStrings === null) return texts;
  const slices = xmlSlices(memberPieces(source, sharedStrings), { parent: 'sst', child: 'si' });
  let characters = 0;
  for await (const { head, body, tail } of slices) {
    const count = body.match(/<(?:\w+:)?si(?:\s[^>]*)?\/?>/g)?.length ?? 0;
    const pointers = Array.from(
      { length: count },
      (_, at) => `<row><c r="A${at + 1}" t="s"><v>${at}</v></c></row>`,
    );
    const worksheet = `<worksheet><sheetData>${pointers.join('')}</sheetData></worksheet>`;
    const table = await tableOf({
      worksheet,
      sharedStrings: head + body + tail,
      styles: null,
      is1904: false,
    });
    for (let at = 0; at < count; at += 1) {
      const text = String(table[at]?.[0] ?? '');
      characters += text.length;
      texts.push(text);
    }
    if (characters > sharedCharactersMax) throw new FileError('workbook_too_big');
  }
  return texts;
}

interface SmallWorkbook {
  readonly worksheet: string;
  readonly sharedStrings?: string;
  readonly styles: string | null;
  readonly is1904: boolean;
}

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

async function tableOf({ worksheet, sharedStrings, styles, is1904 }: SmallWorkbook) {
  const files = Object.entries({ worksheet, sharedStrings, styles }).flatMap(([type, xml]) =>
    typeof xml === 'string' ? [{ type, xml }] : [],
  );
  const relationTags = files.map(
    ({ type }, at) => `<Relationship Id="r${at}" Type="${relations}/${type}" Target="${type}.xml"/>`,
  );
  const zip = storedZip({
    'xl/workbook.xml': `<workbook xmlns:r="${relations}"><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets><sheet name="x" sheetId="1" r:id="r0"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relationTags.join('')}</Relationships>`,
    ...Object.fromEntries(files.map(({ type, xml }) => [`xl/${type}.xml`, xml])),
  });
  // Loaded when a workbook comes: most imports can do without its 15 MB.
  const { readSheet } = await import('read-excel-file/universal');
  try {
    return await readSheet(zip.buffer, 1, { trim: false, parseNumber: numberText });
  } catch (cause) {
    throw new FileError('workbook_unreadable', { cause });
  }
}

/** A number as a person reads it: no exponent as long as no digit is lost, at most the 15 digits that Excel keeps. */
function numberText(written: string): string {
  const number = Number(written);
  if (!Number.isFinite(number)) return written;
  return Number.isSafeInteger(number) ? String(number) : String(Number(number.toPrecision(15)));
}

/** The library says that a date is of the type of the class; it is one of its objects. */
function cellText(value: CellValue<string> | null, shared: readonly string[]): string {
  const cell: unknown = value;
  if (cell === null) return '';
  if (cell instanceof Date) return dateText(cell);
  const text = String(cell);
  return text.startsWith(sharedMark) ? (shared[Number(text.slice(1))] ?? '') : text;
}

/** ISO: the date, with its time when it has one; a bare time when the date is before every calendar of Excel. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const [day = '', time = ''] = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString().split('T');
  const clock = time.slice(0, 8);
  if (day < '1900-01-01') return clock;
  return clock === '00:00:00' ? day : `${day}T${clock}`;
}
