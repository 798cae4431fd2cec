import { findUserByLogin, insertCallerId } from '@alize/db';
import { isPhoneNumber } from '@alize/model';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Ask, startApi, type TestApi } from './start-api.ts';

interface Campaign {
  id: string;
  name: string;
  state: string;
  counts: { leads: number; due: number; open: number };
}
let api: TestApi;
let manager: Ask;
let draft: Campaign;
let running: Campaign;
beforeEach(async () => {
  api = await startApi();
  manager = (await api.logIn('responsable')).ask;
  const campaigns = (await (await manager('GET', '/v1/campaigns')).json()) as { data: Campaign[] };
  const named = (name: string) => campaigns.data.find((each) => each.name === name) as Campaign;
  [draft, running] = [named('Rendez-vous bilan habitation'), named('Satisfaction assurés')];
});
afterEach(() => api.close());

const code = async (response: Response) => ((await response.json()) as { code: string }).code;

test('the demonstration begins with a running survey and a draft, a hundred leads each', () => {
  expect([draft, running].map(({ name, counts }) => [name, counts.leads, counts.due])).toEqual([
    ['Rendez-vous bilan habitation', 100, 100],
    ['Satisfaction assurés', 100, 100],
  ]);
  expect([draft.state, running.state]).toEqual(['draft', 'running']);
});

test('a campaign starts, pauses and stops, and each is an event', async () => {
  for (const [verb, state] of [
    ['start', 'running'],
    ['pause', 'paused'],
    ['stop', 'stopped'],
  ] as const) {
    const response = await manager('POST', `/v1/campaigns/${draft.id}/${verb}`);
    expect(await response.json()).toMatchObject({ state });
  }
  const events = await api.db
    .selectFrom('event')
    .select('data')
    .where('kind', '=', 'campaign.changed')
    .execute();
  expect(events.map(({ data }) => (JSON.parse(data) as { state: string }).state)).toEqual([
    'running',
    'paused',
    'stopped',
  ]);
});

test('two people who change a campaign at once: the second is told, and changes nothing', async () => {
  const path = `/v1/campaigns/${draft.id}`;
  const etag = (await manager('GET', path)).headers.get('etag') ?? '';
  const first = await manager('PATCH', path, { wrapUpSeconds: 31 }, { 'if-match': etag });
  expect(first.status).toBe(200);
  const second = await manager('PATCH', path, { wrapUpSeconds: 32 }, { 'if-match': etag });
  expect([second.status, await code(second)]).toEqual([412, 'version_stale']);
  expect(await (await manager('GET', path)).json()).toMatchObject({ wrapUpSeconds: 31 });
  const again = await manager(
    'PATCH',
    path,
    { wrapUpSeconds: 33 },
    { 'if-match': first.headers.get('etag') ?? '' },
  );
  expect(again.status).toBe(200);
});

test('of ten who change a campaign at the same instant one is heard', async () => {
  const path = `/v1/campaigns/${draft.id}`;
  const etag = (await manager('GET', path)).headers.get('etag') ?? '';
  const changes = Array.from({ length: 10 }, (_, at) =>
    manager('PATCH', path, { wrapUpSeconds: 40 + at }, { 'if-match': etag }),
  );
  const statuses = (await Promise.all(changes)).map(({ status }) => status);
  expect(statuses.filter((status) => status !== 412)).toEqual([200]);
});

test('a campaign made from another’s settings is a draft, under a name of its own', async () => {
  const settings = await (await manager('GET', `/v1/campaigns/${draft.id}`)).json();
  expect(await code(await manager('POST', '/v1/campaigns', settings))).toBe('name_taken');
  const response = await manager('POST', '/v1/campaigns', { ...(settings as object), name: 'Une autre' });
  expect(response.status).toBe(201);
  expect(await response.json()).toMatchObject({ state: 'draft', name: 'Une autre', counts: { leads: 0 } });
});

test.each([
  [{ dialMode: 'preview' }, 'dial_mode_unavailable'],
  [{ schedule: { zone: 'Lune/Tycho', windows: [] } }, 'schedule_invalid'],
  [
    { schedule: { zone: 'Europe/Paris', windows: [{ day: 1, from: '18:00', to: '09:00' }] } },
    'schedule_invalid',
  ],
  [
    { schedule: { zone: 'Europe/Paris', windows: [{ day: 1, from: '09:00', to: '24:30' }] } },
    'schedule_invalid',
  ],
  [{ ringSeconds: 10 }, 'invalid_request'],
] as const)('a change to %j is refused', async (change, expected) => {
  expect(await code(await manager('PATCH', `/v1/campaigns/${draft.id}`, change))).toBe(expected);
});

test('a real caller ID does not start on the demonstration trunk', async () => {
  const user = await findUserByLogin(api.db, 'responsable');
  const number = '+33162000042';
  if (!user?.clientId || !isPhoneNumber(number)) throw new Error('the demonstration is missing');
  const id = api.ids.make('callerid');
  await insertCallerId(api.db, { id, clientId: user.clientId, number, label: 'NPV', category: 'npv' });
  await manager('PATCH', `/v1/campaigns/${draft.id}`, { callerIdId: id });
  const response = await manager('POST', `/v1/campaigns/${draft.id}/start`);
  expect([response.status, await code(response)]).toEqual([422, 'trunk_and_caller_id_differ']);
});

test('a supervisor may pause a campaign and not start it', async () => {
  const supervisor = (await api.logIn('superviseur')).ask;
  expect((await supervisor('POST', `/v1/campaigns/${running.id}/pause`)).status).toBe(200);
  expect((await supervisor('POST', `/v1/campaigns/${running.id}/start`)).status).toBe(403);
});

test('the live view says that no dialer is at work', async () => {
  const live = (await (await manager('GET', '/v1/live')).json()) as { dialer: unknown; campaigns: unknown[] };
  expect(live.dialer).toEqual({ isRunning: false, isAsteriskUp: false });
  expect(live.campaigns).toHaveLength(3);
});

test('every operation of the OpenAPI document says how it fails', async () => {
  const document = (await (await manager('GET', '/v1/openapi.json')).json()) as {
    openapi: string;
    paths: Record<string, Record<string, { responses: object }>>;
  };
  expect(document.openapi).toBe('3.1.0');
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  expect(operations.length).toBeGreaterThan(35);
  expect(operations.every(({ responses }) => 'default' in responses)).toBe(true);
});
