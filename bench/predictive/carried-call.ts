/** What the carrier saw of one call, by its own clock: UTC milliseconds. */
export interface CarriedCall {
  readonly number: string;
  /** The INVITE came in. */
  readonly invitedAtMs: number;
  /** A person answered: the 200 went out. */
  answeredAtMs: number | null;
  /** The first packet of an agent's voice. */
  agentHeardAtMs: number | null;
  /** The first packet of another sound: the recorded message. */
  messageHeardAtMs: number | null;
  endedAtMs: number | null;
  /** Null of a call that was busy, unknown, or goes on. */
  endedBy: 'callee' | 'caller' | null;
}
