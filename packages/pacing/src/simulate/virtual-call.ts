import type { CallFate } from '../call-fate.ts';
import type { CallSnapshot, CallStage } from '../snapshot.ts';
import type { Link } from './chain.ts';
import type { Placed } from './live-list.ts';
import type { Timer } from './timers.ts';

/** What the call's timer brings next. `clears`: the message to an abandoned callee is over, the line is free. */
export type CallStep = 'answers' | 'is_detected' | 'ends' | 'hangs_up' | 'is_abandoned' | 'clears';

/** One call, from a pool; it is itself the entry that pacers see. */
export class VirtualCall implements CallSnapshot, Placed, Link<VirtualCall> {
  stage: CallStage = 'dialling';
  sinceMs = 0;
  readonly law = 0;
  readonly isOwn = true;
  position = 0;
  before: VirtualCall | null = null;
  after: VirtualCall | null = null;
  readonly timer: Timer;
  step: CallStep = 'ends';
  /** List, lead and number of the call, from which its luck comes. */
  list = 0;
  lead = 0;
  index = 0;
  placedMs = 0;
  answeredMs = 0;
  /** What becomes of it if nobody answers. */
  fate: CallFate = 'unanswered';
  isMachine = false;
  detectMs = 0;
  /** Whether detection takes the one who answers for a person. */
  isPassed = true;

  constructor(addTimer: (call: VirtualCall) => Timer) {
    this.timer = addTimer(this);
  }
}
