import { describe, expect, test } from 'vitest';
import { type AnsweredCall, type CallVerdict, isAbandoned, verdictOf } from './answered-call.ts';
import { answered, laws, noonMs } from './laws.case.ts';

type Law = keyof typeof laws;
const longAfterMs = noonMs + 3_600_000;
const verdict = (law: Law, call: AnsweredCall, atMs = longAfterMs) => verdictOf(call, laws[law], atMs);

describe('an agent came so many seconds after the answer', () => {
  test.each`
    law     | greeting     | connected | expected
    ${'uk'} | ${undefined} | ${0}      | ${'connected'}
    ${'uk'} | ${undefined} | ${2}      | ${'connected'}
    ${'uk'} | ${undefined} | ${2.001}  | ${'abandoned'}
    ${'uk'} | ${5}         | ${2.001}  | ${'abandoned'}
    ${'fr'} | ${undefined} | ${2}      | ${'connected'}
    ${'fr'} | ${undefined} | ${2.001}  | ${'abandoned'}
    ${'ca'} | ${1.5}       | ${2}      | ${'connected'}
    ${'ca'} | ${1.5}       | ${2.001}  | ${'abandoned'}
    ${'it'} | ${undefined} | ${3}      | ${'connected'}
    ${'it'} | ${undefined} | ${3.001}  | ${'abandoned'}
    ${'us'} | ${1.5}       | ${3.5}    | ${'connected'}
    ${'us'} | ${1.5}       | ${3.501}  | ${'abandoned'}
    ${'us'} | ${4}         | ${1}      | ${'connected'}
    ${'us'} | ${undefined} | ${2}      | ${'connected'}
    ${'us'} | ${undefined} | ${2.001}  | ${'abandoned'}
  `('$law: greeting over at $greeting s, agent at $connected s: $expected', ({ law, expected, ...after }) => {
    expect(verdict(law, answered(after))).toBe(expected);
  });
});

describe('no agent came', () => {
  test.each<[string, Law, AnsweredCall, CallVerdict]>([
    ['the message was played at once', 'us', answered({ greeting: 1, message: 1.2, ended: 9 }), 'abandoned'],
    ['the message was played in full', 'fr', answered({ message: 2, ended: 14 }), 'abandoned'],
    ['the person hung up on the message', 'fr', answered({ message: 1, ended: 1.5 }), 'abandoned'],
    ['the person left before the limit', 'fr', answered({ ended: 1.2 }), 'left'],
    ['the person left at the limit', 'fr', answered({ ended: 2 }), 'left'],
    ['the person left after the limit', 'fr', answered({ ended: 2.001 }), 'abandoned'],
    ['the person left in mid-greeting', 'us', answered({ greeting: 2.5, ended: 3 }), 'left'],
    ['the person left after the greeting', 'us', answered({ greeting: 1, ended: 3.001 }), 'abandoned'],
    ['our side let go early', 'fr', answered({ ended: 1 }, { endedBy: 'caller' }), 'abandoned'],
    ['the callee is known to have let go', 'fr', answered({ ended: 1 }, { endedBy: 'callee' }), 'left'],
    ['nobody knows who answered', 'fr', answered({ ended: 5 }, { detected: 'unknown' }), 'abandoned'],
    ['a machine answered', 'us', answered({ ended: 5 }, { detected: 'machine' }), 'machine'],
    ['a machine was left a message', 'us', answered({ message: 3 }, { detected: 'machine' }), 'machine'],
  ])('%s', (_, law, call, expected) => {
    expect(verdict(law, call)).toBe(expected);
  });
});

describe('taken for a machine, but an agent had the call', () => {
  test.each<[number, CallVerdict]>([
    [2, 'connected'],
    [2.001, 'abandoned'],
  ])('after %d s', (connected, expected) => {
    expect(verdict('uk', answered({ connected }, { detected: 'machine' }))).toBe(expected);
  });
});

describe('the mode of dialling', () => {
  test.each<[Law, AnsweredCall['mode'], CallVerdict]>([
    ['ca', 'predictive', 'abandoned'],
    ['ca', 'power', 'abandoned'],
    ['ca', 'progressive', 'other_mode'],
    ['ca', 'preview', 'other_mode'],
    ['ca', 'manual', 'other_mode'],
    ['us', 'progressive', 'abandoned'],
    ['us', 'manual', 'abandoned'],
    ['us', 'recorded', 'other_mode'],
  ])('%s, %s: %s', (law, mode, expected) => {
    expect(verdict(law, answered({ ended: 9 }, { mode }))).toBe(expected);
  });
});

describe('a call in progress', () => {
  test.each<[string, number, CallVerdict]>([
    ['still within the limit', 2, 'waiting'],
    ['a millisecond past it', 2.001, 'abandoned'],
  ])('%s', (_, afterSeconds, expected) => {
    expect(verdict('fr', answered(), noonMs + afterSeconds * 1000)).toBe(expected);
  });

  test('waits as long as the greeting lasts, where the law counts from its end', () => {
    const call = answered({ greeting: 4 });
    expect(verdict('us', call, noonMs + 6_000)).toBe('waiting');
    expect(verdict('us', call, noonMs + 6_001)).toBe('abandoned');
  });

  test('is not yet what happens to it later', () => {
    const call = answered({ connected: 1.5, ended: 60 });
    expect(verdict('fr', call, noonMs + 1_000)).toBe('waiting');
    expect(verdict('fr', call, noonMs + 1_500)).toBe('connected');
  });
});

describe('the clock going backwards', () => {
  test.each<[string, Law, AnsweredCall, CallVerdict]>([
    ['connected before answered is connected at once', 'fr', answered({ connected: -3 }), 'connected'],
    ['ended before answered is left at once', 'fr', answered({ ended: -3 }), 'left'],
    ['a greeting over before the answer', 'us', answered({ greeting: -3, connected: 2 }), 'connected'],
    ['… does not stretch the limit', 'us', answered({ greeting: -3, connected: 2.001 }), 'abandoned'],
  ])('%s', (_, law, call, expected) => {
    expect(verdict(law, call)).toBe(expected);
  });
});

test('isAbandoned says yes to abandoned calls alone', () => {
  expect(isAbandoned(answered({ connected: 2.001 }), laws.fr, longAfterMs)).toBe(true);
  for (const call of [answered({ connected: 2 }), answered({ ended: 1 })]) {
    expect(isAbandoned(call, laws.fr, longAfterMs)).toBe(false);
  }
});
