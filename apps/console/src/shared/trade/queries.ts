import type { CampaignId, ScriptId, ScriptVersionId } from '@alize/model';
import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../api.ts';

/** What several of the manager's pages read. */
export const campaignsQuery = queryOptions({
  queryKey: ['campaigns'],
  queryFn: async () => (await ask(api.v1.campaigns.$get())).data,
});

export const campaignQuery = (id: CampaignId) =>
  queryOptions({
    queryKey: ['campaigns', id],
    queryFn: () => ask(api.v1.campaigns[':id'].$get({ param: { id } })),
  });

export const listsQuery = (campaignId: CampaignId) =>
  queryOptions({
    queryKey: ['lists', 'of', campaignId],
    queryFn: async () => (await ask(api.v1.campaigns[':id'].lists.$get({ param: { id: campaignId } }))).data,
  });

/** What a campaign can be put together from. */
export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: () => ask(api.v1.setup.$get()),
});

/** The published versions of a script, newest first. */
export const versionsQuery = (id: ScriptId) =>
  queryOptions({
    queryKey: ['scripts', id, 'versions'],
    queryFn: async () => (await ask(api.v1.scripts[':id'].versions.$get({ param: { id } }))).data,
  });

/** One published version with its document: it never changes. */
export const versionQuery = (id: ScriptVersionId) =>
  queryOptions({
    queryKey: ['script-versions', id],
    queryFn: () => ask(api.v1['script-versions'][':id'].$get({ param: { id } })),
    staleTime: Number.POSITIVE_INFINITY,
  });
