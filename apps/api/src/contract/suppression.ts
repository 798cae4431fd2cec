import { z } from '@hono/zod-openapi';
import { atMs, idOf, pageOf, phoneNumber } from './common.ts';

/** A number never to be called: by this client's campaigns, or by the whole centre. */
export const suppression = z.object({
  id: idOf('suppression'),
  phoneNumber,
  scope: z.enum(['client', 'centre']),
  reason: z.string(),
  createdAtMs: atMs,
  /** Null: for good. */
  expiresAtMs: atMs.nullable(),
});
export const suppressionPage = pageOf(suppression);
export const newSuppression = z.object({
  phoneNumber,
  reason: z.string().trim().min(1).max(200),
  expiresAtMs: atMs.nullable().default(null),
});
