export { AnswerShares } from './answer-shares.ts';
export { durationMean } from './duration.ts';
export {
  fitScenario,
  type MeasuredCampaign,
  type MeasuredQuarter,
  nothingMeasured,
  type PlannedDay,
  quantileOf,
} from './fit-scenario.ts';
export { Luck } from './luck.ts';
export { learn, type OwnRule, rulesOf } from './own-rule.ts';
export type { KnownScenario, Pacer, Rule, SimulatedFloor } from './pacer.ts';
export type { MinutePoint, SimulationReport } from './report.ts';
export { usualTerms } from './run.ts';
export type {
  AccountTerms,
  Duration,
  ListLaw,
  PacingChoice,
  Scenario,
  Shock,
  Team,
} from './scenario.ts';
export { simulate } from './simulate.ts';
export { windowAnswersMin } from './tally.ts';
