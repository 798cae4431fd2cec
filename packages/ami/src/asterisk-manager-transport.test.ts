import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { play } from './play.case.ts';

const names = fc.constantFrom(
  'Channel',
  'Uniqueid',
  'Context',
  'BridgeId',
  'Cause-txt',
  'Output',
  'Priority',
);
const values = fc.string({
  unit: fc.constantFrom('a', 'Z', '0', ' ', ':', ': ', '=', '/', 'é', '漢', '<', '"'),
});
const messages = fc.array(fc.array(fc.tuple(names, values), { minLength: 1, maxLength: 8 }), {
  maxLength: 6,
});
const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 30 });

test('every message arrives whole, however it is cut up on the way and however often a header comes', async () => {
  await fc.assert(
    fc.asyncProperty(messages, lengths, async (said, pieces) => {
      const text = said.map((headers) => headers.map(([name, value]) => `${name}: ${value}\r\n`).join(''));
      const heard = await play(text.map((block) => `${block}\r\n`).join(''), pieces);
      expect(heard.map((message) => Object.fromEntries(message))).toEqual(said.map(collected));
    }),
    { numRuns: 60 },
  );
});

test('headers named as parts of an object do no harm', async () => {
  const said = 'Event: Hangup\r\n__proto__: x\r\nconstructor: y\r\ntoString: z\r\nUniqueid: 1\r\n\r\n';
  const [message] = await play(said);
  expect(message?.get('event')).toEqual(['Hangup']);
  expect(message?.get('uniqueid')).toEqual(['1']);
  expect(message?.get('constructor')).toEqual(['y']);
});

test('the variables of a message are kept with their names', async () => {
  const [message] = await play('Event: Newchannel\r\nChanVariable: A=1\r\nChanVariable: B=2=3\r\n\r\n');
  expect(message?.get('chanvariable')).toEqual(['A=1', 'B=2=3']);
});

function collected(headers: readonly (readonly [string, string])[]): Record<string, string[]> {
  const all: Record<string, string[]> = {};
  for (const [name, value] of headers) all[name.toLowerCase()] = [...(all[name.toLowerCase()] ?? []), value];
  return all;
}
