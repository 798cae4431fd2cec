import { duplicateKeys, rowChanges } from '@alize/leads';
import { civilities, phoneLabels } from '@alize/model';
import { z } from '@hono/zod-openapi';
import { arrayOf, atMs, phoneNumber } from './common.ts';

export const leadPhone = z.object({
  phoneNumber,
  label: z.enum(phoneLabels).nullable(),
  extension: z.string().nullable(),
});

const text = z.string().nullable();

/** What a file or a call of the api says of a lead, as it is stored. */
export const leadFields = z.object({
  phones: arrayOf(leadPhone).describe('In the order in which they are tried'),
  reference: text.describe('The client’s own number of the person'),
  civility: z.enum(civilities).nullable(),
  firstName: text,
  lastName: text,
  company: text,
  email: text,
  birthDate: text.describe('ISO date'),
  address: text,
  addressExtra: text,
  postalCode: text,
  city: text,
  country: text.describe('ISO 3166'),
  region: text,
  timeZone: text.describe('IANA zone of the person; null: as their number and address tell'),
  comment: text,
  priority: z.number().int().describe('Higher ones are called first'),
  consent: z.object({ givenAtMs: atMs, wording: text, source: text, proof: text, object: text }).nullable(),
  custom: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .describe('The client’s own columns, by name'),
});

/** What reading changed of a value. */
export const rowNote = z.object({
  change: z.enum(rowChanges),
  column: text,
  from: z.string(),
  to: z.string(),
  detail: z.string().describe('The sentence for people'),
});

export const duplicateKey = z.enum(duplicateKeys);
