import type { CampaignId } from '@alize/model';
import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../../shared/api.ts';
import { useEventsOf } from '../../../shared/events.ts';
import { addPoint, type PacingPoint, type Span, type Stretch } from './pacing-points.ts';

/** The series of a stretch, asked for once; from then on it grows by events. `stretch` is read when it is asked for. */
const pointsQuery = (id: CampaignId, key: string, stretch: () => Stretch) =>
  queryOptions({
    queryKey: ['pacing', id, key],
    queryFn: async (): Promise<readonly PacingPoint[]> => {
      const { fromMs, toMs } = stretch();
      const query = { fromMs: String(fromMs), toMs: String(toMs) };
      return (await ask(api.v1.campaigns[':id'].pacing.$get({ param: { id }, query }))).data;
    },
    refetchOnMount: 'always',
  });

/** The points of a span of a campaign; those that reach now grow by the stream. */
export function usePacingPoints(
  id: CampaignId,
  { span, day, stretch }: { span: Span; day: string; stretch: () => Stretch },
) {
  const client = useQueryClient();
  const query = pointsQuery(id, span === 'day' ? day : span, stretch);
  useEventsOf('campaign.paced', ({ campaignId, decision, agents }, { atMs }) => {
    if (campaignId !== id || span === 'day') return;
    client.setQueryData(
      query.queryKey,
      (points) => points && addPoint(points, { atMs, decision, agents }, stretch()),
    );
  });
  return useQuery(query);
}

/** The decision that was in force at an instant; the one before is kept until it is there. Null: do not ask. */
export function useDecisionAt(id: CampaignId, atMs: number | null) {
  return useQuery({
    queryKey: ['pacing-at', id, atMs],
    queryFn: async () =>
      await ask(api.v1.campaigns[':id'].pacing.at.$get({ param: { id }, query: { atMs: String(atMs) } })),
    enabled: atMs !== null,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
}
