import type { Rule } from '@alize/api/client';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import { api, ask } from '../../shared/api.ts';

type Compliance = (typeof api.v1)['compliance'];
export type RulingQuestion = InferRequestType<Compliance['rulings']['$post']>['json'];
export type Ruling = Extract<InferResponseType<Compliance['rulings']['$post']>, { decision: string }>;
export type PackSummary = InferResponseType<Compliance['packs']['$get']>['data'][number];
export type CallerId = InferResponseType<(typeof api.v1)['caller-ids']['$get']>['data'][number];
export type Client = InferResponseType<(typeof api.v1)['client']['$get']>;

/** A rule as the packs write it, and whether it was in force on the day asked about. */
export type DatedRule = Rule & { readonly inForce: boolean };

export const packsQuery = (on: string | undefined) =>
  queryOptions({
    queryKey: ['compliance', 'packs', on],
    queryFn: () => ask(api.v1.compliance.packs.$get({ query: { on } })),
    placeholderData: keepPreviousData,
  });

export const packQuery = (id: string, on: string | undefined) =>
  queryOptions({
    queryKey: ['compliance', 'pack', id, on],
    queryFn: async () => {
      const pack = await ask(api.v1.compliance.packs[':id'].$get({ param: { id }, query: { on } }));
      // The cast holds because the api answers the rules of the packs field by field as they are written.
      return { ...pack, rules: pack.rules as unknown as readonly DatedRule[] };
    },
    placeholderData: keepPreviousData,
  });

/** One asking; asked again it is another one, as "now" has moved on. */
export interface Asked {
  readonly question: RulingQuestion;
  /** Whether what is on record of the person counts too. */
  readonly withRecord: boolean;
  readonly askedAtMs: number;
}

/** The answer is dropped as soon as nobody looks at it: it is about a person. */
export const rulingQuery = (asked: Asked | null, language: string) =>
  queryOptions({
    queryKey: ['compliance', 'ruling', asked?.askedAtMs, language],
    queryFn: async () => {
      if (!asked) throw new Error('nothing was asked');
      const query = {
        language: language === 'en' ? 'en' : 'fr',
        record: asked.withRecord ? 'true' : 'false',
      } as const;
      const answer = await ask(api.v1.compliance.rulings.$post({ query, json: asked.question }));
      if (!('decision' in answer)) throw new Error('one number has one ruling');
      return answer;
    },
    enabled: asked !== null,
    retry: false,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });

/** The client's registry of numbers, and the client; for who has chosen one. */
export const callerIdsQuery = queryOptions({
  queryKey: ['caller-ids'],
  queryFn: async () => (await ask(api.v1['caller-ids'].$get())).data,
});
export const clientQuery = queryOptions({
  queryKey: ['client'],
  queryFn: () => ask(api.v1.client.$get()),
});
