import type { CampaignId, ClientId, LeadId, ListId, UserId } from './ids.ts';
import type { PhoneNumber } from './phone-number.ts';

/**
 * staged: read from a file whose import has not ended. open: may be called when due. calling: an attempt is live or in
 * wrap-up. closed: not called again by itself.
 */
export const leadStates = ['staged', 'open', 'calling', 'closed'] as const;
export type LeadState = (typeof leadStates)[number];

export const closedReasons = [
  'success',
  'not_interested',
  'out_of_target',
  'quota_full',
  'no_show',
  'do_not_call',
  'wrong_number',
  'attempts_used_up',
  'refused_by_rule',
  'suppressed',
] as const;
export type ClosedReason = (typeof closedReasons)[number];

export const civilities = ['M', 'Mme'] as const;
export type Civility = (typeof civilities)[number];

/** What kind of telephone a number is, as its file or its giver says. */
export const phoneLabels = ['mobile', 'home', 'work', 'other'] as const;
export type PhoneLabel = (typeof phoneLabels)[number];

/** One of the numbers of a lead. */
export interface LeadPhone {
  readonly phoneNumber: PhoneNumber;
  /** Null when nobody said. */
  readonly label: PhoneLabel | null;
  /** Digits to ask for or to dial once answered; null when there are none. */
  readonly extension: string | null;
}

/** What a file says that a person agreed to. Whether that is enough to call them is for the rules to say. */
export interface LeadConsent {
  readonly givenAtMs: number;
  /** The words agreed to. */
  readonly wording: string | null;
  /** Where and how it was given: a form, a shop, a call. */
  readonly source: string | null;
  /** Where the proof lies. */
  readonly proof: string | null;
  /** The goods or services it is for; null: what the campaign is about. */
  readonly object: string | null;
}

/** A value of a client's own column, of the type that the mapping gives it; dates are ISO text. */
export type CustomValue = string | number | boolean;

/** What a file or an API call says of a person or company; every field but the numbers may be missing. */
export interface LeadFields {
  /** In the order in which they are tried, no number twice. */
  readonly phones: readonly [LeadPhone, ...LeadPhone[]];
  /** The client's own id for this lead. */
  readonly reference: string | null;
  readonly civility: Civility | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly company: string | null;
  readonly email: string | null;
  /** ISO date. */
  readonly birthDate: string | null;
  readonly address: string | null;
  /** Second line of the address. */
  readonly addressExtra: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  /** ISO 3166 code, e.g. `FR`; null: as the number says. */
  readonly country: string | null;
  /** State or province, as its postal code (`TX`). */
  readonly region: string | null;
  /** IANA zone; null: as number and address say. */
  readonly timeZone: string | null;
  readonly comment: string | null;
  /** Higher first, -99 to 99. */
  readonly priority: number;
  readonly consent: LeadConsent | null;
  /** The client's own columns, by name. */
  readonly custom: Readonly<Record<string, CustomValue>>;
}

export interface Lead extends LeadFields {
  readonly id: LeadId;
  readonly clientId: ClientId;
  readonly campaignId: CampaignId;
  readonly listId: ListId;
  readonly state: LeadState;
  /** The number that is tried next: one of its phones. */
  readonly phoneNumber: PhoneNumber;
  /** When it may next be called; null while calling or closed. */
  readonly nextTryAtMs: number | null;
  readonly attemptsCount: number;
  /** The only agent who may take the callback; null for anyone. */
  readonly callbackAgentId: UserId | null;
  readonly closedReason: ClosedReason | null;
}
