import type { Rule } from './pacer.ts';
import type { Duration, ListLaw, Scenario, Team } from './scenario.ts';

/** A centre for tests: one team, one list without end, nothing out of the ordinary; each test changes what it is about. */
export function smallCentre(change: Partial<Scenario> = {}): Scenario {
  return {
    name: 'small centre',
    seed: 1,
    opensAt: 10 * 3600,
    closesAt: 14 * 3600,
    teams: [team({})],
    lists: [list({})],
    talk: { kind: 'exponential', mean: 60 },
    wrapUp: { kind: 'gamma', mean: 15, variation: 0.5 },
    machineTalk: fixed(5),
    successShare: 0.1,
    patience: fixed(60),
    detection: null,
    trunk: { linesMax: 500, callsPerSecondMax: 50 },
    ringSeconds: 25,
    shocks: [],
    inboundPerHour: 0,
    noise: 0,
    ...change,
  };
}

export function team(change: Partial<Team>): Team {
  return {
    site: 'Antananarivo',
    agents: 10,
    shift: null,
    pausesPerHour: 0,
    pause: fixed(300),
    hourlyCost: 4,
    currency: 'EUR',
    ...change,
  };
}

export function list(change: Partial<ListLaw>): ListLaw {
  return {
    name: 'list',
    leads: null,
    answerShare: Array.from({ length: 24 }, () => 0.3),
    machineShare: 0,
    busyShare: 0.05,
    invalidShare: 0.02,
    answerDelay: { kind: 'gamma', mean: 9, variation: 0.5 },
    machineDelay: { kind: 'gamma', mean: 14, variation: 0.4 },
    failDelay: fixed(2),
    attemptsMax: 1,
    retryMinutes: 30,
    ...change,
  };
}

export function fixed(seconds: number): Duration {
  return { kind: 'fixed', seconds };
}

/** So many calls for each ready agent, those in flight taken off. */
export function ratioRule(ratio: number): Rule {
  return {
    name: `ratio ${ratio}`,
    start: () => ({
      everyMs: 250,
      onEvents: true,
      place: (floor) => Math.floor(ratio * floor.readyCount) - floor.calls.length,
    }),
  };
}
