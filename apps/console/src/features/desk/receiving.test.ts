import { expect, test } from 'vitest';
import { receiving } from './receiving.ts';

const campaigns: Parameters<typeof receiving>[0]['campaigns'] = [
  { id: `campaign_${'0'.repeat(32)}`, name: 'Enquête' },
];
const ready: Parameters<typeof receiving>[0] = {
  state: 'ready',
  pauseReason: null,
  wishedPause: null,
  connection: 'up',
  campaigns,
};

test('an agent who is ready on a sound line receives calls', () => {
  expect(receiving(ready, { kind: 'up' }, true)).toBe('yes');
});

test.each([
  ['the stream is lost', ready, 'up', false, 'no_server'],
  ['the line is down', ready, 'down', true, 'line_down'],
  ['the line still connects', ready, 'connecting', true, 'connecting'],
  ['the microphone was unplugged', ready, 'no_microphone', true, 'no_microphone'],
  ['the server has lost the line', { ...ready, connection: 'lost' }, 'up', true, 'line_down'],
  ['no sound passes', { ...ready, connection: 'no_audio' }, 'up', true, 'no_audio'],
  ['the agent is in no team', { ...ready, campaigns: [] }, 'up', true, 'no_campaign'],
  ['the agent pauses', { ...ready, state: 'paused', pauseReason: 'lunch' }, 'up', true, 'paused'],
  [
    'wrap-up ran out',
    { ...ready, state: 'paused', pauseReason: 'wrap_up_expired' },
    'up',
    true,
    'wrap_up_expired',
  ],
] as const)('says why not when %s', (_case, agent, kind, isStreamLive, why) => {
  expect(receiving({ ...agent, campaigns: [...agent.campaigns] }, { kind }, isStreamLive)).toBe(why);
});

test('says that a pause waits for the call already placed', () => {
  expect(receiving({ ...ready, wishedPause: 'lunch' }, { kind: 'up' }, true)).toBe('pausing');
});

test('names the broken line before the pause, which would not help', () => {
  const paused = { ...ready, state: 'paused', pauseReason: 'break' } as const;
  expect(receiving(paused, { kind: 'down' }, true)).toBe('line_down');
});
