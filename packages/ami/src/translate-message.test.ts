import { readFileSync } from 'node:fs';
import type { AttemptId } from '@alize/model';
import { expect, test } from 'vitest';
import { play } from './play.case.ts';
import { Translation } from './translate-message.ts';

const seat = 'seat-998';
const agent = { seat, channel: 'PJSIP/seat-998-00000000', channelId: '1795408378.0' };

/** The events of transcripts of Asterisk 22.10.1, heard one after the other over one connection. */
async function eventsOf(...names: readonly string[]) {
  const translation = new Translation();
  const folder = new URL('./transcripts/', import.meta.url);
  const text = names.map((name) => readFileSync(new URL(`${name}.txt`, folder), 'utf8')).join('');
  return (await play(text)).flatMap((message) => translation.translate(message));
}

function attempt(number: number): AttemptId {
  return `attempt_01939f00000070008000${String(number).padStart(12, '0')}`;
}

test('an agent waits from the moment the dialplan says so', async () => {
  expect(await eventsOf('log-in', 'agent-waiting')).toEqual([{ kind: 'agent.waiting', ...agent }]);
});

test('an answered call rings, then its callee is ready, and the originate is answered', async () => {
  const events = await eventsOf('answered');
  expect(events[0]).toEqual({ kind: 'callee.ringing', attemptId: attempt(1) });
  expect(events).toContainEqual({
    kind: 'callee.ready',
    attemptId: attempt(1),
    channel: 'PJSIP/trunk-demonstration-00000002',
  });
  expect(events).toContainEqual({
    kind: 'originate.ended',
    attemptId: attempt(1),
    isAnswered: true,
    reason: 4,
  });
  expect(events).toHaveLength(3);
});

test('two legs in one bridge are one connection, said once', async () => {
  expect(await eventsOf('agent-waiting', 'answered', 'connected', 'list-connected')).toEqual([
    { kind: 'agent.waiting', ...agent },
    ...(await eventsOf('answered')),
    { kind: 'callee.connected', attemptId: attempt(1), seat },
  ]);
});

test('a pair is recognised though its first leg was bridged before this connection, from the list', async () => {
  const text = readFileSync(new URL('./transcripts/connected.txt', import.meta.url), 'utf8');
  const lastEntry = text.slice(text.lastIndexOf('Event: BridgeEnter'));
  const translation = new Translation();
  const firstEntry = text.slice(text.indexOf('Event: BridgeEnter'), text.lastIndexOf('Event: BridgeEnter'));
  const bridgeId = /BridgeUniqueid: (\S+)/.exec(firstEntry)?.[1];
  const channel = /Channel: (\S+)/.exec(firstEntry)?.[1];
  const listed = `Event: CoreShowChannel\r\nChannel: ${channel}\r\nBridgeId: ${bridgeId}\r\n\r\n`;
  const messages = await play(listed + lastEntry);
  expect(messages.flatMap((message) => translation.translate(message))).toMatchObject([
    { kind: 'callee.connected', seat },
  ]);
});

test('after a call the agent waits again and the callee is hung up with its cause', async () => {
  expect(await eventsOf('hung-up')).toEqual([
    { kind: 'agent.waiting', ...agent },
    { kind: 'callee.hung_up', attemptId: attempt(1), cause: 16 },
  ]);
});

test.each([
  ['busy', 2, 17, 0],
  ['no-answer', 3, 19, 3],
  ['invalid', 4, 1, 0],
  ['congestion', 5, 34, 0],
])('a call that meets %s ends with its cause', async (name, number, cause, reason) => {
  const attemptId = attempt(number);
  const events = (await eventsOf(name)).filter((event) => event.kind !== 'callee.ringing');
  expect(events).toEqual([
    { kind: 'originate.ended', attemptId, isAnswered: false, reason },
    { kind: 'callee.hung_up', attemptId, cause },
  ]);
});

test('a callee whom nobody takes is unattended', async () => {
  expect(await eventsOf('unattended')).toContainEqual({ kind: 'callee.unattended', attemptId: attempt(6) });
});

test('an agent whose leg falls in mid-call leaves a callee behind', async () => {
  const events = await eventsOf('agent-lost');
  expect(events.map(({ kind }) => kind)).toEqual(['callee.agent_lost', 'agent.hung_up']);
});

test('messages that are not ours mean nothing', async () => {
  const others = [
    'Event: Hangup\r\nChannel: PJSIP/demonstration-00000001\r\nUniqueid: 1795408378.1\r\nCause: 16\r\n\r\n',
    'Event: OriginateResponse\r\nActionID: somebody-else\r\nResponse: Failure\r\nReason: 5\r\n\r\n',
    'Event: UserEvent\r\nUserEvent: AlizeCustomerReady\r\nUniqueid: attempt_1\r\n\r\n',
    'Event: RTCPSent\r\nChannel: PJSIP/seat-998-00000000\r\n\r\n',
  ];
  const translation = new Translation();
  const messages = await play(others.join(''));
  expect(messages).toHaveLength(4);
  expect(messages.flatMap((message) => translation.translate(message))).toEqual([]);
});
