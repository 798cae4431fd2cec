import { z } from '@hono/zod-openapi';
import { arrayOf, atMs } from './common.ts';

/** What the rules say of leads, as advice: each call is ruled on again when it is due. */
export const outlook = z.object({
  judgedAtMs: atMs,
  packs: arrayOf(z.string()),
  callable: z.number().int(),
  refusals: arrayOf(
    z.object({
      rule: z.string(),
      strength: z.enum(['LAW', 'CODE', 'POLICY', 'SAFETY']),
      citation: z.string(),
      text: z.string(),
      leads: z.number().int(),
      never: z.number().int(),
      soonestMs: atMs.nullable(),
      latestMs: atMs.nullable(),
    }),
  ),
});
