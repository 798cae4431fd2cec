import type { PhoneNumber } from '@alize/model';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import { api, ask } from '../../../shared/api.ts';

type Compliance = (typeof api.v1)['compliance'];
export type Evidence = InferResponseType<Compliance['evidence']['$get']>;
export type Chain = InferResponseType<Compliance['chain']['$get']>;
export type PersonFile = InferResponseType<Compliance['person-file']['$post']>;
export type Erasure = InferResponseType<Compliance['erasure']['$post']>;
type ErasureQuestion = InferRequestType<Compliance['erasure']['$post']>['json'];

/** A month (`2026-11`) and the zone whose days it is made of. */
export interface Month {
  readonly month: string;
  readonly timeZone: string;
}

export const evidenceQuery = (query: Month) =>
  queryOptions({
    queryKey: ['compliance', 'evidence', query.month, query.timeZone],
    queryFn: () => ask(api.v1.compliance.evidence.$get({ query })),
    refetchOnMount: 'always',
  });

/** Where the same evidence comes as a page to print, or as a file with every ruling. */
export function evidenceAddress(
  kind: 'html' | 'csv',
  { month, timeZone, language, numbers }: Month & { language: string; numbers?: 'full' },
): string {
  const query = new URLSearchParams({ month, timeZone, language, ...(numbers && { numbers }) });
  return `/v1/compliance/evidence.${kind}?${query}`;
}

/** Reads the whole log again; asked for, never by itself. */
export function useVerifyChain() {
  return useMutation({ mutationFn: () => ask(api.v1.compliance.chain.$get()) });
}

/** The file is kept nowhere in the browser: it is about a person. */
export function usePersonFile() {
  return useMutation({
    mutationFn: (phoneNumber: PhoneNumber) =>
      ask(api.v1.compliance['person-file'].$post({ json: { phoneNumber } })),
    gcTime: 0,
  });
}

export function useErasePerson() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: ErasureQuestion) => ask(api.v1.compliance.erasure.$post({ json })),
    gcTime: 0,
    // Leads, consents, lists: nothing on screen may still show the person.
    onSuccess: () => client.invalidateQueries(),
  });
}
