import { type Db, importErrors, type StoredImport } from '@alize/db';
import { describeRowError } from '@alize/lead-import';
import { isOwnHeading, ownHeading } from '@alize/leads';
import type { Language } from '@alize/model';
import { csvResponse } from './tables/csv.ts';
import type { Cell } from './tables/table-file.ts';

const pageRows = 500;

const addedHeadings = { fr: ['ligne', 'raison'], en: ['line', 'reason'] } as const;

/**
 * The rows of a file that became no lead, as they stood in it and in its own delimiter, with line and reason added: to
 * be corrected and sent again, when the importer leaves the two columns out.
 */
export function badRowsResponse(db: Db, stored: StoredImport, language: Language): Response {
  const { headings, delimiter } = stored.report?.file ?? { headings: [], delimiter: null };
  // A file that was corrected once already has our columns; it gets new ones.
  const columns = headings.flatMap((heading, at) => (isOwnHeading(heading) ? [] : [{ heading, at }]));
  return csvResponse({
    name: `${stored.id}-bad-rows`,
    language,
    ...(delimiter !== null && { delimiter }),
    headings: [...columns.map(({ heading }) => heading), ...addedHeadings[language].map(ownHeading)],
    pages: pages(db, stored, language, {
      places: columns.map(({ at }) => at),
      columnsCount: headings.length,
    }),
  });
}

interface Columns {
  readonly places: readonly number[];
  readonly columnsCount: number;
}

async function* pages(
  db: Db,
  { clientId, id }: StoredImport,
  language: Language,
  { places, columnsCount }: Columns,
) {
  let afterLine = 0;
  for (;;) {
    const errors = await importErrors(db, clientId, id, { afterLine, limit: pageRows });
    const last = errors.at(-1);
    if (!last) return;
    afterLine = last.line;
    yield errors.map(({ line, code, cells }): Cell[] => [
      ...places.map((at) => cells[at] ?? ''),
      line,
      describeRowError(code, language),
      // Of a row that is too long: to be seen, and put where it belongs.
      ...cells.slice(columnsCount),
    ]);
  }
}
