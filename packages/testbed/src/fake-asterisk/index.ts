export type { CalleePlan, CalleeReaction } from './callee-plan.ts';
export { answersAndStays, planByNumber } from './callee-plan.ts';
export type { FakeAsterisk, FakeAsteriskOptions } from './fake-asterisk.ts';
export { startFakeAsterisk } from './fake-asterisk.ts';
