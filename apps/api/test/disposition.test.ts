import { openCommands } from '@alize/db';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { placeCall } from './place-call.ts';
import { type Ask, startApi, type TestApi } from './start-api.ts';

let api: TestApi;
let agent: Ask;
let call: Awaited<ReturnType<typeof placeCall>>;
beforeEach(async () => {
  api = await startApi();
  agent = (await api.logIn('agent')).ask;
  await agent('POST', '/v1/agent/sign-in');
  call = await placeCall(api, 'agent');
});
afterEach(() => api.close());

const draft = (body: unknown) => agent('PUT', `/v1/agent/call/${call.attemptId}/draft`, body);
const dispose = (body: unknown) => agent('POST', `/v1/agent/call/${call.attemptId}/disposition`, body);
const lead = () =>
  api.db
    .selectFrom('lead')
    .innerJoin('attempt', 'attempt.lead_id', 'lead.id')
    .selectAll('lead')
    .where('attempt.id', '=', call.attemptId)
    .executeTakeFirstOrThrow();
const desk = async () =>
  (await (await agent('GET', '/v1/agent')).json()) as {
    call: { answers: unknown; stepId: string; note: string; lead: { lastName: string } } | null;
  };

test('the desk shows the call with its lead, and keeps a draft over a reload', async () => {
  expect((await draft({ answers: { satisfaction: 8, accord: 'oui' }, stepId: 'contact' })).status).toBe(204);
  expect((await draft({ answers: { accord: null }, note: 'pressée' })).status).toBe(204);
  expect((await desk()).call).toMatchObject({
    answers: { satisfaction: 8 },
    stepId: 'contact',
    note: 'pressée',
    lead: { lastName: expect.any(String) },
  });
});

test('success stores answers as outcome, closes the lead, and tells dialer and people', async () => {
  await draft({ answers: { accord: 'oui', satisfaction: 9, recommandation: 7, contact: 'non' } });
  expect((await dispose({ disposition: 'success' })).status).toBe(204);
  expect(await lead()).toMatchObject({ state: 'closed', closed_reason: 'success' });
  expect((await desk()).call).toBeNull();

  const commands = (await openCommands(api.db)).map(({ command }) => command.kind);
  expect(commands).toEqual(['agent.sign_in', 'call.disposed', 'call.hang_up']);
  const manager = (await api.logIn('responsable')).ask;
  const outcomes = (await (await manager('GET', '/v1/outcomes')).json()) as { data: { data: unknown }[] };
  expect(outcomes.data.map(({ data }) => data)).toEqual([
    expect.objectContaining({ satisfaction: 9, recommandation: 7 }),
  ]);
  const detail = (await (await manager('GET', `/v1/attempts/${call.attemptId}`)).json()) as {
    answers: { label: string; value: string }[];
  };
  expect(detail.answers).toContainEqual(expect.objectContaining({ label: 'Contact récent', value: 'Non' }));
});

test('do not call suppresses the number for the client', async () => {
  await dispose({ disposition: 'do_not_call' });
  expect(await lead()).toMatchObject({ state: 'closed', closed_reason: 'do_not_call' });
  const manager = (await api.logIn('responsable')).ask;
  const list = (await (await manager('GET', '/v1/suppressions')).json()) as {
    data: { phoneNumber: string }[];
  };
  expect(list.data.map(({ phoneNumber }) => phoneNumber)).toEqual([(await lead()).phone_number]);
});

describe('a consent taken back by word of mouth', () => {
  const withdraw = () => agent('POST', `/v1/agent/call/${call.attemptId}/withdrawal`);
  const consents = () => api.db.selectFrom('consent').selectAll().execute();
  const suppressed = () => api.db.selectFrom('suppression').selectAll().execute();
  beforeEach(async () => {
    const { client_id, phone_number } = await lead();
    const givenAt = api.clock.nowMs() - 1_000;
    const row = { client_id, phone_number, form: 'express', given_at: givenAt, created_at: givenAt };
    await api.db
      .insertInto('consent')
      .values({ id: api.ids.make('consent'), ...row })
      .execute();
  });

  test('is on record at once, and the call goes on', async () => {
    expect((await withdraw()).status).toBe(204);
    expect(await consents()).toMatchObject([
      { withdrawn_at: expect.any(Number), withdrawn_how: 'oral', withdrawn_by: call.userId },
    ]);
    expect(await suppressed()).toMatchObject([
      { phone_number: (await lead()).phone_number, scope: 'client', reason: 'consent_withdrawn' },
    ]);
    expect((await desk()).call).not.toBeNull();
    expect((await openCommands(api.db)).map(({ command }) => command.kind)).toEqual(['agent.sign_in']);
  });

  test('said twice is on record once, also in wrap-up', async () => {
    await withdraw();
    const [before] = await consents();
    const ended = { progress: 'ended', ended_at: api.clock.nowMs() } as const;
    await api.db.updateTable('attempt').set(ended).where('id', '=', call.attemptId).execute();
    api.clock.forward(5_000);
    expect((await withdraw()).status).toBe(204);
    expect(await consents()).toEqual([before]);
    expect(await suppressed()).toHaveLength(1);
  });

  test('is not for an agent whose call it is not', async () => {
    await api.db.updateTable('attempt').set({ agent_id: null }).where('id', '=', call.attemptId).execute();
    expect((await withdraw()).status).toBe(409);
    expect(await consents()).toMatchObject([{ withdrawn_at: null }]);
  });

  test('goes with a call that ends in do not call', async () => {
    await dispose({ disposition: 'do_not_call' });
    expect(await consents()).toMatchObject([{ withdrawn_how: 'oral', withdrawn_by: call.userId }]);
  });
});

describe('a callback', () => {
  test('opens the lead at the agreed instant, for this agent only when asked so', async () => {
    const atMs = api.clock.nowMs() + 3_600_000;
    expect(
      (await dispose({ disposition: 'callback', callbackAtMs: atMs, isCallbackMine: true })).status,
    ).toBe(204);
    expect(await lead()).toMatchObject({ state: 'open', next_try_at: atMs, callback_agent_id: call.userId });
  });

  test('needs an instant to come', async () => {
    expect((await dispose({ disposition: 'callback' })).status).toBe(422);
    expect((await dispose({ disposition: 'callback', callbackAtMs: api.clock.nowMs() - 1 })).status).toBe(
      422,
    );
    expect((await desk()).call).not.toBeNull();
  });
});

test('a second disposition changes nothing', async () => {
  await dispose({ disposition: 'success' });
  expect((await dispose({ disposition: 'do_not_call' })).status).toBe(409);
  expect(await lead()).toMatchObject({ closed_reason: 'success' });
  expect((await draft({ note: 'trop tard' })).status).toBe(409);
});

test('another agent’s call cannot be disposed of', async () => {
  await api.db.updateTable('attempt').set({ agent_id: null }).where('id', '=', call.attemptId).execute();
  expect((await dispose({ disposition: 'success' })).status).toBe(409);
  expect(await lead()).toMatchObject({ state: 'calling' });
});
