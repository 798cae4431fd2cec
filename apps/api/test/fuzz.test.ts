import { createHash } from 'node:crypto';
import { apiScopes } from '@alize/model';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Schema } from '../src/reference/reference-page.ts';
import { arbitraryOf, type IdsByPrefix, spoilt } from './arbitrary-of.ts';
import { addOtherClient } from './other-client.ts';
import { type Ask, startApi } from './start-api.ts';

/**
 * Every operation, asked with what its own schema lets pass and with what it should not: never a failure of ours, and
 * never a word or a change across a client's border. A failing seed is told by fast-check.
 */
const runs = 15;

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly body: { readonly type: string; readonly schema: Schema } | null;
}

const api = await startApi();
const operations = await readOperations();
let other: Awaited<ReturnType<typeof addOtherClient>>;
let key: string;
let agent: Ask;
let ids: IdsByPrefix;
let before: string;

beforeAll(async () => {
  other = await addOtherClient(api);
  const manager = (await api.logIn('responsable')).ask;
  const scopes = apiScopes.filter((scope) => scope.endsWith(':write'));
  const made = await manager('POST', '/v1/api-keys', { name: 'Essais', scopes, callsPerMinute: 6000 });
  ({ key } = (await made.json()) as { key: string });
  agent = (await api.logIn('agent')).ask;
  ids = await idsOf();
  before = await rowsOfOther();
});
afterAll(() => api.close());

async function readOperations(): Promise<readonly Operation[]> {
  const document = (await (await api.api.app.request('/v1/openapi.json')).json()) as {
    paths: Record<string, Record<string, OperationObject>>;
  };
  return Object.entries(document.paths).flatMap(([path, described]) =>
    Object.entries(described).map(([method, { parameters = [], requestBody }]) => {
      const [body] = Object.entries(requestBody?.content ?? {});
      return {
        ...{ method: method.toUpperCase(), path, parameters },
        body: body ? { type: body[0], schema: body[1].schema } : null,
      };
    }),
  );
}

interface OperationObject {
  readonly parameters?: Operation['parameters'];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: Schema }> };
}

/** Ids of both clients by prefix, those of people left out: whoever asks must stay able to. */
async function idsOf(): Promise<IdsByPrefix> {
  const found: Record<string, string[]> = {};
  for (const table of await tablesWith('id')) {
    for (const { id } of await api.parts.database.db.selectFrom(table).select('id').limit(3).execute()) {
      const prefix = String(id).split('_')[0] ?? '';
      if (prefix !== 'user') found[prefix] = [...(found[prefix] ?? []), String(id)];
    }
  }
  for (const id of Object.values(other)) {
    const prefix = id.split('_')[0] ?? '';
    found[prefix] = [...(found[prefix] ?? []), id];
  }
  return found;
}

/** Names of tables that have this column. The cast: names from the catalogue, for queries of any table. */
async function tablesWith(column: string): Promise<readonly 'lead'[]> {
  const tables = await api.parts.database.db.introspection.getTables();
  return tables
    .filter(({ columns }) => columns.some(({ name }) => name === column))
    .map(({ name }) => name as 'lead');
}

/** A digest of every row of the other client. */
async function rowsOfOther(): Promise<string> {
  const hash = createHash('sha256');
  for (const table of await tablesWith('client_id')) {
    const rows = await api.parts.database.db
      .selectFrom(table)
      .selectAll()
      .where('client_id', '=', other.clientId)
      .execute();
    hash.update(`${table}${JSON.stringify(rows)}`);
  }
  return hash.digest('hex');
}

/** Ends the asker's own session. */
const left = new Set(['DELETE /v1/session']);

function requestOf({ parameters, body }: Operation) {
  const part = (place: string) =>
    fc.record(
      Object.fromEntries(
        parameters
          .filter((each) => each.in === place)
          .map(({ name, schema }) => [name, arbitraryOf(schema, ids)]),
      ),
    );
  const fitting =
    body?.type === 'application/json' ? arbitraryOf(body.schema, ids) : fc.string({ unit: 'binary' });
  return fc.record({
    path: part('path'),
    query: fc.oneof(part('query'), fc.constant({})),
    headers: part('header'),
    body: body ? fc.oneof(fitting, fitting.chain(spoilt)) : fc.constant(undefined),
    ifMatch: fc.constantFrom(undefined, '"1"', '"0"', 'x'),
  });
}

type Request = ReturnType<typeof requestOf> extends fc.Arbitrary<infer T> ? T : never;

function send(operation: Operation, request: Request): Promise<Response> {
  const address = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(wordsOf(request.path)[name]).toWellFormed()),
  );
  const query = new URLSearchParams(
    Object.entries(wordsOf(request.query)).map(([name, value]) => [name, String(value)]),
  );
  const extra = Object.entries(wordsOf(request.headers)).map(([name, value]) => [
    name,
    String(value).replace(/[^\x20-\x7e]/g, ''),
  ]);
  const headers = { ...Object.fromEntries(extra), ...(request.ifMatch && { 'if-match': request.ifMatch }) };
  const path = `${address}${query.size > 0 ? `?${query}` : ''}`;
  if (operation.path.startsWith('/v1/agent')) return agent(operation.method, path, request.body, headers);
  const type = operation.body?.type ?? 'application/json';
  const body = type === 'application/json' ? JSON.stringify(request.body) : String(request.body ?? '');
  return Promise.resolve(
    api.api.app.request(path, {
      method: operation.method,
      headers: { ...headers, authorization: `Bearer ${key}`, 'content-type': type },
      ...(operation.body && { body }),
    }),
  );
}

const wordsOf = (value: unknown) => value as Readonly<Record<string, unknown>>;

describe('an operation', () => {
  test.each(operations.filter(({ method, path }) => !left.has(`${method} ${path}`)))(
    '$method $path never fails on our side, and never crosses a client’s border',
    async (operation) => {
      await fc.assert(
        fc.asyncProperty(requestOf(operation), async (request) => {
          const response = await send(operation, request);
          const text = await response.text();
          expect([response.status, response.status >= 500 ? text : '']).toEqual([expect.any(Number), '']);
          expect(text).not.toContain('Mutuelle Ponant');
          expect(text).not.toContain('Ailleurs');
          if (response.status >= 400)
            expect(JSON.parse(text)).toMatchObject({ code: expect.any(String), detail: expect.any(String) });
        }),
        { numRuns: runs },
      );
    },
  );

  test('has changed nothing of another client', async () => {
    expect(await rowsOfOther()).toBe(before);
  });
});
