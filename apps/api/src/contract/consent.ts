import { relationKinds, withdrawalWays } from '@alize/db';
import { attemptResults, consentForms } from '@alize/model';
import { z } from '@hono/zod-openapi';
import { allOf, atMs, idOf, pageOf, phoneNumber } from './common.ts';
import { fileQuery, importResult } from './number-file.ts';

const object = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .nullable()
  .describe('Goods or services, in the words that campaigns use; null: the record does not say');
const proof = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .nullable()
  .describe('Where the proof is; null: there is none');
const proofSha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .nullable()
  .describe('SHA-256 of the file of the proof, in hexadecimal');
const wording = z.string().trim().min(1).max(4000).nullable().describe('The very words that were agreed to');
const channel = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .nullable()
  .describe('How it was collected: form, call, counter');

/** What one number agreed to, with every field of C. conso. R.223-1 to R.223-3. */
export const consent = z.object({
  id: idOf('consent'),
  phoneNumber,
  object,
  form: z.enum(consentForms),
  givenAtMs: atMs,
  expiresAtMs: atMs.nullable().describe('End of the period agreed to; null: none was said'),
  proof,
  proofSha256,
  wording,
  channel,
  wasInformed: z.boolean().describe('Whether the person was told how to withdraw and how to see the proof'),
  namesAutomaticDialling: z.boolean(),
  agreedSlotsMs: z.array(atMs).describe('Exact instants the person agreed to be called at'),
  withdrawnAtMs: atMs.nullable(),
  withdrawnHow: z.enum([...withdrawalWays, 'message']).nullable(),
  createdAtMs: atMs,
});
export const consentPage = pageOf(consent);
export const consentList = allOf(consent);
export const newConsent = z.strictObject({
  phoneNumber,
  object: object.default(null),
  form: z.enum(consentForms),
  givenAtMs: atMs,
  expiresAtMs: consent.shape.expiresAtMs.default(null),
  proof: proof.default(null),
  proofSha256: proofSha256.default(null),
  wording: wording.default(null),
  channel: channel.default(null),
  wasInformed: consent.shape.wasInformed.default(false),
  namesAutomaticDialling: z.boolean().default(false),
  agreedSlotsMs: consent.shape.agreedSlotsMs.max(50).default([]),
});
export const withdrawal = z.strictObject({
  how: z.enum(withdrawalWays),
  atMs: atMs.optional().describe('When it was said or written; left out: now'),
});
export const numberSearch = z.strictObject({ phoneNumber });
export const consentsAdded = importResult;
export { fileQuery as consentImportQuery };

const relationFields = {
  phoneNumber,
  kind: z.enum(relationKinds),
  atMs: atMs.describe('When the contract began, or the purchase or the request was made'),
  endedAtMs: atMs.nullable().describe('End of a contract; null while it runs'),
  object,
  isRelated: z.boolean().describe('Whether the calls are related (contract) or similar (purchase) to it'),
  proof,
};

/** A contract, a purchase or a request to be called. */
export const relation = z.object({ id: idOf('relation'), ...relationFields, createdAtMs: atMs });
export const relationList = allOf(relation);
export const newRelation = z.strictObject({
  ...relationFields,
  endedAtMs: relationFields.endedAtMs.default(null),
  object: object.default(null),
  isRelated: relationFields.isRelated.default(true),
  proof: proof.default(null),
});

const source = z.string().trim().min(1).max(200);
/** Calls placed elsewhere, for the ledger of attempts. */
export const outsideAttempts = z
  .array(
    z.strictObject({
      phoneNumber,
      atMs,
      result: z.enum(attemptResults),
      source: source.describe('Who placed the call'),
      object: object.default(null),
    }),
  )
  .min(1)
  .max(5000);
export const outsideAttemptQuery = fileQuery.extend({
  source: source.optional().describe('Of the lines of a file that give none'),
});
export const outsideAttemptsAdded = importResult;
