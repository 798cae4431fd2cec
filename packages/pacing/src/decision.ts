import type { PacingNow } from '@alize/model';

/** How many calls to place now, and why. */
export type Decision = PacingNow;
