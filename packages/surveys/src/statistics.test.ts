import { describe, expect, test } from 'vitest';
import { chiSquare, residuals } from './cross-table.ts';
import { chiSquareTail, normalQuantile, tQuantile } from './distributions.ts';
import { interviewerEffect } from './interviewer-effects.ts';
import { meanInterval, wilson } from './margins.ts';
import { outcomeRates } from './response.ts';
import { kishDesignEffect, weigh } from './weights.ts';

// Each figure was held against a source that could be read; where that was not the first one, the comment says which.
describe('what published tables and examples say', () => {
  test.each([
    // Upper critical values as in NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4. Read in the table “The
    // Chi-Square Distribution” of the NUST (Namibia) examination papers (3.84146, 5.99146, 18.30704, 6.63490), and in a
    // copy of the handbook's table (its line of 100 degrees: … 118.498 124.342 129.561 …).
    [3.841, 1, 0.05],
    [5.991, 2, 0.05],
    [18.307, 10, 0.05],
    [6.635, 1, 0.01],
    [124.342, 100, 0.05],
  ])('chi-square of %f with %i degrees leaves %f', (value, degrees, tail) => {
    expect(chiSquareTail(value, degrees)).toBeCloseTo(tail, 4);
  });

  test.each([
    // NIST/SEMATECH e-Handbook, 1.3.6.7.2 (eda3672.htm). Read up to 30 degrees in the copy of that table in the source
    // of Benchmark.js (tTable); for 100 degrees in a public test against the same table.
    [1, 12.706],
    [2, 4.303],
    [10, 2.228],
    [30, 2.042],
    [100, 1.984],
  ])('t with %i degrees is exceeded with 2.5 %% from %f', (degrees, value) => {
    expect(tQuantile(0.025, degrees)).toBeCloseTo(value, 3);
  });

  test('the normal distribution is exceeded with 2.5 % from 1.959964', () => {
    expect(normalQuantile(0.025)).toBeCloseTo(1.959964, 6);
  });

  test.each([
    // Newcombe 1998, Statistics in Medicine 17:857–872, Table I, method 3 (score without continuity correction). Of the
    // paper itself only the beginning could be read; the figures are those that another project's tests quote from it.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('Wilson’s interval of %i in %i', (count, base, low, high) => {
    const interval = wilson(count / base, base);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  test('the interval of a mean is that of the heat flow meter data', () => {
    // NIST/SEMATECH e-Handbook, 1.3.5.2 (eda352.htm): ZARR13.DAT, 195 measurements. The page's interval, (9.258242,
    // 9.264679), was read where public code quotes it with its address.
    const interval = meanInterval({ mean: 9.26146, deviation: 0.02278881, base: 195 });
    // Mean and deviation are rounded as printed there: so far do they carry.
    expect(Math.abs((interval.low ?? 0) - 9.258242)).toBeLessThan(1e-6);
    expect(Math.abs((interval.high ?? 0) - 9.264679)).toBeLessThan(1e-6);
  });

  test('chi-square of party by gender is 30.07', () => {
    // Agresti 2007, An Introduction to Categorical Data Analysis, 2nd edition, p. 39: the table as in the example of R's
    // ?chisq.test. The residuals were read in the example output of ?chisq.posthoc.test (rdrr.io), 30.07 in a public
    // test that names the same table.
    const table = [
      [762, 327, 468],
      [484, 239, 477],
    ];
    const found = chiSquare(table);
    expect(found?.value).toBeCloseTo(30.07, 2);
    expect(found?.degrees).toBe(2);
    expect(found?.p).toBeLessThan(0.001);
    expect(found?.isUncertain).toBe(false);
    const [females = []] = residuals(table);
    for (const [at, wanted] of [4.502054, 0.6994517, -5.315946].entries())
      expect(females[at]).toBeCloseTo(wanted, 6);
  });

  test('Cramér’s V of arthritis treatment by improvement is 0.394', () => {
    // The Arthritis data of R's vcd package (Koch and Edwards 1988), Treatment by Improved. What assocstats prints of it,
    // 13.055, 0.0014626 and 0.394, was read in two published sessions.
    const found = chiSquare([
      [29, 7, 7],
      [13, 7, 21],
    ]);
    expect(found?.value).toBeCloseTo(13.055, 3);
    expect(found?.p).toBeCloseTo(0.0014626, 7);
    expect(found?.cramersV).toBeCloseTo(0.394, 3);
  });

  test('says when expected counts are too small', () => {
    expect(
      chiSquare([
        [3, 1],
        [1, 3],
      ])?.isUncertain,
    ).toBe(true);
  });

  test('the intraclass correlation of six targets by four judges is 0.17', () => {
    // The ratings of Shrout and Fleiss 1979, Psychological Bulletin 86:420–428. Read as the example of R's psych::ICC,
    // which prints ICC1 0.17 (F 1.8 with 5 and 18 degrees of freedom).
    const targets = [
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
      [6, 2, 4, 7],
    ];
    const effect = interviewerEffect(
      targets.map((values, at) => ({
        id: String(at),
        count: values.length,
        sum: values.reduce((sum, value) => sum + value, 0),
        squares: values.reduce((sum, value) => sum + value * value, 0),
      })),
    );
    expect(effect?.intraclassCorrelation).toBeCloseTo(0.17, 2);
  });

  test.each([
    // By hand, from the formula of Kish 1992, Journal of Official Statistics 8:183–200, n Σw² / (Σw)², as R's
    // surveysd::kishFactor documents it (there its square root): two strata of the same size whose sampling fractions
    // differ by k come to (k + 1)² / 4k. The paper's own table could not be read.
    [2, 1.125],
    [3, 1.333],
    [4, 1.5625],
    [5, 1.8],
    [10, 3.025],
  ])('weights that differ %i times cost %f', (k, effect) => {
    const rows = [
      { weight: 1 / k, count: 1000 * k },
      { weight: 1, count: 1000 },
    ];
    expect(kishDesignEffect(rows)).toBeCloseTo(effect, 3);
  });

  test('raking four by four groups comes to the published table', () => {
    // The table and margins of the example in the English Wikipedia (“Iterative proportional fitting”), which stops after
    // a few rounds; carried to its end it stands in the README of ProportionalFitting.jl, compared here.
    const counts = [
      [40, 30, 20, 10],
      [35, 50, 100, 75],
      [30, 80, 70, 120],
      [20, 30, 40, 50],
    ];
    const fitted = [
      [64.5585, 46.2325, 35.3843, 3.82473],
      [49.9679, 68.1594, 156.499, 25.3742],
      [56.7219, 144.428, 145.082, 53.7673],
      [28.7516, 41.18, 63.0347, 17.0337],
    ];
    const share = (of: readonly number[]) =>
      Object.fromEntries(of.map((part, at) => [String(at), part / 1000]));
    const cells = counts.flatMap((row, r) => row.map((count, c) => ({ key: `${r}/${c}`, count })));
    const weights = weigh(
      cells,
      ['row', 'column'],
      [
        { dimensionId: 'row', shares: share([150, 300, 400, 150]) },
        { dimensionId: 'column', shares: share([200, 300, 400, 100]) },
      ],
    );
    expect(weights.isConverged).toBe(true);
    const total = cells.reduce((sum, { count }) => sum + count, 0);
    fitted.forEach((row, r) => {
      row.forEach((wanted, c) => {
        const weighted = (counts[r]?.[c] ?? 0) * (weights.byCell.get(`${r}/${c}`) ?? 0);
        // Six digits are printed; ours stops within a millionth of the margins.
        expect(Math.abs((weighted * 1000) / total / wanted - 1)).toBeLessThan(1e-5);
      });
    });
  });
});

describe('rates by the Standard Definitions', () => {
  test('are those of the worked example of R’s outcomerate', () => {
    // README of ropensci/outcomerate (“Let’s say you try to survey 12 people”; one of them is not eligible), which
    // follows the Standard Definitions of 2016: RR1 0.364, RR2 0.545, COOP1 0.500, REF1 0.091, CON1 0.727.
    const rates = outcomeRates({ I: 4, P: 2, R: 1, NC: 1, O: 1, UH: 1, UO: 1 });
    expect(rates.RR1).toBeCloseTo(0.364, 3);
    expect(rates.RR2).toBeCloseTo(0.545, 3);
    expect(rates.COOP1).toBeCloseTo(0.5, 3);
    expect(rates.REF1).toBeCloseTo(0.091, 3);
    expect(rates.CON1).toBeCloseTo(0.727, 3);
  });

  test('count as the formulas of RR1, RR2, COOP1, REF1 and CON1 do', () => {
    // Reckoned by hand, so that each letter weighs differently.
    const rates = outcomeRates({ I: 400, P: 50, R: 300, NC: 100, O: 50, UH: 80, UO: 20 });
    expect(rates).toEqual({ RR1: 0.4, RR2: 0.45, COOP1: 0.5, REF1: 0.3, CON1: 0.8 });
  });

  test('are unknown where there is no case', () => {
    expect(outcomeRates({ I: 0, P: 0, R: 0, NC: 0, O: 0, UH: 0, UO: 0 }).RR1).toBeNull();
  });
});

describe('weights', () => {
  test('leave out interviews whose group is not known, and say how many', () => {
    const margin = { dimensionId: 'sex', shares: { m: 0.5, f: 0.5 } };
    const weights = weigh(
      [
        { key: 'm', count: 60 },
        { key: 'f', count: 30 },
        { key: '?', count: 10 },
      ],
      ['sex'],
      [margin],
    );
    expect(weights).toMatchObject({ method: 'poststratification', isConverged: true, leftOutCount: 10 });
    expect(weights.byCell.get('f')).toBeCloseTo(1.5, 6);
    expect(weights.effectiveSize).toBeCloseTo(80, 3);
  });

  test('stay within a fifth and five times the mean, and then do not converge', () => {
    const margin = { dimensionId: 'sex', shares: { m: 0.5, f: 0.5 } };
    const weights = weigh(
      [
        { key: 'm', count: 990 },
        { key: 'f', count: 10 },
      ],
      ['sex'],
      [margin],
    );
    expect(weights.isConverged).toBe(false);
    expect(weights.trimmedCount).toBeGreaterThan(0);
    expect((weights.byCell.get('f') ?? 0) / (weights.byCell.get('m') ?? 1)).toBeLessThan(6);
  });
});

describe('interviewers', () => {
  const sums = (shares: readonly number[]) =>
    shares.map((share, at) => ({ id: `i${at}`, count: 100, sum: share * 100, squares: share * 100 }));

  test('who ask alike are not told apart', () => {
    const effect = interviewerEffect(sums([0.5, 0.52, 0.48, 0.5]));
    expect(effect?.deviations.filter(({ isBeyond }) => isBeyond)).toEqual([]);
  });

  test('of whom one gets other answers are told apart', () => {
    const effect = interviewerEffect(sums([0.5, 0.52, 0.48, 0.5, 0.51, 0.49, 0.5, 0.52, 0.48, 0.9]));
    expect(effect?.deviations.filter(({ isBeyond }) => isBeyond).map(({ id }) => id)).toEqual(['i9']);
  });
});
