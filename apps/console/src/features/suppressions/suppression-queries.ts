import type { PhoneNumber } from '@alize/model';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { InferRequestType } from 'hono/client';
import { api, ask } from '../../shared/api.ts';
import type { Suppression } from '../../shared/trade/contract.ts';
import { asFile, type FileReading } from '../../shared/trade/number-file.tsx';

type Suppressions = (typeof api.v1)['suppressions'];
export type NewSuppression = InferRequestType<Suppressions['$post']>['json'];
export const scopes = ['client', 'centre', 'law'] as const satisfies readonly Suppression['scope'][];
export type Scope = Suppression['scope'];

export const suppressionsQuery = infiniteQueryOptions({
  queryKey: ['suppressions'],
  queryFn: ({ pageParam }) =>
    ask(api.v1.suppressions.$get({ query: { limit: '100', ...(pageParam && { cursor: pageParam }) } })),
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
  refetchOnMount: 'always',
});

/** What stands of one number, expired entries too. */
export const suppressionsOfQuery = (phoneNumber: PhoneNumber) =>
  queryOptions({
    queryKey: ['suppressions', 'of', phoneNumber],
    queryFn: async () => (await ask(api.v1.suppressions.search.$post({ json: { phoneNumber } }))).data,
    refetchOnMount: 'always',
  });

/** Where the same list comes as a file, which the import reads back. */
export const exportAddress = '/v1/suppressions.csv';

export function useSuppressions() {
  const refresh = useRefreshSuppressions();
  const add = useMutation({
    mutationFn: (json: NewSuppression) => ask(api.v1.suppressions.$post({ json })),
    onSuccess: refresh,
  });
  const remove = useMutation({
    mutationFn: ({ id }: Pick<Suppression, 'id'>) =>
      ask(api.v1.suppressions[':id'].$delete({ param: { id } })),
    onSuccess: refresh,
  });
  return { add, remove };
}

/** What is said of a whole file of numbers. */
export interface FileSettings {
  readonly scope: Scope;
  readonly reason: string;
  readonly source: string;
}

export function importSuppressions(
  file: File,
  reading: FileReading,
  { scope, reason, source }: FileSettings,
) {
  const query = {
    ...{ ...reading, scope },
    ...(reason.trim() && { reason: reason.trim() }),
    ...(source.trim() && { source: source.trim() }),
  };
  return ask(api.v1.suppressions.import.$post({ query }, asFile(file)));
}

export function useRefreshSuppressions(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: suppressionsQuery.queryKey });
}
