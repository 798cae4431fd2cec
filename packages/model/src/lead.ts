import type { CampaignId, ClientId, LeadId, ListId, UserId } from './ids.ts';
import type { PhoneNumber } from './phone-number.ts';

/** open: may be called when due. calling: an attempt is live or in wrap-up. closed: not called again by itself. */
export const leadStates = ['open', 'calling', 'closed'] as const;
export type LeadState = (typeof leadStates)[number];

export const closedReasons = [
  'success',
  'not_interested',
  'do_not_call',
  'wrong_number',
  'attempts_used_up',
  'refused_by_rule',
  'suppressed',
] as const;
export type ClosedReason = (typeof closedReasons)[number];

export const civilities = ['M', 'Mme'] as const;
export type Civility = (typeof civilities)[number];

/** What a file or an API call says of a person or company; every field but the number may be missing. */
export interface LeadFields {
  readonly phoneNumber: PhoneNumber;
  /** The client's own id for this lead. */
  readonly reference: string | null;
  readonly civility: Civility | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly company: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly comment: string | null;
  /** When the person consented to be called for sales, and where the proof is; null when the file does not say. */
  readonly consentAtMs: number | null;
  readonly consentSource: string | null;
  /** The client's own columns, by heading. */
  readonly custom: Readonly<Record<string, string>>;
}

export interface Lead extends LeadFields {
  readonly id: LeadId;
  readonly clientId: ClientId;
  readonly campaignId: CampaignId;
  readonly listId: ListId;
  readonly state: LeadState;
  /** When it may next be called; null while calling or closed. */
  readonly nextTryAtMs: number | null;
  /** Higher first. */
  readonly priority: number;
  readonly attemptsCount: number;
  /** The only agent who may take the callback; null for anyone. */
  readonly callbackAgentId: UserId | null;
  readonly closedReason: ClosedReason | null;
}
