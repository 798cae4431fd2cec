import type { AttemptId, Clearance, Language } from '@alize/model';

/** What Asterisk tells us, in our words. */
export type AsteriskEvent =
  /** Logged in; everything known before is stale, ask `liveChannels`. */
  | { readonly kind: 'link.up'; readonly asteriskVersion: string; readonly startedAt: string }
  | { readonly kind: 'link.down'; readonly reason: 'closed' | 'silent' | 'refused' }
  /**
   * The originate of an attempt ended without an answer, or its answer came in. `reason` is Asterisk's number: 4
   * answered, 3 rung out, and 0 for busy, invalid and congestion alike; what tells those apart is the cause of
   * `callee.hung_up`, a moment before or after it. Only a call that never had a channel has no hang-up.
   */
  | {
      readonly kind: 'originate.ended';
      readonly attemptId: AttemptId;
      readonly isAnswered: boolean;
      readonly reason: number;
    }
  | { readonly kind: 'callee.ringing'; readonly attemptId: AttemptId }
  /** The callee answered and waits in our dialplan for an agent; may come before or after `originate.ended`. */
  | { readonly kind: 'callee.ready'; readonly attemptId: AttemptId; readonly channel: string }
  /** Nobody took the callee in time: the recorded message begins. */
  | { readonly kind: 'callee.unattended'; readonly attemptId: AttemptId }
  /** The callee pressed 9 in the recorded message. */
  | { readonly kind: 'callee.objected'; readonly attemptId: AttemptId }
  /** The agent's leg went away in mid-call; the callee is kept waiting for it. */
  | { readonly kind: 'callee.agent_lost'; readonly attemptId: AttemptId }
  /** Callee and agent hear each other. */
  | { readonly kind: 'callee.connected'; readonly attemptId: AttemptId; readonly seat: string }
  | { readonly kind: 'callee.hung_up'; readonly attemptId: AttemptId; readonly cause: number }
  /** An agent's leg is up and waits in the holding bridge: at log-in, and after each call. */
  | {
      readonly kind: 'agent.waiting';
      readonly seat: string;
      readonly channel: string;
      readonly channelId: string;
    }
  | {
      readonly kind: 'agent.hung_up';
      readonly seat: string;
      readonly channel: string;
      readonly channelId: string;
    };

/** A channel that is up in Asterisk now. */
export type LiveChannel =
  | {
      readonly kind: 'callee';
      readonly attemptId: AttemptId;
      readonly channel: string;
      readonly state: 'dialling' | 'ringing' | 'waiting' | 'connected' | 'message' | 'agent_lost';
      /** The bridge it is in; agent and callee of one call share it. */
      readonly bridgeId: string | null;
    }
  | {
      readonly kind: 'agent';
      readonly seat: string;
      readonly channel: string;
      readonly channelId: string;
      readonly state: 'waiting' | 'connected';
      readonly bridgeId: string | null;
    };

/** What became of asking Asterisk to call: placed, refused by it, not even sent, or nobody can say. */
export type PlaceCallAnswer =
  | { readonly kind: 'accepted' }
  /** Asterisk said no; nothing was dialled. */
  | { readonly kind: 'refused' }
  /** Nothing was written: the attempt can be given back. */
  | { readonly kind: 'not_sent' }
  /** Written, and no answer came: it may have rung. Never to be tried again by itself. */
  | { readonly kind: 'unknown' };

/** What a call needs beside its clearance. */
export interface CallOptions {
  readonly trunkName: string;
  readonly ringSeconds: number;
  /** Of the recorded message, should no agent come. */
  readonly language: Language;
}

/**
 * The only way to Asterisk. One instance outlives many connections: it connects again by itself (0.25 s to 15 s,
 * with jitter), says so by `link.up` and `link.down`, and never holds an action back for a later connection.
 */
export interface AsteriskLink {
  readonly isUp: boolean;
  start(listener: (event: AsteriskEvent) => void): void;
  stop(): Promise<void>;
  /**
   * Originates `PJSIP/<number>@trunk-<trunkName>` into the callee context; channel id and action id are the attempt's.
   * Rejects with AmiError AMI_UNSAFE_VALUE, and with nothing else.
   */
  placeCall(clearance: Clearance, options: CallOptions): Promise<PlaceCallAnswer>;
  /** Bridges a waiting callee with a waiting agent's channel. Rejects with AmiError. */
  connect(callee: { readonly channel: string }, agent: { readonly channel: string }): Promise<void>;
  /** A channel by its name, or a callee's by its attempt id. Rejects with AmiError; one that is gone already is no error. */
  hangUp(channel: string): Promise<void>;
  /** Rejects with AmiError. */
  liveChannels(): Promise<readonly LiveChannel[]>;
}

export const amiErrorCodes = [
  'AMI_DOWN',
  'AMI_LOST',
  'AMI_TIMEOUT',
  'AMI_REFUSED',
  'AMI_UNSAFE_VALUE',
] as const;
export type AmiErrorCode = (typeof amiErrorCodes)[number];

/**
 * AMI_DOWN and AMI_UNSAFE_VALUE: nothing was written. AMI_REFUSED: Asterisk said no. AMI_LOST and AMI_TIMEOUT are
 * ambiguous: the action may have been carried out.
 */
export class AmiError extends Error {
  readonly code: AmiErrorCode;
  constructor(code: AmiErrorCode, options?: ErrorOptions) {
    super(code, options);
    this.name = 'AmiError';
    this.code = code;
  }
}
