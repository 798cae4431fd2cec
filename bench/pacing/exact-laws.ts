import { type CallLaw, callSeconds, type Laws, type TimeLaw, timeBins, timeEdge } from '@alize/pacing';
import {
  AnswerShares,
  type Duration,
  durationMean,
  type ListLaw,
  Luck,
  type Scenario,
} from '@alize/pacing/simulate';
import { cumulative } from './distribution.ts';

/** The law of calls is made anew so often: the day's curve moves it. */
const sameCallLawMs = 30_000;

/**
 * What no dialer knows: the laws by which the simulator draws, the answer share of this very minute of this very seed
 * (curve, noise and shocks) included. For scenarios of one list.
 */
export function exactLaws(scenario: Scenario): (nowMs: number) => Laws {
  const [list] = scenario.lists;
  if (!list) throw new Error(`The scenario "${scenario.name}" has no list: give it one.`);
  const shares = new AnswerShares(scenario, new Luck(scenario.seed));
  const steady = {
    talk: [talkLaw(scenario, list)],
    wrapUp: timeLaw(scenario.wrapUp),
    leaveShare: leaveShare(scenario),
  };
  let laws: Laws | null = null;
  let madeAtMs = 0;
  return (nowMs) => {
    if (laws && nowMs - madeAtMs < sameCallLawMs) return laws;
    madeAtMs = nowMs;
    const second = nowMs / 1000;
    const call = callLaw(scenario, list, shares.person(list, second), shares.machine(list, second));
    laws = { ...steady, calls: [call] };
    return laws;
  };
}

function timeLaw(law: Duration): TimeLaw {
  return { over: Array.from({ length: timeBins }, (_, bin) => cumulative(law, timeEdge(bin + 1))) };
}

/** Agents talk with people, and shortly with the machines that reach them. */
function talkLaw(scenario: Scenario, list: ListLaw): TimeLaw {
  const { person, machine } = passing(scenario, 1, list.machineShare);
  const people = mean(list.answerShare) * person;
  const machines = machine;
  const parts = [
    { share: people / (people + machines), law: scenario.talk },
    { share: machines / (people + machines), law: scenario.machineTalk },
  ];
  return timeLaw({ kind: 'mixture', parts });
}

/** Shares of calls whose answer, by a person and by a machine, is offered to an agent. */
function passing({ detection }: Scenario, person: number, machine: number) {
  return {
    person: person * (1 - (detection?.personAsMachine ?? 0)),
    machine: machine * (detection?.machineAsPerson ?? 1),
  };
}

function callLaw(scenario: Scenario, list: ListLaw, person: number, machine: number): CallLaw {
  const pass = passing(scenario, person, machine);
  const detectSeconds = scenario.detection ? durationMean(scenario.detection.delay) : 0;
  const fails = list.busyShare + list.invalidShare;
  const seconds = Array.from({ length: callSeconds }, (_, index) => index + 1);
  // The simulator draws a delay beyond the ring time again.
  const by = (law: Duration, at: number) =>
    Math.min(1, cumulative(law, at) / Math.max(1e-9, cumulative(law, scenario.ringSeconds)));
  return {
    offered: seconds.map((at) => {
      const answered = at - detectSeconds;
      return pass.person * by(list.answerDelay, answered) + pass.machine * by(list.machineDelay, answered);
    }),
    live: seconds.map((at) => {
      if (at >= scenario.ringSeconds) return 0;
      const answered = person * by(list.answerDelay, at) + machine * by(list.machineDelay, at);
      return 1 - answered - fails * by(list.failDelay, at);
    }),
    passShare: (pass.person + pass.machine) / (person + machine),
    detectMs: detectSeconds * 1000,
  };
}

/** Pauses come by the agent-hour; so many of the calls finished are followed by one. */
function leaveShare({ teams, talk, wrapUp }: Scenario): number {
  const pausesPerHour = mean(teams.map((team) => team.pausesPerHour));
  return Math.min(1, (pausesPerHour * (durationMean(talk) + durationMean(wrapUp))) / 3_600);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
