import { describe, expect, it } from 'vitest';
import type { CallFate } from '../call-fate.ts';
import type { Pacer, Rule, SimulatedFloor } from './pacer.ts';
import type { SimulationReport } from './report.ts';
import { usualTerms } from './run.ts';
import type { Scenario } from './scenario.ts';
import { simulate } from './simulate.ts';
import { fixed, list, ratioRule, smallCentre, team } from './small-centre.ts';

const hour = 3600;

/** A day with a bit of everything in it. */
const fullDay = smallCentre({
  teams: [
    team({ agents: 12, pausesPerHour: 1.5 }),
    team({ site: 'Toamasina', agents: 6, shift: { from: 9 * hour, to: 12 * hour }, pausesPerHour: 1 }),
    team({ agents: 4, shift: { from: 11 * hour, to: 15 * hour }, hourlyCost: 5 }),
  ],
  lists: [
    list({ leads: 1500, machineShare: 0.2, attemptsMax: 3, retryMinutes: 20 }),
    list({ name: 'second', machineShare: 0.3 }),
  ],
  patience: { kind: 'exponential', mean: 3 },
  detection: {
    delay: { kind: 'gamma', mean: 0.8, variation: 0.3 },
    personAsMachine: 0.03,
    machineAsPerson: 0.2,
  },
  trunk: { linesMax: 45, callsPerSecondMax: 1 },
  shocks: [
    { kind: 'trunk_fails', at: 10.5 * hour, seconds: 60 },
    { kind: 'agents_leave', at: 13 * hour, share: 0.25 },
  ],
  inboundPerHour: 30,
  noise: 0.2,
});

/** What a pacer is told in a day, and each picture it gets. */
function observe(scenario: Scenario, rule: Rule, look: (floor: SimulatedFloor) => void = () => {}) {
  const fates: Partial<Record<CallFate, number>> = {};
  const told = { settled: [] as string[], connected: 0, abandoned: 0, talks: 0, talkMs: 0, wrapUps: 0 };
  const report = simulate(scenario, {
    ...rule,
    start: (terms, known): Pacer => {
      const pacer = rule.start(terms, known);
      return {
        ...pacer,
        place(floor) {
          look(floor);
          return pacer.place(floor);
        },
        callSettled(fate, afterMs) {
          fates[fate] = (fates[fate] ?? 0) + 1;
          told.settled.push(`${fate} ${afterMs}`);
        },
        answerCounted(isAbandoned) {
          if (isAbandoned) told.abandoned++;
          else told.connected++;
        },
        talkEnded(lastedMs) {
          told.talks++;
          told.talkMs += lastedMs;
        },
        wrapUpEnded() {
          told.wrapUps++;
        },
      };
    },
  });
  return { report, fates, ...told };
}

describe('chance', () => {
  it('gives the same report for the same seed', () => {
    expect(simulate(fullDay, ratioRule(1.5))).toEqual(simulate(fullDay, ratioRule(1.5)));
  });

  it('gives another report for another seed', () => {
    const other = simulate({ ...fullDay, seed: 2 }, ratioRule(1.5));
    expect(other.talkSeconds).not.toBe(simulate(fullDay, ratioRule(1.5)).talkSeconds);
  });

  it('lets each call of a list have the same fate under two rules', () => {
    const scenario = smallCentre({ lists: [list({ leads: 800, machineShare: 0.2 })] });
    const slow = observe(scenario, ratioRule(1));
    const fast = observe(scenario, ratioRule(3));
    expect(slow.report.usedUpAt).not.toBe(fast.report.usedUpAt);
    expect(slow.settled.sort()).toEqual(fast.settled.sort());
  });

  it('lets each talk last as long under two rules', () => {
    const scenario = smallCentre({ lists: [list({ leads: 300 })], teams: [team({ agents: 40 })] });
    const [slow, fast] = [ratioRule(0.5), ratioRule(1)].map((rule) => observe(scenario, rule));
    expect(slow?.report.abandoned).toBe(0);
    expect(slow?.talkMs).toBe(fast?.talkMs);
  });
});

describe('nothing gets lost', () => {
  const ratios = [0.5, 1, 2.5];

  it.each(ratios)('pays each second of an agent once, at ratio %d', (ratio) => {
    const report = simulate(fullDay, ratioRule(ratio));
    const { talkSeconds, wrapUpSeconds, idleSeconds, pauseSeconds, paidSeconds } = report;
    expect(talkSeconds + wrapUpSeconds + idleSeconds + pauseSeconds).toBeCloseTo(paidSeconds, 3);
    expect(report.busyShare).toBeCloseTo((talkSeconds + wrapUpSeconds) / (paidSeconds - pauseSeconds), 9);
  });

  it('costs what the hours paid cost', () => {
    const report = simulate(smallCentre({ teams: [team({ hourlyCost: 4 })] }), ratioRule(1));
    expect(report.costBySite).toEqual([
      { site: 'Antananarivo', currency: 'EUR', cost: expect.closeTo((report.paidSeconds / hour) * 4, 6) },
    ]);
  });

  it('adds up the teams of one site', () => {
    expect(simulate(fullDay, ratioRule(1)).costBySite.map(({ site }) => site)).toEqual([
      'Antananarivo',
      'Toamasina',
    ]);
  });

  it.each(ratios)('gives each call one fate, at ratio %d', (ratio) => {
    const { report, settled } = observe(fullDay, ratioRule(ratio));
    expect(settled.length).toBe(report.calls);
  });

  it.each(ratios)(
    'counts every answer without detection: connected, hung up or abandoned, at ratio %d',
    (ratio) => {
      const { report, fates, connected, abandoned } = observe(
        { ...fullDay, detection: null },
        ratioRule(ratio),
      );
      expect(report.answered).toBe(fates.offered);
      expect(report.people + report.machines).toBe(fates.offered);
      expect(report.abandoned).toBe(abandoned);
      expect(report.answered - connected - abandoned).toBeGreaterThanOrEqual(0);
    },
  );

  it('counts, when nobody hangs up, everybody as connected or abandoned', () => {
    const { report, connected, abandoned } = observe(smallCentre(), ratioRule(3));
    expect(abandoned).toBeGreaterThan(0);
    expect(connected + abandoned).toBe(report.answered);
  });

  it('ends each talk with a wrap-up', () => {
    const { talks, wrapUps, connected } = observe({ ...fullDay, inboundPerHour: 0 }, ratioRule(2));
    expect([talks, wrapUps]).toEqual([connected, connected]);
  });

  it('adds up the minutes to the day', () => {
    const report = simulate(smallCentre(), ratioRule(2));
    const total = (of: 'calls' | 'abandoned') => report.minutes.reduce((sum, minute) => sum + minute[of], 0);
    expect(report.minutes.length).toBe(240);
    expect(total('calls')).toBe(report.calls);
    expect(Math.abs(total('abandoned') - report.abandoned)).toBeLessThan(5);
  });
});

describe('what a trunk and a list allow', () => {
  const greedy: Rule = { name: 'greedy', start: () => ({ everyMs: 100, onEvents: true, place: () => 1000 }) };

  it('never takes more lines than there are', () => {
    const taken: number[] = [];
    const miscounted: SimulatedFloor[] = [];
    observe({ ...fullDay, trunk: { linesMax: 45, callsPerSecondMax: 20 } }, greedy, (floor) => {
      taken.push(floor.calls.length + floor.connectedCount);
      const ready = floor.agents.filter(({ state }) => state === 'ready').length;
      if (floor.linesFree < 0 || floor.readyCount !== ready) miscounted.push({ ...floor });
    });
    expect(taken.reduce((most, lines) => Math.max(most, lines), 0)).toBe(45);
    expect(miscounted).toEqual([]);
  });

  it('never places more calls than the rate allows', () => {
    const report = simulate(smallCentre({ trunk: { linesMax: 5000, callsPerSecondMax: 2 } }), greedy);
    expect(Math.max(...report.minutes.map(({ calls }) => calls))).toBeLessThanOrEqual(122);
    expect(report.calls).toBeGreaterThan(2 * 4 * hour - 10);
    expect(report.calls).toBeLessThanOrEqual(2 * 4 * hour + 2);
  });

  it('uses a list up: each lead is called at most so often, and then there is no call any more', () => {
    const report = simulate(
      smallCentre({ lists: [list({ leads: 200, attemptsMax: 2, retryMinutes: 5 })] }),
      ratioRule(1),
    );
    expect(report.leadsLeft).toBe(0);
    expect(report.calls).toBeGreaterThan(200);
    expect(report.calls).toBeLessThanOrEqual(400);
    const after = report.minutes.filter(({ at }) => at > (report.usedUpAt ?? 0));
    expect(after.length).toBeGreaterThan(0);
    expect(after.every(({ calls }) => calls === 0)).toBe(true);
  });

  it('says when leads remain', () => {
    const report = simulate(smallCentre({ lists: [list({ leads: 100_000 })] }), ratioRule(1));
    expect(report.usedUpAt).toBeNull();
    expect(report.leadsLeft).toBeLessThan(100_000);
    expect(report.leadsLeft).toBeGreaterThan(90_000);
  });

  it('tries a lead again that the trunk failed, without counting an attempt', () => {
    let worst = 0;
    const { report, fates } = observe(
      smallCentre({
        lists: [list({ leads: 300 })],
        shocks: [{ kind: 'trunk_fails', at: 10 * hour, seconds: 600 }],
      }),
      ratioRule(1),
      (floor) => {
        worst = Math.max(worst, floor.trunkFailures.failed);
      },
    );
    expect(worst).toBe(20);
    expect(fates.failed).toBeGreaterThan(20);
    expect(report.leadsLeft).toBe(0);
    expect(report.calls - (fates.failed ?? 0)).toBe(300);
  });
});

describe('agents', () => {
  it('one call for each ready agent abandons nobody as long as nobody leaves', () => {
    const { report } = observe(smallCentre(), ratioRule(1));
    expect(report.calls).toBeGreaterThan(1000);
    expect(report.abandoned).toBe(0);
  });

  it('work within their shift and finish what they began', () => {
    const shift = { from: 11 * hour, to: 12 * hour };
    const seen = new Set<number | null>();
    const { report } = observe(smallCentre({ teams: [team({ shift })] }), ratioRule(1), (floor) => {
      for (const agent of floor.agents) seen.add(agent.leavesAtMs);
    });
    const calling = report.minutes.filter(({ calls }) => calls > 0).map(({ at }) => at);
    expect([calling.at(0), calling.at(-1)]).toEqual([shift.from, shift.to - 60]);
    expect(report.paidSeconds).toBeGreaterThanOrEqual(10 * hour);
    expect(report.paidSeconds).toBeLessThan(10 * (hour + 300));
    expect([...seen]).toEqual([shift.to * 1000]);
  });

  it('stay at closing time until the calls in flight are over', () => {
    const { report } = observe(smallCentre(), ratioRule(1));
    expect(report.paidSeconds).toBeGreaterThan(10 * 4 * hour);
    expect(report.abandoned).toBe(0);
  });

  it('take as many pauses as their team does', () => {
    const report = simulate(
      smallCentre({ teams: [team({ agents: 50, pausesPerHour: 2, pause: fixed(300) })] }),
      ratioRule(1),
    );
    const pauses = report.pauseSeconds / 300;
    const expected = (2 * (report.paidSeconds - report.pauseSeconds)) / hour;
    expect(Math.abs(pauses - expected)).toBeLessThan(4 * Math.sqrt(expected));
  });

  it('take callers before callees', () => {
    const quiet = simulate(smallCentre({ inboundPerHour: 0 }), ratioRule(1));
    const busy = simulate(smallCentre({ inboundPerHour: 400 }), ratioRule(1));
    expect(busy.calls).toBeLessThan(0.5 * quiet.calls);
    expect(busy.busyShare).toBeGreaterThan(quiet.busyShare);
  });

  it('leave for good when a shock makes them', () => {
    const on = { before: 0, after: 0 };
    const at = 12 * hour;
    observe(smallCentre({ shocks: [{ kind: 'agents_leave', at, share: 0.6 }] }), ratioRule(1), (floor) => {
      if (floor.nowMs < at * 1000) on.before = floor.agents.length;
      else on.after = floor.agents.length;
    });
    expect(on).toEqual({ before: 10, after: 4 });
  });
});

describe('shocks', () => {
  const halves = (report: SimulationReport) => {
    const half = (from: number) =>
      report.minutes
        .filter(({ at }) => at >= from && at < from + 2 * hour)
        .reduce((sum, { people, calls }) => ({ people: sum.people + people, calls: sum.calls + calls }), {
          people: 0,
          calls: 0,
        });
    return [half(10 * hour), half(12 * hour)].map(({ people, calls }) => people / calls);
  };

  it('double the answers from their instant on', () => {
    const shocks: Scenario['shocks'] = [{ kind: 'answers', at: 12 * hour, factor: 2 }];
    const [before = 0, after = 0] = halves(simulate(smallCentre({ shocks }), ratioRule(1)));
    expect(after / before).toBeGreaterThan(1.8);
    expect(after / before).toBeLessThan(2.2);
  });

  it('let machines answer, for as long as they last', () => {
    const shocks: Scenario['shocks'] = [{ kind: 'machines', at: 11 * hour, seconds: hour, share: 0.5 }];
    const { fates, report } = observe(smallCentre({ shocks }), ratioRule(1));
    expect(report.machines).toBeGreaterThan(100);
    expect(fates.offered).toBe(report.machines + report.people);
    expect(simulate(smallCentre(), ratioRule(1)).machines).toBe(0);
  });

  it('make talks longer', () => {
    const usual = observe(smallCentre({ talk: fixed(60) }), ratioRule(1));
    const shocks: Scenario['shocks'] = [{ kind: 'talk', at: 10 * hour, factor: 1.5 }];
    const long = observe(smallCentre({ talk: fixed(60), shocks }), ratioRule(1));
    expect(usual.talkMs / usual.talks).toBe(60_000);
    expect(long.talkMs / long.talks).toBe(90_000);
  });
});

describe('the account', () => {
  it('is closed at the end of each window, and opened empty', () => {
    const accounts: { atMs: number; answered: number }[] = [];
    const rule = { ...ratioRule(2), terms: { ...usualTerms, windowSeconds: hour } };
    const { report } = observe(smallCentre({ teams: [team({ agents: 40 })] }), rule, (floor) => {
      accounts.push({ atMs: floor.nowMs, answered: floor.account.answered });
    });
    const first = accounts.find(({ atMs }) => atMs >= 11 * hour * 1000);
    expect(first?.answered).toBeLessThan(5);
    expect(report.windows.count).toBe(4);
    expect(report.windows.worstShare).toBeGreaterThanOrEqual(report.abandonedShare);
  });

  it('counts a window only that holds enough answers', () => {
    const few = simulate(smallCentre({ teams: [team({ agents: 1 })] }), ratioRule(1));
    expect(few.windows).toEqual({ count: 0, overLimit: 0, worstShare: null });
  });

  it('counts people taken for machines as abandoned', () => {
    const detection = { delay: fixed(0.5), personAsMachine: 0.1, machineAsPerson: 0 };
    const report = simulate(
      smallCentre({ lists: [list({ machineShare: 0.3 })], teams: [team({ agents: 40 })], detection }),
      ratioRule(1),
    );
    expect(report.answered).toBe(report.people);
    const error = Math.sqrt((0.1 * 0.9) / report.answered);
    expect(Math.abs(report.abandonedShare - 0.1)).toBeLessThan(4 * error);
  });

  it('counts all as abandoned whom detection keeps beyond the limit', () => {
    const detection = { delay: fixed(3), personAsMachine: 0, machineAsPerson: 0 };
    expect(simulate(smallCentre({ detection }), ratioRule(1)).abandonedShare).toBe(1);
  });
});

it('refuses a pacer that wants to be asked without end', () => {
  const rule: Rule = { name: 'eager', start: () => ({ everyMs: 0, onEvents: false, place: () => 0 }) };
  expect(() => simulate(smallCentre(), rule)).toThrow(/more than 0/);
});
