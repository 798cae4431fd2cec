import { z } from '@hono/zod-openapi';

/** What is stored to be sent, by way; whoever stores it and whoever sends it go by these. */
export const mailPayload = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  attachments: z.array(z.object({ name: z.string(), type: z.string(), content: z.string() })),
});
export const smsPayload = z.object({ to: z.string(), text: z.string() });

const fileName = z.string().regex(/^\d{4}-\d{2}-\d{2}\.csv$/);
const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
/** A row for the file of a day; or the ids of rows to be taken out of it, of people who are forgotten. */
export const dropPayload = z.union([
  z.object({ fileName, id: z.string(), headings: z.array(z.string()), row: z.array(cell) }),
  z.object({ fileName, removed: z.array(z.string()) }),
]);

export type MailPayload = z.infer<typeof mailPayload>;
export type DropPayload = z.infer<typeof dropPayload>;
