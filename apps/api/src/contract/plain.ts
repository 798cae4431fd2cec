import type { StoredPhone } from '@alize/db';
import type { Answers } from '@alize/model';
import type { z } from '@hono/zod-openapi';
import type { answers } from './agent.ts';

/** Answers in the contract's plain arrays. */
export function toPlain(kept: Answers): z.input<typeof answers> {
  return structuredClone(kept) as z.input<typeof answers>;
}

/** Numbers of a lead, each with the kind of its line, or null. */
export function toPhones(phones: readonly StoredPhone[]) {
  return phones.map((phone) => ({ ...phone, lineType: phone.lineType ?? null }));
}
