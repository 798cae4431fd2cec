import type { InferRequestType, InferResponseType } from 'hono/client';
import type { api } from '../api.ts';

/** What the manager's pages get from the api and give it, read off its routes. */
type V1 = typeof api.v1;

export type Campaign = InferResponseType<V1['campaigns'][':id']['$get']>;
export type CampaignSettings = InferRequestType<V1['campaigns']['$post']>['json'];
export type Setup = InferResponseType<V1['setup']['$get']>;
export type VersionRow = InferResponseType<V1['scripts'][':id']['versions']['$get']>['data'][number];
export type CountedList = InferResponseType<V1['campaigns'][':id']['lists']['$get']>['data'][number];
export type Inspection = InferResponseType<V1['uploads'][':id']['preview']['$post']>;
/** A row of a file as it will be stored. */
export type ShownRow = Inspection['leads'][number];
export type ShownFields = Extract<ShownRow, { kind: 'lead' }>['fields'];
export type RowNote = Extract<ShownRow, { kind: 'lead' }>['changes'][number];
export type Import = InferResponseType<V1['imports'][':id']['$get']>;
export type ImportRow = InferResponseType<V1['campaigns'][':id']['imports']['$get']>['data'][number];
export type ImportReport = NonNullable<Import['report']>;
export type Template = InferResponseType<V1['mapping-templates']['$get']>['data'][number];
export type LeadRow = InferResponseType<V1['campaigns'][':id']['leads']['$get']>['data'][number];
export type Lead = InferResponseType<V1['leads'][':id']['$get']>;
export type AttemptRow = InferResponseType<V1['attempts']['$get']>['data'][number];
export type AttemptDetail = InferResponseType<V1['attempts'][':id']['$get']>;
export type OutcomeRow = InferResponseType<V1['outcomes']['$get']>['data'][number];
export type Person = InferResponseType<V1['users']['$get']>['data'][number];
export type NewPerson = InferRequestType<V1['users']['$post']>['json'];
export type Suppression = InferResponseType<V1['suppressions']['$get']>['data'][number];
