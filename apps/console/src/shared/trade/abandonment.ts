import type { CampaignId } from '@alize/model';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import { api, ask } from '../api.ts';
import { campaignQuery } from './queries.ts';

export type AbandonmentAccount = InferResponseType<
  (typeof api.v1.campaigns)[':id']['abandonment']['$get']
>['data'][number];

/** Where a campaign stands by each law of the people it has reached; none before its first call. */
export const accountsQuery = (id: CampaignId) =>
  queryOptions({
    queryKey: ['abandonment', id],
    queryFn: async () => (await ask(api.v1.campaigns[':id'].abandonment.$get({ param: { id } }))).data,
    refetchOnMount: 'always',
  });

/** The strictest limit and inner target among the laws that a campaign's people live under. */
export interface AbandonTerms {
  readonly limit: number;
  readonly target: number;
}

/** Null when no law has counted yet. */
export function strictestTerms(
  accounts: readonly Pick<AbandonmentAccount, 'limit' | 'target'>[],
): AbandonTerms | null {
  if (accounts.length === 0) return null;
  return {
    limit: Math.min(...accounts.map((account) => account.limit)),
    target: Math.min(...accounts.map((account) => account.target)),
  };
}

/** The share of abandoned calls that a campaign steers for: its own, or the laws' inner target; null while unknown. */
export function useAbandonAim(id: CampaignId): number | null {
  const campaign = useQuery(campaignQuery(id));
  const accounts = useQuery(accountsQuery(id));
  return campaign.data?.abandonAim ?? strictestTerms(accounts.data ?? [])?.target ?? null;
}
