import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ask, startApi, type TestApi } from './start-api.ts';

interface Register {
  id: string;
  checkedAtMs: number | null;
  numbersCount: number;
  ageDays: number | null;
  goodForDays: number | null;
  isCurrent: boolean;
  rules: string[];
}
let api: TestApi;
let administrator: Ask;
let nowMs: number;
beforeAll(async () => {
  api = await startApi();
  administrator = (await api.logIn('administrateur')).ask;
  nowMs = api.clock.nowMs();
});
afterAll(() => api.close());

const file = (text: string) => new TextEncoder().encode(text);
const code = async (response: Response) => ((await response.json()) as { code: string }).code;
const register = async (id: string) => {
  const { data } = (await (await administrator('GET', '/v1/registers')).json()) as { data: Register[] };
  return data.find((each) => each.id === id);
};
const put = (text: string, checkedAtMs: number, query = '') =>
  administrator('PUT', `/v1/registers/uk_tps?checkedAtMs=${checkedAtMs}&country=GB${query}`, file(text));
const numbers = async () =>
  (await api.db.selectFrom('register_number').select('phone_number').orderBy('phone_number').execute()).map(
    (row) => row.phone_number,
  );

test('a register never consulted says so, with the rules that ask for it', async () => {
  const tps = await register('uk_tps');
  expect(tps).toMatchObject({ checkedAtMs: null, ageDays: null, isCurrent: false, numbersCount: 0 });
  expect(tps?.rules).toContain('UK-TPS');
});

test('a copy replaces the one before as a whole', async () => {
  expect((await put('020 7946 0001\n020 7946 0002\n020 7946 0002\n', nowMs - 2_000)).status).toBe(200);
  expect(await numbers()).toEqual(['+442079460001', '+442079460002']);
  const response = await put('phone;since\n+442079460003;2026-01-01\n', nowMs - 1_000);
  expect(await response.json()).toMatchObject({ numbersCount: 1, isCurrent: true, ageDays: 0 });
  expect(await numbers()).toEqual(['+442079460003']);
});

test('a copy with a line that cannot be read, an older one and one of tomorrow replace nothing', async () => {
  expect(await code(await put('020 7946 0001\nrien\n', nowMs))).toBe('register_unreadable');
  expect(await code(await put('020 7946 0001\n', nowMs - 5_000))).toBe('register_older');
  expect(await code(await put('020 7946 0001\n', api.clock.nowMs() + 60_000))).toBe('invalid_request');
  expect(await numbers()).toEqual(['+442079460003']);
});

test('a register of which no copy is held can be consulted through its service', async () => {
  const body = { checkedAtMs: nowMs - 40 * 86_400_000, source: 'service en ligne' };
  const response = await administrator('POST', '/v1/registers/it_rpo/checked', body);
  expect(await response.json()).toMatchObject({ numbersCount: 0, ageDays: 40, source: 'service en ligne' });
  const rpo = await register('it_rpo');
  expect(rpo?.isCurrent).toBe((rpo?.goodForDays ?? 1e9) >= 40);
  await administrator('POST', '/v1/registers/it_rpo/checked', { checkedAtMs: nowMs });
  expect(await register('it_rpo')).toMatchObject({ ageDays: 0, isCurrent: true });
});

test('a consultation keeps the numbers that our copy holds', async () => {
  await administrator('POST', '/v1/registers/uk_tps/checked', { checkedAtMs: nowMs });
  expect(await register('uk_tps')).toMatchObject({ numbersCount: 1, checkedAtMs: nowMs });
});

test('managers see the registers, and only administrators bring them', async () => {
  const manager = (await api.logIn('responsable')).ask;
  expect((await manager('GET', '/v1/registers')).status).toBe(200);
  expect((await manager('PUT', `/v1/registers/uk_tps?checkedAtMs=1`, file('1'))).status).toBe(403);
  expect((await administrator('PUT', `/v1/registers/atlantis?checkedAtMs=1`, file('1'))).status).toBe(404);
  const unknown = { checkedAtMs: 1, colour: 'red' };
  expect((await administrator('POST', '/v1/registers/uk_tps/checked', unknown)).status).toBe(400);
});
