import type { InferRequestType, InferResponseType } from 'hono/client';
import type { api } from '../../shared/api.ts';

/** What the hand-over pages get from the api and give it, read off its routes. */
type V1 = typeof api.v1;
type OfCampaign = V1['campaigns'][':id'];
type OfToken = V1['public']['handovers'][':token'];

export type HandoverDocument = InferResponseType<OfCampaign['handover']['$get'], 200>;
export type HandoverRow = InferResponseType<V1['handovers']['$get'], 200>['data'][number];
export type HandoverDetail = InferResponseType<V1['handovers'][':id']['$get'], 200>;
export type Rates = InferResponseType<OfCampaign['handovers']['rates']['$get'], 200>;
export type Rate = Rates['total'];
export type VerdictBody = InferRequestType<V1['handovers'][':id']['verdict']['$post']>['json'];
export type SharedLead = InferResponseType<OfToken['$get'], 200>;
