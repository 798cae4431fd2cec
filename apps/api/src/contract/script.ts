import { z } from '@hono/zod-openapi';
import { script } from './agent.ts';
import { allOf, atMs, idOf } from './common.ts';

/** A script by its newest version; versions never change once published. */
export const scriptSummary = z.object({
  id: idOf('script'),
  name: z.string(),
  versionId: idOf('scriptversion'),
  version: z.number().int(),
  publishedAtMs: atMs,
});
export const scriptList = allOf(scriptSummary);
export const scriptDetail = scriptSummary.extend({ document: script });
export const newScript = z.object({
  /** Publishes a new version of this script; a new script when missing. */
  scriptId: idOf('script').optional(),
  name: z.string().trim().min(1).max(120),
  document: script,
});
