import type { StoredPhone } from '@alize/db';
import type { Answers, Script } from '@alize/model';
import type { z } from '@hono/zod-openapi';
import type { answers, script } from './agent.ts';

/** A script in the contract's plain arrays. */
export function toContract(document: Script): z.input<typeof script> {
  return structuredClone(document) as z.input<typeof script>;
}

/** Answers in the contract's plain arrays. */
export function toPlain(kept: Answers): z.input<typeof answers> {
  return structuredClone(kept) as z.input<typeof answers>;
}

/** Numbers of a lead, each with the kind of its line, or null. */
export function toPhones(phones: readonly StoredPhone[]) {
  return phones.map((phone) => ({ ...phone, lineType: phone.lineType ?? null }));
}
