import type { AttemptId, CampaignId, Citation, ClientId, LeadId, RulingId, TrunkId } from '@alize/model';
import type { Place } from './place/place.ts';

/** What `judge` answers: the decision, from when, and every rule that bore on it, the refusing ones first. */
export interface Judgement {
  /** `after`: refused now, allowed from `notBeforeMs` on. `block`: no instant to come is allowed by these facts. */
  readonly decision: 'allow' | 'block' | 'after';
  readonly notBeforeMs: number | null;
  readonly reasons: readonly Citation[];
  readonly place: Place;
  /** The packs that were applied, with their versions: `fr@2026.11.2`. */
  readonly packs: readonly string[];
}

/** Which call a clearance is for. */
export interface CallIdentity {
  readonly attemptId: AttemptId;
  readonly rulingId: RulingId;
  readonly leadId: LeadId;
  readonly campaignId: CampaignId;
  readonly clientId: ClientId;
  readonly trunkId: TrunkId;
}
