import { encodings } from '@alize/lead-import';
import {
  consentParts,
  customTypes,
  duplicateActions,
  duplicateKeys,
  duplicateScopes,
  leadFieldNames,
} from '@alize/leads';
import { phoneLabels } from '@alize/model';
import { z } from '@hono/zod-openapi';
import { arrayOf, atMs, idOf } from './common.ts';

/** No file has more columns than this that anybody would want to map. */
const columnsMax = 1_000;
const customName = z.string().trim().min(1).max(100);

/** What a value is for. */
export const target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('field'), field: z.enum(leadFieldNames) }),
  z.object({ kind: z.literal('phone'), label: z.enum(phoneLabels).nullable() }),
  z.object({ kind: z.literal('phone_code') }),
  z.object({ kind: z.literal('consent'), part: z.enum(consentParts) }),
  z.object({ kind: z.literal('custom'), name: customName, type: z.enum(customTypes) }),
]);
export const columnTarget = z.discriminatedUnion('kind', [
  ...target.options,
  z.object({ kind: z.literal('ignore') }),
]);

/** What each column holds, in the file's order, and what every lead is given besides. */
export const mapping = z.object({
  columns: z.array(columnTarget).max(columnsMax).readonly(),
  constants: z
    .array(z.object({ target, value: z.string().max(4_000) }))
    .max(100)
    .readonly(),
});

/** How the file is to be read; null: found in the file. */
export const readSettings = z.object({
  encoding: z.enum(encodings).nullable().describe('mixed: UTF-8, with lines among it that are windows-1252'),
  delimiter: z.enum([';', ',', '\t', '|']).nullable(),
  hasHeading: z.boolean().nullable(),
  part: z.string().max(1_000).nullable().describe('Sheet of a workbook, or file of an archive'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .describe('Whose national numbers it holds, ISO 3166'),
  timeZone: z.string().max(100).describe('IANA zone of its dates'),
});

/** What makes two leads one, and what becomes of a row whose lead is known. */
export const duplicatePolicy = z.object({
  by: arrayOf(z.enum(duplicateKeys)),
  within: z.enum(duplicateScopes),
  days: z.number().int().min(1).max(3_650).nullable(),
  action: z.enum(duplicateActions),
});

export const importSettings = z.object({
  read: readSettings,
  mapping: mapping.nullable().describe('Null: by the headings'),
  duplicates: duplicatePolicy,
  consentsAreInformed: z
    .boolean()
    .describe(
      'Whether whoever consented was told how to withdraw and how to see the proof (C. conso. R.223-1)',
    ),
});
/** What is left out is as usual. */
export const importSettingsChange = z.object({
  read: readSettings.partial().optional(),
  mapping: mapping.nullable().optional(),
  duplicates: duplicatePolicy.partial().optional(),
  consentsAreInformed: z.boolean().optional(),
});

/** Saved settings of a client, by the headings of the files that they are for. */
export const template = z.object({
  id: idOf('template'),
  name: z.string(),
  headings: arrayOf(z.string()),
  settings: importSettings,
  createdAtMs: atMs,
  usedAtMs: atMs.nullable().describe('When an import last used it; null: never'),
});
export const newTemplate = z.object({
  name: z.string().trim().min(1).max(120),
  headings: z.array(z.string().max(1_000)).max(columnsMax).readonly(),
  settings: importSettings,
});
export const templateList = z.object({ data: arrayOf(template) });
