import type { CallMode } from '@alize/model';
import type { AbandonmentDefinition } from './definition.ts';

/** What answered, as far as detection can tell; `unknown` is counted as a person. */
export const detections = ['person', 'machine', 'unknown'] as const;
export type Detection = (typeof detections)[number];

/** A call that was answered, by its raw instants in UTC milliseconds. Null: it did not happen, or was not heard. */
export interface AnsweredCall {
  readonly mode: CallMode;
  readonly detected: Detection;
  readonly answeredAtMs: number;
  readonly greetingEndedAtMs: number | null;
  /** When an agent and the person could hear each other. */
  readonly connectedAtMs: number | null;
  readonly messageStartedAtMs: number | null;
  readonly endedAtMs: number | null;
  /** `caller`: our side let go of the line. Left out, or null: nobody knows, and it is taken for the callee. */
  readonly endedBy?: 'callee' | 'caller' | null;
}

/**
 * What one call is to an account.
 *
 * - `connected`: an agent was there within the limit.
 * - `abandoned`: a person answered and no agent was there within the limit.
 * - `left`: the person hung up before the limit passed; answered by a person, abandoned by nobody.
 * - `waiting`: the limit has not passed yet, so it is counted nowhere yet.
 * - `machine`: an answering machine, and no agent ever had it.
 * - `other_mode`: dialled in a way this law does not count.
 */
export const callVerdicts = ['connected', 'abandoned', 'left', 'waiting', 'machine', 'other_mode'] as const;
export type CallVerdict = (typeof callVerdicts)[number];

/**
 * What a call is under one definition, as far as known at an instant: what happened after `atMs` is not known yet.
 *
 * The limit is inclusive ("within two seconds": 16 CFR 310.4(b)(1)(iv)). The recorded message takes no call out: a
 * person who hears it has been abandoned at once (310.4(b)(4)(iii) asks for it on top of the 3 %). A person who leaves
 * before the limit has passed was "answered by a person", hence counted, but it is not the caller who failed to
 * connect or ended the call (310.4(b)(1)(iv); Ofcom 2010 §4.73: "terminated by its originator"). A call taken for a
 * machine that an agent then had was a person (Ofcom 2010 §4.70 ff.).
 */
export function verdictOf(call: AnsweredCall, definition: AbandonmentDefinition, atMs: number): CallVerdict {
  if (!isCountedMode(call.mode, definition)) return 'other_mode';
  const limitMs = limitStartMs(call, definition) + definition.secondsMax * 1000;
  const hasHappened = (ms: number | null): ms is number => ms !== null && ms <= atMs;

  if (hasHappened(call.connectedAtMs)) return call.connectedAtMs <= limitMs ? 'connected' : 'abandoned';
  if (call.detected === 'machine') return 'machine';
  if (hasHappened(call.messageStartedAtMs)) return 'abandoned';
  if (hasHappened(call.endedAtMs) && call.endedAtMs <= limitMs) {
    return call.endedBy === 'caller' ? 'abandoned' : 'left';
  }
  return atMs > limitMs ? 'abandoned' : 'waiting';
}

/** Whether a call is abandoned under one definition, as far as known at an instant in UTC milliseconds. */
export function isAbandoned(call: AnsweredCall, definition: AbandonmentDefinition, atMs: number): boolean {
  return verdictOf(call, definition, atMs) === 'abandoned';
}

/** The end of the greeting when the law asks for it and it was heard, else the answer: the stricter of the two. */
function limitStartMs(call: AnsweredCall, definition: AbandonmentDefinition): number {
  if (definition.from === 'answer') return call.answeredAtMs;
  return Math.max(call.answeredAtMs, call.greetingEndedAtMs ?? call.answeredAtMs);
}

/**
 * A recorded call has no agent to connect and rules of its own (16 CFR 310.4(b)(1)(v)). Power is predictive dialling
 * to the law: both place calls before an agent is free.
 */
function isCountedMode(mode: CallMode, definition: AbandonmentDefinition): boolean {
  if (mode === 'recorded') return false;
  return definition.modes === 'all' || mode === 'predictive' || mode === 'power';
}
