import { keepIdempotent } from '@alize/db';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addOtherClient } from './other-client.ts';
import { type Ask, startApi, type TestApi } from './start-api.ts';

let api: TestApi;
let manager: Ask;
beforeEach(async () => {
  api = await startApi();
  manager = (await api.logIn('responsable')).ask;
});
afterEach(() => api.close());

const hours = { zone: 'Europe/Paris', windows: [{ day: 1, from: '08:00', to: '18:00' }] };
const add = (name: string, key: string, ask = manager) =>
  ask('POST', '/v1/calendars', { name, hours }, { 'idempotency-key': key });
const idOf = async (response: Response) => ((await response.json()) as { id: string }).id;
const refusal = async (response: Response) =>
  `${response.status} ${((await response.json()) as { code: string }).code}`;
const count = async (name: string) => {
  const { data } = (await (await manager('GET', '/v1/calendars')).json()) as { data: { name: string }[] };
  return data.filter((each) => each.name === name).length;
};

it('makes one thing of a request that comes again, and gives the same answer', async () => {
  const first = await add('Agence de Lille', 'un');
  const again = await add('Agence de Lille', 'un');
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
  expect(await again.json()).toEqual(await first.json());
  expect(await count('Agence de Lille')).toBe(1);
});

it('makes one thing of twenty that come at once', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => add('Agence de Vannes', 'ensemble')));
  const late = all.filter(({ status }) => status !== 201);
  for (const each of late) expect(await refusal(each)).toBe('409 idempotency_running');
  expect(await count('Agence de Vannes')).toBe(1);
  expect((await add('Agence de Vannes', 'ensemble')).status).toBe(201);
  expect(await count('Agence de Vannes')).toBe(1);
});

it('refuses a key that was used for something else, and one too long', async () => {
  await add('Agence de Brest', 'deux');
  expect(await refusal(await add('Agence de Rouen', 'deux'))).toBe('422 idempotency_key_reused');
  const elsewhere = await manager('POST', '/v1/users', {}, { 'idempotency-key': 'deux' });
  expect(await refusal(elsewhere)).toBe('422 idempotency_key_reused');
  expect(await refusal(await add('Agence de Rouen', 'x'.repeat(201)))).toBe('400 invalid_request');
  expect(await count('Agence de Rouen')).toBe(0);
});

it('lets a refused request be put right under its key', async () => {
  expect((await add('', 'trois')).status).toBe(400);
  expect((await add('Agence de Dijon', 'trois')).status).toBe(201);
});

it('tells a secret once', async () => {
  const make = () =>
    manager('POST', '/v1/webhooks', { url: 'https://crm.example.org/' }, { 'idempotency-key': 'quatre' });
  const made = (await (await make()).json()) as { secret: string };
  expect(made.secret).toMatch(/^whsec_/);
  expect(await refusal(await make())).toBe('409 idempotency_secret_told');
  const kept = await api.db.selectFrom('idempotency').select('body').executeTakeFirstOrThrow();
  expect(kept.body).toBe('');
  const { data } = (await (await manager('GET', '/v1/webhooks')).json()) as { data: unknown[] };
  expect(data).toHaveLength(1);
});

it('never does again what was cut off, for nobody knows whether it was done', async () => {
  const { id: clientId } = await api.db.selectFrom('client').select('id').executeTakeFirstOrThrow();
  const asked = await add('Agence de Nancy', 'cinq');
  expect(asked.status).toBe(201);
  const { fingerprint } = await api.db
    .selectFrom('idempotency')
    .select('fingerprint')
    .executeTakeFirstOrThrow();
  await api.db.deleteFrom('idempotency').execute();
  // As a process leaves it that died in the middle.
  await keepIdempotent(api.db, clientId, 'cinq', { fingerprint, status: 0, body: '' }, api.clock.nowMs());
  expect(await refusal(await add('Agence de Nancy', 'cinq'))).toBe('409 idempotency_cut_off');
  expect(await count('Agence de Nancy')).toBe(1);
});

it('keeps the keys of each client apart', async () => {
  const { clientId } = await addOtherClient(api);
  const { ask: other } = await api.logIn('administrateur');
  await other('POST', '/v1/session/client', { clientId });
  const ours = await idOf(await add('Agence de Metz', 'six'));
  const theirs = await idOf(await add('Agence de Metz', 'six', other));
  expect(theirs).not.toBe(ours);
});
