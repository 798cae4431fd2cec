import { setImmediate as breathe } from 'node:timers/promises';
import type { Language } from '@alize/model';

/** What stands in a cell of an exported file; instants as the local time of whoever exports. */
export type Cell = string | number | boolean | Temporal.PlainDateTime | Temporal.PlainDate | null;

/** A file of rows, made page by page as it is read. */
export interface TableFile {
  /** Without its ending. */
  readonly name: string;
  readonly language: Language;
  /** Asked for when the file is read; where they depend on the rows, those are looked through then. */
  readonly headings: readonly string[] | (() => Promise<readonly string[]>);
  readonly pages: AsyncIterable<readonly (readonly Cell[])[]>;
}

export const tableFormats = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** What the columns of a file are called. */
export async function headingsOf({ headings }: TableFile): Promise<readonly string[]> {
  return typeof headings === 'function' ? headings() : headings;
}

/** An instant as spreadsheets read it, in the zone of whoever exports. */
export function timeCell(atMs: number | null, timeZone: string): Temporal.PlainDateTime | null {
  if (atMs === null) return null;
  return Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone).toPlainDateTime();
}

/** The same pages, with a turn for everybody else after each: reading a page of SQLite holds the whole process up. */
export async function* inTurns<T>(pages: AsyncIterable<T>): AsyncGenerator<T, void, undefined> {
  for await (const page of pages) {
    yield page;
    await breathe();
  }
}

/** A response that browsers save as a file. */
export function fileResponse(name: string, type: string, body: ReadableStream<Uint8Array>): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}
