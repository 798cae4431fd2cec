import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Ask, startApi, type TestApi } from './start-api.ts';

let api: TestApi;
let manager: Ask;
beforeAll(async () => {
  api = await startApi();
  manager = (await api.logIn('responsable')).ask;
});
afterAll(() => api.close());

/** A lead that a rule has closed, and one that an agent has. */
const refused = () => leads().then(([first]) => first);
const leads = () => api.db.selectFrom('lead').selectAll().orderBy('id').limit(2).execute();
beforeEach(async () => {
  const [first, second] = await leads();
  if (!first || !second) throw new Error('the demonstration has leads');
  const closed = { state: 'closed', next_try_at: null } as const;
  const close = (id: typeof first.id, reason: 'refused_by_rule' | 'not_interested') =>
    api.db
      .updateTable('lead')
      .set({ ...closed, closed_reason: reason })
      .where('id', '=', id)
      .execute();
  await close(first.id, 'refused_by_rule');
  await close(second.id, 'not_interested');
});

const states = async () => (await leads()).map(({ state }) => state);

test('a consent put on record opens the lead that a rule had closed, and no other', async () => {
  const phoneNumber = (await refused())?.phone_number;
  const consent = { phoneNumber, object: 'assurance', form: 'express', givenAtMs: api.clock.nowMs() - 1_000 };
  expect((await manager('POST', '/v1/consents', consent)).status).toBe(201);
  expect(await states()).toEqual(['open', 'closed']);
  expect((await refused())?.next_try_at).not.toBeNull();
});

test('so does a contract', async () => {
  const phoneNumber = (await refused())?.phone_number;
  const contract = { phoneNumber, kind: 'contract', atMs: api.clock.nowMs() - 1_000 };
  expect((await manager('POST', '/v1/relations', contract)).status).toBe(201);
  expect(await states()).toEqual(['open', 'closed']);
});

test('so does a suppression that is taken off', async () => {
  const phoneNumber = (await refused())?.phone_number;
  const made = await manager('POST', '/v1/suppressions', { phoneNumber, reason: 'erreur' });
  const { id } = (await made.json()) as { id: string };
  expect(await states()).toEqual(['closed', 'closed']);
  expect((await manager('DELETE', `/v1/suppressions/${id}`)).status).toBe(204);
  expect(await states()).toEqual(['open', 'closed']);
});

test('so do changed settings of the campaign', async () => {
  const path = `/v1/campaigns/${(await refused())?.campaign_id}`;
  expect((await manager('PATCH', path, { object: 'assurance auto' })).status).toBe(200);
  expect(await states()).toEqual(['open', 'closed']);
});

test('and people may ask for it', async () => {
  const path = `/v1/campaigns/${(await refused())?.campaign_id}/refusals/reopen`;
  expect(await (await manager('POST', path)).json()).toEqual({ reopened: 1 });
  expect(await states()).toEqual(['open', 'closed']);
});
