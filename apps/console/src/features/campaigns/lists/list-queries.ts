import type { CampaignId, ListId } from '@alize/model';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { InferRequestType } from 'hono/client';
import { api, ask } from '../../../shared/api.ts';
import { notifyError } from '../../../shared/error-sentence.tsx';
import { listsQuery } from '../../../shared/trade/queries.ts';

type ListChange = InferRequestType<(typeof api.v1.lists)[':id']['$patch']>['json'];
type NewLeads = InferRequestType<(typeof api.v1.campaigns)[':id']['leads']['$post']>['json'];

/** Changes a list's name, share or whether it is called; the next call goes by it. */
export function useChangeList(campaignId: CampaignId, id: ListId) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: ListChange) => ask(api.v1.lists[':id'].$patch({ param: { id }, json })),
    onError: notifyError,
    onSettled: () => client.invalidateQueries({ queryKey: listsQuery(campaignId).queryKey }),
  });
}

/** Adds one lead by hand; `key` makes a second sending of the same form harmless. */
export const addLead = (campaignId: CampaignId, key: string, json: NewLeads) =>
  ask(
    api.v1.campaigns[':id'].leads.$post({
      param: { id: campaignId },
      header: { 'idempotency-key': key },
      json,
    }),
  );

/** Who the people of the client are, by id. */
export const peopleQuery = queryOptions({
  queryKey: ['users', 'names'],
  queryFn: async () => new Map((await ask(api.v1.users.$get())).data.map(({ id, name }) => [id, name])),
});
