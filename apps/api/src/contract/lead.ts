import { leadFieldNames, rowFates } from '@alize/leads';
import {
  closedReasons,
  dispositions,
  leadStates,
  lineTypes,
  networkResults,
  phoneLabels,
} from '@alize/model';
import { z } from '@hono/zod-openapi';
import { arrayOf, atMs, idOf, pageOf, pageQuery, phoneNumber } from './common.ts';
import { duplicatePolicy, readSettings } from './import-settings.ts';
import { leadFields, leadPhone } from './lead-fields.ts';

/** A lead as a row of a page. */
export const leadRow = z.object({
  id: idOf('lead'),
  listId: idOf('list'),
  /** The number that is tried next. */
  phoneNumber,
  name: z.string(),
  reference: z.string().nullable(),
  city: z.string().nullable(),
  state: z.enum(leadStates),
  priority: z.number().int(),
  nextTryAtMs: atMs.nullable(),
  attemptsCount: z.number().int(),
  closedReason: z.enum(closedReasons).nullable(),
});
export const leadPage = pageOf(leadRow);

export const leadFilter = z.object({
  list: idOf('list').optional(),
  state: z.enum(leadStates).optional(),
  /** Part of a name, a reference, or digits of a number. */
  search: z.string().max(100).optional(),
  /** Open, and to be called before this instant. */
  dueBeforeMs: z.coerce.number().int().optional(),
});
export const leadQuery = leadFilter.extend(pageQuery.shape);

/** A lead with all that is known of it. */
export const lead = leadRow.extend({
  campaignId: idOf('campaign'),
  ...leadFields.omit({ phones: true }).shape,
  phones: arrayOf(
    leadPhone.extend({
      lineType: z.enum(lineTypes).nullable(),
      /** Why this number is not tried again; null while it may be. */
      closedReason: z.string().nullable(),
    }),
  ),
  callbackAgentId: idOf('user').nullable(),
  importId: idOf('import').nullable(),
  /** Line of the file that it came from. */
  importLine: z.number().int().nullable(),
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
  /** Left out: the campaign's own list “API”. */
  listId: idOf('list').optional(),
  leads: z.array(newLead).min(1).max(1_000),
  /** As for an import; left out: by number and reference within the campaign, skip. */
  duplicates: duplicatePolicy.partial().optional(),
  /** Whose national numbers, ISO 3166; left out: FR. */
  country: readSettings.shape.country.optional(),
  /** Zone of dates without one; left out: Europe/Paris. */
  timeZone: readSettings.shape.timeZone.optional(),
  consentsAreInformed: z.boolean().optional(),
});

/** What became of one lead of a batch. */
export const leadAnswer = z.object({
  index: z.number().int(),
  kind: z.enum(rowFates),
  /** The lead that was added, changed or found to be known already; null when refused. */
  leadId: idOf('lead').nullable(),
  /** The value at fault: `phones.0`, `email`, `consent.givenAt`, `custom.contract`; null when it is none. */
  field: z.string().nullable(),
  /** Why it was refused or skipped; null otherwise. */
  code: z.string().nullable(),
  /** The sentence for people. */
  detail: z.string().nullable(),
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
  /** Any text that is new for each new batch; required, by a problem of its own. */
  'idempotency-key': z.string().min(1).max(200).optional(),
});
