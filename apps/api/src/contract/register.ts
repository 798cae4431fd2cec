import { registerIds } from '@alize/model';
import { z } from '@hono/zod-openapi';
import { allOf, atMs } from './common.ts';
import { fileQuery } from './number-file.ts';

const source = z.string().trim().min(1).max(200).describe('Where the copy or the answer comes from');

/** A register of objection, and how our copy of it stands. */
export const register = z.object({
  id: z.enum(registerIds),
  checkedAtMs: atMs.nullable().describe('When it was last consulted; null: never'),
  numbersCount: z.number().int(),
  source: z.string().nullable(),
  createdBy: z.string().nullable().describe('Who brought the copy or the answer, by name'),
  ageDays: z.number().int().nullable().describe('Whole days since it was consulted'),
  goodForDays: z
    .number()
    .int()
    .nullable()
    .describe('How long an answer is good for by the rules in force; null: they set no limit'),
  isCurrent: z.boolean().describe('False when it was never consulted, or too long ago'),
  rules: z.array(z.string()).describe('The rules in force that ask for it'),
});
export const registerList = allOf(register);

/** Any text: a register that is none is not found, and not malformed. */
export const registerPath = z.object({
  id: z
    .string()
    .max(60)
    .openapi({ enum: [...registerIds] }),
});
export const registerFileQuery = fileQuery.extend({
  checkedAtMs: z.coerce.number().int().describe('When the copy was drawn from the register'),
  source: source.default('file'),
});
export const registerCheck = z.strictObject({
  checkedAtMs: atMs.describe('When the register’s own service was asked about our numbers'),
  source: source.default('service'),
});
