import type { ConsentId, PhoneNumber } from '@alize/model';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import { api, ask } from '../../../shared/api.ts';
import { asFile, type FileReading } from '../../../shared/trade/number-file.tsx';

type V1 = typeof api.v1;
export type Consent = InferResponseType<V1['consents']['$get']>['data'][number];
export type NewConsent = InferRequestType<V1['consents']['$post']>['json'];
export type Withdrawal = InferRequestType<V1['consents'][':id']['withdrawal']['$post']>['json'];
export type Relation = InferResponseType<V1['relations']['search']['$post']>['data'][number];
export type NewRelation = InferRequestType<V1['relations']['$post']>['json'];

/** All consents, newest first. */
export const consentsQuery = infiniteQueryOptions({
  queryKey: ['consents'],
  queryFn: ({ pageParam }) =>
    ask(api.v1.consents.$get({ query: { limit: '50', ...(pageParam && { cursor: pageParam }) } })),
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
  refetchOnMount: 'always',
});

export const consentsOfQuery = (phoneNumber: PhoneNumber) =>
  queryOptions({
    queryKey: ['consents', 'of', phoneNumber],
    queryFn: async () => (await ask(api.v1.consents.search.$post({ json: { phoneNumber } }))).data,
    refetchOnMount: 'always',
  });

export const relationsOfQuery = (phoneNumber: PhoneNumber) =>
  queryOptions({
    queryKey: ['relations', 'of', phoneNumber],
    queryFn: async () => (await ask(api.v1.relations.search.$post({ json: { phoneNumber } }))).data,
    refetchOnMount: 'always',
  });

export function useAddConsent() {
  const refresh = useRefreshConsents();
  return useMutation({
    mutationFn: (json: NewConsent) => ask(api.v1.consents.$post({ json })),
    onSuccess: refresh,
  });
}

export function useWithdraw(id: ConsentId) {
  const refresh = useRefreshConsents();
  return useMutation({
    mutationFn: (json: Withdrawal) => ask(api.v1.consents[':id'].withdrawal.$post({ param: { id }, json })),
    onSuccess: refresh,
  });
}

export function useAddRelation() {
  const refresh = useRefreshConsents();
  return useMutation({
    mutationFn: (json: NewRelation) => ask(api.v1.relations.$post({ json })),
    onSuccess: refresh,
  });
}

export const importConsents = (file: File, reading: FileReading) =>
  ask(api.v1.consents.import.$post({ query: { ...reading } }, asFile(file)));

/** `source` is who placed the calls of lines that do not say. */
export const importOutsideAttempts = (file: File, reading: FileReading, source: string) =>
  ask(
    api.v1['outside-attempts'].import.$post(
      { query: { ...reading, ...(source.trim() && { source: source.trim() }) } },
      asFile(file),
    ),
  );

/** After a change: consents, relations, and the do-not-call list, which a withdrawal writes to. */
export function useRefreshConsents(): () => void {
  const client = useQueryClient();
  return () => {
    for (const key of ['consents', 'relations', 'suppressions']) {
      void client.invalidateQueries({ queryKey: [key] });
    }
  };
}
