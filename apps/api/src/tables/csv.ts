import { csvCell as textOfCell } from '@alize/delivery';
import type { Language } from '@alize/model';
import { type Cell, fileResponse, headingsOf, inTurns, type TableFile } from './table-file.ts';

/**
 * A CSV file as a response, written page by page. Excel opens it as it stands: UTF-8 with a mark, `;` where the
 * decimal sign is a comma, and no cell is taken for a formula.
 */
export function csvResponse(file: TableFile & { readonly delimiter?: string }): Response {
  const delimiter = file.delimiter ?? delimiters[file.language];
  const line = (cells: readonly Cell[]) =>
    `${cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\r\n`;
  async function* lines(): AsyncGenerator<string, void, undefined> {
    yield `\uFEFF${line(await headingsOf(file))}`;
    for await (const rows of inTurns(file.pages)) yield rows.map(line).join('');
  }
  return fileResponse(`${file.name}.csv`, 'text/csv; charset=utf-8', streamOf(lines()));
}

const delimiters: Readonly<Record<Language, string>> = { fr: ';', en: ',' };

/** The texts as a stream of UTF-8, made no faster than they are read. */
function streamOf(texts: AsyncGenerator<string, void, undefined>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await texts.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await texts.return();
    },
  });
}

/** One cell, safe in a spreadsheet. */
export function csvCell(cell: Cell, delimiter = ';'): string {
  const isTime = cell instanceof Temporal.PlainDateTime;
  if (isTime || cell instanceof Temporal.PlainDate) return isTime ? timeText(cell) : cell.toString();
  return textOfCell(cell, delimiter);
}

/** As our importer reads it, and a spreadsheet in either language. */
const timeText = (time: Temporal.PlainDateTime) =>
  time.toString({ smallestUnit: 'second' }).replace('T', ' ');
