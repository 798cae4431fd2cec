import { z } from '@hono/zod-openapi';
import { arrayOf, atMs, idOf } from './common.ts';
import { mapping, readSettings } from './import-settings.ts';
import { duplicateKey, leadFields, rowNote } from './lead-fields.ts';

/** A file that is being sent, or has been. */
export const upload = z.object({
  id: idOf('upload'),
  fileName: z.string(),
  bytesAll: z.number().int(),
  /** How much of it is on our disk: where to go on. */
  bytesReceived: z.number().int(),
  createdAtMs: atMs,
});

/** The headers of tus 1.0.0. */
export const newUploadHeaders = z.object({
  'tus-resumable': z.string().optional(),
  /** Bytes of the whole file. */
  'upload-length': z.string().regex(/^\d{1,15}$/),
  /** `filename` and its name in base64. */
  'upload-metadata': z.string().max(4_000),
});
export const pieceHeaders = z.object({
  'tus-resumable': z.string().optional(),
  /** Where in the file the piece begins. */
  'upload-offset': z.string().regex(/^\d{1,15}$/),
});

/** How to look at the file; what is left out is found in it. */
export const look = z.object({
  read: readSettings.partial().optional(),
  mapping: mapping.nullable().optional(),
});

/** A row of the file as it will be stored. */
export const shownRow = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('lead'),
    line: z.number().int(),
    fields: leadFields,
    changes: arrayOf(rowNote),
  }),
  z.object({
    kind: z.literal('repeat'),
    line: z.number().int(),
    key: duplicateKey,
    ofLine: z.number().int(),
    fields: leadFields,
  }),
  z.object({
    kind: z.literal('error'),
    line: z.number().int(),
    code: z.string(),
    column: z.string().nullable(),
    value: z.string().nullable(),
    /** The sentence for people. */
    detail: z.string(),
  }),
]);

/** What the importer sees in a file; nothing is stored. */
export const inspection = z.object({
  kind: z.enum(['text', 'workbook']),
  container: z.enum(['gzip', 'zip']).nullable(),
  /** The sheets of a workbook, or the files of an archive. */
  parts: arrayOf(z.string()),
  /** The one of them that is read. */
  part: z.string().nullable(),
  /** Null for a workbook. */
  encoding: readSettings.shape.encoding,
  delimiter: readSettings.shape.delimiter,
  hasHeading: z.boolean(),
  headings: arrayOf(z.string()),
  /** As asked, or by the headings and the first rows. */
  mapping,
  country: z.string(),
  timeZone: z.string(),
  /** The first 50 rows as they stand in the file. */
  rows: arrayOf(z.object({ line: z.number().int(), cells: arrayOf(z.string()) })),
  /** The same rows as they will be stored. */
  leads: arrayOf(shownRow),
  bytesAll: z.number().int(),
  rowsEstimate: z.number().int(),
});
