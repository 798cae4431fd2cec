import { z } from '@hono/zod-openapi';
import { atMs, idOf, pageOf, phoneNumber } from './common.ts';
import { fileQuery, importResult } from './number-file.ts';

const reason = z.string().trim().min(1).max(200);
const scope = z
  .enum(['client', 'centre', 'law'])
  .describe('Whose calls it forbids: this client’s, or every client’s by the centre’s choice or by law');
const source = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .nullable()
  .describe('Where the entry comes from; for `law` the authority or the register');
const expiresAtMs = atMs.nullable().describe('First instant at which it no longer holds; null: for good');

/** A number never to be called: by this client's campaigns, by the whole centre, or by law. */
export const suppression = z.object({
  id: idOf('suppression'),
  phoneNumber,
  scope,
  reason,
  source,
  createdBy: z.string().nullable().describe('Who entered it, by name; null when the person called did'),
  createdAtMs: atMs,
  expiresAtMs,
  isExpired: z.boolean(),
});
export const suppressionPage = pageOf(suppression);

const settings = {
  reason,
  scope: scope.default('client'),
  source: source.default(null),
  expiresAtMs: expiresAtMs.default(null),
};
export const newSuppression = z.strictObject({ phoneNumber, ...settings });
export const newSuppressions = z.strictObject({
  phoneNumbers: z.array(phoneNumber).min(1).max(1000),
  ...settings,
});
export const numberSearch = z.strictObject({ phoneNumber });

export const suppressionImportQuery = fileQuery.extend({
  scope: scope.default('client'),
  reason: reason.default('import').describe('Of the lines that give none'),
  source: source.default(null),
});
export const suppressionsAdded = importResult;
