import type { Tx } from '@alize/db';
import type { Outcome } from '@alize/scripts';
import type { DisposedCall } from './dispose-call.ts';
import type { OpenCall } from './open-call.ts';

/** A call at its disposition, for all that follows from it in the same transaction. */
export interface CallEnd {
  readonly tx: Tx;
  /** As it stood before. */
  readonly call: OpenCall;
  readonly disposed: DisposedCall;
  /** What its answers amount to, whatever the disposition. */
  readonly outcome: Outcome;
  readonly nowMs: number;
}
