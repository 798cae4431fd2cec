import type { InferRequestType, InferResponseType } from 'hono/client';
import type { api } from '../api.ts';

/** What the manager's pages get from the api and give it, read off its routes. */
type V1 = typeof api.v1;

export type Campaign = InferResponseType<V1['campaigns'][':id']['$get']>;
export type CampaignSettings = InferRequestType<V1['campaigns']['$post']>['json'];
export type Setup = InferResponseType<V1['setup']['$get']>;
export type List = InferResponseType<V1['lists'][':id']['$get']>;
export type ListPreview = InferResponseType<V1['lists']['preview']['$post']>;
export type ColumnTarget = ListPreview['mapping'][number];
export type AttemptRow = InferResponseType<V1['attempts']['$get']>['data'][number];
export type AttemptDetail = InferResponseType<V1['attempts'][':id']['$get']>;
export type OutcomeRow = InferResponseType<V1['outcomes']['$get']>['data'][number];
export type Person = InferResponseType<V1['users']['$get']>['data'][number];
export type NewPerson = InferRequestType<V1['users']['$post']>['json'];
export type Suppression = InferResponseType<V1['suppressions']['$get']>['data'][number];
