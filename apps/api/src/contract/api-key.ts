import { type ApiScope, apiScopes } from '@alize/model';
import { z } from '@hono/zod-openapi';
import { allOf, arrayOf, atMs, idOf } from './common.ts';

/** The cast holds because the list is that of all scopes. */
const scope = z.enum(apiScopes as readonly [ApiScope, ...ApiScope[]]);

export const apiKey = z.object({
  id: idOf('apikey'),
  name: z.string(),
  scopes: arrayOf(scope),
  callsPerMinute: z.number().int().describe('Beyond, 429'),
  createdByName: z.string(),
  createdAtMs: atMs,
  expiresAtMs: atMs.nullable(),
  usedAtMs: atMs.nullable().describe('To the minute'),
  revokedAtMs: atMs.nullable(),
});
export const apiKeyList = allOf(apiKey);
export const newApiKey = z.object({
  name: z.string().trim().min(1).max(120),
  scopes: z.array(scope).min(1).max(apiScopes.length),
  callsPerMinute: z.number().int().min(1).max(6000).default(600),
  expiresAtMs: atMs.nullable().default(null).describe('To come; null: until it is revoked'),
});
/** The only time that the key itself is told. */
export const madeApiKey = z.object({ id: idOf('apikey'), key: z.string().describe('`alize_…`') });
