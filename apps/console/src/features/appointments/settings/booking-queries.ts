import type { CampaignId } from '@alize/model';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask, askTagged, ifMatch } from '../../../shared/api.ts';
import type { Booking } from '../../../shared/booking/contract.ts';

const { booking } = api.v1.campaigns[':id'];

/** How a campaign books, with its version. */
export const bookingQuery = (id: CampaignId) =>
  queryOptions({
    queryKey: ['booking', id],
    queryFn: () => askTagged(booking.$get({ param: { id } })),
    refetchOnMount: 'always',
  });

/** By which ways messages to people can leave. */
export const waysQuery = queryOptions({
  queryKey: ['delivery-ways'],
  queryFn: () => ask(api.v1['delivery-ways'].$get()),
});

export function useSaveBooking(id: CampaignId) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ etag, json }: { etag: string; json: Booking }) =>
      askTagged(booking.$put({ param: { id }, header: ifMatch(etag), json })),
    onSuccess: (saved) => {
      client.setQueryData(bookingQuery(id).queryKey, saved);
      void client.invalidateQueries({ queryKey: ['slots'] });
    },
  });
}
