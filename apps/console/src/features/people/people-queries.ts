import type { UserId } from '@alize/model';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { InferRequestType } from 'hono/client';
import { api, ask } from '../../shared/api.ts';
import type { NewPerson, Person } from '../../shared/trade/contract.ts';

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: async () => (await ask(api.v1.users.$get())).data,
});

type PersonChange = InferRequestType<(typeof api.v1.users)[':id']['$patch']>['json'];
export type PersonWish =
  | { readonly kind: 'add'; readonly person: NewPerson }
  | { readonly kind: 'change'; readonly id: UserId; readonly change: PersonChange };

/** Adds or changes a person; the list follows the api's answer. */
export function useSavePerson() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: PersonWish): Promise<Person> =>
      wish.kind === 'add'
        ? ask(api.v1.users.$post({ json: wish.person }))
        : ask(api.v1.users[':id'].$patch({ param: { id: wish.id }, json: wish.change })),
    onSuccess: (saved) => {
      client.setQueryData(peopleQuery.queryKey, (all) =>
        all?.some(({ id }) => id === saved.id)
          ? all.map((one) => (one.id === saved.id ? saved : one))
          : [...(all ?? []), saved],
      );
      // The team of a campaign is chosen from the same people.
      void client.invalidateQueries({ queryKey: ['setup'] });
    },
  });
}
