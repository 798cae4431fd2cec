import { type DuplicateKey, type Mapping, type ReadSettings, recogniseHeadings } from '@alize/leads';
import type { Delimiter } from './delimiter.ts';
import type { Encoding } from './encoding.ts';
import { FileError } from './file-error.ts';
import { columnsOf } from './heading.ts';
import { openFile } from './open-file.ts';
import { leadReader, type ReadRow } from './read-leads.ts';
import { firstRows, rowSource } from './read-rows.ts';
import type { CellRow } from './record-reader.ts';

/** What is in a file, and how its first rows would be stored. Every `ReadPlan` begins with one. */
export interface Inspection {
  readonly kind: 'text' | 'workbook';
  /** What the list is wrapped in. */
  readonly container: 'gzip' | 'zip' | null;
  /** Files of the archive or sheets of the workbook; and the one that is read. */
  readonly parts: readonly string[];
  readonly part: string | null;
  /** Null in a workbook. */
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
  readonly hasHeading: boolean;
  /** Line of the first lead: above it are the heading, and perhaps a title. */
  readonly firstLine: number;
  /** One for each column, none empty, none twice. */
  readonly headings: readonly string[];
  /** The one that was asked for, else by the headings and the first rows. */
  readonly mapping: Mapping;
  readonly country: string;
  readonly timeZone: string;
  /** The first 50 rows as they stand. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** The same as they will be stored. */
  readonly leads: readonly ReadRow[];
  readonly bytesAll: number;
  /** Exact for a file that is read whole for its first rows. */
  readonly rowsEstimate: number;
}

export interface InspectSettings {
  readonly read: ReadSettings;
  /** Null: by the headings. */
  readonly mapping: Mapping | null;
  /** As in `ReadPlan`. */
  readonly by?: readonly DuplicateKey[];
}

const shownRows = 50;
/** Rows that tell what a column holds; above them may stand a title. */
const sampleRows = 1000;

/**
 * What the importer sees in a file on disk; nothing is stored. What is not set is found. The encoding is looked for in
 * the whole of the file, since an accent may come last: who asks again may set it to the one found, and spare that.
 * Without a telephone column every row says so. Throws FileError.
 */
export async function inspectFile(path: string, settings: InspectSettings): Promise<Inspection> {
  const { country, timeZone, ...read } = settings.read;
  const source = await rowSource(await openFile(path, read.part), read);
  const { kind, container, parts, part, encoding, delimiter, bytesAll } = source;
  const first = await firstRows(source, sampleRows);
  const { hasHeading, headings, rows, firstLine } = columnsOf(first.rows, read.hasHeading);
  if (rows.length === 0) throw new FileError('heading_only');
  const mapping = settings.mapping ?? proposed(headings, rows);
  if (mapping.columns.length !== headings.length) throw new FileError('mapping_mismatch');
  const shown = rows.slice(0, shownRows);
  const reading = leadReader({ mapping, headings, country, timeZone, by: settings.by ?? [] });
  return {
    ...{
      kind,
      container,
      parts,
      part,
      encoding,
      delimiter,
      bytesAll,
      hasHeading,
      firstLine,
      headings,
      mapping,
      country,
      timeZone,
    },
    rows: shown.map(({ line, cells }) => ({ line, cells })),
    leads: shown.map(reading),
    rowsEstimate: first.rowsEstimate - (first.rows.length - rows.length),
  };
}

function proposed(headings: readonly string[], rows: readonly CellRow[]): Mapping {
  const cells = rows.map((row) => row.cells);
  return { columns: recogniseHeadings(headings, cells), constants: [] };
}
