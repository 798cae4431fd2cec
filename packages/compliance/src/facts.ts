import type {
  AttemptId,
  CampaignId,
  ClientId,
  DialMode,
  LeadId,
  PhoneNumber,
  Purpose,
  RulingId,
  TrunkId,
} from '@alize/model';

/** All that a ruling depends on besides the instant. The caller reads it in the same tick. */
export interface CallFacts {
  readonly attemptId: AttemptId;
  readonly rulingId: RulingId;
  readonly leadId: LeadId;
  readonly campaignId: CampaignId;
  readonly clientId: ClientId;
  readonly phoneNumber: PhoneNumber;
  /** Of the lead; decides the territory where the number alone cannot. */
  readonly postalCode: string | null;
  readonly purpose: Purpose;
  readonly dialMode: DialMode;
  /** The number shown, with its category as registered. */
  readonly callerId: { readonly number: PhoneNumber; readonly category: string };
  readonly trunk: { readonly id: TrunkId; readonly kind: 'demonstration' | 'sip' };
  /** When the person consented, or, for `callback_requested`, asked to be called; null when there is no proof. */
  readonly consentAtMs: number | null;
  /** The exact instant that the person agreed to be called at; null when none was agreed. */
  readonly agreedSlotAtMs: number | null;
  /** Entries in force that name this number: of the client (its own list), or of the centre (every client). */
  readonly suppressions: readonly Suppression[];
  /** Attempts of this client to this number that count, of the last 31 days at least, whatever the campaign. */
  readonly attemptInstantsMs: readonly number[];
  readonly ringSeconds: number;
}

export interface Suppression {
  readonly scope: 'client' | 'centre';
  readonly reason: string;
}
