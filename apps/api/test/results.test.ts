import { afterAll, beforeAll, expect, test } from 'vitest';
import { placeCall } from './place-call.ts';
import { type Ask, startApi, type TestApi } from './start-api.ts';

let api: TestApi;
let manager: Ask;
let call: Awaited<ReturnType<typeof placeCall>>;
beforeAll(async () => {
  api = await startApi();
  manager = (await api.logIn('responsable')).ask;
  const agent = (await api.logIn('agent')).ask;
  await agent('POST', '/v1/agent/sign-in');
  call = await placeCall(api, 'agent');
  const note = { note: '=HYPERLINK("http://mechant.example")' };
  await agent('PUT', `/v1/agent/call/${call.attemptId}/draft`, note);
  await agent('POST', `/v1/agent/call/${call.attemptId}/disposition`, { disposition: 'not_interested' });
  await placeCall(api, 'agent');
});
afterAll(() => api.close());

interface Page {
  data: { id: string; phoneNumber: string; leadName: string }[];
  next: string | null;
}
const page = async (query: string) => (await (await manager('GET', `/v1/attempts?${query}`)).json()) as Page;

test('pages follow one another, newest first, and end', async () => {
  const first = await page('limit=1');
  expect(first.next).not.toBeNull();
  const second = await page(`limit=1&cursor=${first.next}`);
  expect(second.data[0]?.id).toBe(call.attemptId);
  expect(second.next).toBeNull();
});

test.each([
  ['disposition=not_interested', 1],
  ['disposition=success', 0],
  ['fromMs=4102444800000', 0],
  ['search=%25', 0],
  ['search=_', 0],
] as const)('%s finds %i', async (query, count) => {
  expect((await page(query)).data).toHaveLength(count);
});

test('a call is found by its number as the French write it, and by part of the name', async () => {
  const [found] = (await page('disposition=not_interested')).data;
  const local = `0${found?.phoneNumber.slice(3)}`;
  expect((await page(`search=${local}`)).data.map(({ id }) => id)).toEqual([call.attemptId]);
  const [, , lastName] = found?.leadName.split(' ') ?? [];
  expect((await page(`search=${lastName?.slice(1)}`)).data.map(({ id }) => id)).toContain(call.attemptId);
});

test('a call shows the ruling that it was placed by, in words', async () => {
  const detail = (await (await manager('GET', `/v1/attempts/${call.attemptId}`)).json()) as {
    ruling: { rules: { rule: string; text: string }[] };
  };
  expect(detail.ruling.rules.map(({ rule }) => rule)).toContain('fiction_number');
  expect(detail.ruling.rules.every(({ rule, text }) => text.length > rule.length)).toBe(true);
});

test('the file opens in a spreadsheet: numbers whole, no formula', async () => {
  const response = await manager('GET', '/v1/attempts.csv?disposition=not_interested');
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="attempts.csv"');
  const [mark, ...text] = Buffer.from(await response.arrayBuffer()).toString('utf8');
  const lines = text.join('').trim().split('\r\n');
  expect(mark).toBe('\uFEFF');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(';+33');
  expect(lines[1]).toContain(`"'=HYPERLINK(""http://mechant.example"")"`);
});

test('the live view shows the call in progress by its last two digits only', async () => {
  const text = await (await manager('GET', '/v1/live')).text();
  const live = JSON.parse(text) as { calls: { maskedNumber: string }[]; agents: { today: unknown }[] };
  expect(live.calls).toHaveLength(2);
  expect(live.calls[0]?.maskedNumber).toMatch(/^•••• \d\d$/);
  expect(text).not.toContain('+33');
  expect(live.agents[0]?.today).toMatchObject({ calls: 2, successes: 0 });
});
