import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ask, startApi, type TestApi } from './start-api.ts';

let api: TestApi;
let manager: Ask;
beforeAll(async () => {
  api = await startApi();
  manager = (await api.logIn('responsable')).ask;
});
afterAll(() => api.close());

const ask = (body: unknown) => manager('POST', '/v1/compliance/abandonment', body);
interface Answer {
  calls: { abandoned: boolean; counted: boolean; verdict: string }[];
}
const answerTo = async (body: unknown) => {
  const response = await ask(body);
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
};

const served = { answeredAt: '2026-11-23T10:00:00+01:00', connectedAt: '2026-11-23T10:00:02+01:00' };
const late = { answeredAt: '2026-11-23T10:00:00+01:00', connectedAt: '2026-11-23T10:00:02.001+01:00' };
const question = { pack: 'uk', at: '2026-11-23T18:00:00Z', calls: [served, late] };

describe('the account of abandoned calls', () => {
  test('is counted as the pack counts, and says by which rule', async () => {
    expect(await answerTo(question)).toMatchObject({
      pack: 'uk',
      ruleId: 'UK-ACR',
      strength: 'CODE',
      citation: expect.stringContaining('Ofcom'),
      numerator: 1,
      denominator: 2,
      rate: 0.5,
      limit: 0.03,
      target: 0.02,
      isOverLimit: true,
      liveAnswers: 2,
      isSmallSample: true,
      standing: 'fine',
      window: { from: '2026-11-22T18:00:00+00:00', to: '2026-11-23T18:00:00+00:00' },
    });
  });

  test('gives a verdict on each call, in their order', async () => {
    const machine = { ...served, connectedAt: null, detected: 'machine' };
    const yesterday = { answeredAt: '2026-11-21T10:00:00Z', endedAt: '2026-11-21T10:00:09Z' };
    const { calls } = await answerTo({ ...question, calls: [late, machine, served, yesterday] });
    expect(calls).toEqual([
      { abandoned: true, counted: true, verdict: 'abandoned' },
      { abandoned: false, counted: false, verdict: 'machine' },
      { abandoned: false, counted: true, verdict: 'connected' },
      { abandoned: true, counted: false, verdict: 'abandoned' },
    ]);
  });

  test('a pack reads the same instants in its own way', async () => {
    expect(await answerTo({ ...question, pack: 'it' })).toMatchObject({ numerator: 0, denominator: 2 });
  });

  test('of no calls has no rate', async () => {
    expect(await answerTo({ ...question, calls: [] })).toMatchObject({ denominator: 0, rate: null });
  });

  test('is kept in the days of the zone asked for', async () => {
    const asked = { ...question, pack: 'de', timeZone: 'Indian/Antananarivo' };
    expect(await answerTo(asked)).toMatchObject({
      window: { from: '2026-11-23T00:00:00+03:00', to: '2026-11-24T00:00:00+03:00' },
    });
  });

  test('starts successive periods on the day of the first call', async () => {
    const asked = { ...question, pack: 'us', campaignStartedAt: '2026-09-25T18:30:00Z' };
    expect(await answerTo(asked)).toMatchObject({
      window: { from: '2026-10-25T00:00:00-04:00', to: '2026-11-24T00:00:00-05:00' },
    });
  });

  test('takes a hundred thousand calls', async () => {
    const calls = Array.from({ length: 100_000 }, () => ({
      ...served,
      greetingEndedAt: '2026-11-23T10:00:01.200+01:00',
      endedAt: '2026-11-23T10:03:00.000+01:00',
      endedBy: 'callee',
      detected: 'person',
      mode: 'predictive',
    }));
    const response = await ask({ ...question, calls });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ denominator: 100_000, standing: 'fine' });
  });
});

describe('a question is refused', () => {
  test.each<[string, object, string, string]>([
    ['an unknown field', { seller: 'x' }, '/seller', 'seller'],
    ['an unknown field of a call', { calls: [{ ...served, talk: 1 }] }, '/calls/0/talk', 'talk'],
    ['an instant without offset', { at: '2026-11-23T18:00:00' }, '/at', ''],
    ['a day that does not exist', { at: '2026-02-30T18:00:00Z' }, '/at', ''],
    ['no answer', { calls: [{ connectedAt: served.connectedAt }] }, '/calls/0/answeredAt', ''],
    ['an unknown pack', { pack: 'xx' }, '/pack', ''],
  ])('%s is named', async (_, change, pointer, named) => {
    const response = await ask({ ...question, ...change });
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as { errors: { pointer: string; detail: string }[] };
    expect(errors).toEqual([{ pointer, detail: expect.stringContaining(named) }]);
  });

  test('a zone that does not exist', async () => {
    const response = await ask({ ...question, timeZone: 'Europe/Nowhere' });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'time_zone_unknown' });
  });

  test('a list that is wrong throughout, by its first bad call', async () => {
    const calls = Array.from({ length: 100_000 }, () => ({ talk: 1 }));
    const response = await ask({ ...question, calls: [served, ...calls] });
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as { errors: { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/calls/1/answeredAt', '/calls/1/talk']);
  });

  test('more calls than it takes', async () => {
    const response = await ask({ ...question, calls: Array.from({ length: 100_001 }, () => served) });
    expect(response.status).toBe(400);
  });
});

test('the OpenAPI document describes every field', async () => {
  const document = (await (await manager('GET', '/v1/openapi.json')).json()) as {
    paths: Record<string, { post: { requestBody: { content: Record<string, { schema: Schema }> } } }>;
  };
  const body = document.paths['/v1/compliance/abandonment']?.post.requestBody.content['application/json'];
  const { calls, ...fields } = body?.schema.properties ?? {};
  expect(body?.schema.additionalProperties).toBe(false);
  expect(calls?.items?.additionalProperties).toBe(false);
  for (const field of [...Object.values(fields), ...Object.values(calls?.items?.properties ?? {})]) {
    expect(field.description).toEqual(expect.any(String));
  }
});

interface Schema {
  description?: string;
  additionalProperties?: boolean;
  properties?: Record<string, Schema>;
  items?: Schema;
}
