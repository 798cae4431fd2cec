/** Until so much of a day is over, its pace says little, and what the team can do is taken instead. */
const paceKnownSeconds = 15 * 60;
/** Of what the pace promises, what may be counted on: should the account forbid more than one call per agent, it falls to about that. */
const countedShare = 0.5;
/** Beside talk and wrap-up, how long an agent with one call at a time waits for the next. */
const waitSeconds = 60;

/**
 * How many people will answer before a window closes, as far as one may count on them: half of what the day's pace
 * so far promises for the seconds that are left; before a quarter of an hour, of what the agents on duty can take.
 */
export function answersToCome(day: {
  readonly answered: number;
  /** Seconds of the day that dialling has been open, and that it will be before the window closes. */
  readonly openSeconds: number;
  readonly leftSeconds: number;
  readonly agents: number;
  /** Mean of talk and wrap-up together. */
  readonly handlingSeconds: number;
}): number {
  const perSecond =
    day.openSeconds < paceKnownSeconds
      ? day.agents / (day.handlingSeconds + waitSeconds)
      : day.answered / day.openSeconds;
  return Math.floor(countedShare * perSecond * Math.max(0, day.leftSeconds));
}
