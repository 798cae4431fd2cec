import { randomBytes } from 'node:crypto';
import { type AsteriskEvent, type AsteriskLink, createAsteriskLink } from '@alize/ami';
import { type AttemptId, type Clearance, makeId } from '@alize/model';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { VirtualClock } from '../virtual-clock.ts';
import { type CalleePlan, type FakeAsterisk, startFakeAsterisk } from './index.ts';

const ami = { host: '127.0.0.1', user: 'alize', secret: 'secret' };

let plan: CalleePlan;
let clock: VirtualClock;
let fake: FakeAsterisk;
let link: AsteriskLink;
let events: AsteriskEvent[];

beforeEach(async () => {
  plan = { ringAfterMs: 100, reaction: { kind: 'answer', afterMs: 1000 } };
  clock = new VirtualClock(Date.UTC(2026, 10, 24, 9));
  fake = await startFakeAsterisk({ ...ami, clock, planFor: () => plan });
  link = newLink();
  events = [];
  link.start((event) => events.push(event));
  await clock.advance(1000);
});

afterEach(async () => {
  await link.stop();
  await fake.stop();
});

function newLink(): AsteriskLink {
  return createAsteriskLink({ ...ami, port: fake.port, clock, random: () => 0.5, onProblem: () => {} });
}

async function place(): Promise<{ readonly attemptId: AttemptId; readonly answer: unknown }> {
  const attemptId = makeId('attempt', clock.nowMs(), randomBytes(10));
  const clearance = {
    attemptId,
    phoneNumber: '+33639980001',
    callerId: '+33199000001',
  } as unknown as Clearance;
  const placing = link.placeCall(clearance, { trunkName: 'demonstration', ringSeconds: 20, language: 'fr' });
  await clock.advance(50);
  return { attemptId, answer: await placing };
}

async function connectedCall() {
  fake.agentJoins('seat-001');
  const { attemptId } = await place();
  await clock.advance(1000);
  const [callee, agent] = [found('callee.ready'), found('agent.waiting')];
  if (callee && agent) await Promise.all([link.connect(callee, agent), clock.advance(10)]);
  return { attemptId };
}

function found<K extends AsteriskEvent['kind']>(kind: K): Extract<AsteriskEvent, { kind: K }> | undefined {
  return events.findLast((event): event is Extract<AsteriskEvent, { kind: K }> => event.kind === kind);
}

function kinds(): readonly string[] {
  return events.map(({ kind }) => kind);
}

test('keeps its own books of what was dialled and who heard whom', async () => {
  const { attemptId } = await connectedCall();
  expect(fake.dialled).toMatchObject([{ attemptId, number: '+33639980001', trunkName: 'demonstration' }]);
  expect(fake.bridged).toMatchObject([{ attemptId, seat: 'seat-001' }]);
});

test('a callee hangs up when their plan says so, and the agent waits again', async () => {
  plan = { ringAfterMs: 100, reaction: { kind: 'answer', afterMs: 1000, talkMs: 30_000 } };
  await connectedCall();
  await clock.advance(29_900);
  expect(found('callee.hung_up')).toBeUndefined();
  await clock.advance(200);
  expect(found('callee.hung_up')).toMatchObject({ cause: 16 });
  expect(kinds().filter((kind) => kind === 'agent.waiting')).toHaveLength(2);
});

test('nobody there: two seconds, then the message, in which a callee may object', async () => {
  plan = { ringAfterMs: 100, reaction: { kind: 'answer', afterMs: 1000, objects: true } };
  await place();
  await clock.advance(2900);
  expect(found('callee.unattended')).toBeUndefined();
  await clock.advance(100);
  expect(found('callee.unattended')).toBeDefined();
  await clock.advance(1100);
  expect(kinds().slice(-2)).toEqual(['callee.objected', 'callee.hung_up']);
});

test('keeps a callee twenty seconds for an agent who went away, and connects them again', async () => {
  const { attemptId } = await connectedCall();
  fake.agentLeaves('seat-001');
  await clock.advance(19_000);
  const live = link.liveChannels();
  await clock.advance(10);
  expect(await live).toMatchObject([{ kind: 'callee', attemptId, state: 'agent_lost' }]);
  fake.agentJoins('seat-001');
  await clock.advance(10);
  const [callee, agent] = [found('callee.ready'), found('agent.waiting')];
  if (callee && agent) await Promise.all([link.connect(callee, agent), clock.advance(10)]);
  expect(fake.bridged).toHaveLength(2);
  await clock.advance(60_000);
  expect(found('callee.hung_up')).toBeUndefined();
});

test('gives up on an agent who does not come back', async () => {
  await connectedCall();
  fake.agentLeaves('seat-001');
  await clock.advance(24_000);
  expect(found('callee.hung_up')).toMatchObject({ cause: 16 });
});

test('loses an originate before or after dialling it, and the link cannot tell which', async () => {
  fake.loseNextOriginate('before');
  expect((await place()).answer).toEqual({ kind: 'unknown' });
  expect(fake.dialled).toHaveLength(0);
  await clock.advance(1000);
  fake.loseNextOriginate('after');
  expect((await place()).answer).toEqual({ kind: 'unknown' });
  expect(fake.dialled).toHaveLength(1);
});

test('calls outlive a reset link, a half message and a hang', async () => {
  const { attemptId } = await connectedCall();
  for (const fault of [() => fake.dropLinks(), () => fake.dropLinksInMidMessage(), () => fake.stall()]) {
    fault();
    await clock.advance(2000);
    fake.resume();
    await clock.advance(2000);
    const live = link.liveChannels();
    await clock.advance(10);
    expect(await live).toMatchObject([{ seat: 'seat-001' }, { attemptId, state: 'connected' }]);
  }
  expect(kinds().filter((kind) => kind === 'link.down')).toHaveLength(3);
});

test('nothing outlives a kill', async () => {
  await connectedCall();
  await fake.kill();
  await clock.advance(1000);
  expect(fake.channels).toEqual([]);
  await fake.restart();
  await clock.advance(15_000);
  expect(link.isUp).toBe(true);
  expect(found('callee.hung_up')).toBeUndefined();
});

test('a refused secret is tried once in fifteen seconds', async () => {
  fake.refuseLogIns(true);
  fake.dropLinks();
  await clock.advance(1000);
  expect(found('link.down')).toEqual({ kind: 'link.down', reason: 'refused' });
  const { logInsCount } = fake;
  await clock.advance(14_000);
  expect(fake.logInsCount).toBe(logInsCount);
  fake.refuseLogIns(false);
  await clock.advance(2000);
  expect(link.isUp).toBe(true);
});
