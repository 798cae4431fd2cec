import { durationMean, type ListLaw, type Scenario } from '@alize/pacing/simulate';

/**
 * The relaxed optimum: a share of time in talk and wrap-up that no rule exceeds on average, foresight or not. An
 * omniscient dialer, which sees when each callee would answer, has an answer fall at the very end of each wrap-up; its
 * agents are always busy but for what the trunk carries and the list holds. What is left is conservation of flow:
 *
 *   answers a second  x <= calls a second × answer share
 *   lines (Little)    x × (talk + ring / answer share) <= lines
 *   busy share        x × (talk + wrap-up) / agents on duty, at most 1
 *
 * hour by hour, without noise (which only lowers it: the minimum is concave).
 */
export function relaxedOptimum(scenario: Scenario): number {
  const [list] = scenario.lists;
  if (!list) throw new Error(`The scenario "${scenario.name}" has no list: give it one.`);
  const hours = hoursOf(scenario);
  const shares = hours.map((at) => Math.min(1, busyAt(scenario, list, at)));
  const trunkBound = shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
  return Math.min(trunkBound, listBound(scenario, list));
}

/** The middles of the hours that are dialled, in seconds of the day. */
function hoursOf({ opensAt, closesAt }: Scenario): readonly number[] {
  const count = Math.max(1, Math.round((closesAt - opensAt) / 3_600));
  return Array.from({ length: count }, (_, hour) => opensAt + hour * 3_600 + 1_800);
}

function busyAt(scenario: Scenario, list: ListLaw, second: number): number {
  const share = shareAt(scenario, list, second);
  const talk = durationMean(scenario.talk);
  const { linesMax, callsPerSecondMax } = scenario.trunk;
  const answers = Math.min(
    callsPerSecondMax * share,
    linesMax / (talk + lineSeconds(scenario, list, share) / share),
  );
  // Machines that reach agents keep them busy too; inbound calls as well.
  const machines = scenario.detection
    ? list.machineShare * scenario.detection.machineAsPerson
    : list.machineShare;
  const perAnswer =
    talk +
    durationMean(scenario.wrapUp) +
    (machines / share) * (durationMean(scenario.machineTalk) + durationMean(scenario.wrapUp));
  const inbound = (scenario.inboundPerHour / 3_600) * (talk + durationMean(scenario.wrapUp));
  return (answers * perAnswer + inbound) / agentsAt(scenario, second);
}

function shareAt(scenario: Scenario, list: ListLaw, second: number): number {
  let share = list.answerShare[Math.floor(second / 3_600) % 24] ?? 0;
  for (const shock of scenario.shocks) {
    if (shock.kind === 'answers' && second >= shock.at) share *= shock.factor;
  }
  return share;
}

/** How long a call holds a line before somebody talks, on average. */
function lineSeconds(scenario: Scenario, list: ListLaw, share: number): number {
  const fails = list.busyShare + list.invalidShare;
  const unanswered = Math.max(0, 1 - share - list.machineShare - fails);
  return (
    share * durationMean(list.answerDelay) +
    list.machineShare * durationMean(list.machineDelay) +
    fails * durationMean(list.failDelay) +
    unanswered * scenario.ringSeconds
  );
}

/** Agents on duty and not on a pause: as few as they can be on average, so that the bound errs upwards. */
function agentsAt(scenario: Scenario, second: number): number {
  let agents = 0;
  for (const team of scenario.teams) {
    const { from, to } = team.shift ?? { from: 0, to: 86_400 };
    if (second < from || second >= to) continue;
    agents += team.agents * Math.max(0, 1 - (team.pausesPerHour * durationMean(team.pause)) / 3_600);
  }
  for (const shock of scenario.shocks) {
    if (shock.kind === 'agents_leave' && second >= shock.at) agents *= 1 - shock.share;
  }
  return Math.max(agents, 1e-9);
}

/** A list without end bounds nothing; a finite one, by the people who can be reached in all its attempts. */
function listBound(scenario: Scenario, list: ListLaw): number {
  if (list.leads === null) return 1;
  const hours = hoursOf(scenario);
  const share = hours.reduce((most, second) => Math.max(most, shareAt(scenario, list, second)), 0);
  const people = list.leads * (1 - (1 - share) ** list.attemptsMax);
  const handled = people * (durationMean(scenario.talk) + durationMean(scenario.wrapUp));
  const paid = hours.reduce((sum, second) => sum + agentsAt(scenario, second) * 3_600, 0);
  return Math.min(1, handled / paid);
}
