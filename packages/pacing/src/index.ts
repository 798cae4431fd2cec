export type { AgentSnapshot, AvailableDialMode, CallSnapshot, Decision, Limits, Snapshot } from './decide.ts';
export { availableDialModes, decide } from './decide.ts';
