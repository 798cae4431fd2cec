import type { Tx } from '@alize/db';
import type { AttemptId, ClientId, Disposition, UserId } from '@alize/model';
import type { Outcome } from '@alize/scripts';
import type { OpenCall } from './open-call.ts';

/** An agent's word on how a call ended. */
export interface DisposedCall {
  readonly clientId: ClientId;
  readonly userId: UserId;
  readonly attemptId: AttemptId;
  readonly disposition: Disposition;
  /** The agreed instant of a callback. */
  readonly callbackAtMs: number | null;
  /** Only this agent may take the callback. */
  readonly isCallbackMine: boolean;
}

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
