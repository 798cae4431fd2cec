import type { CampaignId, HandoverId } from '@alize/model';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask, askTagged, ifMatch } from '../../shared/api.ts';
import { useEventsOf } from '../../shared/events.ts';
import { useRefresh } from '../../shared/use-refresh.ts';
import type { HandoverDocument, VerdictBody } from './contract.ts';
import type { HandoverSearch } from './handover-search.ts';

const pageRows = '100';

/** How a campaign's qualified leads reach the client, with its version. */
export const documentQuery = (id: CampaignId) =>
  queryOptions({
    queryKey: ['handover', id, 'settings'],
    queryFn: () => askTagged(api.v1.campaigns[':id'].handover.$get({ param: { id } })),
    refetchOnMount: 'always',
  });

/** The filters of a search as the api takes them. */
export function filterOf(campaignId: CampaignId, { state, agent, list }: HandoverSearch) {
  return {
    campaignId,
    ...(state && { state }),
    ...(agent && { agentId: agent }),
    ...(list && { listId: list }),
  };
}

/** Leads handed over, newest first, page by page. About people: dropped soon after nobody looks. */
export const handoversQuery = (campaignId: CampaignId, search: HandoverSearch) => {
  const filter = filterOf(campaignId, search);
  return infiniteQueryOptions({
    queryKey: ['handover', campaignId, 'list', filter],
    queryFn: ({ pageParam }) =>
      ask(
        api.v1.handovers.$get({
          query: { ...filter, limit: pageRows, ...(pageParam && { cursor: pageParam }) },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    refetchOnMount: 'always',
    gcTime: 10_000,
  });
};

export const handoverQuery = (id: HandoverId) =>
  queryOptions({
    queryKey: ['handovers', id],
    queryFn: () => ask(api.v1.handovers[':id'].$get({ param: { id } })),
    refetchOnMount: 'always',
    gcTime: 10_000,
  });

export const ratesQuery = (id: CampaignId) =>
  queryOptions({
    queryKey: ['handover', id, 'rates'],
    queryFn: () => ask(api.v1.campaigns[':id'].handovers.rates.$get({ param: { id }, query: {} })),
    refetchOnMount: 'always',
  });

/** The files that a CSV drop has written. */
export const dropsQuery = (id: CampaignId) =>
  queryOptions({
    queryKey: ['handover', id, 'drops'],
    queryFn: async () => (await ask(api.v1.campaigns[':id'].handover.drops.$get({ param: { id } }))).data,
    refetchOnMount: 'always',
  });

/** By which ways messages can leave. */
export const waysQuery = queryOptions({
  queryKey: ['delivery-ways'],
  queryFn: () => ask(api.v1['delivery-ways'].$get()),
});

/** Where the same rows come as a file. */
export const exportAddress = (campaignId: CampaignId, search: HandoverSearch, format: 'csv' | 'xlsx') =>
  `/v1/handovers.${format}?${new URLSearchParams(filterOf(campaignId, search))}`;

/** Keeps the hand-overs and their rates up to date: every few seconds at most. */
export function useLiveHandovers(id: CampaignId): void {
  const list = useRefresh(['handover', id, 'list']);
  const rates = useRefresh(['handover', id, 'rates']);
  useEventsOf('handover.changed', ({ campaignId }) => {
    if (campaignId !== id) return;
    list();
    rates();
  });
}

/** Stores the settings over the version they were made from; refused when another was stored meanwhile. */
export function useSaveDocument(id: CampaignId) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ json, etag }: { json: HandoverDocument; etag: string }) =>
      askTagged(api.v1.campaigns[':id'].handover.$put({ param: { id }, header: ifMatch(etag), json })),
    onSuccess: (saved) => client.setQueryData(documentQuery(id).queryKey, saved),
  });
}

/** A verdict given in the client's name by who is logged in. */
export function useJudge(id: HandoverId, campaignId: CampaignId) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: VerdictBody) => ask(api.v1.handovers[':id'].verdict.$post({ param: { id }, json })),
    onSuccess: (judged) => {
      client.setQueryData(handoverQuery(id).queryKey, judged);
      void client.invalidateQueries({ queryKey: ['handover', campaignId] });
    },
  });
}
