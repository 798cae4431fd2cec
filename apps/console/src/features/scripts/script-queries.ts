import type { CampaignId, Script, ScriptId } from '@alize/model';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import { api, ask, askTagged, ifMatch, type Tagged } from '../../shared/api.ts';
import { setupQuery } from '../../shared/trade/queries.ts';

type Scripts = (typeof api.v1)['scripts'];
export type ScriptRow = InferResponseType<Scripts['$get']>['data'][number];
export type ScriptDetail = InferResponseType<Scripts[':id']['$get']>;
export type Draft = InferResponseType<Scripts[':id']['draft']['$get']>;
export type Finding = InferResponseType<Scripts['review']['$post']>['data'][number];
export type ReviewAsked = InferRequestType<Scripts['review']['$post']>['json'];

/** What a text or a condition may name, in the words of one language. */
export interface ScriptField {
  /** As it stands between braces. */
  readonly placeholder: string;
  /** As conditions name it; that of a placeholder alone is its English name. */
  readonly name: string;
  readonly isCondition: boolean;
  /** A column of the client's own. */
  readonly isOwn: boolean;
}

export const scriptsQuery = queryOptions({
  queryKey: ['scripts'],
  queryFn: async () => (await ask(api.v1.scripts.$get())).data,
});

export const scriptQuery = (id: ScriptId) =>
  queryOptions({
    queryKey: ['scripts', id],
    queryFn: () => ask(api.v1.scripts[':id'].$get({ param: { id } })),
  });

/** The placeholders that can be filled: for one campaign, or those that every script may name. */
export const fieldsQuery = (campaignId: CampaignId | null, language: 'fr' | 'en') =>
  queryOptions({
    queryKey: ['script-fields', campaignId, language],
    queryFn: async (): Promise<readonly ScriptField[]> => {
      const query = campaignId === null ? {} : { campaignId };
      const { data } = await ask(api.v1['script-fields'].$get({ query }));
      return data.map(({ placeholder, of, conditionField }) => ({
        placeholder: placeholder[language],
        name: conditionField ?? placeholder.en,
        isCondition: conditionField !== null,
        isOwn: of === 'column',
      }));
    },
  });

export const reviewScript = async (asked: ReviewAsked): Promise<readonly Finding[]> =>
  (await ask(api.v1.scripts.review.$post({ json: asked }))).data;

/** The draft with its version; `"0"` while nobody works on one. */
export const readDraft = (id: ScriptId): Promise<Tagged<Draft>> =>
  askTagged(api.v1.scripts[':id'].draft.$get({ param: { id } }));

/** Stores the draft and answers its new ETag; refused as `version_stale` when somebody else has stored one since. */
export async function saveDraft(id: ScriptId, document: Script, etag: string): Promise<string> {
  const json = { document: document };
  const asked = api.v1.scripts[':id'].draft.$put({ param: { id }, header: ifMatch(etag), json });
  return (await askTagged(asked)).etag;
}

export const dropDraft = (id: ScriptId, etag: string): Promise<unknown> =>
  ask(api.v1.scripts[':id'].draft.$delete({ param: { id }, header: ifMatch(etag) }));

/** Refused as `script_published` once there is a version. */
export const deleteScript = (id: ScriptId): Promise<unknown> =>
  ask(api.v1.scripts[':id'].$delete({ param: { id } }));

export const publishDraft = (id: ScriptId, etag: string) =>
  ask(api.v1.scripts[':id'].draft.publish.$post({ param: { id }, header: ifMatch(etag) }));

/** A new script, kept as a draft: nothing is read out before somebody publishes it. */
export function useNewScript() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ name, document }: { name: string; document: Script }) =>
      ask(api.v1.scripts.$post({ json: { name, document: document, isDraft: true } })),
    onSuccess: () => client.invalidateQueries({ queryKey: scriptsQuery.queryKey }),
  });
}

export function useRename(id: ScriptId) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => ask(api.v1.scripts[':id'].$patch({ param: { id }, json: { name } })),
    onSuccess: () => client.invalidateQueries({ queryKey: scriptsQuery.queryKey }),
  });
}

/** After a version was published: lists, the script, and what campaigns can be put together from. */
export function useRefreshScripts(): () => Promise<unknown> {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: scriptsQuery.queryKey }),
      client.invalidateQueries({ queryKey: setupQuery.queryKey }),
    ]);
}
