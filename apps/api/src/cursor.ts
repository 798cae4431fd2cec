import { type Id, type IdPrefix, isId } from '@alize/model';

/** The cursor after a row: its instant and its id. */
export function writeCursor(
  row: { readonly createdAtMs: number; readonly id: string } | undefined,
): string | null {
  return row ? `${row.createdAtMs}.${row.id}` : null;
}

/** The row that a cursor stands after; null for the beginning, and for what is no cursor. */
export function readCursor<P extends IdPrefix>(
  prefix: P,
  cursor: string | undefined,
): { readonly atMs: number; readonly id: Id<P> } | null {
  const [at = '', id] = cursor?.split('.') ?? [];
  return /^\d{1,15}$/.test(at) && isId(prefix, id) ? { atMs: Number(at), id } : null;
}
