import { languages } from '@alize/model';
import { describe, expect, test } from 'vitest';
import { dialplan } from './dialplan.ts';
import { prompts } from './prompts.ts';

/** What a callee may hear of us on a real trunk; the rest plays the callees of the demonstration. */
const heard = [...dialplan().matchAll(/(?:BackGround|Playback)\(alize\/([a-z-]+)(?:,m)?\)/g)]
  .map(([, name]) => name ?? '')
  .filter((name) => !/^(?:person|machine|tone|client)/.test(name));

describe.each(languages)('the prompts in %s', (language) => {
  test.each([...new Set(heard)])('say %s', (name) => {
    expect(prompts[language][name]).toMatch(/\p{L}/u);
  });
});

test('the message says who called before the number, and how to object after it', () => {
  const [, message = ''] = dialplan().split('[alize-no-agent]');
  const order = ['no-agent-hello', 'client-', 'no-agent-who', 'SayDigits', 'no-agent-object'];
  const places = order.map((part) => message.indexOf(part));
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(places).not.toContain(-1);
});
