import { z } from '@hono/zod-openapi';

/**
 * The same schema, in which an object takes no name that it does not have, however deep: a name misspelt is told
 * instead of passed over. Looks into objects, lists, alternatives, and what may be missing or null.
 */
export function strictly<T extends z.ZodType>(schema: T): T {
  // What comes back reads the same values and gives the same ones, or refuses them.
  return tightened(schema) as T;
}

function tightened(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodObject) return tightenedObject(schema);
  if (schema instanceof z.ZodArray) return rebuilt(schema, { element: inner(schema.element) });
  if (schema instanceof z.ZodUnion) {
    return rebuilt(schema, { options: schema.options.map((option: unknown) => inner(option)) });
  }
  if (schema instanceof z.ZodRecord) return rebuilt(schema, { valueType: inner(schema.valueType) });
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly
  ) {
    return rebuilt(schema, { innerType: inner(schema.unwrap()) });
  }
  return schema;
}

function tightenedObject(schema: z.ZodObject): z.ZodType {
  const shape = Object.fromEntries(Object.entries(schema.shape).map(([name, value]) => [name, inner(value)]));
  const isOpen = schema.def.catchall !== undefined;
  return rebuilt(schema, { shape, ...(!isOpen && { catchall: z.never() }) });
}

/** Schemas inside schemas are typed by zod's core, and made by its classes all the same. */
function inner(schema: unknown): z.ZodType {
  return schema instanceof z.ZodType ? tightened(schema) : z.unknown();
}

/** A schema of the same class with a few parts of its definition changed, its checks and its description kept. */
function rebuilt<T extends z.ZodType>(schema: T, change: Readonly<Record<string, unknown>>): z.ZodType {
  return schema.clone({ ...schema.def, ...change }, { parent: true });
}
