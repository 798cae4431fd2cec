import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../shared/api.ts';
import { useEvents } from '../../shared/events.ts';
import { useRefresh } from '../../shared/use-refresh.ts';
import { applyEvent } from './apply-event.ts';

const liveQuery = queryOptions({
  queryKey: ['live'],
  queryFn: () => ask(api.v1.live.$get()),
  refetchOnMount: 'always',
});

/** The supervisor's view: each event is shown at once, totals follow within seconds. */
export function useLive() {
  const client = useQueryClient();
  const totals = useRefresh(liveQuery.queryKey);
  useEvents((stored) => {
    client.setQueryData(liveQuery.queryKey, (live) => live && applyEvent(live, stored));
    // A pace comes every two seconds and changes no total.
    if (stored.event.kind !== 'campaign.paced') totals();
  });
  return useQuery(liveQuery);
}
