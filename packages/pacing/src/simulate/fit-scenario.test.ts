import { describe, expect, test } from 'vitest';
import { durationMean } from './duration.ts';
import { fitScenario, type MeasuredCampaign, nothingMeasured, type PlannedDay } from './fit-scenario.ts';
import type { Rule } from './pacer.ts';
import type { Scenario } from './scenario.ts';
import { simulate } from './simulate.ts';

const hour = 3600;
/** So many calls for each agent who is ready: what is fitted does not hang on how it is paced. */
const callsPerAgent = (ratio: number): Rule => ({
  name: `${ratio}`,
  start: () => ({
    everyMs: 1000,
    onEvents: true,
    place: ({ readyCount, calls }) => Math.max(0, Math.ceil(ratio * readyCount) - calls.length),
  }),
});

const day: PlannedDay = {
  name: 'truth',
  seed: 1,
  opensAt: 9 * hour,
  closesAt: 18 * hour,
  teams: [
    {
      site: 'here',
      agents: 12,
      shift: null,
      pausesPerHour: 0,
      pause: { kind: 'fixed', seconds: 600 },
      hourlyCost: 10,
      currency: 'EUR',
    },
  ],
  trunk: { linesMax: 100, callsPerSecondMax: 20 },
  ringSeconds: 25,
  leads: null,
  attemptsMax: 4,
  retryMinutes: 60,
};

/** Refusals of 20 s, interviews of 300 s; more answers in the evening; detection that is never wrong nor late. */
const truth: Scenario = {
  ...day,
  lists: [
    {
      name: 'truth',
      leads: null,
      attemptsMax: 4,
      retryMinutes: 60,
      answerShare: Array.from({ length: 24 }, (_, at) => (at < 14 ? 0.22 : 0.34)),
      machineShare: 0,
      busyShare: 0.08,
      invalidShare: 0.04,
      answerDelay: { kind: 'lognormal', mean: 11, variation: 0.4 },
      machineDelay: { kind: 'fixed', seconds: 18 },
      failDelay: { kind: 'lognormal', mean: 3, variation: 0.4 },
    },
  ],
  talk: {
    kind: 'mixture',
    parts: [
      { share: 0.7, law: { kind: 'lognormal', mean: 20, variation: 0.4 } },
      { share: 0.3, law: { kind: 'lognormal', mean: 300, variation: 0.3 } },
    ],
  },
  wrapUp: { kind: 'gamma', mean: 18, variation: 0.5 },
  machineTalk: { kind: 'fixed', seconds: 6 },
  successShare: 0.1,
  patience: { kind: 'exponential', mean: 8 },
  detection: null,
  shocks: [],
  inboundPerHour: 0,
  noise: 0.2,
};

/** The history that some simulated days leave behind, as a dialer would write it down. */
function historyOf(scenario: Scenario, seeds: readonly number[]): MeasuredCampaign {
  const quarters = new Map<string, MeasuredCampaign['quarters'][number]>();
  const [answers, fails, talks, wrapUps]: number[][] = [[], [], [], []];
  for (const seed of seeds) {
    const rule = callsPerAgent(1);
    const watched: Rule = {
      ...rule,
      start(terms, known) {
        const pacer = rule.start(terms, known);
        return {
          ...pacer,
          callSettled(fate, afterMs, nowMs) {
            const placedAt = (nowMs - afterMs) / 1000;
            const key = `${seed} ${Math.floor(placedAt / 900)}`;
            const none = {
              hour: Math.floor(placedAt / hour),
              calls: 0,
              people: 0,
              machines: 0,
              busy: 0,
              invalid: 0,
            };
            const before = quarters.get(key) ?? none;
            quarters.set(key, {
              ...before,
              calls: before.calls + 1,
              people: before.people + (fate === 'offered' ? 1 : 0),
              busy: before.busy + (fate === 'busy' ? 1 : 0),
              invalid: before.invalid + (fate === 'invalid' ? 1 : 0),
            });
            if (fate === 'offered') answers?.push(afterMs / 1000);
            if (fate === 'busy' || fate === 'invalid') fails?.push(afterMs / 1000);
          },
          talkEnded(lastedMs) {
            talks?.push(lastedMs / 1000);
          },
          wrapUpEnded(lastedMs) {
            wrapUps?.push(lastedMs / 1000);
          },
        };
      },
    };
    simulate({ ...scenario, seed }, watched);
  }
  return {
    ...nothingMeasured,
    quarters: [...quarters.values()],
    answerSeconds: answers ?? [],
    failSeconds: fails ?? [],
    talkSeconds: talks ?? [],
    wrapUpSeconds: wrapUps ?? [],
    talks: talks?.length ?? 0,
    successes: Math.round((talks?.length ?? 0) / 10),
  };
}

/** Mean over days of seeds that the history has not seen. */
function shares(scenario: Scenario, ratio: number) {
  const reports = [101, 102, 103, 104, 105].map((seed) =>
    simulate({ ...scenario, seed }, callsPerAgent(ratio)),
  );
  const mean = (of: 'busyShare' | 'abandonedShare') =>
    reports.reduce((sum, report) => sum + report[of], 0) / reports.length;
  return { busy: mean('busyShare'), abandoned: mean('abandonedShare') };
}

const history = historyOf(truth, [1, 2, 3, 4, 5]);
const fitted = fitScenario(history, day);

describe('a scenario fitted to simulated days', () => {
  test.each([1, 2])('comes to the same shares as the truth, at %d calls for each agent', (ratio) => {
    const [own, real] = [shares(fitted, ratio), shares(truth, ratio)];
    expect(Math.abs(own.busy - real.busy)).toBeLessThan(0.02);
    expect(Math.abs(own.abandoned - real.abandoned)).toBeLessThan(0.015);
  });

  test('has the answer share of each hour, and of hours without calls the day’s', () => {
    const [list] = fitted.lists;
    expect(list?.answerShare[10]).toBeCloseTo(0.22, 1);
    expect(list?.answerShare[16]).toBeCloseTo(0.34, 1);
    expect(list?.answerShare[3]).toBeGreaterThan(0.24);
    expect(list?.answerShare[3]).toBeLessThan(0.33);
  });

  test('keeps two humps: hardly any talk of a length between refusal and interview', () => {
    const law = fitted.talk.kind === 'mixture' ? fitted.talk.parts[0]?.law : null;
    const seconds = law?.kind === 'empirical' ? law.seconds : [];
    const share = (from: number, to: number) =>
      seconds.filter((each) => each >= from && each < to).length / seconds.length;
    expect(share(0, 70)).toBeCloseTo(0.7, 1);
    expect(share(70, 130)).toBeLessThan(0.03);
    expect(durationMean(fitted.talk)).toBeCloseTo(durationMean(truth.talk), -1);
  });

  test('is about as unsteady, and a steady truth is found steady', () => {
    expect(fitted.noise).toBeGreaterThan(0.1);
    expect(fitted.noise).toBeLessThan(0.3);
    const steady = fitScenario(historyOf({ ...truth, noise: 0 }, [1, 2, 3, 4, 5]), day);
    expect(steady.noise).toBeLessThan(0.1);
  });
});

test('nothing measured gives the cautious assumptions', () => {
  const scenario = fitScenario(nothingMeasured, day);
  expect(scenario.lists[0]?.answerShare).toEqual(Array.from({ length: 24 }, () => 0.15));
  expect(scenario.talk).toEqual({ kind: 'lognormal', mean: 120, variation: 1 });
});

test('a handful of calls moves the assumptions a little, and no further', () => {
  const quarter = { hour: 10, calls: 10, people: 9, machines: 0, busy: 0, invalid: 0 };
  const scenario = fitScenario({ ...nothingMeasured, quarters: [quarter], talkSeconds: [600] }, day);
  expect(scenario.lists[0]?.answerShare[10]).toBeGreaterThan(0.15);
  expect(scenario.lists[0]?.answerShare[10]).toBeLessThan(0.5);
  expect(durationMean(scenario.talk)).toBeGreaterThan(120);
  expect(durationMean(scenario.talk)).toBeLessThan(200);
});
