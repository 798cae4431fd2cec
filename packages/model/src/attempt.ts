import type { AttemptId, CampaignId, ClientId, LeadId, RulingId, UserId } from './ids.ts';
import type { PhoneNumber } from './phone-number.ts';

/**
 * How far a call has come. Only ever moves to the right; `ended` can follow any of them.
 *
 *   intent -> sent -> ringing -> answered -> connected -> ended
 *
 * intent: on disk, the network not asked yet. sent: Asterisk took the originate. answered: the callee is in our
 * dialplan, waiting for an agent. connected: agent and callee are bridged.
 */
export const progresses = ['intent', 'sent', 'ringing', 'answered', 'connected', 'ended'] as const;
export type Progress = (typeof progresses)[number];

/** What the network made of a call. `unknown`: it may have rung, nobody can say; it counts as a call. */
export const networkResults = [
  'answered',
  'busy',
  'no_answer',
  'invalid_number',
  'congestion',
  'cancelled',
  'unknown',
] as const;
export type NetworkResult = (typeof networkResults)[number];

/** Who or what ended a call that was answered. `unseen`: it ended while no dialer was looking. */
export const endReasons = [
  'callee_hung_up',
  'agent_hung_up',
  'no_agent',
  'agent_lost',
  'asterisk_lost',
  'unseen',
  'not_answered',
] as const;
export type EndReason = (typeof endReasons)[number];

/** The closed list by which an agent ends a call. */
export const dispositions = [
  'success',
  'callback',
  'not_interested',
  /** Not among those who are looked for: screened out, quota full, or disqualified. */
  'out_of_target',
  'do_not_call',
  'wrong_person',
  'wrong_number',
  'answering_machine',
  'language_barrier',
  'dropped',
  'none',
] as const;
export type Disposition = (typeof dispositions)[number];

/** One call to one number, as the dialer follows it. */
export interface Attempt {
  readonly id: AttemptId;
  readonly clientId: ClientId;
  readonly campaignId: CampaignId;
  readonly leadId: LeadId;
  readonly phoneNumber: PhoneNumber;
  readonly rulingId: RulingId;
  readonly progress: Progress;
  readonly networkResult: NetworkResult | null;
  readonly endReason: EndReason | null;
  readonly agentId: UserId | null;
  readonly disposition: Disposition | null;
  readonly isAbandoned: boolean;
  readonly createdAtMs: number;
  readonly answeredAtMs: number | null;
  readonly connectedAtMs: number | null;
  readonly endedAtMs: number | null;
}
