import { z } from '@hono/zod-openapi';
import { arrayOf, atMs, idOf } from './common.ts';
import { mapping, readSettings } from './import-settings.ts';
import { duplicateKey, leadFields, rowNote } from './lead-fields.ts';

/** A file that is being sent, or has been. */
export const upload = z.object({
  id: idOf('upload'),
  fileName: z.string(),
  bytesAll: z.number().int(),
  bytesReceived: z.number().int().describe('How much of it is on our disk: where to go on'),
  createdAtMs: atMs,
});

/** The headers of tus 1.0.0. */
export const newUploadHeaders = z.object({
  'tus-resumable': z.string().optional(),
  'upload-length': z
    .string()
    .regex(/^\d{1,15}$/)
    .describe('Bytes of the whole file'),
  'upload-metadata': z.string().max(4_000).describe('`filename` and its name in base64'),
});
export const pieceHeaders = z.object({
  'tus-resumable': z.string().optional(),
  'upload-offset': z
    .string()
    .regex(/^\d{1,15}$/)
    .describe('Where in the file the piece begins'),
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
    detail: z.string().describe('The sentence for people'),
  }),
]);

/** What the importer sees in a file; nothing is stored. */
export const inspection = z.object({
  kind: z.enum(['text', 'workbook']),
  container: z.enum(['gzip', 'zip']).nullable(),
  parts: arrayOf(z.string()).describe('The sheets of a workbook, or the files of an archive'),
  part: z.string().nullable().describe('The one of them that is read'),
  encoding: readSettings.shape.encoding.describe('Null for a workbook'),
  delimiter: readSettings.shape.delimiter,
  hasHeading: z.boolean(),
  headings: arrayOf(z.string()),
  mapping: mapping.describe('As asked, or by the headings and the first rows'),
  country: z.string(),
  timeZone: z.string(),
  rows: arrayOf(z.object({ line: z.number().int(), cells: arrayOf(z.string()) })).describe(
    'The first 50 rows as they stand in the file',
  ),
  leads: arrayOf(shownRow).describe('The same rows as they will be stored'),
  bytesAll: z.number().int(),
  rowsEstimate: z.number().int(),
});
