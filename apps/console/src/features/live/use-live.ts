import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, ask } from '../../shared/api.ts';
import { useEvents, useIsLive } from '../../shared/events.ts';
import { useFreshTotals } from '../../shared/trade/use-fresh-totals.ts';
import { applyEvent } from './apply-event.ts';

const liveQuery = queryOptions({
  queryKey: ['live'],
  queryFn: () => ask(api.v1.live.$get()),
  refetchOnMount: 'always',
});

/** The supervisor's view: each event is shown at once, totals follow within seconds. */
export function useLive() {
  const client = useQueryClient();
  const totals = useFreshTotals(liveQuery.queryKey);
  useEvents((stored) => {
    client.setQueryData(liveQuery.queryKey, (live) => live && applyEvent(live, stored));
    // A pace comes every two seconds and changes no total.
    if (stored.event.kind !== 'campaign.paced') totals();
  });
  const isStreaming = useIsLive();
  useEffect(() => {
    // What happened between the first reading and the opening of the stream is in no event.
    if (isStreaming) void client.invalidateQueries({ queryKey: liveQuery.queryKey });
  }, [isStreaming, client]);
  return useQuery(liveQuery);
}
