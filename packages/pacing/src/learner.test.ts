import { describe, expect, it } from 'vitest';
import { type AgentSnapshot, type CallSnapshot, Learner } from './index.ts';
import { liveAfter, offeredBy, overBy, timeBin, timeBins, timeEdge } from './laws.ts';

const nothingLive = { nowMs: 0, agents: [], calls: [] };
const out = (seconds: number): CallSnapshot => ({
  stage: 'dialling',
  sinceMs: -seconds * 1000,
  law: 0,
  isOwn: true,
});
const talkingFor = (seconds: number): AgentSnapshot => ({
  state: 'talking',
  sinceMs: -seconds * 1000,
  isReachable: true,
  law: 0,
  leavesAtMs: null,
});

/** Answered after 5 s to 14 s in a share of calls; the others ring for 25 s. */
function told(learner: Learner, calls: number, share: number, law = 0): Learner {
  for (let call = 0; call < calls; call += 1) {
    const isAnswered = Math.floor((call + 1) * share) > Math.floor(call * share);
    if (isAnswered) learner.callSettled('offered', 5_000 + (call % 10) * 1_000, law);
    else learner.callSettled('unanswered', 25_000, law);
  }
  return learner;
}
const shareOf = (learner: Learner, law = 0) => learner.laws(nothingLive).calls[law]?.offered.at(-1) ?? 0;

describe('bins of time', () => {
  it('hold every duration between their edges', () => {
    for (const seconds of [0, 0.5, 1, 31.9, 32, 33.9, 64, 127, 600, 4_095]) {
      const bin = timeBin(seconds);
      expect(timeEdge(bin)).toBeLessThanOrEqual(seconds);
      expect(timeEdge(bin + 1)).toBeGreaterThan(seconds);
    }
    expect(timeBin(1e6)).toBe(timeBins - 1);
    expect(timeBin(-1)).toBe(0);
  });
});

describe('calls', () => {
  it('are taken as answered often before anything is known', () => {
    expect(shareOf(new Learner())).toBeCloseTo(0.4, 1);
    expect(shareOf(new Learner({ prior: { answerShare: 0.1 } }))).toBeCloseTo(0.1, 1);
  });

  it.each([0.06, 0.2, 0.5])('show their answer share of %d after some hundred', (share) => {
    expect(shareOf(told(new Learner(), 600, share))).toBeCloseTo(share, 1);
  });

  it('show when they are answered, and that long ringing means no', () => {
    const [law] = told(new Learner(), 800, 0.3).laws(nothingLive).calls;
    if (!law) throw new Error('no law');
    expect(offeredBy(law, 4)).toBeLessThan(0.03);
    const young = (offeredBy(law, 15) - offeredBy(law, 3)) / liveAfter(law, 3);
    const old = (offeredBy(law, 30) - offeredBy(law, 18)) / liveAfter(law, 18);
    expect(young).toBeGreaterThan(0.25);
    expect(old).toBeLessThan(0.06);
  });

  it('still out count for as long as they ring: the first to be answered do not mislead', () => {
    const learner = new Learner({ prior: { answerShare: 0.1 } });
    for (let call = 0; call < 10; call += 1) learner.callSettled('offered', 6_000);
    const calls = Array.from({ length: 90 }, () => out(8));
    const seen = learner.laws({ ...nothingLive, calls }).calls[0]?.offered[9] ?? 0;
    const unseen = new Learner({ state: learner.state() }).laws(nothingLive).calls[0]?.offered[9] ?? 0;
    expect(seen).toBeLessThan(0.18);
    expect(unseen).toBeGreaterThan(0.22);
  });

  it('that the trunk did not carry say nothing of the list', () => {
    const learner = told(new Learner(), 400, 0.25);
    const before = learner.state();
    for (let call = 0; call < 100; call += 1) learner.callSettled('failed', 200);
    expect(learner.state()).toEqual(before);
  });

  it('are believed to be answered more often within a hundred calls of it, less often within four hundred', () => {
    const doubled = told(told(new Learner(), 2_000, 0.15), 100, 0.3);
    expect(shareOf(doubled)).toBeGreaterThan(0.2);
    const halved = told(told(new Learner(), 2_000, 0.3), 400, 0.15);
    expect(shareOf(halved)).toBeLessThan(0.22);
  });

  it('have a law of their own by group, shrunk to that of all', () => {
    const learner = new Learner();
    const mornings = learner.lawOfGroup('morning');
    const evenings = learner.lawOfGroup('evening');
    for (let round = 0; round < 20; round += 1) {
      told(learner, 40, 0.1, mornings);
      told(learner, 40, 0.4, evenings);
    }
    expect(shareOf(learner, mornings)).toBeLessThan(0.17);
    expect(shareOf(learner, evenings)).toBeGreaterThan(0.32);
    expect(learner.lawOfGroup('morning')).toBe(mornings);
  });
});

describe('talks', () => {
  const humps = (learner: Learner) => {
    for (let talk = 0; talk < 400; talk += 1) {
      learner.talkEnded(talk % 4 === 0 ? 280_000 + (talk % 40) * 1_000 : 15_000 + (talk % 10) * 1_000);
    }
    return learner;
  };

  it('of two humps are seen as such: after a minute, four more are to come', () => {
    const [law] = humps(new Learner()).laws(nothingLive).talk;
    if (!law) throw new Error('no law');
    expect(overBy(law, 30)).toBeCloseTo(0.75, 1);
    const overInAMinute = (overBy(law, 120) - overBy(law, 60)) / (1 - overBy(law, 60));
    expect(overInAMinute).toBeLessThan(0.1);
  });

  it('still going on count, so that the short ones at the start do not mislead', () => {
    const learner = new Learner();
    for (let talk = 0; talk < 6; talk += 1) learner.talkEnded(20_000);
    const short = new Learner({ state: learner.state() }).laws(nothingLive).talk[0];
    const agents = Array.from({ length: 14 }, () => talkingFor(120));
    const seen = learner.laws({ ...nothingLive, agents }).talk[0];
    if (!short || !seen) throw new Error('no law');
    expect(overBy(seen, 60)).toBeLessThan(overBy(short, 60) - 0.15);
  });

  it('are foretold from a script step once it has been seen often enough', () => {
    const learner = new Learner();
    expect(learner.lawOfStep('appointment')).toBe(0);
    for (let talk = 0; talk < 60; talk += 1) {
      learner.talkEnded(200_000, [{ step: 'appointment', leftMs: 30_000 }]);
    }
    const { talk } = learner.laws(nothingLive);
    const law = talk[learner.lawOfStep('appointment')];
    if (!law) throw new Error('no law');
    expect(learner.lawOfStep('appointment')).toBe(1);
    expect(overBy(law, 40)).toBeGreaterThan(0.8);
  });
});

describe('the price of one more person served', () => {
  it('falls with abandoned calls, rises without, and stays where the aim is met', () => {
    const start = new Learner().marginalRatio;
    const after = (abandoned: number, served: number) => {
      const learner = new Learner();
      for (let call = 0; call < abandoned; call += 1) learner.answerCounted(true, 0.025, 'abandonment_risk');
      for (let call = 0; call < served; call += 1) learner.answerCounted(false, 0.025, 'abandonment_risk');
      return learner.marginalRatio;
    };
    expect(after(10, 100)).toBeLessThan(start);
    expect(after(0, 400)).toBeGreaterThan(start);
    expect(after(10, 390)).toBeCloseTo(start, 6);
  });

  it('does not rise while the account forbids risk, and to the usual while the trunk holds the calls back', () => {
    const raised = (limitedBy: 'account_stop' | 'calls_per_second' | 'abandonment_risk') => {
      const learner = new Learner();
      for (let call = 0; call < 3_000; call += 1) learner.answerCounted(false, 0.025, limitedBy);
      return learner.marginalRatio;
    };
    expect(raised('account_stop')).toBe(new Learner().marginalRatio);
    expect(raised('calls_per_second')).toBe(0.1);
    expect(raised('abandonment_risk')).toBe(1);
  });

  it('falls whatever held the calls back', () => {
    const learner = new Learner();
    learner.answerCounted(true, 0.025, 'account_stop');
    expect(learner.marginalRatio).toBeLessThan(new Learner().marginalRatio);
  });
});

describe('a clock that steps back', () => {
  const hourAgo = -3_600_000;

  it('leaves the laws of talk and wrap-up lawful', () => {
    const learner = new Learner();
    learner.talkEnded(hourAgo, [{ step: 'hello', leftMs: hourAgo }]);
    learner.wrapUpEnded(hourAgo, false);
    const { talk, wrapUp } = learner.laws({ ...nothingLive, agents: [talkingFor(-3_600)] });
    for (const { over } of [...talk, wrapUp]) {
      for (const [bin, chance] of over.entries()) {
        expect(chance).toBeGreaterThanOrEqual(over[bin - 1] ?? 0);
        expect(chance).toBeLessThanOrEqual(1);
      }
    }
    expect(learner.handlingSeconds).toBeGreaterThan(0);
  });

  it('does not keep what is learnt from being used', () => {
    const learner = new Learner();
    const before = shareOf(learner);
    told(learner, 600, 0.06);
    const [law] = learner.laws({ ...nothingLive, nowMs: hourAgo }).calls;
    expect(law?.offered.at(-1)).toBeLessThan(before / 2);
  });
});

it('remembers so many script steps, and forgets those that are in use no more', () => {
  const learner = new Learner();
  for (let version = 0; version < 500; version += 1) {
    learner.talkEnded(60_000, [
      { step: 'hello', leftMs: 50_000 },
      { step: `question of version ${version}`, leftMs: 30_000 },
    ]);
  }
  const { steps } = learner.state();
  expect(steps.length).toBeLessThanOrEqual(64);
  expect(steps.map(({ step }) => step)).toContain('hello');
});

it('goes on where it stopped, from its state as stored', () => {
  const learner = told(new Learner(), 300, 0.2);
  learner.talkEnded(60_000, [{ step: 'hello', leftMs: 50_000 }]);
  learner.wrapUpEnded(10_000, true);
  learner.answerCounted(true, 0.02, null);
  const stored = JSON.parse(JSON.stringify(learner.state()));
  const again = new Learner({ state: stored });
  expect(again.state()).toEqual(learner.state());
  expect(again.laws(nothingLive).leaveShare).toBe(learner.laws(nothingLive).leaveShare);
});
