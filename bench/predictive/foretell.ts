import {
  type Duration,
  type PacingChoice,
  type Rule,
  rulesOf,
  type Scenario,
  type SimulationReport,
  simulate,
} from '@alize/pacing/simulate';
import { type Figures, quantile, sum } from './figures.ts';
import { laws, leadsCount, ringSeconds, trunk } from './laws.ts';
import { abandonmentTerms, type BenchOptions } from './options.ts';

/** Foretells a run of the bench: the same laws in the simulator, once for each seed. */
export function foretell(options: BenchOptions): readonly Figures[] {
  const rule = ruleOf(options);
  return Array.from({ length: options.runs }, (_, index) => {
    const scenario = scenarioOf(options, index + 1);
    return inFigures(simulate(scenario, rule));
  });
}

/** By the minutes, which end when dialling does: a simulated day goes on until its last call is over. */
function inFigures({ minutes, waitSeconds, ...day }: SimulationReport): Figures {
  const total = (name: 'calls' | 'people' | 'abandoned' | 'busyShare') =>
    sum(minutes.map((one) => one[name]));
  const busyShare = total('busyShare') / minutes.length;
  return {
    calls: total('calls'),
    people: total('people'),
    abandoned: total('abandoned'),
    abandonedShare: total('abandoned') / total('people'),
    talkShare: (busyShare * day.talkSeconds) / (day.talkSeconds + day.wrapUpSeconds),
    busyShare,
    waitMean: waitSeconds.mean,
    waitMedian: waitSeconds.median,
  };
}

/** Mean, and the range that holds nine runs of ten. */
export function spreadOf(values: readonly number[]) {
  return {
    mean: sum(values) / values.length,
    least: quantile(values, 0.05),
    most: quantile(values, 0.95),
  };
}

/**
 * Our own pacing on its first day. It counts on answers until the account's day is over, as the dialer does: the
 * campaign's schedule does not close with the bench.
 */
function ruleOf(options: BenchOptions): Rule {
  const rule = rulesOf(choiceOf(options));
  const leftSeconds = secondsLeftOfDay();
  return {
    ...rule,
    start: (terms, scenario) => rule.start(terms, { ...scenario, closesAt: scenario.opensAt + leftSeconds }),
  };
}

/** Of the day in France, whose rule pack keeps the account. */
function secondsLeftOfDay(): number {
  const now = Temporal.Now.zonedDateTimeISO('Europe/Paris');
  return now.until(now.startOfDay().add({ days: 1 })).total('seconds');
}

function choiceOf({ mode, aim }: BenchOptions): PacingChoice {
  const terms = abandonmentTerms();
  return {
    mode,
    powerRatio: 1.5,
    account: {
      limit: terms.ratioMax,
      aim: aim ?? terms.ratioTarget,
      answeredMin: terms.liveAnswersMin,
      limitMs: terms.secondsMax * 1000,
      windowSeconds: null,
    },
  };
}

const opensAt = 10 * 3600;
const nothing: Duration = { kind: 'fixed', seconds: 0 };

function scenarioOf({ minutes, agents }: BenchOptions, seed: number): Scenario {
  return {
    name: 'predictive bench',
    seed,
    opensAt,
    closesAt: opensAt + minutes * 60,
    teams: [team(agents)],
    lists: [list],
    talk: laws.talk,
    wrapUp: laws.wrapUp,
    machineTalk: nothing,
    successShare: 1,
    patience: laws.patience,
    detection: null,
    trunk,
    ringSeconds,
    shocks: [],
    inboundPerHour: 0,
    noise: 0,
  };
}

function team(agents: number): Scenario['teams'][number] {
  return {
    site: 'bench',
    agents,
    shift: null,
    pausesPerHour: 0,
    pause: nothing,
    hourlyCost: 0,
    currency: 'EUR',
  };
}

const list: Scenario['lists'][number] = {
  name: 'bench',
  leads: leadsCount,
  answerShare: Array.from({ length: 24 }, () => laws.personShare),
  machineShare: 0,
  busyShare: laws.busyShare,
  invalidShare: laws.unknownShare,
  answerDelay: laws.answerDelay,
  machineDelay: nothing,
  failDelay: laws.failDelay,
  attemptsMax: 1,
  retryMinutes: 0,
};
