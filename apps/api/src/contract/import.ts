import { rowChanges } from '@alize/leads';
import { importPhases, importStates } from '@alize/model';
import { z } from '@hono/zod-openapi';
import { arrayOf, atMs, idOf, pageOf } from './common.ts';
import { importSettings, importSettingsChange } from './import-settings.ts';
import { outlook } from './outlook.ts';

const importOf = {
  uploadId: idOf('upload'),
  settings: importSettingsChange.optional(),
  /** The saved settings that were taken, so that they are known to be in use. */
  templateId: idOf('template').optional(),
};
/** Into a list of the campaign, or into a new one of that name. */
export const newImport = z.union([
  z.strictObject({ ...importOf, listId: idOf('list') }),
  z.strictObject({ ...importOf, listName: z.string().trim().min(1).max(120) }),
]);

const rows = z.number().int();

/** Of a dry run what would be done, of an import what was done. */
export const importReport = z.object({
  /** How the file was read. */
  file: z.object({
    encoding: z.string().nullable(),
    delimiter: z.string().nullable(),
    headings: arrayOf(z.string()),
  }),
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
  /** Rows that repeat a lead, by where it stands. */
  duplicates: z.object({ file: rows, list: rows, campaign: rows, client: rows }),
  phones: rows,
  /** First numbers, by kind of line. */
  lines: z.record(z.string(), rows),
  territories: arrayOf(z.object({ territory: z.string(), zones: arrayOf(z.string()), leads: rows })),
  withConsent: rows,
  outlook: outlook.nullable(),
  seconds: z.number(),
});

export const importRow = z.object({
  id: idOf('import'),
  campaignId: idOf('campaign'),
  /** Null until it is stored in a new list. */
  listId: idOf('list').nullable(),
  listName: z.string(),
  /** Null once the file is swept away: its settings can no longer be gone back to. */
  uploadId: idOf('upload').nullable(),
  fileName: z.string(),
  /** Tells that the same file came before; null until it is read. */
  fileSha256: z.string().nullable(),
  createdBy: idOf('user').nullable(),
  settings: importSettings,
  state: z.enum(importStates),
  phase: z.enum(importPhases).nullable(),
  /** Rows stored. */
  rowsDone: rows,
  leadsCount: rows,
  report: importReport.nullable(),
  /** Why the whole file was refused: a stable code and its sentence. */
  failure: z.object({ code: z.string(), detail: z.string() }).nullable(),
  createdAtMs: atMs,
  changedAtMs: atMs,
  importedAtMs: atMs.nullable(),
  undoneAtMs: atMs.nullable(),
});
export const importDetail = importRow.extend({
  /** Stored, and none of its leads was called yet. */
  isUndoable: z.boolean(),
});
export const importList = z.object({ data: arrayOf(importRow) });

/** A row that became no lead. */
export const importError = z.object({
  line: rows,
  code: z.string(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  /** The sentence for people. */
  detail: z.string(),
});
export const importErrorPage = pageOf(importError);
