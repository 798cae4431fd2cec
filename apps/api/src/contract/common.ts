import { type Id, type IdPrefix, isPhoneNumber, type PhoneNumber } from '@alize/model';
import { z } from '@hono/zod-openapi';

/** A schema for ids of one kind. The cast holds because the pattern is that of `isId`. */
export function idOf<P extends IdPrefix>(prefix: P) {
  return z.string().regex(new RegExp(`^${prefix}_[0-9a-f]{32}$`)) as unknown as z.ZodType<Id<P>, string>;
}

/** The cast holds because the pattern is that of `isPhoneNumber`. */
export const phoneNumber = z
  .string()
  .refine(isPhoneNumber, { params: { wants: 'phone_number' } })
  .describe('E.164, as +33639980001') as unknown as z.ZodType<PhoneNumber, string>;

/** The first and the last instant of the years that calendars write with four digits. */
const firstMs = Date.parse('0001-01-01T00:00:00Z');
export const lastMs = Date.parse('9999-12-31T23:59:59.999Z');

export const atMs = z.number().int().min(firstMs).max(lastMs).describe('UTC milliseconds');

/** The same in an address. */
export const queryMs = z.coerce.number().int().min(0).max(lastMs);

/** RFC 9457. `code` is stable, `detail` a sentence for people in the asker's language. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  scope: z.string().optional().describe('What an API key would need, where it lacks it'),
  rules: z
    .array(
      z.object({
        rule: z.string(),
        strength: z.enum(['LAW', 'CODE', 'POLICY', 'SAFETY']),
        citation: z.string(),
        text: z.string(),
      }),
    )
    .optional()
    .describe('The rules that refuse, where it is for them'),
});

/** A page of rows with the cursor of the next one. */
export const pageOf = <T extends z.ZodType>(row: T) =>
  z.object({
    data: z.array(row),
    next: z.string().nullable().describe('The `cursor` of the next page; null: this is the last'),
  });

/** An array that takes what our own packages hand out. */
export const arrayOf = <T extends z.ZodType>(row: T) => z.array(row).readonly();

/** All rows at once: for what is few by nature. */
export const allOf = <T extends z.ZodType>(row: T) => z.object({ data: z.array(row) });

export const pageQuery = z.object({
  cursor: z.string().max(200).optional().describe('`next` of the page before; left out: the first page'),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('Rows of a page'),
});
