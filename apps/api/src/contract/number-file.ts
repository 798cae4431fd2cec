import { z } from '@hono/zod-openapi';

/** What became of a file of numbers. Nothing of it is stored when the request fails. */
export const importResult = z.object({
  added: z.number().int(),
  already: z.number().int().describe('Known before, or further up in the file: left as they were'),
  errorsCount: z.number().int(),
  errors: z
    .array(
      z.object({
        line: z.number().int().describe('Line of the file, or place in the list, from 1'),
        value: z.string().describe('What stood there, cut at 200 characters'),
        code: z.string(),
        reason: z.string(),
      }),
    )
    .describe('The first 1,000'),
});

/** How the national numbers and the local dates of a file are read. */
export const fileQuery = z.strictObject({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default('FR')
    .describe('Whose national numbers the file may hold, ISO 3166-1 alpha-2'),
  timeZone: z.string().max(60).default('Europe/Paris').describe('Of the dates in the file, IANA'),
});
