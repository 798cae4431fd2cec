import type { InferRequestType, InferResponseType } from 'hono/client';
import type { api } from '../../shared/api.ts';

/** What the survey pages get from the api and give it, read off its routes. */
type OfCampaign = (typeof api.v1.campaigns)[':id'];

export type Survey = InferResponseType<OfCampaign['survey']['$get'], 200>;
export type SurveySettings = InferRequestType<OfCampaign['survey']['$put']>['json'];
export type Quotas = InferResponseType<OfCampaign['quotas']['$get'], 200>;
export type QuotaCellRow = Quotas['data'][number];
export type Report = InferResponseType<OfCampaign['survey']['report']['$get'], 200>;
export type QuestionReport = Report['questions'][number];
export type OptionCount = QuestionReport['options'][number];
export type TableVariable = InferResponseType<OfCampaign['survey']['variables']['$get'], 200>['data'][number];
export type CrossTable = InferResponseType<OfCampaign['survey']['table']['$get'], 200>;
