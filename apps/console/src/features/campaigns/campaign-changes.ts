import type { CampaignId } from '@alize/model';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  ApiProblem,
  api,
  ask,
  askTagged,
  ifMatch,
  type RefusingRule,
  type Tagged,
} from '../../shared/api.ts';
import { notifyError } from '../../shared/error-sentence.tsx';
import { useEventsOf } from '../../shared/events.ts';
import type { Campaign, CampaignSettings } from '../../shared/trade/contract.ts';
import { campaignsQuery } from '../../shared/trade/queries.ts';
import { useRefresh } from '../../shared/use-refresh.ts';

export type CampaignVerb = 'start' | 'pause' | 'stop';

/** Starts, pauses or stops a campaign. The answer is what the pages show; nothing is shown before it. */
export function useCampaignVerb(id: CampaignId) {
  const store = useStoreCampaign();
  return useMutation({
    mutationFn: (verb: CampaignVerb) => ask(api.v1.campaigns[':id'][verb].$post({ param: { id } })),
    onSuccess: store,
    // Rules that refuse are too much for a passing message: the page shows them until they are read.
    onError: (error) => rulesOf(error).length > 0 || notifyError(error),
  });
}

/** The rules that a refused start or change names; none when it failed for another reason. */
export const rulesOf = (error: unknown): readonly RefusingRule[] =>
  error instanceof ApiProblem ? error.rules : [];

/** A campaign with the version of its settings, which goes with each change. */
export const settingsQuery = (id: CampaignId) =>
  queryOptions({
    queryKey: ['campaigns', id, 'settings'],
    queryFn: () => askTagged(api.v1.campaigns[':id'].$get({ param: { id } })),
    refetchOnMount: 'always',
    gcTime: 0,
  });

/** Creates a campaign, or changes the one given; refused with 412 when somebody else has changed it meanwhile. */
export function useSaveCampaign() {
  const store = useStoreCampaign();
  return useMutation({
    mutationFn: ({
      base,
      json,
    }: {
      base: Tagged<Campaign> | null;
      json: CampaignSettings;
    }): Promise<Tagged<Campaign>> =>
      base === null
        ? askTagged(api.v1.campaigns.$post({ json }))
        : askTagged(
            api.v1.campaigns[':id'].$patch({
              param: { id: base.value.id },
              header: ifMatch(base.etag),
              json,
            }),
          ),
    onSuccess: ({ value }) => store(value),
  });
}

/** Keeps the campaigns on screen up to date: states at once, totals every few seconds at most. */
export function useLiveCampaigns(): void {
  const client = useQueryClient();
  const totals = useRefresh(campaignsQuery.queryKey);
  useEventsOf('campaign.changed', (event) => {
    const { campaignId, state, isInSchedule, blockedReason, blockedDetail } = event;
    const change = (campaign: Campaign) =>
      campaign.id === campaignId
        ? { ...campaign, state, isInSchedule, blockedReason, blockedDetail }
        : campaign;
    client.setQueryData(campaignsQuery.queryKey, (all) => all?.map(change));
    client.setQueryData<Campaign>(['campaigns', campaignId], (one) => one && change(one));
    totals();
  });
  useEventsOf('call.changed', totals);
  useEventsOf('list.changed', totals);
}

function useStoreCampaign() {
  const client = useQueryClient();
  return (campaign: Campaign) => {
    client.setQueryData(['campaigns', campaign.id], campaign);
    void client.invalidateQueries({ queryKey: campaignsQuery.queryKey });
  };
}
