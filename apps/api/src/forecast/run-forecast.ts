import type { SiteCost } from '@alize/db';
import {
  fitScenario,
  learn,
  type MeasuredCampaign,
  quantileOf,
  rulesOf,
  type Scenario,
  type SimulationReport,
  simulate,
} from '@alize/pacing/simulate';
import type { ForecastBody } from './forecast-job.ts';
import { clockText } from './local-day.ts';
import { agentsIn, hoursText, type PlannedVariant } from './planned-variants.ts';
import { siteCostsOf, unitCost } from './unit-cost.ts';

type VariantBody = ForecastBody['variants'][number];

/** Of the run that teaches a campaign with a history what it knows by now; the runs have 1, 2, 3… */
const learningSeed = 1_000_003;
const stepSeconds = 300;

/**
 * What a variant comes to over `runs` days. Every variant meets the same callees: its runs have the seeds 1, 2, 3…
 * (common random numbers), so that differences between variants are not luck.
 */
export function runVariant(
  planned: PlannedVariant,
  {
    measured,
    runs,
    sites,
  }: { readonly measured: MeasuredCampaign; readonly runs: number; readonly sites: readonly SiteCost[] },
): VariantBody {
  const scenario = fitScenario(measured, planned.day);
  const rule = ruleOf(planned, scenario, measured);
  const reports = Array.from({ length: runs }, (_, run) => simulate({ ...scenario, seed: run + 1 }, rule));
  const { name, choice, day } = planned;
  return {
    ...{ name, mode: choice.mode, powerRatio: choice.powerRatio, abandonAim: choice.account.aim },
    ...{ agents: agentsIn(day), hours: hoursText(day), leads: day.leads ?? 0 },
    ...figuresOf(reports, sites),
    minutes: minutesOf(reports),
  };
}

/** Predictive dialling remembers: who has a history starts with what a day of it taught. */
function ruleOf({ choice }: PlannedVariant, scenario: Scenario, measured: MeasuredCampaign) {
  if (choice.mode !== 'predictive' || measured.quarters.length === 0) return rulesOf(choice);
  return rulesOf(choice, { history: learn({ ...scenario, seed: learningSeed }, rulesOf(choice)) });
}

function figuresOf(reports: readonly SimulationReport[], sites: readonly SiteCost[]) {
  const mean = (of: (report: SimulationReport) => number) => meanOf(reports.map(of));
  const costBySite = siteCostsOf(
    reports.flatMap(({ costBySite }) =>
      costBySite.map(({ site, cost }) => ({ siteId: site, cost: cost / reports.length })),
    ),
    sites,
  );
  const contacts = spreadOf(reports.map(contactsOf));
  const successes = mean((report) => report.successes);
  return {
    calls: mean((report) => report.calls),
    people: mean((report) => report.people),
    abandoned: mean((report) => report.abandoned),
    successes,
    contacts,
    abandonedShare: spreadOf(reports.map((report) => report.abandonedShare)),
    busyShare: spreadOf(reports.map((report) => report.busyShare)),
    talkSecondsPerAgentHour: ratio(
      mean((report) => report.talkSeconds) * 3600,
      mean((report) => report.paidSeconds),
    ),
    waitSeconds: {
      mean: mean((report) => report.waitSeconds.mean),
      median: mean((report) => report.waitSeconds.median),
      p95: mean((report) => report.waitSeconds.p95),
    },
    usedUpAt: usedUpAt(reports),
    costBySite,
    costPerContact: unitCost(costBySite, contacts.mean),
    costPerSuccess: unitCost(costBySite, successes),
  };
}

/** People whom an agent had; without detection some of the abandoned were machines. */
const contactsOf = ({ people, abandonedShare }: SimulationReport) => people * (1 - abandonedShare);

/** The median run's: null when leads remained in more than half of them. */
function usedUpAt(reports: readonly SimulationReport[]): string | null {
  const seconds = reports.map((report) => report.usedUpAt ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b);
  const middle = seconds[Math.floor((seconds.length - 1) / 2)] ?? Number.POSITIVE_INFINITY;
  return Number.isFinite(middle) ? clockText(middle) : null;
}

/** Sums of calls over five minutes, means of what agents did; mean over the runs. */
function minutesOf(reports: readonly SimulationReport[]): VariantBody['minutes'] {
  const steps = new Map<number, SimulationReport['minutes'][number][]>();
  for (const minute of reports.flatMap(({ minutes }) => minutes)) {
    const at = Math.floor(minute.at / stepSeconds) * stepSeconds;
    const step = steps.get(at) ?? [];
    step.push(minute);
    steps.set(at, step);
  }
  return [...steps]
    .sort(([one], [other]) => one - other)
    .map(([at, minutes]) => {
      const perRun = (of: 'calls' | 'people' | 'abandoned') =>
        minutes.reduce((sum, minute) => sum + minute[of], 0) / reports.length;
      return {
        at: clockText(at),
        ...{ calls: perRun('calls'), people: perRun('people'), abandoned: perRun('abandoned') },
        busyShare: meanOf(minutes.map(({ busyShare }) => busyShare)),
        idleAgents: meanOf(minutes.map(({ idleAgents }) => idleAgents)),
      };
    });
}

function spreadOf(values: readonly number[]) {
  const sorted = Float64Array.from(values).sort();
  return { mean: meanOf(values), p5: quantileOf(sorted, 0.05), p95: quantileOf(sorted, 0.95) };
}

const meanOf = (values: readonly number[]) =>
  ratio(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );
const ratio = (part: number, whole: number) => (whole > 0 ? part / whole : 0);
