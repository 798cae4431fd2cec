import type { DeliveryId } from '@alize/model';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import { api, ask } from '../../../shared/api.ts';
import type { IntegrationSearch } from '../integration-search.ts';

const one = api.v1.deliveries[':id'];
export type DeliveryRow = InferResponseType<typeof api.v1.deliveries.$get>['data'][number];
export type Delivery = InferResponseType<typeof one.$get>;

/** What was told to the outside, newest first, page by page. */
export const deliveriesQuery = ({ webhook, way, state }: IntegrationSearch) =>
  infiniteQueryOptions({
    queryKey: ['deliveries', webhook, way, state],
    queryFn: ({ pageParam }) =>
      ask(
        api.v1.deliveries.$get({
          query: {
            limit: '50',
            ...(webhook && { webhookId: webhook }),
            ...(way && { way }),
            ...(state && { state }),
            ...(pageParam && { cursor: pageParam }),
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    refetchOnMount: 'always',
    // About people: dropped soon after nobody looks.
    gcTime: 10_000,
  });

export const deliveryQuery = (id: DeliveryId) =>
  queryOptions({
    queryKey: ['deliveries', 'one', id],
    queryFn: () => ask(one.$get({ param: { id } })),
    refetchOnMount: 'always',
    gcTime: 0,
  });

/** Sends a delivery again, now. */
export function useResend() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: DeliveryId) => ask(one.resend.$post({ param: { id } })),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['deliveries'] });
      void client.invalidateQueries({ queryKey: ['webhooks'] });
    },
  });
}
