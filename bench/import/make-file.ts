import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { headings, lineOf, rowAt } from './rows.ts';

const rowsAtOnce = 2_000;

/** Writes the file of so many rows, in UTF-8 with CRLF as a spreadsheet does. */
export async function makeFile(path: string, rowsCount: number): Promise<void> {
  const file = createWriteStream(path);
  file.write(`${headings.join(';')}\r\n`);
  for (let from = 0; from < rowsCount; from += rowsAtOnce) {
    const count = Math.min(rowsAtOnce, rowsCount - from);
    const lines = Array.from({ length: count }, (_, at) => `${lineOf(rowAt(from + at))}\r\n`);
    if (!file.write(lines.join(''))) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}
