import { type Disposition, dispositions, type NetworkResult, networkResults } from '@alize/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextTry, standardRetryRules, type TryFacts } from './index.ts';

const nowMs = 1_795_000_000_000;
const facts: TryFacts = {
  rules: standardRetryRules,
  networkResult: 'answered',
  isConnected: true,
  disposition: null,
  attemptsCount: 1,
  attemptsOfResult: 1,
  callbackAtMs: null,
  nowMs,
};

describe('a call that reached no agent', () => {
  test.each<[NetworkResult, string]>([
    ['busy', 'again in 20 min'],
    ['no_answer', 'again in 180 min'],
    ['congestion', 'again in 15 min'],
    ['cancelled', 'again in 30 min'],
    ['unknown', 'again in 180 min'],
    ['invalid_number', 'closed: wrong_number'],
    ['answered', 'again in 4320 min'],
  ])('%s: %s', (networkResult, expected) => {
    expect(said({ networkResult, isConnected: false })).toBe(expected);
  });

  test('closes the lead when its rule’s attempts are used up', () => {
    expect(said({ networkResult: 'busy', isConnected: false, attemptsOfResult: 4 })).toBe('again in 20 min');
    expect(said({ networkResult: 'busy', isConnected: false, attemptsOfResult: 5 })).toBe(
      'closed: attempts_used_up',
    );
  });

  test('closes the lead when the attempts of all results together are used up', () => {
    expect(said({ networkResult: 'busy', isConnected: false, attemptsCount: 8 })).toBe(
      'closed: attempts_used_up',
    );
  });

  test('a call that may have rung waits as long as an unanswered one, whatever its own rule says', () => {
    const rules = {
      attemptsMax: 8,
      byResult: {
        unknown: { afterMinutes: 1, attemptsMax: 4 },
        no_answer: { afterMinutes: 90, attemptsMax: 6 },
      },
    };
    expect(said({ rules, networkResult: 'unknown', isConnected: false })).toBe('again in 90 min');
  });

  test('a result without a rule of the campaign follows the standard one', () => {
    const rules = { attemptsMax: 8, byResult: {} };
    expect(said({ rules, networkResult: 'busy', isConnected: false })).toBe('again in 20 min');
  });
});

describe('a call that reached an agent', () => {
  test('waits for the agent to decide', () => {
    expect(said({})).toBe('wait');
  });

  test.each<[Disposition, string]>([
    ['success', 'closed: success'],
    ['not_interested', 'closed: not_interested'],
    ['do_not_call', 'closed: do_not_call'],
    ['wrong_number', 'closed: wrong_number'],
    ['wrong_person', 'again in 1440 min'],
    ['language_barrier', 'again in 1440 min'],
    ['none', 'again in 1440 min'],
    ['answering_machine', 'again in 180 min'],
    ['dropped', 'again in 5 min'],
    ['callback', 'callback in 1440 min'],
  ])('%s: %s', (disposition, expected) => {
    expect(said({ disposition })).toBe(expected);
  });

  test('a callback is kept at its instant, even when the attempts are used up', () => {
    const callbackAtMs = nowMs + 7 * 60_000;
    expect(said({ disposition: 'callback', callbackAtMs, attemptsCount: 99 })).toBe('callback in 7 min');
  });

  test('a callback agreed for an instant that has passed is due at once', () => {
    expect(said({ disposition: 'callback', callbackAtMs: nowMs - 1 })).toBe('callback in 0 min');
  });

  test('a machine closes the lead when the attempts are used up', () => {
    expect(said({ disposition: 'answering_machine', attemptsCount: 8 })).toBe('closed: attempts_used_up');
  });
});

test('never plans a try in the past, and never tries a closed lead', () => {
  const any = fc.record({
    networkResult: fc.constantFrom(...networkResults),
    isConnected: fc.boolean(),
    disposition: fc.constantFrom(null, ...dispositions),
    attemptsCount: fc.integer({ min: 1, max: 20 }),
    attemptsOfResult: fc.integer({ min: 1, max: 20 }),
    callbackAtMs: fc.option(fc.integer({ min: 0, max: 2 * nowMs })),
  });
  fc.assert(
    fc.property(any, (change) => {
      const next = nextTry({ ...facts, ...change });
      if (next.kind === 'again') expect(next.atMs).toBeGreaterThanOrEqual(nowMs);
      if (change.attemptsCount >= 8 && change.disposition !== 'callback') expect(next.kind).not.toBe('again');
    }),
  );
});

function said(change: Partial<TryFacts>): string {
  const next = nextTry({ ...facts, ...change });
  if (next.kind === 'wait') return 'wait';
  if (next.kind === 'closed') return `closed: ${next.reason}`;
  return `${next.isCallback ? 'callback' : 'again'} in ${(next.atMs - nowMs) / 60_000} min`;
}
