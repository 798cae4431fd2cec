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

/** P(answers >= free + agents freed) of two binomial laws, term by term. */
function exactRisk(of: {
  calls: number;
  chance: number;
  agents: number;
  freeing: number;
  free: number;
}): number {
  let risk = 0;
  for (let freed = 0; freed <= of.agents; freed += 1) {
    for (let answered = of.free + freed; answered <= of.calls; answered += 1) {
      risk += binomial(of.agents, of.freeing, freed) * binomial(of.calls, of.chance, answered);
    }
  }
  return risk;
}

function binomial(trials: number, chance: number, count: number): number {
  let law = 1;
  for (let one = 0; one < count; one += 1) law *= ((trials - one) / (one + 1)) * chance;
  return law * (1 - chance) ** (trials - count);
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

describe('chances that are all but certain', () => {
  it.each([
    { says: 'a dozen and one beside a small one', chances: [...Array<number>(13).fill(1), 0.2], mean: 13.2 },
    { says: 'a dozen and one alike', chances: Array<number>(13).fill(1), mean: 13 },
    { says: 'three hundred alike', chances: Array<number>(300).fill(0.995), mean: 298.5 },
  ])('have a law that sums to one and keeps its mean: $says', ({ chances, mean }) => {
    const law = steady(...chances).counts(0);
    expect(law.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 6);
    expect(law.reduce((sum, chance, count) => sum + count * chance, 0)).toBeCloseTo(mean, 4);
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

  it('is full for a call of which no answer is known, once the free agents are spoken for', () => {
    const unknown = (free: number) => ({ ...race(free, [], []), placed: new Float64Array(horizonsCount) });
    expect(riskOf(unknown(0), 0)).toBe(1);
    expect(riskOf(unknown(2), 1)).toBe(0);
  });

  it('is nothing while free agents outnumber the calls that are out', () => {
    expect(riskOf(race(3, [0.9, 0.9], []), 0)).toBe(0);
    expect(riskOf(race(3, [0.9, 0.9], []), 1)).toBeGreaterThan(0);
  });

  it.each([
    { of: 'a dozen and one calls, by the binomial law', calls: 13, chance: 0.3, free: 6 },
    { of: 'forty calls, by the normal law and its skew', calls: 40, chance: 0.2, free: 12 },
    { of: 'a hundred calls', calls: 100, chance: 0.08, free: 13 },
  ])('is the exact one to a few in a thousand for $of', ({ calls, chance, free }) => {
    const freeing = 0.15;
    const exact = exactRisk({ calls, chance, agents: 8, freeing, free });
    const found = riskOf(
      race(free, new Array<number>(calls).fill(chance), new Array<number>(8).fill(freeing)),
      0,
    );
    expect(Math.abs(found - exact)).toBeLessThan(0.004);
  });
});
