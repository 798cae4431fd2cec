import type { Disposition, NetworkResult, PhoneNumber } from '@alize/model';

/** One call that a lead has had. */
export interface LeadTry {
  readonly phoneNumber: PhoneNumber;
  /** When it was placed. */
  readonly atMs: number;
  /** Null while the call lasts. */
  readonly networkResult: NetworkResult | null;
  /** True when agent and callee were bridged. */
  readonly isConnected: boolean;
  /** What the agent chose; null before. `none` when wrap-up ran out. */
  readonly disposition: Disposition | null;
  /** The instant agreed for a callback; null when none. */
  readonly callbackAtMs: number | null;
}

/** One of a lead's numbers; they are given in the order in which they are tried. */
export interface LeadNumber {
  readonly phoneNumber: PhoneNumber;
  /** True when it is not called any more: it is somebody else's, does not exist, or a rule refuses it. */
  readonly isClosed: boolean;
}

/**
 * What a call says of its time of day: `reached` that the person was there, `missed` that they were not; null when it
 * says neither, such as a busy line or a carrier's fault.
 */
export function sightOf(tried: LeadTry): 'reached' | 'missed' | null {
  if (tried.disposition === 'answering_machine' || tried.disposition === 'wrong_person') return 'missed';
  if (tried.disposition === 'wrong_number') return null;
  if (tried.networkResult === 'answered' || tried.isConnected) return 'reached';
  return tried.networkResult === 'no_answer' ? 'missed' : null;
}
