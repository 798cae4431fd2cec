import type { Language } from '@alize/model';

export type Cell = string | number | boolean | null;

/**
 * A CSV file as a response, written page by page. Excel opens it as it stands: UTF-8 with a mark, `;` where the
 * decimal sign is a comma, and no cell is taken for a formula.
 */
export function csvResponse(
  file: { readonly name: string; readonly language: Language; readonly headings: readonly string[] },
  pages: AsyncIterable<readonly (readonly Cell[])[]>,
): Response {
  const delimiter = file.language === 'fr' ? ';' : ',';
  const line = (cells: readonly Cell[]) => `${cells.map((cell) => csvCell(cell)).join(delimiter)}\r\n`;
  async function* lines(): AsyncGenerator<string, void, undefined> {
    yield `\uFEFF${line(file.headings)}`;
    for await (const rows of pages) yield rows.map(line).join('');
  }
  return new Response(streamOf(lines()), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': 'no-store',
    },
  });
}

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

/**
 * One cell. A text that a spreadsheet would run as a formula gets a leading `'`, which our importer takes off again;
 * a plain E.164 number keeps its `+`, or exported numbers would not come back (OWASP, CSV injection), and so does a
 * masked one.
 */
export function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const isFormula = /^[=+\-@\t\r]/.test(cell) && !phoneNumber.test(cell);
  const text = isFormula ? `'${cell}` : cell;
  return /[";,\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** `+33612345678`, or `+33 6 •• •• •• 78`: digits, blanks and dots calculate nothing. */
const phoneNumber = /^\+([1-9]\d{7,14}|\d{1,3} \d( ••)+ \d\d)$/;

/** An instant as spreadsheets read it, in the zone of whoever exports. */
export function csvTime(atMs: number | null, timeZone: string): string | null {
  if (atMs === null) return null;
  const local = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone);
  return local.toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' ');
}
