import type { ApiKeyId } from '@alize/model';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import { api, ask } from '../../../shared/api.ts';

const keys = api.v1['api-keys'];
export type ApiKeyRow = InferResponseType<typeof keys.$get>['data'][number];
export type NewApiKey = InferRequestType<typeof keys.$post>['json'];

export const apiKeysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: async () => (await ask(keys.$get())).data,
  refetchOnMount: 'always',
});

/** Makes a key; the answer alone tells it. */
export function useMakeKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: NewApiKey) => ask(keys.$post({ json })),
    onSuccess: () => client.invalidateQueries({ queryKey: apiKeysQuery.queryKey }),
  });
}

export function useRevokeKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: ApiKeyId) => ask(keys[':id'].$delete({ param: { id } })),
    onSettled: () => client.invalidateQueries({ queryKey: apiKeysQuery.queryKey }),
  });
}

/** Whether a key still opens anything. */
export function standingOf(
  { revokedAtMs, expiresAtMs }: Pick<ApiKeyRow, 'revokedAtMs' | 'expiresAtMs'>,
  nowMs: number,
): 'good' | 'expired' | 'revoked' {
  if (revokedAtMs !== null) return 'revoked';
  return expiresAtMs !== null && expiresAtMs <= nowMs ? 'expired' : 'good';
}
