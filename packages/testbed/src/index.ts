export type { BedOptions } from './bed.ts';
export { Bed } from './bed.ts';
export type { Centre, CentreOptions } from './centre.ts';
export { fictionNumber, setUpCentre } from './centre.ts';
export type { CalleePlan, CalleeReaction, FakeAsterisk, FakeAsteriskOptions } from './fake-asterisk/index.ts';
export { answersAndStays, planByNumber, startFakeAsterisk } from './fake-asterisk/index.ts';
export { plainSeatConf } from './plain-seat.ts';
export { VirtualClock } from './virtual-clock.ts';
