import type { IdPrefix } from '@alize/model';
import { z } from '@hono/zod-openapi';
import { strictly } from '../strictly.ts';
import type { TableFormat } from '../tables/table-file.ts';
import { idOf } from './common.ts';

/** The JSON body of a request, in which every name must be known; `required`, or the validator would let a body without a content type pass. */
export const jsonBody = <T extends z.ZodType>(schema: T) => ({
  required: true,
  content: { 'application/json': { schema: strictly(schema) } },
});

/** The JSON body of an answer. */
export const jsonAnswer = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

/** A CSV file as the answer. */
export const csvAnswer = (description: string) => ({
  description,
  content: { 'text/csv': { schema: z.string() } },
});

const tableTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<TableFormat, string>;

/** A file of rows as the answer. */
export const tableAnswer = (format: TableFormat, description: string) => ({
  description,
  content: { [tableTypes[format]]: { schema: z.string() } },
});

/** The version that a change is meant for (RFC 9110, 13.1.1); required, by a problem of its own. */
export const ifMatch = z.object({
  'if-match': z
    .string()
    .max(40)
    .optional()
    .describe('The ETag of the version that the change is meant for, quotes included'),
});

/** A text of another kind as the answer. */
export const textAnswer = (type: string, description: string) => ({
  description,
  content: { [type]: { schema: z.string() } },
});

export const nothing = (description: string) => ({ description });

/** The path parameter `{id}`. */
export const withId = <P extends IdPrefix>(prefix: P) => z.object({ id: idOf(prefix) });

/** A file as the body: the handler reads it, no schema does. */
export const fileBody = (description: string) => ({
  description,
  required: true,
  content: {
    'text/csv': { schema: z.string() },
    'application/octet-stream': { schema: z.string() },
  },
});
