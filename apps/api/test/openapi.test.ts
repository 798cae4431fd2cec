import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { frenchSummaries } from '../src/reference/french-summaries.ts';
import { rights } from '../src/rights.ts';
import { startApi, type TestApi } from './start-api.ts';

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly operationId: string;
            readonly summary?: string;
            readonly parameters?: readonly { readonly name: string }[];
            readonly responses: Readonly<Record<string, unknown>>;
          }
        >
      >
    >
  >;
}

let api: TestApi;
let document: Document;
beforeAll(async () => {
  api = await startApi();
  document = (await (await api.api.app.request('/v1/openapi.json')).json()) as Document;
});
afterAll(() => api.close());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, described]) =>
    Object.entries(described).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      ...operation,
    })),
  );

describe('the OpenAPI document', () => {
  it('is one, by the schema of OpenAPI 3.1', async () => {
    const result = await new Validator().validate({ ...structuredClone(document) });
    expect(result.errors ?? []).toEqual([]);
    expect(document.openapi).toBe('3.1.0');
  });

  it('describes every route but streams and itself', () => {
    const described = operations().map(({ name }) => name.replace(/\{(\w+)\}/g, ':$1'));
    const undescribed = Object.keys(rights).filter((route) => !described.includes(route));
    expect(undescribed).toEqual(['GET /v1/openapi.json', 'GET /v1/reference', 'GET /v1/events']);
  });

  it('lets whatever is made be asked for again under an Idempotency-Key', () => {
    const making = operations().filter(
      ({ name, responses }) => name.startsWith('POST ') && '201' in responses,
    );
    const unprotected = making.filter(
      ({ parameters }) => !parameters?.some(({ name }) => name.toLowerCase() === 'idempotency-key'),
    );
    // An upload is named by where it lies, and left behind when nobody asks for it.
    expect(unprotected.map(({ name }) => name)).toEqual(['POST /v1/uploads']);
  });

  it('names each operation once', () => {
    const ids = operations().map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the reference page', () => {
  it('says of each operation what it does, in French and English', () => {
    const names = operations().map(({ name }) => name);
    expect(names.filter((name) => frenchSummaries[name] === undefined)).toEqual([]);
    expect(Object.keys(frenchSummaries).filter((name) => !names.includes(name))).toEqual([]);
    expect(operations().filter(({ summary }) => !summary)).toEqual([]);
  });

  it('shows each shape that it names', async () => {
    const page = await (await api.api.app.request('/v1/reference?language=fr')).text();
    const named = new Set([...page.matchAll(/href="#(schema-\w+)"/g)].map(([, name]) => name));
    expect(named.size).toBeGreaterThan(3);
    expect([...named].filter((name) => !page.includes(`id="${name}"`))).toEqual([]);
  });

  it('is in the language asked for, without a script', async () => {
    const french = await (await api.api.app.request('/v1/reference?language=fr')).text();
    expect(french).toContain('<html lang="fr">');
    expect(french).not.toContain('<script');
    const english = await api.api.app.request('/v1/reference', { headers: { 'accept-language': 'en' } });
    expect(await english.text()).toContain('<html lang="en">');
  });
});
