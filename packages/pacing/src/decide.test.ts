import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AbandonAccount,
  type AgentSnapshot,
  type CallSnapshot,
  decide,
  Learner,
  type Limits,
  type Snapshot,
} from './index.ts';

const nowMs = 1_000_000;
const ready: AgentSnapshot = { state: 'ready', sinceMs: nowMs, isReachable: true, law: 0, leavesAtMs: null };
const talking: AgentSnapshot = { ...ready, state: 'talking', sinceMs: nowMs - 60_000 };
const dialling: CallSnapshot = { stage: 'dialling', sinceMs: nowMs - 3_000, law: 0, isOwn: true };
const waiting: CallSnapshot = { ...dialling, stage: 'waiting' };
const connected: CallSnapshot = { ...dialling, stage: 'connected' };
const times = <T>(count: number, one: T): readonly T[] => Array.from({ length: count }, () => one);

/** One call in ten is answered, some eight seconds after it was placed; talks last two minutes. */
const laws = (() => {
  const learner = new Learner();
  for (let call = 0; call < 2_000; call += 1) {
    if (call % 10 === 0) learner.callSettled('offered', 4_000 + ((call * 37) % 8_000));
    else learner.callSettled('unanswered', 25_000);
  }
  for (let talk = 1; talk < 200; talk += 1) {
    learner.talkEnded(-120_000 * Math.log(talk / 200));
    learner.wrapUpEnded(20_000, false);
  }
  return learner.laws({ nowMs, agents: [], calls: [] });
})();

const wide: Limits = {
  linesFree: 500,
  trunkLinesFree: 500,
  callsAllowedNow: 500,
  trunkFailures: { failed: 0, of: 20 },
};
const fine: AbandonAccount = {
  abandoned: 5,
  answered: 300,
  answeredMin: 100,
  limit: 0.03,
  aim: 0.02,
  answersToCome: 200,
};

function snapshot(change: Partial<Snapshot> = {}): Snapshot {
  return {
    nowMs,
    agents: [],
    calls: [],
    limits: wide,
    laws,
    account: fine,
    marginalRatio: 0.08,
    graceMs: 2_000,
    powerRatio: 2,
    inboundPerSecond: 0,
    ...change,
  };
}

describe('one call for each free agent', () => {
  describe.each(['preview', 'progressive'] as const)('%s', (mode) => {
    it.each([
      {
        says: 'calls for every free agent',
        agents: [ready, ready, talking],
        calls: [connected],
        expected: 2,
      },
      {
        says: 'counts a call being dialled as an agent spoken for',
        agents: [ready, ready],
        calls: [dialling],
        expected: 1,
      },
      {
        says: 'counts a caller who waits as an agent spoken for',
        agents: [ready],
        calls: [waiting],
        expected: 0,
      },
      {
        says: 'calls for nobody who cannot be reached',
        agents: [{ ...ready, isReachable: false }],
        calls: [],
        expected: 0,
      },
      {
        says: 'calls for nobody whose shift is about to end',
        agents: [{ ...ready, leavesAtMs: nowMs + 5_000 }],
        calls: [],
        expected: 0,
      },
      {
        says: 'never goes below zero when agents leave while it rings',
        agents: [ready],
        calls: times(3, dialling),
        expected: 0,
      },
      {
        says: 'calls for nobody in wrap-up or pause',
        agents: [
          { ...ready, state: 'wrap_up' as const },
          { ...ready, state: 'paused' as const },
        ],
        calls: [],
        expected: 0,
      },
    ])('$says', ({ agents, calls, expected }) => {
      expect(decide(mode, snapshot({ agents, calls })).calls).toBe(expected);
    });
  });

  it('says that no agent is ready', () => {
    expect(decide('progressive', snapshot({ agents: [talking] })).limitedBy).toBe('no_agent_ready');
  });
});

describe('power: a fixed number of calls for each free agent', () => {
  it.each([
    [3, 2, 6],
    [3, 1.5, 4],
    [1, 1, 1],
  ])('%d free agents at %d give %d calls', (free, powerRatio, expected) => {
    expect(decide('power', snapshot({ agents: times(free, ready), powerRatio })).calls).toBe(expected);
  });

  it('counts the calls that are out', () => {
    expect(decide('power', snapshot({ agents: times(3, ready), calls: times(4, dialling) })).calls).toBe(2);
  });
});

describe('predictive: as many as the account bears', () => {
  it('places more calls than agents when few are answered', () => {
    expect(decide('predictive', snapshot({ agents: times(3, ready) })).calls).toBeGreaterThan(6);
  });

  it('calls ahead for agents who will be free', () => {
    const soon = times(20, { ...ready, state: 'wrap_up' as const, sinceMs: nowMs - 19_000 });
    expect(decide('predictive', snapshot({ agents: soon })).calls).toBeGreaterThan(10);
  });

  it('does not count on an agent at the end of the shift', () => {
    const soon = { ...ready, state: 'wrap_up' as const, sinceMs: nowMs - 19_000 };
    const leaving = times(20, { ...soon, leavesAtMs: nowMs + 10_000 });
    expect(decide('predictive', snapshot({ agents: leaving })).calls).toBe(0);
  });

  it('stops while the callers who wait outnumber the free agents', () => {
    const asked = snapshot({ agents: [...times(2, ready), ...times(10, talking)], calls: times(3, waiting) });
    expect(decide('predictive', asked)).toMatchObject({ calls: 0, limitedBy: 'abandonment_risk' });
  });

  it('says that nobody is ready when nobody is free, nor will be soon', () => {
    expect(decide('predictive', snapshot({ agents: [talking] }))).toMatchObject({
      calls: 0,
      limitedBy: 'no_agent_ready',
    });
  });

  it('leaves agents for the inbound calls that are to come', () => {
    const agents = times(6, ready);
    const alone = decide('predictive', snapshot({ agents })).calls;
    expect(decide('predictive', snapshot({ agents, inboundPerSecond: 0.3 })).calls).toBeLessThan(alone);
  });

  it('leaves agents for the calls of a campaign that shares them', () => {
    const agents = times(6, ready);
    const calls = times(20, { ...dialling, isOwn: false });
    const alone = decide('predictive', snapshot({ agents })).calls;
    expect(decide('predictive', snapshot({ agents, calls })).calls).toBeLessThan(alone - 5);
  });

  it('becomes bolder while the account has credit, and more careful in debt', () => {
    const agents = [...times(4, ready), ...times(16, talking)];
    const [debt, even, credit] = [12, 6, 0].map(
      (abandoned) => decide('predictive', snapshot({ agents, account: { ...fine, abandoned } })).calls,
    );
    expect(debt).toBeLessThan(even ?? 0);
    expect(even).toBeLessThan(credit ?? 0);
  });

  it.each<[string, AbandonAccount | null]>([
    ['there is no account', null],
    ['one more abandoned call would break the limit', { ...fine, abandoned: 9, answersToCome: 0 }],
    ['nobody at all is to be abandoned', { ...fine, aim: 0 }],
    ['three of the first hundred were abandoned', { ...fine, abandoned: 3, answered: 20, answersToCome: 0 }],
  ])('is one call for each free agent when %s', (_, account) => {
    const asked = snapshot({ agents: times(3, ready), account });
    expect(decide('predictive', asked)).toMatchObject({ calls: 3, limitedBy: 'account_stop' });
    expect(decide('power', asked).calls).toBe(3);
  });

  it('does not freeze for two abandoned calls among the first ten', () => {
    const account = { ...fine, abandoned: 2, answered: 10 };
    expect(decide('predictive', snapshot({ agents: times(3, ready), account })).calls).toBeGreaterThan(3);
  });

  it('asks a trunk that fails with one call at a time', () => {
    const limits = { ...wide, trunkFailures: { failed: 18, of: 20 } };
    const agents = times(10, ready);
    expect(decide('predictive', snapshot({ agents, limits }))).toMatchObject({
      calls: 1,
      limitedBy: 'trunk_failing',
    });
    expect(decide('predictive', snapshot({ agents, limits, calls: [dialling] })).calls).toBe(0);
  });
});

describe.each(['progressive', 'power', 'predictive'] as const)('%s says what held it back', (mode) => {
  it.each([
    { limits: { linesFree: 1 }, limitedBy: 'lines_in_use' },
    { limits: { trunkLinesFree: 1 }, limitedBy: 'trunk_in_use' },
    { limits: { callsAllowedNow: 1 }, limitedBy: 'calls_per_second' },
  ])('$limitedBy', ({ limits, limitedBy }) => {
    const asked = snapshot({ agents: times(3, ready), limits: { ...wide, ...limits } });
    expect(decide(mode, asked)).toMatchObject({ calls: 1, limitedBy });
  });
});

const anyAgent = fc.record({
  state: fc.constantFrom('ready', 'talking', 'wrap_up', 'paused', 'offline'),
  sinceMs: fc.integer({ min: nowMs - 600_000, max: nowMs }),
  isReachable: fc.boolean(),
  law: fc.integer({ min: 0, max: 3 }),
  leavesAtMs: fc.option(fc.integer({ min: nowMs, max: nowMs + 60_000 })),
}) satisfies fc.Arbitrary<AgentSnapshot>;
const anyCall = fc.record({
  stage: fc.constantFrom('dialling', 'detecting', 'waiting', 'connected'),
  sinceMs: fc.integer({ min: nowMs - 90_000, max: nowMs + 1_000 }),
  law: fc.integer({ min: 0, max: 3 }),
  isOwn: fc.boolean(),
}) satisfies fc.Arbitrary<CallSnapshot>;
const anyLimits = fc.record({
  linesFree: fc.integer({ min: -5, max: 60 }),
  trunkLinesFree: fc.integer({ min: -5, max: 60 }),
  callsAllowedNow: fc.integer({ min: 0, max: 60 }),
  trunkFailures: fc.record({ failed: fc.integer({ min: 0, max: 20 }), of: fc.constant(20) }),
});
const anyAccount = fc.record({
  abandoned: fc.integer({ min: 0, max: 30 }),
  answered: fc.integer({ min: 0, max: 900 }),
  answeredMin: fc.constant(100),
  limit: fc.constantFrom(0.03, 0.05),
  aim: fc.constantFrom(0.01, 0.02, 0.028),
  answersToCome: fc.integer({ min: 0, max: 500 }),
});
const anySnapshot = fc
  .record({
    agents: fc.array(anyAgent, { maxLength: 40 }),
    calls: fc.array(anyCall, { maxLength: 60 }),
    limits: anyLimits,
    account: fc.option(anyAccount),
    marginalRatio: fc.double({ min: 0.004, max: 1, noNaN: true }),
    powerRatio: fc.double({ min: 1, max: 5, noNaN: true }),
    inboundPerSecond: fc.constantFrom(0, 0.1),
  })
  .map((change) => snapshot(change));
const anyMode = fc.constantFrom('preview', 'progressive', 'power', 'predictive');

describe('whatever the dialer knows', () => {
  it('never asks for more than lines and rate allow, nor for less than none', () => {
    fc.assert(
      fc.property(anyMode, anySnapshot, (mode, asked) => {
        const { calls } = decide(mode, asked);
        const { linesFree, trunkLinesFree, callsAllowedNow } = asked.limits;
        expect(calls).toBeGreaterThanOrEqual(0);
        expect(calls).toBeLessThanOrEqual(Math.max(0, Math.min(linesFree, trunkLinesFree, callsAllowedNow)));
      }),
    );
  });

  it('never exceeds the free agents in progressive and preview, nor in any mode without a lawful account', () => {
    fc.assert(
      fc.property(anyMode, anySnapshot, (mode, asked) => {
        const isBold = mode === 'power' || mode === 'predictive';
        const { calls, agentsFree } = decide(mode, isBold ? { ...asked, account: null } : asked);
        const out = asked.calls.filter(({ stage }) => stage !== 'connected').length;
        expect(calls).toBeLessThanOrEqual(Math.max(0, agentsFree - out));
      }),
    );
  });

  it('never calls less in predictive than one for each free agent would', () => {
    fc.assert(
      fc.property(anySnapshot, (asked) => {
        expect(decide('predictive', asked).calls).toBeGreaterThanOrEqual(decide('progressive', asked).calls);
      }),
    );
  });

  it('never calls less for one more free agent', () => {
    fc.assert(
      fc.property(anyMode, anySnapshot, (mode, asked) => {
        const more = { ...asked, agents: [...asked.agents, ready] };
        expect(decide(mode, more).calls).toBeGreaterThanOrEqual(decide(mode, asked).calls);
      }),
    );
  });

  it('never calls more with one more person abandoned', () => {
    fc.assert(
      fc.property(anyMode, anySnapshot, (mode, asked) => {
        if (!asked.account) return;
        const worse = { ...asked, account: { ...asked.account, abandoned: asked.account.abandoned + 1 } };
        expect(decide(mode, worse).calls).toBeLessThanOrEqual(decide(mode, asked).calls);
      }),
    );
  });

  it('decides the same again from the snapshot as it was stored', () => {
    fc.assert(
      fc.property(anyMode, anySnapshot, (mode, asked) => {
        const stored: Snapshot = JSON.parse(JSON.stringify(asked));
        expect(decide(mode, stored)).toEqual(decide(mode, asked));
      }),
    );
  });
});
