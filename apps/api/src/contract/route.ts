import type { IdPrefix } from '@alize/model';
import { z } from '@hono/zod-openapi';
import type { TableFormat } from '../table-file.ts';
import { idOf } from './common.ts';

/** The JSON body of a request; `required`, or the validator would let a body without a content type pass. */
export const jsonBody = <T extends z.ZodType>(schema: T) => ({
  required: true,
  content: { 'application/json': { schema } },
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
