import type { AttemptId, CampaignId, ClientId, LeadId, RulingId, TrunkId } from './ids.ts';
import type { PhoneNumber } from './phone-number.ts';

declare const clearanceBrand: unique symbol;

/**
 * The leave to place one call, now. Only `judge` of the compliance package makes one, and `placeCall` of the
 * ami package takes nothing else, so that a call without a ruling does not type-check.
 */
export interface Clearance {
  readonly [clearanceBrand]: true;
  readonly phoneNumber: PhoneNumber;
  readonly callerId: PhoneNumber;
  readonly trunkId: TrunkId;
  readonly rulingId: RulingId;
  readonly attemptId: AttemptId;
  readonly leadId: LeadId;
  readonly campaignId: CampaignId;
  readonly clientId: ClientId;
  /** The instant of the tick it was made in; it is void in any other. */
  readonly madeAtMs: number;
}

/**
 * One rule that bore on a ruling, with the text it comes from. `refuses`: now. `delays`: not now, but before the call
 * becomes possible. `allows`: it was heard, and lets the call pass.
 */
export interface Citation {
  readonly rule: string;
  readonly verdict: 'allows' | 'refuses' | 'delays';
  readonly strength: 'LAW' | 'CODE' | 'POLICY' | 'SAFETY';
  readonly citation: string;
}

/** What `judge` answered. */
export type Ruling = {
  /** Every rule that bore on it, the refusing ones first. */
  readonly rules: readonly Citation[];
  /** The rule packs that were applied, with their versions. */
  readonly packs: readonly string[];
} & (
  | { readonly kind: 'clear'; readonly clearance: Clearance }
  | {
      readonly kind: 'refused';
      /** The earliest instant worth trying again; null when never by itself. */
      readonly untilMs: number | null;
    }
);
