import { type Db, type StoredSuppression, suppressionsOfClient } from '@alize/db';
import type { ClientId, Language } from '@alize/model';
import { readEnd, readText } from './cell.ts';
import { type NumberFile, readNumberFile } from './number-file.ts';
import type { NumbersToSuppress } from './suppress-numbers.ts';
import { type Cell, timeCell } from './tables/table-file.ts';

const pageRows = 500;
const reasonLengthMax = 200;

export const suppressionHeadings = {
  fr: ['Téléphone', 'Liste', 'Motif', 'Source', 'Ajouté par', 'Ajouté le', 'Expiration'],
  en: ['Phone', 'List', 'Reason', 'Source', 'Added by', 'Added on', 'Expires'],
} as const;

const columns = {
  reason: ['motif', 'raison', 'reason', 'cause'],
  source: ['source', 'origine', 'origin'],
  expiresAt: ['expiration', 'expire', 'expirele', 'expires', 'expiresat', 'fin', 'jusquau', 'until', 'end'],
} as const;

/** The rows of the file that `readSuppressions` reads back, newest first, page by page. */
export async function* suppressionPages(db: Db, clientId: ClientId, timeZone: string) {
  let before: string | null = null;
  for (;;) {
    const page = { before, limit: pageRows };
    const found: readonly StoredSuppression[] = await suppressionsOfClient(db, clientId, page);
    const last = found.at(-1);
    if (!last) return;
    before = last.id;
    yield found.map((each): readonly Cell[] => [
      each.phoneNumber,
      each.scope,
      each.reason,
      each.source,
      each.createdBy,
      timeCell(each.createdAtMs, timeZone),
      timeCell(each.expiresAtMs, timeZone),
    ]);
  }
}

/** The entries of a file: one number a line, or a column of numbers with, if wished, reason, source and expiry. */
export function readSuppressions(
  bytes: Uint8Array,
  options: {
    readonly country: string;
    readonly timeZone: string;
    readonly language: Language;
    /** Of lines that give none. */
    readonly reason: string;
    readonly source: string | null;
  },
): Promise<NumberFile<NumbersToSuppress['entries'][number]>> {
  return readNumberFile(bytes, {
    ...options,
    columns,
    toEntry: (phoneNumber, cells) => ({
      phoneNumber,
      reason: readText(cells.reason, reasonLengthMax) ?? options.reason,
      source: readText(cells.source, reasonLengthMax) ?? options.source,
      expiresAtMs: readEnd(cells.expiresAt, options.timeZone),
    }),
  });
}
