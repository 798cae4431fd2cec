import { z } from '@hono/zod-openapi';
import { allOf, atMs, idOf } from './common.ts';

const kind = z
  .enum(['off', 'override'])
  .describe('`off`: a POLICY rule switched off; `override`: a CODE rule set aside by an administrator');

/** A rule that does not hold for the client, and why. */
export const ruleSetting = z.object({
  id: idOf('rulesetting'),
  rule: z.string(),
  text: z.string().describe('The rule in words'),
  kind,
  reason: z.string(),
  createdBy: z.string().nullable(),
  createdAtMs: atMs,
  removedAtMs: atMs.nullable().describe('When it was taken back; null while it holds'),
});
export const ruleSettingList = allOf(ruleSetting);
export const newRuleSetting = z.strictObject({
  rule: z.string().min(1).max(60),
  kind,
  reason: z.string().trim().min(10).max(500),
});
