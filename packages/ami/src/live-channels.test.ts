import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readLiveChannels } from './live-channels.ts';
import { play } from './play.case.ts';

/** The list of channels within a transcript of Asterisk 22.10.1, as kind and state. */
async function statesOf(name: string) {
  const text = readFileSync(new URL(`./transcripts/${name}.txt`, import.meta.url), 'utf8');
  return readLiveChannels(await play(text)).map(({ kind, state }) => `${kind} ${state}`);
}

test('a callee and an agent in their waiting rooms are waiting', async () => {
  expect((await statesOf('answered')).sort()).toEqual(['agent waiting', 'callee waiting']);
});

test('a callee and an agent who share a bridge are connected', async () => {
  expect((await statesOf('list-connected')).sort()).toEqual(['agent connected', 'callee connected']);
});

test('a callee whom nobody took hears the message', async () => {
  expect(await statesOf('unattended')).toContain('callee message');
});

test('a callee whose agent is gone is told apart from one who waits for the first', async () => {
  expect(await statesOf('agent-lost')).toEqual(['callee agent_lost']);
});

test.each([
  ['0', 'dialling'],
  ['5', 'ringing'],
])('a callee in channel state %s is %s', async (channelState, state) => {
  const id = `attempt_${'0'.repeat(32)}`;
  const member = `Event: CoreShowChannel\r\nChannel: PJSIP/trunk-a-00000001\r\nUniqueid: ${id}\r\nBridgeId: \r\n`;
  const messages = await play(`${member}ChannelState: ${channelState}\r\n\r\n`);
  expect(readLiveChannels(messages)).toMatchObject([{ state, bridgeId: null }]);
});
