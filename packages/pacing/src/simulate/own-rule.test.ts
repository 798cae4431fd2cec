import { describe, expect, it } from 'vitest';
import { learn, rulesOf } from './own-rule.ts';
import { usualTerms } from './run.ts';
import { simulate } from './simulate.ts';
import { list, smallCentre, team } from './small-centre.ts';

const quiet = smallCentre({ closesAt: 11 * 3600 });
const progressive = { mode: 'progressive', powerRatio: 1.5, account: usualTerms } as const;

describe('our own pacing in the simulator', () => {
  it('is progressive without abandoning anybody', () => {
    const report = simulate(quiet, rulesOf(progressive));
    expect(report.calls).toBeGreaterThan(300);
    expect(report.abandoned).toBe(0);
  });

  it('gives the same report for the same scenario, whatever ran before', () => {
    const rule = rulesOf({ ...progressive, mode: 'predictive' });
    expect(simulate(quiet, rule)).toEqual(simulate(quiet, rule));
  });

  it('is held to the account it was chosen with', () => {
    const strict = { ...usualTerms, windowSeconds: 1200 };
    const centre = smallCentre({
      closesAt: 12 * 3600,
      teams: [team({ agents: 40 })],
      lists: [list({ answerShare: Array.from({ length: 24 }, () => 0.6) })],
    });
    expect(simulate(centre, rulesOf({ ...progressive, account: strict })).windows.count).toBeGreaterThan(1);
  });

  it('lets agents read in preview mode before each call', () => {
    const preview = simulate(quiet, rulesOf({ ...progressive, mode: 'preview' }, { previewSeconds: 30 }));
    expect(preview.abandoned).toBe(0);
    expect(preview.calls).toBeLessThan(simulate(quiet, rulesOf(progressive)).calls);
  });

  it('hands on what it has learned, as JSON', () => {
    const rule = rulesOf({ ...progressive, mode: 'predictive' });
    const history = learn(quiet, rule);
    expect(JSON.parse(JSON.stringify(history))).toEqual(history);
    const warm = rulesOf({ ...progressive, mode: 'predictive' }, { history });
    expect(simulate(quiet, warm).calls).toBeGreaterThan(0);
  });
});
