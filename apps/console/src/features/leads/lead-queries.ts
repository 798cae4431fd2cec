import type { CampaignId, LeadId, PhoneNumber } from '@alize/model';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import { api, ask } from '../../shared/api.ts';
import type { LeadSearch } from './lead-search.ts';

export type LeadChange = InferRequestType<(typeof api.v1.leads)[':id']['$patch']>['json'];

export type Correction = InferResponseType<
  (typeof api.v1.leads)[':id']['changes']['$get'],
  200
>['data'][number];

const pageRows = '100';

/** The leads of a campaign that fit, page by page. `dueBeforeMs` is the instant by which they are due. */
export const leadsQuery = (
  campaignId: CampaignId,
  { list, state }: LeadSearch,
  search: string,
  dueBeforeMs: number | null,
) =>
  infiniteQueryOptions({
    queryKey: ['leads', 'of', campaignId, list, state, search, dueBeforeMs],
    queryFn: ({ pageParam }) =>
      ask(
        api.v1.campaigns[':id'].leads.$get({
          param: { id: campaignId },
          query: {
            limit: pageRows,
            ...(list && { listId: list }),
            ...(state && { state }),
            ...(search && { search }),
            ...(dueBeforeMs !== null && { dueBeforeMs: String(dueBeforeMs) }),
            ...(pageParam && { cursor: pageParam }),
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    refetchOnMount: 'always',
    placeholderData: keepPreviousData,
    // About people: dropped soon after nobody looks.
    gcTime: 10_000,
  });

export const leadQuery = (id: LeadId) =>
  queryOptions({
    queryKey: ['leads', id],
    queryFn: () => ask(api.v1.leads[':id'].$get({ param: { id } })),
    refetchOnMount: 'always',
    gcTime: 10_000,
  });

/** The calls of a lead, newest first. */
export const callsOfLeadQuery = (id: LeadId) =>
  queryOptions({
    queryKey: ['leads', id, 'calls'],
    queryFn: async () => (await ask(api.v1.attempts.$get({ query: { leadId: id, limit: '50' } }))).data,
    refetchOnMount: 'always',
    gcTime: 10_000,
  });

/** The corrections of a lead's fields. */
export const changesOfLeadQuery = (id: LeadId) =>
  queryOptions({
    queryKey: ['leads', id, 'changes'],
    queryFn: async () => (await ask(api.v1.leads[':id'].changes.$get({ param: { id } }))).data,
    refetchOnMount: 'always',
    gcTime: 10_000,
  });

/** What is on record of a number's consents. */
export const consentsOfQuery = (phoneNumber: PhoneNumber) =>
  queryOptions({
    queryKey: ['consents', 'of', phoneNumber],
    queryFn: async () => (await ask(api.v1.consents.search.$post({ json: { phoneNumber } }))).data,
    refetchOnMount: 'always',
    gcTime: 10_000,
  });

/** Whether the people of a survey may answer by a link. */
export const webLinksQuery = (id: CampaignId) =>
  queryOptions({
    queryKey: ['survey', id, 'links'],
    queryFn: async () => (await ask(api.v1.campaigns[':id'].survey.$get({ param: { id } }))).hasWebLinks,
  });

/** The link by which this person answers; sent to them by e-mail if asked. */
export const makeInterviewLink = (id: LeadId, byEmail: boolean) =>
  ask(api.v1.leads[':id']['interview-link'].$post({ param: { id }, json: { byEmail } }));

export const changeLead = (id: LeadId, json: LeadChange) =>
  ask(api.v1.leads[':id'].$patch({ param: { id }, json }));
