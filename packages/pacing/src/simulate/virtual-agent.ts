import type { AgentState } from '@alize/model';
import type { AgentSnapshot } from '../snapshot.ts';
import type { Link } from './chain.ts';
import type { DurationDraw } from './duration.ts';
import type { Placed } from './live-list.ts';
import type { Team } from './scenario.ts';
import type { Timer } from './timers.ts';
import type { VirtualCall } from './virtual-call.ts';

/** A team, its pause law prepared, and what its hours have come to. */
export interface VirtualTeam {
  readonly team: Team;
  readonly drawPause: DurationDraw;
  paidMs: number;
}

/** One agent; it is itself the entry that pacers see. */
export class VirtualAgent implements AgentSnapshot, Placed, Link<VirtualAgent> {
  state: AgentState = 'offline';
  sinceMs = 0;
  readonly isReachable = true;
  readonly law = 0;
  readonly leavesAtMs: number | null;
  position = 0;
  before: VirtualAgent | null = null;
  after: VirtualAgent | null = null;
  readonly number: number;
  readonly team: VirtualTeam;
  /** End of the talk, wrap-up or pause; the next wish for a pause; begin and end of the shift. */
  readonly work: Timer;
  readonly pauseWish: Timer;
  readonly shift: Timer;
  /** The call in talk; null for an inbound one. */
  call: VirtualCall | null = null;
  wrapUpMs = 0;
  cameMs = 0;
  pauses = 0;
  /** The length of the next pause, and of those wished for and not yet taken. */
  nextPauseMs = 0;
  owedPauseMs = 0;
  /** Goes home as soon as between calls. */
  isLeaving = false;
  /** Has left for good. */
  isGone = false;

  constructor(number: number, team: VirtualTeam, addTimers: (agent: VirtualAgent) => [Timer, Timer, Timer]) {
    this.number = number;
    this.team = team;
    this.leavesAtMs = team.team.shift ? team.team.shift.to * 1000 : null;
    [this.work, this.pauseWish, this.shift] = addTimers(this);
  }
}
