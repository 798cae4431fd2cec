import type { AccountTerms, Duration, ListLaw, Scenario, Shock, Team } from '@alize/pacing/simulate';

/** A day on which every rule is tried; its seed is the bench's. */
export interface BenchScenario {
  readonly scenario: Scenario;
  /** Ours starts with what a day of another seed, without the shocks, taught it. The others remember nothing anyway. */
  readonly hasHistory: boolean;
}

/** 3 % of people who answered, over the day; the event is counted 2 s after the answer, as Ofcom and the FCC have it. */
export const terms: AccountTerms = {
  limit: 0.03,
  aim: 0.027,
  answeredMin: 100,
  limitMs: 2_000,
  windowSeconds: null,
};

/** How often predictive rules are asked when nothing happens: the dialer asks four times as often, for a gain of some .1 points. */
export const askEveryMs = 1_000;

const hour = 3_600;
const opensAt = 10 * hour;
const closesAt = 18 * hour;
const midday = 14 * hour;

const lognormal = (mean: number, variation: number): Duration => ({ kind: 'lognormal', mean, variation });
const gamma = (mean: number, variation: number): Duration => ({ kind: 'gamma', mean, variation });

/** A refusal is over soon, an interview is long: the mean, 90 s, says nothing of either. */
const twoHumps: Duration = {
  kind: 'mixture',
  parts: [
    { share: 0.75, law: lognormal(20, 0.5) },
    { share: 0.25, law: lognormal(300, 0.3) },
  ],
};
const shortTalk = lognormal(45, 0.9);
const mediumTalk = lognormal(120, 1);
const longTalk = lognormal(400, 0.8);

/** The answer share of each hour from 10:00 to 17:00, to the day's; their mean is 1. */
const usualCurve = [0.85, 0.9, 1.1, 1.1, 0.85, 0.8, 1, 1.4];
const steepCurve = [0.4, 0.5, 1.3, 1.6, 0.5, 0.4, 1, 2.3];

interface Day {
  readonly agents: number;
  readonly answerShare: number;
  readonly curve?: readonly number[];
  readonly talk?: Duration;
  readonly list?: Partial<ListLaw>;
  readonly shocks?: readonly Shock[];
  readonly hasHistory?: boolean;
  readonly rest?: Partial<Scenario>;
}

function day(name: string, about: Day): BenchScenario {
  const { agents, talk = mediumTalk, shocks = [], hasHistory = true, rest = {} } = about;
  const scenario: Scenario = {
    name,
    seed: 1,
    opensAt,
    closesAt,
    teams: [team(agents)],
    lists: [listOf(about)],
    talk,
    wrapUp: gamma(20, 0.5),
    machineTalk: gamma(8, 0.4),
    successShare: 0.1,
    patience: { kind: 'exponential', mean: 8 },
    detection: carrierFilters,
    trunk: { linesMax: agents * 15, callsPerSecondMax: Math.max(10, agents) },
    ringSeconds: 30,
    shocks,
    inboundPerHour: 0,
    noise: 0.15,
    ...rest,
  };
  return { scenario, hasHistory };
}

/** Machines are told and dropped before anybody hears them: what detection in the network comes to. */
const carrierFilters: Scenario['detection'] = {
  delay: { kind: 'fixed', seconds: 0 },
  personAsMachine: 0,
  machineAsPerson: 0,
};

function team(agents: number): Team {
  return {
    site: 'Antananarivo',
    agents,
    shift: null,
    pausesPerHour: 2,
    pause: lognormal(300, 0.5),
    hourlyCost: 5,
    currency: 'EUR',
  };
}

function listOf({ answerShare, curve = usualCurve, list = {} }: Day): ListLaw {
  return {
    name: 'list',
    leads: null,
    answerShare: Array.from({ length: 24 }, (_, at) => answerShare * (curve[at - opensAt / hour] ?? 1)),
    machineShare: 0.2,
    busyShare: 0.08,
    invalidShare: 0.05,
    answerDelay: gamma(11, 0.5),
    machineDelay: gamma(16, 0.3),
    failDelay: gamma(3, 0.5),
    attemptsMax: 4,
    retryMinutes: 60,
    ...list,
  };
}

const noMachines = { machineShare: 0 };
const twoHours = { closesAt: opensAt + 2 * hour };

export const benchScenarios: readonly BenchScenario[] = [
  day('3 agents, 30 %', { agents: 3, answerShare: 0.3 }),
  day('5 agents, 8 %', { agents: 5, answerShare: 0.08 }),
  day('5 agents, 25 %', { agents: 5, answerShare: 0.25 }),
  day('5 agents, 40 %, long talks', { agents: 5, answerShare: 0.4, talk: longTalk, list: noMachines }),
  day('8 agents, 6 %, short talks', { agents: 8, answerShare: 0.06, talk: shortTalk }),
  day('10 agents, 10 %', { agents: 10, answerShare: 0.1 }),
  day('10 agents, 25 %', { agents: 10, answerShare: 0.25 }),
  day('10 agents, 25 %, first day', { agents: 10, answerShare: 0.25, hasHistory: false }),
  day('10 agents, 12 %, first hour', {
    agents: 10,
    answerShare: 0.12,
    hasHistory: false,
    // The centre stays open all day: its account does not close with the hour.
    rest: { teams: [{ ...team(10), shift: { from: opensAt, to: opensAt + hour } }] },
  }),
  day('10 agents, 12 %, account of one hour', {
    agents: 10,
    answerShare: 0.12,
    hasHistory: false,
    rest: { closesAt: opensAt + hour },
  }),
  day('20 agents, 15 %', { agents: 20, answerShare: 0.15 }),
  day('20 agents, 20 %, refusals and interviews', { agents: 20, answerShare: 0.2, talk: twoHumps }),
  day('20 agents, 12 %, steep curve, noise .2', {
    agents: 20,
    answerShare: 0.12,
    curve: steepCurve,
    rest: { noise: 0.2 },
  }),
  day('20 agents, 15 %, finite list', {
    agents: 20,
    answerShare: 0.15,
    list: { leads: 8_000, attemptsMax: 3 },
  }),
  day('20 agents, 10 %, 1 call a second', {
    agents: 20,
    answerShare: 0.1,
    rest: { trunk: { linesMax: 300, callsPerSecondMax: 1 } },
  }),
  day('20 agents, 25 %, inbound 120 an hour', {
    agents: 20,
    answerShare: 0.25,
    rest: { inboundPerHour: 120 },
  }),
  day('20 agents, 15 %, answers double', {
    agents: 20,
    answerShare: 0.15,
    shocks: [{ kind: 'answers', at: midday, factor: 2 }],
  }),
  day('20 agents, 25 %, answers halve', {
    agents: 20,
    answerShare: 0.25,
    shocks: [{ kind: 'answers', at: midday, factor: 0.5 }],
  }),
  day('50 agents, 20 %, 60 % leave', {
    agents: 50,
    answerShare: 0.2,
    shocks: [{ kind: 'agents_leave', at: midday, share: 0.6 }],
  }),
  day('20 agents, 20 %, trunk fails 3 minutes', {
    agents: 20,
    answerShare: 0.2,
    shocks: [{ kind: 'trunk_fails', at: midday, seconds: 180 }],
  }),
  day('20 agents, 20 %, run of machines', {
    agents: 20,
    answerShare: 0.2,
    shocks: [{ kind: 'machines', at: midday, seconds: 1_200, share: 0.6 }],
  }),
  day('20 agents, 20 %, machines reach agents', {
    agents: 20,
    answerShare: 0.2,
    list: { machineShare: 0.3 },
    rest: { detection: null },
  }),
  // People taken for machines count as abandoned: at 5 % no pacing could keep the limit, so 1 % it is.
  day('20 agents, 20 %, detection errs', {
    agents: 20,
    answerShare: 0.2,
    list: { machineShare: 0.3 },
    rest: {
      detection: { delay: { kind: 'fixed', seconds: 1.5 }, personAsMachine: 0.01, machineAsPerson: 0.05 },
    },
  }),
  day('50 agents, 20 %', { agents: 50, answerShare: 0.2 }),
  day('50 agents, 8 %, 130 lines', {
    agents: 50,
    answerShare: 0.08,
    rest: { trunk: { linesMax: 130, callsPerSecondMax: 50 } },
  }),
  day('50 agents, 50 %, short talks', {
    agents: 50,
    answerShare: 0.5,
    curve: [0.9, 0.95, 1.05, 1.05, 0.9, 0.95, 1, 1.2],
    talk: shortTalk,
    list: noMachines,
  }),
  day('200 agents, 10 %', { agents: 200, answerShare: 0.1, rest: twoHours }),
  day('200 agents, 40 %', { agents: 200, answerShare: 0.4, list: noMachines, rest: twoHours }),
  day('500 agents, 20 %', {
    agents: 500,
    answerShare: 0.2,
    rest: { closesAt: opensAt + 1.5 * hour },
  }),
];
