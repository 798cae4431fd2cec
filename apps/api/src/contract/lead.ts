import { leadFieldNames, rowChanges, rowFates } from '@alize/leads';
import {
  closedReasons,
  dispositions,
  leadStates,
  lineTypes,
  networkResults,
  phoneLabels,
} from '@alize/model';
import { z } from '@hono/zod-openapi';
import { arrayOf, atMs, idOf, pageOf, pageQuery, phoneNumber, queryMs } from './common.ts';
import { duplicatePolicy, readSettings } from './import-settings.ts';
import { leadFields, leadPhone } from './lead-fields.ts';

/** A lead as a row of a page. */
export const leadRow = z.object({
  id: idOf('lead'),
  listId: idOf('list'),
  phoneNumber: phoneNumber.describe('The number that is tried next'),
  name: z.string(),
  reference: z.string().nullable(),
  city: z.string().nullable(),
  state: z.enum(leadStates),
  priority: z.number().int(),
  nextTryAtMs: atMs.nullable().describe('From when it may be called; null: not any more, or being called'),
  attemptsCount: z.number().int().describe('Calls so far'),
  closedReason: z.enum(closedReasons).nullable().describe('Why it is not called any more; null: it may be'),
});
export const leadPage = pageOf(leadRow);

export const leadFilter = z.object({
  listId: idOf('list').optional(),
  state: z.enum(leadStates).optional(),
  search: z.string().max(100).optional().describe('Part of a name, a reference, or digits of a number'),
  dueBeforeMs: queryMs.optional().describe('Open, and to be called before this instant'),
});
export const leadQuery = leadFilter.extend(pageQuery.shape);

/** A lead with all that is known of it. */
export const lead = leadRow.extend({
  campaignId: idOf('campaign'),
  ...leadFields.omit({ phones: true }).shape,
  phones: arrayOf(
    leadPhone.extend({
      lineType: z.enum(lineTypes).nullable(),
      closedReason: z
        .string()
        .nullable()
        .describe('Why this number is not tried again; null while it may be'),
    }),
  ),
  callbackAgentId: idOf('user').nullable(),
  importId: idOf('import').nullable(),
  importLine: z.number().int().nullable().describe('Line of the file that it came from'),
  lastAttemptAtMs: atMs.nullable(),
  lastResult: z.enum(networkResults).nullable(),
  lastDisposition: z.enum(dispositions).nullable(),
  createdAtMs: atMs,
  changedAtMs: atMs,
});

/** Values as people or programs write them: they are read as a file's cells are. */
const value = z.string().max(4_000);
const fieldValues = z.object(
  Object.fromEntries(leadFieldNames.map((name) => [name, value.nullable().optional()])) as {
    // The keys are those of the list above, each with the same schema.
    [N in (typeof leadFieldNames)[number]]: z.ZodOptional<z.ZodNullable<z.ZodString>>;
  },
);
const phoneValues = z
  .array(z.strictObject({ number: value, label: z.enum(phoneLabels).nullable().optional() }))
  .max(20);
const customValue = z.union([value, z.number(), z.boolean()]);

export const newLead = z.strictObject({
  phones: phoneValues,
  ...fieldValues.shape,
  priority: z.union([value, z.number().int()]).nullable().optional(),
  consent: z
    .strictObject({
      givenAt: value,
      wording: value.nullable().optional(),
      source: value.nullable().optional(),
      proof: value.nullable().optional(),
      object: value.nullable().optional(),
    })
    .nullable()
    .optional(),
  custom: z.record(z.string().min(1).max(100), customValue).optional(),
});

export const newLeads = z.strictObject({
  listId: idOf('list').optional().describe('Left out: the campaign’s own list “API”'),
  leads: z.array(newLead).min(1).max(1_000),
  duplicates: duplicatePolicy
    .partial()
    .optional()
    .describe('As for an import; left out: by number and reference within the campaign, skip'),
  country: readSettings.shape.country.optional().describe('Whose national numbers, ISO 3166; left out: FR'),
  timeZone: readSettings.shape.timeZone
    .optional()
    .describe('Zone of dates without one; left out: Europe/Paris'),
  consentsAreInformed: z.boolean().optional(),
});

/** What became of one lead of a batch. */
export const leadAnswer = z.object({
  index: z.number().int(),
  kind: z.enum(rowFates),
  leadId: idOf('lead')
    .nullable()
    .describe('The lead that was added, changed or found to be known already; null when refused'),
  field: z
    .string()
    .nullable()
    .describe(
      'The value at fault: `phones.0`, `email`, `consent.givenAt`, `custom.contract`; null when it is none',
    ),
  code: z.string().nullable().describe('Why it was refused or skipped; null otherwise'),
  detail: z.string().nullable().describe('The sentence for people'),
  changes: arrayOf(
    z.object({
      field: z.string().describe('Named as above'),
      change: z.enum(rowChanges),
      from: z.string().describe('What was sent'),
      to: z.string().describe('What is kept of it; empty for nothing'),
      detail: z.string().describe('The sentence for people'),
    }),
  ).describe('Values that were put in standard form, or left out for they cannot be read'),
});
export const leadAnswers = z.object({
  listId: idOf('list'),
  leads: arrayOf(leadAnswer),
});

/** What is left out stays; null empties. `phones` replaces all numbers; of `custom` only the named columns change. */
export const leadChange = z.strictObject({
  phones: phoneValues.min(1).optional(),
  ...fieldValues.shape,
  priority: z.union([value, z.number().int()]).optional(),
  custom: z.record(z.string().min(1).max(100), customValue.nullable()).optional(),
});
export const idempotencyHeaders = z.object({
  'idempotency-key': z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe(
      'Any text, new for each request and the same when it is repeated; without it `idempotency_key_missing`',
    ),
});
