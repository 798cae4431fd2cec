import type { RegisterId } from '@alize/model';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import { api, ask } from '../../../shared/api.ts';
import { asFile, type FileReading } from '../../../shared/trade/number-file.tsx';

type V1 = typeof api.v1;
export type Register = InferResponseType<V1['registers']['$get']>['data'][number];
export type RuleSetting = InferResponseType<V1['rule-settings']['$get']>['data'][number];
export type NewRuleSetting = InferRequestType<V1['rule-settings']['$post']>['json'];
export type Client = InferResponseType<V1['client']['$get']>;
export type ClientChange = InferRequestType<V1['client']['$patch']>['json'];

export const registersQuery = queryOptions({
  queryKey: ['registers'],
  queryFn: async () => (await ask(api.v1.registers.$get())).data,
  refetchOnMount: 'always',
});

export const ruleSettingsQuery = queryOptions({
  queryKey: ['rule-settings'],
  queryFn: async () => (await ask(api.v1['rule-settings'].$get())).data,
  refetchOnMount: 'always',
});

/** When a register was consulted, where, and the copy of it; no copy where its own service answered. */
export interface Consultation {
  readonly id: RegisterId;
  readonly checkedAtMs: number;
  readonly source: string;
  readonly copy: { readonly file: File; readonly reading: FileReading } | null;
}

export function useConsult() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, checkedAtMs, source, copy }: Consultation): Promise<Register> => {
      const param = { id };
      if (!copy) return ask(api.v1.registers[':id'].checked.$post({ param, json: { checkedAtMs, source } }));
      const query = { ...copy.reading, checkedAtMs, source };
      return ask(api.v1.registers[':id'].$put({ param, query }, asFile(copy.file)));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: registersQuery.queryKey }),
  });
}

/** Sets a rule aside, or lets it hold again. */
export function useRuleSettings() {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ruleSettingsQuery.queryKey });
  const add = useMutation({
    mutationFn: (json: NewRuleSetting) => ask(api.v1['rule-settings'].$post({ json })),
    onSuccess: refresh,
  });
  const remove = useMutation({
    mutationFn: ({ id }: RuleSetting) => ask(api.v1['rule-settings'][':id'].$delete({ param: { id } })),
    onSuccess: refresh,
  });
  return { add, remove };
}

export function useSaveClient() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: ClientChange) => ask(api.v1.client.$patch({ json })),
    onSuccess: (saved) => client.setQueryData(['client'], saved),
  });
}
