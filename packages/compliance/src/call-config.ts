import type { CallConfig } from '@alize/model';

/** What is assumed of a centre that set nothing: half a minute of ringing, two seconds to be connected. */
export const defaultCallConfig: CallConfig = {
  ringSeconds: 30,
  connectGuardSeconds: 2,
  off: [],
  overrides: [],
  hours: null,
  attemptsMax: null,
};
