import fc from 'fast-check';
import type { Schema } from '../src/reference/reference-page.ts';

/** Ids that a request may name, by their prefix: our own and another client's. */
export type IdsByPrefix = Readonly<Record<string, readonly string[]>>;

const awkwardTexts = [
  '',
  ' ',
  '\u0000',
  '\u202e',
  '=1+1',
  "' or 1=1 --",
  '<script>alert(1)</script>',
  '{{nom}}',
  '../../etc/passwd',
  '\ud800',
  'é'.repeat(5000),
  '__proto__',
  '+33199001234',
  'https://169.254.169.254/',
  'fiche@example.org',
  '2026-02-30',
];
const outsized = [-1, 0, 1.5, 2 ** 31, 2 ** 53, -(2 ** 53), 8.64e15 + 1, 1e300];

/** Values that fit a schema, for the most part. */
export function arbitraryOf(schema: Schema, ids: IdsByPrefix, depth = 0): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices) return fc.oneof(...choices.map((choice) => arbitraryOf(choice, ids, depth + 1)));
  const types = [schema.type ?? []].flat();
  if (types.length === 0) return fc.jsonValue({ maxDepth: 2 });
  return fc.oneof(...types.map((type) => arbitraryOfType(type, schema, ids, depth)));
}

function arbitraryOfType(
  type: string,
  schema: Schema,
  ids: IdsByPrefix,
  depth: number,
): fc.Arbitrary<unknown> {
  switch (type) {
    case 'string':
      return text(schema, ids);
    case 'integer':
      return fc.integer({
        min: schema.minimum ?? -1000,
        max: Math.max(schema.maximum ?? 4e12, schema.minimum ?? 0),
      });
    case 'number':
      return fc.double({ min: schema.minimum ?? -1e6, max: schema.maximum ?? 1e6, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'array':
      return array(schema, ids, depth);
    case 'object':
      return object(schema, ids, depth);
    default:
      return fc.constant(null);
  }
}

function text({ pattern, minLength = 0, maxLength = 200 }: Schema, ids: IdsByPrefix): fc.Arbitrary<string> {
  const prefix = pattern && /^\^([a-z]+)_\[0-9a-f\]/.exec(pattern)?.[1];
  if (prefix) return fc.constantFrom(...(ids[prefix] ?? []), `${prefix}_${'0'.repeat(32)}`);
  if (pattern) return fc.stringMatching(new RegExp(pattern));
  return fc.oneof(
    fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 40), unit: 'binary' }),
    fc.constantFrom(...awkwardTexts),
  );
}

function array({ items, minItems = 0, maxItems = 4 }: Schema, ids: IdsByPrefix, depth: number) {
  const maxLength = depth > 6 ? minItems : Math.max(minItems, Math.min(maxItems, 3));
  return fc.array(items ? arbitraryOf(items, ids, depth + 1) : fc.jsonValue(), {
    minLength: minItems,
    maxLength,
  });
}

function object(schema: Schema, ids: IdsByPrefix, depth: number): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = schema;
  const entries = Object.entries(properties).filter(([name]) => depth <= 6 || required.includes(name));
  const fields = Object.fromEntries(
    entries.map(([name, field]) => [name, arbitraryOf(field, ids, depth + 1)]),
  );
  const known = fc.record(fields, { requiredKeys: required.filter((name) => name in fields) });
  if (typeof additionalProperties !== 'object' || entries.length > 0) return known;
  return fc.dictionary(
    fc.string({ minLength: 1, maxLength: 12 }),
    arbitraryOf(additionalProperties, ids, depth + 1),
    {
      maxKeys: 3,
    },
  );
}

/** The same value with one thing wrong in it: another type, a name too many, one too few, a number far out. */
export function spoilt(value: unknown): fc.Arbitrary<unknown> {
  const other = fc.oneof(
    fc.constantFrom(...awkwardTexts, ...outsized, null, true),
    fc.jsonValue({ maxDepth: 2 }),
    fc.constant([]),
    fc.constant({}),
  );
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return other;
  const entries = Object.entries(value);
  return fc.oneof(
    other,
    fc.record({ name: fc.string(), extra: other }).map(({ name, extra }) => ({ ...value, [name]: extra })),
    ...entries.map(([name]) => fc.constant(Object.fromEntries(entries.filter(([each]) => each !== name)))),
    ...entries.map(([name, inner]) => spoilt(inner).map((wrong) => ({ ...value, [name]: wrong }))),
  );
}
