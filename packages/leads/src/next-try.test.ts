import {
  type Disposition,
  dispositions,
  type NetworkResult,
  networkResults,
  type PhoneNumber,
} from '@alize/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LeadTry, nextTry, standardRetryRules, type TryFacts } from './index.ts';

/** Tuesday, 24 November 2026, 10:30 in Paris. */
const nowMs = Date.UTC(2026, 10, 24, 9, 30);
// The tests' own numbers, written as E.164.
const [mobile, home, work] = ['+33639980001', '+33199000001', '+33199000002'] as PhoneNumber[] as [
  PhoneNumber,
  PhoneNumber,
  PhoneNumber,
];
const weekdays = [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '19:00' }));
const call: LeadTry = {
  phoneNumber: mobile,
  atMs: nowMs - 60_000,
  networkResult: 'no_answer',
  isConnected: false,
  disposition: null,
  callbackAtMs: null,
};
const connected = { networkResult: 'answered', isConnected: true } as const;

/** The lead's earlier calls, a day before each other and long ago, and the one that has just ended. */
function after(last: Partial<LeadTry>, earlier: readonly Partial<LeadTry>[] = []): TryFacts['tries'] {
  const past = earlier.map((change, index) => ({
    ...call,
    atMs: nowMs - (earlier.length - index + 30) * 86_400_000,
    ...change,
  }));
  return [...past, { ...call, ...last }];
}
const times = (count: number, change: Partial<LeadTry>) => Array.from({ length: count }, () => change);

/** Rules as simple as they can be: the powers that are tested apart are left out. */
const plain = { attemptsMax: 8, byResult: { no_answer: { afterMinutes: 180, attemptsMax: 6 } } };
const facts: TryFacts = {
  rules: standardRetryRules,
  tries: after({}),
  numbers: [{ phoneNumber: mobile, isClosed: false }],
  quarters: [],
  zone: 'Europe/Paris',
  schedule: { zone: 'Europe/Paris', windows: weekdays },
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
    expect(said({ tries: after({ networkResult }) })).toBe(expected);
  });

  test('closes the lead when its rule’s attempts are used up', () => {
    const busy = { networkResult: 'busy' } as const;
    expect(said({ tries: after(busy, times(3, busy)) })).toBe('again in 20 min');
    expect(said({ tries: after(busy, times(4, busy)) })).toBe('closed: attempts_used_up');
  });

  test('closes the lead when the attempts of all results together are used up', () => {
    const mixed = [...times(4, { networkResult: 'no_answer' }), ...times(3, { networkResult: 'congestion' })];
    expect(said({ tries: after({ networkResult: 'busy' }, mixed) })).toBe('closed: attempts_used_up');
  });

  test('a call that may have rung waits as long as an unanswered one, whatever its own rule says', () => {
    const rules = {
      attemptsMax: 8,
      byResult: {
        unknown: { afterMinutes: 1, attemptsMax: 4 },
        no_answer: { afterMinutes: 90, attemptsMax: 6 },
      },
    };
    expect(said({ rules, tries: after({ networkResult: 'unknown' }) })).toBe('again in 90 min');
  });

  test('a result without a rule of the campaign follows the standard one', () => {
    expect(said({ rules: { attemptsMax: 8, byResult: {} }, tries: after({ networkResult: 'busy' }) })).toBe(
      'again in 20 min',
    );
  });
});

describe('a call that reached an agent', () => {
  test('waits for the agent to decide', () => {
    expect(said({ tries: after(connected) })).toBe('wait');
  });

  test.each<[Disposition, string]>([
    ['success', 'closed: success'],
    ['not_interested', 'closed: not_interested'],
    ['out_of_target', 'closed: out_of_target'],
    ['do_not_call', 'closed: do_not_call'],
    ['wrong_number', 'closed: wrong_number'],
    ['wrong_person', 'again in 1530 min'],
    ['language_barrier', 'again in 1440 min'],
    ['none', 'again in 1440 min'],
    ['answering_machine', 'again in 180 min'],
    ['dropped', 'again in 5 min'],
    ['callback', 'callback in 1440 min'],
  ])('%s: %s', (disposition, expected) => {
    expect(said({ tries: after({ ...connected, disposition }) })).toBe(expected);
  });

  test('a campaign’s own rule for a disposition goes before the standard one', () => {
    const rules = { ...plain, byDisposition: { dropped: { afterMinutes: 2, attemptsMax: 2 } } };
    const dropped = { ...connected, disposition: 'dropped' } as const;
    expect(said({ rules, tries: after(dropped) })).toBe('again in 2 min');
    expect(said({ rules, tries: after(dropped, [dropped]) })).toBe('closed: attempts_used_up');
  });

  test('a callback is kept at its instant, even when the attempts are used up, of the day and in all', () => {
    const agreed = { ...connected, disposition: 'callback', callbackAtMs: nowMs + 7 * 60_000 } as const;
    const today = times(20, { atMs: nowMs - 3_600_000 });
    expect(said({ tries: after(agreed, today) })).toBe('callback in 7 min');
  });

  test('a callback agreed for an instant that has passed is due at once', () => {
    const agreed = { ...connected, disposition: 'callback', callbackAtMs: nowMs - 1 } as const;
    expect(said({ tries: after(agreed) })).toBe('callback in 0 min');
  });

  test('a machine closes the lead when the attempts are used up', () => {
    const machine = { ...connected, disposition: 'answering_machine' } as const;
    expect(said({ tries: after(machine, times(7, { networkResult: 'busy' })) })).toBe(
      'closed: attempts_used_up',
    );
  });

  test('while it still lasts, the disposition decides all the same', () => {
    expect(said({ tries: after({ isConnected: true, networkResult: null, disposition: 'dropped' }) })).toBe(
      'again in 5 min',
    );
  });
});

describe('calls of a day', () => {
  const today = (count: number) => times(count, { atMs: nowMs - 7_200_000, networkResult: 'busy' });

  test.each([
    { earlier: 1, expected: '2026-11-24T10:50' },
    { earlier: 2, expected: '2026-11-25T00:00' },
  ])('with 3 allowed and $earlier before this one: $expected', ({ earlier, expected }) => {
    const tries = after({ networkResult: 'busy' }, today(earlier));
    expect(local({ tries })).toBe(expected);
  });

  test('are counted in the person’s own day', () => {
    // 23:30 in Réunion, so that the next day there begins half an hour later.
    const late = Date.UTC(2026, 10, 24, 19, 30);
    const tries = after({ networkResult: 'busy', atMs: late }, times(2, { atMs: late - 7_200_000 }));
    expect(local({ tries, nowMs: late, zone: 'Indian/Reunion' })).toBe('2026-11-24T21:00');
  });

  test('are not counted when nothing is said of them', () => {
    const rules = { attemptsMax: 50, byResult: { busy: { afterMinutes: 20, attemptsMax: 50 } } };
    expect(said({ rules, tries: after({ networkResult: 'busy' }, today(9)) })).toBe('again in 20 min');
  });
});

describe('a lead with several numbers', () => {
  const numbers = [mobile, home, work].map((phoneNumber) => ({ phoneNumber, isClosed: false }));
  const closing = (...closed: PhoneNumber[]) =>
    numbers.map((number) => ({ ...number, isClosed: closed.includes(number.phoneNumber) }));

  test.each<[string, readonly (readonly [PhoneNumber, NetworkResult])[], string]>([
    ['one unanswered', [[mobile, 'no_answer']], `${home} in 15 min`],
    [
      'two unanswered',
      [
        [mobile, 'no_answer'],
        [home, 'no_answer'],
      ],
      `${work} in 15 min`,
    ],
    [
      'all unanswered',
      [
        [mobile, 'no_answer'],
        [home, 'no_answer'],
        [work, 'no_answer'],
      ],
      `${mobile} in 180 min`,
    ],
    ['a busy line', [[mobile, 'busy']], `${mobile} in 20 min`],
    ['one that does not exist', [[mobile, 'invalid_number']], `${home} in 1 min, without ${mobile}`],
  ])('after %s: next', (_, calls, expected) => {
    const made = calls.map(([phoneNumber, networkResult]) => ({ phoneNumber, networkResult }));
    const last = made[made.length - 1] ?? {};
    expect(numbered({ numbers, tries: after(last, made.slice(0, -1)) })).toBe(expected);
  });

  test('goes on without the number that is somebody else’s, and closes when none is left', () => {
    const wrong = { ...connected, disposition: 'wrong_number' } as const;
    expect(numbered({ numbers, tries: after(wrong) })).toBe(`${home} in 1 min, without ${mobile}`);
    expect(numbered({ numbers: closing(home, work), tries: after(wrong) })).toBe(
      `closed: wrong_number, without ${mobile}`,
    );
  });

  test('never proposes a closed number', () => {
    expect(numbered({ numbers: closing(home), tries: after({}) })).toBe(`${work} in 15 min`);
    expect(numbered({ numbers: closing(mobile), tries: after({ networkResult: 'busy' }) })).toBe(
      `${home} in 20 min`,
    );
  });

  test('counts a rule’s attempts over all of them', () => {
    const calls = times(5, { phoneNumber: home });
    expect(numbered({ numbers, tries: after({}, calls) })).toBe('closed: attempts_used_up');
  });

  test('stays on its number where the rule knows no other', () => {
    expect(numbered({ numbers, rules: plain })).toBe(`${mobile} in 180 min`);
  });

  test('calls back on the number that the callback was agreed on', () => {
    const agreed = { ...connected, phoneNumber: home, disposition: 'callback' } as const;
    expect(numbered({ numbers, tries: after(agreed) })).toBe(`${home} in 1440 min`);
  });
});

test('never plans a try in the past, never tries a closed lead or number', () => {
  const anyCall = fc.record({
    phoneNumber: fc.constantFrom(mobile, home, work),
    atMs: fc.integer({ min: nowMs - 30 * 86_400_000, max: nowMs }),
    networkResult: fc.constantFrom(null, ...networkResults),
    isConnected: fc.boolean(),
    disposition: fc.constantFrom(null, ...dispositions),
    callbackAtMs: fc.option(fc.integer({ min: 0, max: 2 * nowMs })),
  });
  const any = fc.record({
    earlier: fc.array(anyCall, { maxLength: 9 }),
    last: anyCall,
    isClosed: fc.boolean(),
  });
  fc.assert(
    fc.property(any, ({ earlier, last, isClosed }) => {
      const numbers = [mobile, home, work].map((phoneNumber) => ({
        phoneNumber,
        isClosed: isClosed && phoneNumber === home,
      }));
      const next = nextTry({ ...facts, numbers, tries: [...earlier, last] });
      if (next.kind !== 'again') return;
      expect(next.atMs).toBeGreaterThanOrEqual(nowMs);
      expect(next.phoneNumber).not.toBe(next.closes?.phoneNumber);
      if (next.isCallback) return;
      expect(earlier.length + 1).toBeLessThan(8);
      if (isClosed) expect(next.phoneNumber).not.toBe(home);
    }),
  );
});

function said(change: Partial<TryFacts>): string {
  const next = nextTry({ ...facts, ...change });
  if (next.kind === 'wait') return 'wait';
  if (next.kind === 'closed') return `closed: ${next.reason}`;
  return `${next.isCallback ? 'callback' : 'again'} in ${(next.atMs - nowMs) / 60_000} min`;
}

function numbered(change: Partial<TryFacts>): string {
  const next = nextTry({ ...facts, ...change });
  if (next.kind === 'wait') return 'wait';
  const without = next.closes ? `, without ${next.closes.phoneNumber}` : '';
  if (next.kind === 'closed') return `closed: ${next.reason}${without}`;
  return `${next.phoneNumber} in ${(next.atMs - nowMs) / 60_000} min${without}`;
}

function local(change: Partial<TryFacts>): string {
  const next = nextTry({ ...facts, ...change });
  if (next.kind !== 'again') return next.kind;
  return Temporal.Instant.fromEpochMilliseconds(next.atMs)
    .toZonedDateTimeISO('Europe/Paris')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}
