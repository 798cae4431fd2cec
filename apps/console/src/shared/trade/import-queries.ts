import type { CampaignId, ImportId, ImportProgress } from '@alize/model';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../api.ts';
import { useEventsOf } from '../events.ts';
import { campaignsQuery, listsQuery } from './queries.ts';

export const importQuery = (id: ImportId) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: () => ask(api.v1.imports[':id'].$get({ param: { id } })),
  });

/** All imports of a campaign, newest first. */
export const importsQuery = (campaignId: CampaignId) =>
  queryOptions({
    queryKey: ['imports', 'of', campaignId],
    queryFn: async () =>
      (await ask(api.v1.campaigns[':id'].imports.$get({ param: { id: campaignId } }))).data,
  });

/** Where the refused rows come as a file, with the reason added. */
export const badRowsAddress = (id: ImportId): string =>
  api.v1.imports[':id']['bad-rows.csv'].$path({ param: { id } });

/** An import as it goes on: its row, and how far it has come as the event stream tells; null until it does. */
export function useImport(id: ImportId) {
  const client = useQueryClient();
  const query = importQuery(id);
  const answer = useQuery({ ...query, refetchOnMount: 'always' });
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  useEventsOf('import.changed', ({ kind: _, importId, campaignId, listId, state, ...now }) => {
    if (importId !== id) return;
    setProgress(now);
    const known = client.getQueryData(query.queryKey);
    client.setQueryData(query.queryKey, (old) => old && { ...old, listId, state, phase: now.phase });
    if (known?.state === state) return;
    setProgress(null);
    void client.invalidateQueries({ queryKey: ['imports'] });
    void client.invalidateQueries({ queryKey: listsQuery(campaignId).queryKey });
    void client.invalidateQueries({ queryKey: campaignsQuery.queryKey });
  });
  return { ...answer, progress };
}
