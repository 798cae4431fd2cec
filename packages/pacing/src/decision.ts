import type { PacingNow } from '@alize/model';

export type { PacingLimit } from '@alize/model';
export { pacingLimits } from '@alize/model';

/** How many calls to place now, and why. */
export type Decision = PacingNow;
