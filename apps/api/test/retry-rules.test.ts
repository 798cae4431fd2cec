import { standardRetryRules } from '@alize/leads';
import type { RetryRules } from '@alize/model';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { placeCall } from './place-call.ts';
import { type Ask, startApi, type TestApi } from './start-api.ts';

const dayMs = 86_400_000;
let api: TestApi;
let manager: Ask;
beforeEach(async () => {
  api = await startApi();
  manager = (await api.logIn('responsable')).ask;
});
afterEach(() => api.close());

const running = () =>
  api.db.selectFrom('campaign').select('id').where('state', '=', 'running').executeTakeFirstOrThrow();
const change = async (retryRules: unknown) =>
  manager('PATCH', `/v1/campaigns/${(await running()).id}`, { retryRules });

/** The lead of a call that its agent left without a word, and when it is called again. */
async function leadLeftOpen() {
  const agent = (await api.logIn('agent')).ask;
  await agent('POST', '/v1/agent/sign-in');
  const { attemptId } = await placeCall(api, 'agent');
  await agent('POST', `/v1/agent/call/${attemptId}/disposition`, { disposition: 'none' });
  const waiting = () =>
    api.db
      .selectFrom('lead')
      .innerJoin('attempt', 'attempt.lead_id', 'lead.id')
      .select(['lead.id', 'lead.next_try_at as nextTryAtMs', 'attempt.disposed_at as disposedAtMs'])
      .where('attempt.id', '=', attemptId)
      .executeTakeFirstOrThrow();
  return { waiting, before: await waiting() };
}
const noneAfter = (afterMinutes: number): RetryRules => ({
  ...standardRetryRules,
  byDisposition: { ...standardRetryRules.byDisposition, none: { afterMinutes, attemptsMax: 4 } },
});

test('retry rules come back as they were sent', async () => {
  const rules: RetryRules = {
    attemptsMax: 6,
    attemptsPerDayMax: 2,
    byResult: {
      no_answer: { afterMinutes: 120, attemptsMax: 4, isAtBestHour: true, otherNumberAfterMinutes: 10 },
    },
    byDisposition: { wrong_person: { afterMinutes: 600, attemptsMax: 2 } },
  };
  const answer = await change(rules);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ retryRules: rules });
});

test('those of before, by network result alone, are still understood', async () => {
  const answer = await change({ attemptsMax: 8, byResult: { busy: { afterMinutes: 20, attemptsMax: 5 } } });
  expect(answer.status).toBe(200);
});

test.each([
  ['a callback, which has its own instant', { callback: { afterMinutes: 5, attemptsMax: 2 } }],
  ['a success, which is not tried again', { success: { afterMinutes: 5, attemptsMax: 2 } }],
  ['a delay of nothing', { dropped: { afterMinutes: 0, attemptsMax: 2 } }],
])('a rule is refused for %s', async (_, byDisposition) => {
  expect((await change({ attemptsMax: 8, byResult: {}, byDisposition })).status).toBe(400);
});

test('a shorter delay brings leads forward that wait by the longer one', async () => {
  const { waiting, before } = await leadLeftOpen();
  const settledAtMs = before.disposedAtMs ?? 0;
  expect(before.nextTryAtMs).toBe(settledAtMs + dayMs);
  expect((await change(noneAfter(30))).status).toBe(200);
  await expect
    .poll(async () => (await waiting()).nextTryAtMs, { interval: 20 })
    .toBe(settledAtMs + 30 * 60_000);
});

test('a longer delay leaves the instant on the lead: the next claim asks the new rules', async () => {
  const { waiting, before } = await leadLeftOpen();
  expect((await change(noneAfter(3_000))).status).toBe(200);
  await api.api.close();
  expect((await waiting()).nextTryAtMs).toBe(before.nextTryAtMs);
});
