import type { DialMode, PacingLimit } from '@alize/model';
import type { Decision } from './decision.ts';
import { horizons, horizonsCount } from './forecast.ts';
import { isLeaving, type Placement, placeWithin, raceOf } from './predictive.ts';
import { type Race, riskOf } from './shortfall.ts';
import type { Snapshot } from './snapshot.ts';
import { type Steering, steer } from './steering.ts';

/** What people are told of the next seconds reaches so far. */
const shownHorizon = 2;
const shownHorizonMs = (horizons[shownHorizon] ?? 0) * 1000;

/** Of so many calls of a trunk, this share failed: it is taken as out of order, and asked with one call at a time. */
const failuresOf = 10;
const failingShare = 0.8;

/** Fewer agents than this to come free are none, in the sentence people read. */
const soonFreeMin = 0.5;

/** How many calls to place now, and why. Pure: the same snapshot gives the same decision. */
export function decide(mode: DialMode, snapshot: Snapshot): Decision {
  const floor = countFloor(snapshot);
  const { account, marginalRatio } = snapshot;
  const steering = steer(account, { marginalRatio, isExposed: floor.out > floor.free });
  const bound = tightestOf(snapshot, floor);
  const race = raceOf(snapshot, floor);
  const wanted = wantedCalls({ mode, snapshot, floor, race, steering, atMost: bound.calls });
  const calls = Math.min(wanted.calls, bound.calls);
  return {
    mode,
    calls,
    limitedBy: limitOf({
      mode,
      floor,
      steering,
      isHeld: calls >= bound.calls,
      bound,
      soonFree: soonFree(race),
    }),
    agentsFree: floor.free,
    agentsSoonFree: race.agents.mean[shownHorizon] ?? 0,
    callsDialling: floor.out,
    answersExpected: race.answers.mean[shownHorizon] ?? 0,
    horizonMs: shownHorizonMs,
    risk: wanted.risk,
    riskMax: steering.riskMax,
    abandonedShare: shareOf(snapshot),
    abandonedLimit: snapshot.account?.limit ?? null,
  };
}

interface Floor {
  /** Agents ready for a call at this instant. */
  readonly free: number;
  /** Calls that have no agent yet, of whatever campaign that shares the agents. */
  readonly out: number;
  /** Of these, callers who wait. */
  readonly waiting: number;
}

function countFloor({ agents, calls, nowMs }: Snapshot): Floor {
  let free = 0;
  for (const agent of agents) {
    if (agent.state === 'ready' && agent.isReachable && !isLeaving(agent, nowMs)) free += 1;
  }
  let out = 0;
  let waiting = 0;
  for (const { stage } of calls) {
    if (stage !== 'connected') out += 1;
    if (stage === 'waiting') waiting += 1;
  }
  return { free, out, waiting };
}

interface Bound {
  readonly limitedBy: PacingLimit;
  readonly calls: number;
}

function tightestOf({ limits }: Snapshot, floor: Floor): Bound {
  const { failed, of } = limits.trunkFailures;
  const isFailing = of >= failuresOf && failed >= of * failingShare;
  const bounds: readonly Bound[] = [
    { limitedBy: 'lines_in_use', calls: limits.linesFree },
    { limitedBy: 'trunk_in_use', calls: limits.trunkLinesFree },
    { limitedBy: 'calls_per_second', calls: limits.callsAllowedNow },
    { limitedBy: 'trunk_failing', calls: isFailing ? 1 - floor.out : Number.POSITIVE_INFINITY },
  ];
  const { limitedBy, calls } = bounds.reduce((least, bound) => (bound.calls < least.calls ? bound : least));
  return { limitedBy, calls: Math.max(0, calls) };
}

interface Question {
  readonly mode: DialMode;
  readonly snapshot: Snapshot;
  readonly floor: Floor;
  readonly race: Race;
  readonly steering: Steering;
  readonly atMost: number;
}

function wantedCalls({ mode, snapshot, floor, race, steering, atMost }: Question): Placement {
  // One call for each free agent: nobody who answers is left without.
  const oneEach = Math.max(0, floor.free - floor.out);
  if (steering.isStopped) return { calls: oneEach, risk: 0 };
  switch (mode) {
    case 'preview':
    case 'progressive':
      return { calls: oneEach, risk: 0 };
    case 'power': {
      const calls = Math.max(oneEach, Math.floor(snapshot.powerRatio * floor.free) - floor.out);
      return { calls, risk: riskOf(race, Math.max(0, calls - 1)) };
    }
    case 'predictive':
      return placeWithin(race, { riskMax: steering.riskMax, atLeast: oneEach, atMost });
    default:
      return mode satisfies never;
  }
}

function limitOf(asked: {
  readonly mode: DialMode;
  readonly floor: Floor;
  readonly steering: Steering;
  readonly isHeld: boolean;
  readonly bound: Bound;
  readonly soonFree: number;
}): PacingLimit | null {
  const { mode, floor, steering, isHeld, bound, soonFree } = asked;
  const isBold = mode === 'predictive' || mode === 'power';
  if (isBold && steering.isStopped) return 'account_stop';
  if (mode === 'predictive') {
    if (isHeld) return bound.limitedBy;
    // With hardly anybody to come free while a telephone rings, it is not the account that is short.
    return floor.free === 0 && soonFree < soonFreeMin ? 'no_agent_ready' : 'abandonment_risk';
  }
  if (floor.free === 0) return 'no_agent_ready';
  return isHeld ? bound.limitedBy : null;
}

/** Agents expected to come free as far ahead as is looked. */
const soonFree = (race: Race): number => race.agents.mean[horizonsCount - 1] ?? 0;

function shareOf({ account }: Snapshot): number | null {
  return account && account.answered > 0 ? account.abandoned / account.answered : null;
}
