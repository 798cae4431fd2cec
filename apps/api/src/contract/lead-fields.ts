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
  /** In the order in which they are tried. */
  phones: arrayOf(leadPhone),
  reference: text,
  civility: z.enum(civilities).nullable(),
  firstName: text,
  lastName: text,
  company: text,
  email: text,
  /** ISO date. */
  birthDate: text,
  address: text,
  addressExtra: text,
  postalCode: text,
  city: text,
  country: text,
  region: text,
  timeZone: text,
  comment: text,
  priority: z.number().int(),
  consent: z.object({ givenAtMs: atMs, wording: text, source: text, proof: text, object: text }).nullable(),
  /** The client's own columns, by name. */
  custom: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

/** What reading changed of a value. */
export const rowNote = z.object({
  change: z.enum(rowChanges),
  column: text,
  from: z.string(),
  to: z.string(),
  /** The sentence for people. */
  detail: z.string(),
});

export const duplicateKey = z.enum(duplicateKeys);
