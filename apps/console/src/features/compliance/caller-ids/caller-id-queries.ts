import type { CallerIdId } from '@alize/model';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import { api, ask } from '../../../shared/api.ts';

type CallerIds = (typeof api.v1)['caller-ids'];
export type CallerId = InferResponseType<CallerIds['$get']>['data'][number];
export type NewCallerId = InferRequestType<CallerIds['$post']>['json'];
export type CallerIdChange = InferRequestType<CallerIds[':id']['$patch']>['json'];

export const callerIdsQuery = queryOptions({
  queryKey: ['caller-ids'],
  queryFn: async () => (await ask(api.v1['caller-ids'].$get())).data,
  refetchOnMount: 'always',
});

export type CallerIdWish =
  | { readonly kind: 'add'; readonly callerId: NewCallerId }
  | { readonly kind: 'change'; readonly id: CallerIdId; readonly change: CallerIdChange }
  | { readonly kind: 'remove'; readonly id: CallerIdId };

/** Adds, changes or removes a number of the registry. */
export function useSaveCallerId() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (wish: CallerIdWish): Promise<unknown> => {
      if (wish.kind === 'add') return ask(api.v1['caller-ids'].$post({ json: wish.callerId }));
      const one = api.v1['caller-ids'][':id'];
      const param = { id: wish.id };
      return wish.kind === 'remove'
        ? ask(one.$delete({ param }))
        : ask(one.$patch({ param, json: wish.change }));
    },
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: callerIdsQuery.queryKey });
      // A campaign chooses among the same numbers.
      void client.invalidateQueries({ queryKey: ['setup'] });
    },
  });
}
