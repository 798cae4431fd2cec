import { mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { csvCell } from './csv-cell.ts';
import { DeliveryError } from './delivery-error.ts';

/** A row for the file of a day. */
export interface DropRow {
  /** What tells the row from all others: its first cell. */
  readonly id: string;
  readonly headings: readonly string[];
  readonly row: readonly (string | number | boolean | null)[];
}

const mark = '\uFEFF';

/**
 * Puts a row at the end of a file, and the headings before it in a new one; a row that is there already stays alone.
 * The file is written anew beside and takes its own place once it is on disk: whoever reads it finds whole rows, and a
 * crash leaves it as it was or as it shall be. One at a time for a file. Throws DeliveryError `receiver_failed`.
 */
export async function appendDropRow(path: string, { id, headings, row }: DropRow): Promise<void> {
  await asOurOwn(async () => {
    await mkdir(dirname(path), { recursive: true });
    const before = await readDrop(path);
    if (rowsOf(before).some((line) => isRowOf(line, id))) return;
    const begun = before || `${mark}${lineOf(['id', ...headings])}`;
    await replace(path, `${begun}${lineOf([id, ...row])}`);
  });
}

/** Takes the rows of these ids out of a file: of people who are forgotten. A file left without rows is removed. */
export async function removeDropRows(path: string, ids: readonly string[]): Promise<void> {
  await asOurOwn(async () => {
    const before = await readDrop(path);
    const [headings = '', ...rows] = rowsOf(before);
    const kept = rows.filter((line) => !ids.some((id) => isRowOf(line, id)));
    if (kept.length === rows.length) return;
    if (kept.length === 0) return unlink(path);
    await replace(path, [headings, ...kept].map((line) => `${line}\r\n`).join(''));
  });
}

const lineOf = (cells: DropRow['row']) =>
  `${cells.map((cell) => csvCell(withPlainLines(cell))).join(';')}\r\n`;

const withPlainLines = (cell: DropRow['row'][number]) =>
  typeof cell === 'string' ? cell.replaceAll(/\r\n?/g, '\n') : cell;

const isRowOf = (line: string, id: string) => line.startsWith(`${id};`);

/** Rows end by CR LF; within a cell a line ends by LF alone (`withPlainLines`), so no cell is cut. */
const rowsOf = (text: string) => text.split('\r\n').filter((line) => line !== '');

async function readDrop(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return '';
    throw error;
  });
}

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';

async function replace(path: string, text: string): Promise<void> {
  const beside = `${path}.new`;
  const file = await open(beside, 'w', 0o640);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
  const folder = await open(dirname(path), 'r');
  await folder.sync().finally(() => folder.close());
}

/** A disk that is full or read-only is in trouble for a while: the row is tried again. */
async function asOurOwn(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw new DeliveryError('receiver_failed', { cause: error });
  }
}
