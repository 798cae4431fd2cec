import { findUserByLogin, insertUser } from '@alize/db';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Ask, startApi, type TestApi } from './start-api.ts';

let api: TestApi;
beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api.close());

interface Seat {
  uri: string;
  socketPath: string;
  password: string;
  hasSound: boolean;
}
const sitDown = (ask: Ask) => ask('POST', '/v1/agent/sign-in');
const seatOf = async (ask: Ask) => (await (await sitDown(ask)).json()) as Seat;

/** One more agent like the one of the demonstration, with the same password. */
async function hire(login: string): Promise<Ask> {
  const model = await findUserByLogin(api.db, 'agent');
  if (!model) throw new Error('the demonstration is missing');
  await insertUser(api.db, { ...model, id: api.ids.make('user'), login }, api.clock.nowMs());
  return (await api.logIn(login)).ask;
}

test('an agent keeps their seat over sign-ins, each with a ticket of its own', async () => {
  const { ask } = await api.logIn('agent');
  const [first, again] = [await seatOf(ask), await seatOf(ask)];
  expect(first.uri).toBe('sip:seat-001@alize');
  expect([again.uri, again.password]).toEqual([first.uri, first.password]);
  expect(again.socketPath).not.toBe(first.socketPath);
});

test('says that there is no sound where the fake Asterisk stands for the real one', async () => {
  expect(await seatOf((await api.logIn('agent')).ask)).toMatchObject({ hasSound: true });
  await api.close();
  api = await startApi({ asterisk: 'fake' });
  expect(await seatOf((await api.logIn('agent')).ask)).toMatchObject({ hasSound: false });
});

test('with all seats taken, the next agent waits until one is offline and gone', async () => {
  const [one, two, three] = [(await api.logIn('agent')).ask, await hire('deux'), await hire('trois')];
  await sitDown(one);
  await sitDown(two);
  expect((await sitDown(three)).status).toBe(409);
  api.clock.forward(11_000);
  await sitDown(one);
  expect((await seatOf(three)).uri).toBe('sip:seat-002@alize');
});

test('nothing can be asked of the dialer before a seat is taken', async () => {
  const { ask } = await api.logIn('agent');
  expect((await ask('POST', '/v1/agent/ready')).status).toBe(409);
  await sitDown(ask);
  expect((await ask('POST', '/v1/agent/ready')).status).toBe(202);
});
