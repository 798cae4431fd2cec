import { describe, expect, it } from 'vitest';
import type { Rule } from './pacer.ts';
import { usualTerms } from './run.ts';
import type { Duration } from './scenario.ts';
import { simulate } from './simulate.ts';
import { fixed, list, ratioRule, smallCentre, team } from './small-centre.ts';

const everyMs = 100;
const answerShare = 0.05;
const days = 12;

/** One call each beat, whoever is free: few of many are answered, at random delays, so answers come nearly as Poisson's. */
const steady = (limitMs: number): Rule => ({
  name: 'steady',
  terms: { ...usualTerms, limitMs },
  start: () => ({ everyMs, onEvents: false, place: () => 1 }),
});

/**
 * Share lost of a queue of c agents, exponential talks, where each waits `limit` at most. D. Y. Barrer, "Queuing with
 * impatient customers and ordered service", 1957; with limit 0 it is Erlang's loss formula.
 */
function lostShare(queue: {
  perSecond: number;
  talkSeconds: number;
  agents: number;
  limitSeconds: number;
}): number {
  const { perSecond, talkSeconds, agents, limitSeconds } = queue;
  const load = perSecond * talkSeconds;
  const freed = agents / talkSeconds;
  let state = 1;
  let sum = 1;
  for (let busy = 1; busy < agents; busy++) {
    state *= load / busy;
    sum += state;
  }
  const decay = Math.exp(-(freed - perSecond) * limitSeconds);
  const waiting =
    freed === perSecond
      ? perSecond * state * limitSeconds
      : (perSecond * state * (1 - decay)) / (freed - perSecond);
  const lost = (perSecond * state * decay) / freed;
  return lost / (sum + waiting + lost);
}

describe('a constant stream of answers on exponential talks', () => {
  it.each([
    { agents: 20, talkSeconds: 40, limitSeconds: 0 },
    { agents: 20, talkSeconds: 40, limitSeconds: 2 },
    { agents: 8, talkSeconds: 10, limitSeconds: 2 },
    { agents: 50, talkSeconds: 90, limitSeconds: 2 },
  ])('$agents agents, $talkSeconds s, limit $limitSeconds s: loses what queueing theory says', (queue) => {
    const shares = Array.from({ length: days }, (_, seed) => {
      const scenario = smallCentre({
        seed,
        teams: [team({ agents: queue.agents })],
        lists: [list({ answerShare: Array.from({ length: 24 }, () => answerShare) })],
        talk: { kind: 'exponential', mean: queue.talkSeconds },
        wrapUp: fixed(0),
      });
      return simulate(scenario, steady(queue.limitSeconds * 1000)).abandonedShare;
    });
    const mean = shares.reduce((sum, share) => sum + share, 0) / days;
    const spread = Math.sqrt(shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / (days - 1) / days);
    const expected = lostShare({ ...queue, perSecond: (answerShare * 1000) / everyMs });
    expect(expected).toBeGreaterThan(0.01);
    expect(Math.abs(mean - expected)).toBeLessThan(4 * spread);
  });
});

describe('what happens is what the scenario says', () => {
  const centre = (change: Parameters<typeof smallCentre>[0]) =>
    simulate(smallCentre({ teams: [team({ agents: 100 })], ...change }), ratioRule(1));

  it('answers by people and machines', () => {
    const report = centre({ lists: [list({ machineShare: 0.25 })] });
    const error = (share: number) => 4 * Math.sqrt((share * (1 - share)) / report.calls);
    expect(Math.abs(report.people / report.calls - 0.3)).toBeLessThan(error(0.3));
    expect(Math.abs(report.machines / report.calls - 0.25)).toBeLessThan(error(0.25));
  });

  it('answers by the hour of day', () => {
    const answers = Array.from({ length: 24 }, (_, hour) => (hour < 12 ? 0.1 : 0.4));
    const report = centre({ lists: [list({ answerShare: answers })] });
    const share = (from: number, to: number) => {
      const part = report.minutes.filter(({ at }) => at >= from * 3600 && at < to * 3600);
      const total = (of: 'people' | 'calls') => part.reduce((sum, minute) => sum + minute[of], 0);
      return total('people') / total('calls');
    };
    expect(share(10, 11.4)).toBeCloseTo(0.1, 1);
    expect(share(11.9, 12.1)).toBeCloseTo(0.25, 1);
    expect(share(12.6, 14)).toBeCloseTo(0.4, 1);
  });

  it('leaves some call unanswered, whatever the factors', () => {
    const report = centre({ shocks: [{ kind: 'answers', at: 0, factor: 10 }] });
    const error = Math.sqrt((0.91 * 0.09) / report.calls);
    expect(Math.abs(report.people / report.calls - 0.91)).toBeLessThan(4 * error);
  });

  it.each<[Duration]>([
    [{ kind: 'gamma', mean: 60, variation: 0.5 }],
    [{ kind: 'lognormal', mean: 90, variation: 1 }],
    [fixed(30)],
  ])('talks as long as %j', (talk) => {
    let talks = 0;
    const rule = ratioRule(1);
    const report = simulate(smallCentre({ teams: [team({ agents: 100 })], talk }), {
      ...rule,
      start: (terms, known) => ({ ...rule.start(terms, known), talkEnded: () => void talks++ }),
    });
    const mean = 'mean' in talk ? talk.mean : 30;
    const variation = 'variation' in talk ? talk.variation : 0.001;
    expect(Math.abs(report.talkSeconds / talks - mean)).toBeLessThan(
      (4 * mean * variation) / Math.sqrt(talks),
    );
  });

  it('succeeds as often as it should', () => {
    const report = centre({ successShare: 0.2 });
    const error = Math.sqrt((0.2 * 0.8) / report.people);
    expect(Math.abs(report.successes / report.people - 0.2)).toBeLessThan(4 * error);
  });
});
