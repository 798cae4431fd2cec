import { type Id, type IdPrefix, isId } from '@alize/model';
import { Problem } from './problem.ts';

/** The cursor after a row: its instant and its id. */
export function writeCursor(
  row: { readonly createdAtMs: number; readonly id: string } | undefined,
): string | null {
  return row ? `${row.createdAtMs}.${row.id}` : null;
}

/** The row that a cursor stands after; null for the beginning. Throws `cursor_unknown` for what is no cursor. */
export function readCursor<P extends IdPrefix>(
  prefix: P,
  cursor: string | undefined,
): { readonly atMs: number; readonly id: Id<P> } | null {
  if (cursor === undefined) return null;
  const [at = '', ...rest] = cursor.split('.');
  if (!/^\d{1,15}$/.test(at)) throw new Problem('cursor_unknown');
  return { atMs: Number(at), id: readIdCursor(prefix, rest.join('.')) };
}

/** The same where ids alone put the rows in order. */
export function readIdCursor<P extends IdPrefix>(prefix: P, cursor: string): Id<P>;
export function readIdCursor<P extends IdPrefix>(prefix: P, cursor: string | undefined): Id<P> | null;
export function readIdCursor<P extends IdPrefix>(prefix: P, cursor: string | undefined): Id<P> | null {
  if (cursor === undefined) return null;
  if (!isId(prefix, cursor)) throw new Problem('cursor_unknown');
  return cursor;
}

/** The line that a cursor stands after, where lines put the rows in order; 0 for the beginning. */
export function readLineCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (!/^\d{1,15}$/.test(cursor)) throw new Problem('cursor_unknown');
  return Number(cursor);
}
