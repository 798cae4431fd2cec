export { answersToCome } from './answers-to-come.ts';
export type { CallFate } from './call-fate.ts';
export { decide } from './decide.ts';
export type { Decision } from './decision.ts';
export type { CallLaw, Laws, TimeLaw } from './laws.ts';
export { callSeconds, timeBins, timeEdge } from './laws.ts';
export type { LearnerState, Prior } from './learner.ts';
export { Learner } from './learner.ts';
export type {
  AbandonAccount,
  AgentSnapshot,
  CallSnapshot,
  CallStage,
  Limits,
  Snapshot,
} from './snapshot.ts';
export { plannedShare } from './steering.ts';
