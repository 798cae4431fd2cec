import { callerIdCategories, callModes, sectors } from '@alize/model';
import { z } from '@hono/zod-openapi';
import { allOf, atMs, idOf, phoneNumber } from './common.ts';

const text = z.string().trim().min(1).max(200).nullable();
const fields = {
  label: z.string().trim().min(1).max(120),
  category: z
    .enum(callerIdCategories)
    .describe('What the numbering plan makes of it; checked against the number'),
  holder: text.describe('Whom the number is assigned to; null: not on record'),
  authorisation: text.describe(
    'Reference of the document by which the holder lets the client show the number',
  ),
  authorisationSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .describe('SHA-256 of the file of that document, in hexadecimal'),
  operator: text.describe('Operator that signs the calls'),
  allowedModes: z.array(z.enum(callModes)).min(1).nullable().describe('Null: every mode'),
  validFromMs: atMs.nullable(),
  validToMs: atMs.nullable().describe('First instant at which it is no longer valid'),
};

/** A number that the client may show, and by what right. */
export const callerId = z.object({ id: idOf('callerid'), number: phoneNumber, ...fields });
export const callerIdList = allOf(callerId);
export const newCallerId = z.strictObject({
  number: phoneNumber,
  label: fields.label,
  category: fields.category,
  holder: fields.holder.default(null),
  authorisation: fields.authorisation.default(null),
  authorisationSha256: fields.authorisationSha256.default(null),
  operator: fields.operator.default(null),
  allowedModes: fields.allowedModes.default(null),
  validFromMs: fields.validFromMs.default(null),
  validToMs: fields.validToMs.default(null),
});
export const callerIdChange = z.strictObject(fields).partial();

const amount = z.number().min(0).max(1e12).nullable();
const clientFields = {
  name: z.string().trim().min(1).max(120),
  employees: z.number().int().min(0).max(10_000_000).nullable(),
  turnoverEuros: amount.describe('Of the last financial year'),
  balanceSheetEuros: amount.describe('Total of the last balance sheet'),
  sellsMainlyToConsumers: z.boolean().nullable(),
  sector: z.enum(sectors).nullable().describe('Its own business, as far as a law singles it out'),
};

/** The client with what some laws ask of its size and business. Null: not known. */
export const client = z.object({ id: idOf('client'), ...clientFields });
export const clientChange = z.strictObject(clientFields).partial();
