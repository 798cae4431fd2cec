import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Chances } from './chances.ts';
import { horizonsCount } from './forecast.ts';
import { type Race, riskOf } from './shortfall.ts';

/** Rows in which every horizon has the same chance. */
const steady = (...chances: readonly number[]): Chances => {
  const all = new Chances();
  for (const chance of chances) all.add(new Float64Array(horizonsCount).fill(chance), 0);
  return all;
};

/** P(so many come true), each by counting every way it can happen. */
function enumerated(chances: readonly number[]): readonly number[] {
  const law = new Array<number>(chances.length + 1).fill(0);
  for (let way = 0; way < 2 ** chances.length; way += 1) {
    let chance = 1;
    let trues = 0;
    for (const [index, one] of chances.entries()) {
      const isTrue = (way >> index) % 2 === 1;
      chance *= isTrue ? one : 1 - one;
      trues += isTrue ? 1 : 0;
    }
    law[trues] = (law[trues] ?? 0) + chance;
  }
  return law;
}

const someChances = fc.array(fc.double({ min: 0.001, max: 0.999, noNaN: true }), { maxLength: 8 });

describe('how many of some chances come true', () => {
  it('is what counting every way gives', () => {
    fc.assert(
      fc.property(someChances, (chances) => {
        const law = steady(...chances).counts(0);
        for (const [count, chance] of enumerated(chances).entries())
          expect(law[count]).toBeCloseTo(chance, 10);
      }),
    );
  });

  it.each([30, 200, 1_000])('of %d alike is their binomial law', (trials) => {
    const law = steady(...new Array<number>(trials).fill(0.1)).counts(0);
    const mean = law.reduce((sum, chance, count) => sum + count * chance, 0);
    const square = law.reduce((sum, chance, count) => sum + count ** 2 * chance, 0);
    expect(mean).toBeCloseTo(trials * 0.1, 4);
    expect(square - mean ** 2).toBeCloseTo(trials * 0.09, 2);
  });
});

describe('the risk of one more answer', () => {
  const race = (free: number, answers: readonly number[], agents: readonly number[]): Race => ({
    free,
    answers: steady(...answers),
    agents: steady(...agents),
    placed: new Float64Array(horizonsCount).fill(0.3),
  });

  it('is the chance that as many answer as agents are free or come free', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2, max: 5 }), someChances, someChances, (free, answers, agents) => {
        const byAnswers = enumerated(answers);
        const byAgents = enumerated(agents);
        let expected = 0;
        for (const [freed, agentChance] of byAgents.entries()) {
          for (const [answered, answerChance] of byAnswers.entries()) {
            if (answered >= free + freed) expected += agentChance * answerChance;
          }
        }
        expect(riskOf(race(free, answers, agents), 0)).toBeCloseTo(expected, 9);
      }),
    );
  });

  it('grows with the calls placed beside it, and falls with each free agent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), someChances, someChances, (free, answers, agents) => {
        const here = race(free, answers, agents);
        expect(riskOf(here, 1)).toBeGreaterThanOrEqual(riskOf(here, 0) - 1e-12);
        expect(riskOf(race(free + 1, answers, agents), 0)).toBeLessThanOrEqual(riskOf(here, 0) + 1e-12);
      }),
    );
  });

  it('is nothing while free agents outnumber the calls that are out', () => {
    expect(riskOf(race(3, [0.9, 0.9], []), 0)).toBe(0);
    expect(riskOf(race(3, [0.9, 0.9], []), 1)).toBeGreaterThan(0);
  });

  it('is nearly the same by the law of many as by the exact one', () => {
    const answers = new Array<number>(24).fill(0.3);
    const exact = riskOf(race(8, answers, [0.2, 0.2]), 0);
    const many = riskOf(race(8, [...answers, 1e-9], [0.2, 0.2]), 0);
    expect(many).toBeCloseTo(exact, 2);
  });
});
