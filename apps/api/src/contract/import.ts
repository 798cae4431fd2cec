import { rowChanges } from '@alize/leads';
import { importPhases, importStates } from '@alize/model';
import { z } from '@hono/zod-openapi';
import { arrayOf, atMs, idOf, pageOf } from './common.ts';
import { importSettings, importSettingsChange } from './import-settings.ts';
import { outlook } from './outlook.ts';

const importOf = {
  uploadId: idOf('upload'),
  settings: importSettingsChange.optional(),
  templateId: idOf('template')
    .optional()
    .describe('The saved settings that were taken, so that they are known to be in use'),
};
/** Into a list of the campaign, or into a new one of that name. */
export const newImport = z.union([
  z.strictObject({ ...importOf, listId: idOf('list') }),
  z.strictObject({ ...importOf, listName: z.string().trim().min(1).max(120) }),
]);

const rows = z.number().int();

/** Of a dry run what would be done, of an import what was done. */
export const importReport = z.object({
  file: z
    .object({
      encoding: z.string().nullable(),
      delimiter: z.string().nullable(),
      headings: arrayOf(z.string()),
    })
    .describe('How the file was read'),
  rows,
  fates: z.object({ added: rows, updated: rows, moved: rows, skipped: rows, refused: rows }),
  errors: arrayOf(z.object({ code: z.string(), rows, firstLine: rows, detail: z.string() })),
  changes: arrayOf(
    z.object({
      change: z.enum(rowChanges),
      rows,
      example: z.object({ line: rows, from: z.string(), to: z.string() }),
      detail: z.string(),
    }),
  ),
  duplicates: z
    .object({ file: rows, list: rows, campaign: rows, client: rows })
    .describe('Rows that repeat a lead, by where it stands'),
  phones: rows,
  lines: z.record(z.string(), rows).describe('First numbers, by kind of line'),
  territories: arrayOf(z.object({ territory: z.string(), zones: arrayOf(z.string()), leads: rows })),
  withConsent: rows,
  outlook: outlook.nullable(),
  seconds: z.number(),
});

export const importRow = z.object({
  id: idOf('import'),
  campaignId: idOf('campaign'),
  listId: idOf('list').nullable().describe('Null until it is stored in a new list'),
  listName: z.string(),
  uploadId: idOf('upload')
    .nullable()
    .describe('Null once the file is swept away: its settings can no longer be gone back to'),
  fileName: z.string(),
  fileSha256: z.string().nullable().describe('Tells that the same file came before; null until it is read'),
  createdBy: idOf('user').nullable(),
  settings: importSettings,
  state: z.enum(importStates),
  phase: z.enum(importPhases).nullable(),
  rowsDone: rows.describe('Rows stored'),
  leadsCount: rows,
  report: importReport.nullable(),
  failure: z
    .object({ code: z.string(), detail: z.string() })
    .nullable()
    .describe('Why the whole file was refused: a stable code and its sentence'),
  createdAtMs: atMs,
  changedAtMs: atMs,
  importedAtMs: atMs.nullable(),
  undoneAtMs: atMs.nullable(),
});
export const importDetail = importRow.extend({
  isUndoable: z.boolean().describe('Stored, and none of its leads was called yet'),
});
export const importList = z.object({ data: arrayOf(importRow) });

/** A row that became no lead. */
export const importError = z.object({
  line: rows,
  code: z.string(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  detail: z.string().describe('The sentence for people'),
});
export const importErrorPage = pageOf(importError);
