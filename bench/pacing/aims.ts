import type { Comparison } from './comparison.ts';
import type { Outcome } from './outcome.ts';

/** An aim, and what was found: on which scenarios it is missed, in words. */
interface Verdict {
  /** False when nothing was measured that could tell. */
  readonly isJudged: boolean;
  readonly aim: string;
  readonly missed: readonly string[];
  readonly found: string;
}

/** At least so much of the best constant price in hindsight, with history and without. */
const ofBoundMin = { withHistory: 0.97, without: 0.95 };
const windowsOverMax = 0.01;
/** The noise of a few days' answer shares, in busy share. */
const chanceOfNoise = 0.01;

/** Holds what was measured against the aims, and says plainly which hold and which do not. */
export function judgeAims(comparisons: readonly Comparison[]): string {
  const measured = comparisons.flatMap((comparison) => {
    const ours = comparison.rows.find(({ name }) => name === 'ours')?.outcome;
    return ours ? [{ comparison, ours }] : [];
  });
  if (measured.length === 0) return '\nOur mode was not run: no aim is judged.';
  const verdicts = [
    ofBound(measured),
    windows(measured),
    afterShocks(measured),
    aheadOfVicidial(measured),
    withinRelaxed(comparisons),
  ];
  return `\nAims\n${verdicts.map(textOf).join('\n')}`;
}

type Measured = readonly { readonly comparison: Comparison; readonly ours: Outcome }[];

function ofBound(measured: Measured): Verdict {
  const shares = measured.flatMap(({ comparison, ours }) => {
    if (!comparison.hindsight) return [];
    const share = ours.busyShare / comparison.hindsight.busyShare;
    const least = comparison.hasHistory ? ofBoundMin.withHistory : ofBoundMin.without;
    return [{ name: comparison.scenario, share, isMissed: share < least }];
  });
  return {
    aim: 'busy at least 97 % of the best price in hindsight with history, 95 % without',
    missed: shares.filter(({ isMissed }) => isMissed).map(({ name, share }) => `${name}: ${percent(share)}`),
    isJudged: shares.length > 0,
    found: `${shares.length} scenarios, least ${percent(Math.min(...shares.map(({ share }) => share)))}`,
  };
}

function windows(measured: Measured): Verdict {
  const count = total(measured.map(({ ours }) => ours.windows.count));
  const over = measured.filter(({ ours }) => ours.windows.over > 0);
  const overCount = total(over.map(({ ours }) => ours.windows.over));
  const names = over.map(
    ({ comparison, ours }) => `${comparison.scenario}: ${ours.windows.over} of ${ours.windows.count}`,
  );
  return {
    aim: 'at most 3 % abandoned in 99 of 100 windows of 300 answers or more',
    missed: overCount > windowsOverMax * count ? names : [],
    isJudged: count > 0,
    found: `${overCount} of ${count} over${overCount > 0 ? ` (${names.join('; ')})` : ''}`,
  };
}

function afterShocks(measured: Measured): Verdict {
  const shocked = measured.filter(({ comparison }) => comparison.hasShock);
  const over = shocked.filter(({ ours }) => ours.days.over > 0);
  return {
    aim: 'after a shock, within the limit by the end of the same window',
    missed: over.map(
      ({ comparison, ours }) => `${comparison.scenario}: ${ours.days.over} of ${ours.days.count} days`,
    ),
    isJudged: shocked.length > 0,
    found: `${shocked.length} scenarios with shocks`,
  };
}

function aheadOfVicidial(measured: Measured): Verdict {
  const gains = measured.flatMap(({ comparison, ours }) => {
    if (comparison.vicidialEqual === null) return [];
    return [{ name: comparison.scenario, gain: ours.busyShare - comparison.vicidialEqual }];
  });
  return {
    aim: 'ahead of VICIdial, available agents only, at equal abandoned share',
    missed: gains.filter(({ gain }) => gain <= 0).map(({ name, gain }) => `${name}: ${points(gain)}`),
    isJudged: gains.length > 0,
    found: `${gains.length} scenarios, least ${points(Math.min(...gains.map(({ gain }) => gain)))}`,
  };
}

/** Not an aim but a check of the bench: a bound that a rule exceeds by more than chance is none. */
function withinRelaxed(comparisons: readonly Comparison[]): Verdict {
  const beyond = comparisons.flatMap(({ scenario, relaxed, rows }) =>
    rows
      .filter(({ outcome }) => outcome.busyShare > relaxed + chanceOfNoise)
      .map(({ name, outcome }) => `${scenario}, ${name}: ${points(outcome.busyShare - relaxed)}`),
  );
  return {
    aim: 'no rule beyond the relaxed optimum',
    missed: beyond,
    isJudged: comparisons.length > 0,
    found: `${comparisons.length} scenarios`,
  };
}

function textOf({ isJudged, aim, missed, found }: Verdict): string {
  if (!isJudged) return `  not judged  ${aim}`;
  const head = `  ${missed.length === 0 ? 'holds     ' : 'MISSED    '}  ${aim} (${found})`;
  return [head, ...missed.map((one) => `              ${one}`)].join('\n');
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const points = (gain: number): string => `${gain >= 0 ? '+' : ''}${(gain * 100).toFixed(1)} points`;
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
