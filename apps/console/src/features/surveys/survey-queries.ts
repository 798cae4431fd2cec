import type { CampaignId, Script, ScriptVersionId } from '@alize/model';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api, ask, askTagged, type Tagged } from '../../shared/api.ts';
import { useEventsOf } from '../../shared/events.ts';
import { useRefresh } from '../../shared/use-refresh.ts';
import type { Survey, SurveySettings } from './contract.ts';

/** How a campaign surveys, with its version. */
export const surveyQuery = (id: CampaignId) =>
  queryOptions({
    queryKey: ['survey', id, 'settings'],
    queryFn: () => askTagged(api.v1.campaigns[':id'].survey.$get({ param: { id } })),
    refetchOnMount: 'always',
  });

/** How full the cells are. */
export const quotasQuery = (id: CampaignId) =>
  queryOptions({
    queryKey: ['survey', id, 'quotas'],
    queryFn: () => ask(api.v1.campaigns[':id'].quotas.$get({ param: { id } })),
    refetchOnMount: 'always',
    // Sorting leads into a changed plan goes on by itself, and says nothing on the stream.
    refetchInterval: ({ state }) => (state.data?.sorting ? 1000 : false),
  });

export const reportQuery = (id: CampaignId, isWeighted: boolean) =>
  queryOptions({
    queryKey: ['survey', id, 'report', isWeighted],
    queryFn: () =>
      ask(
        api.v1.campaigns[':id'].survey.report.$get({
          param: { id },
          query: { weighted: isWeighted ? 'true' : 'false' },
        }),
      ),
    refetchOnMount: 'always',
    placeholderData: keepPreviousData,
  });

/** What may stand in a cross table. */
export const variablesQuery = (id: CampaignId) =>
  queryOptions({
    queryKey: ['survey', id, 'variables'],
    queryFn: async () => (await ask(api.v1.campaigns[':id'].survey.variables.$get({ param: { id } }))).data,
  });

export const tableQuery = (id: CampaignId, table: { row: string; column: string; isWeighted: boolean }) =>
  queryOptions({
    queryKey: ['survey', id, 'table', table],
    queryFn: () =>
      ask(
        api.v1.campaigns[':id'].survey.table.$get({
          param: { id },
          query: { row: table.row, column: table.column, weighted: table.isWeighted ? 'true' : 'false' },
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** What people answered in words to a question, the newest first, page by page. */
export const textsQuery = (id: CampaignId, asked: { question: string; search: string }) =>
  infiniteQueryOptions({
    queryKey: ['survey', id, 'texts', asked],
    queryFn: ({ pageParam }) =>
      ask(
        api.v1.campaigns[':id'].survey.texts.$get({
          param: { id },
          query: { ...asked, ...(pageParam && { cursor: pageParam }) },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });

/** The script that the campaign's calls read. */
export const scriptQuery = (id: ScriptVersionId) =>
  queryOptions({
    queryKey: ['script-version', id],
    queryFn: async (): Promise<Script> => {
      const { document } = await ask(api.v1['script-versions'][':id'].$get({ param: { id } }));
      // The cast holds because the contract is of Script; only conditions within conditions have no type on this side.
      return document as Script;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Fields of leads that can be read before a call. */
export const fieldsQuery = (campaignId: CampaignId) =>
  queryOptions({
    queryKey: ['script-fields', campaignId],
    queryFn: async () => (await ask(api.v1['script-fields'].$get({ query: { campaignId } }))).data,
  });

/** Keeps the cells up to date: with interviews, calls and lists, every few seconds at most. */
export function useLiveQuotas(id: CampaignId): void {
  const fresh = useRefresh(quotasQuery(id).queryKey);
  const freshen = ({ campaignId }: { readonly campaignId: CampaignId }) => {
    if (campaignId === id) fresh();
  };
  useEventsOf('survey.changed', freshen);
  useEventsOf('call.changed', freshen);
  useEventsOf('list.changed', freshen);
}

/** Keeps the report and its tables up to date with the interviews, every few seconds at most. */
export function useLiveReport(id: CampaignId): void {
  const report = useRefresh(['survey', id, 'report'], 5000);
  const tables = useRefresh(['survey', id, 'table'], 5000);
  useEventsOf('survey.changed', ({ campaignId }) => {
    if (campaignId !== id) return;
    report();
    tables();
  });
}

/** Stores the settings over the version they were made from; refused when another was stored meanwhile. */
export function useSaveSurvey(id: CampaignId, { value, etag }: Tagged<Survey>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: Partial<SurveySettings>) => {
      const { sorting: _, ...kept } = value;
      return askTagged(
        api.v1.campaigns[':id'].survey.$put({
          param: { id },
          header: { 'if-match': etag },
          json: { ...kept, ...change },
        }),
      );
    },
    onSuccess: (saved) => {
      client.setQueryData(surveyQuery(id).queryKey, saved);
      void client.invalidateQueries({ queryKey: ['survey', id] });
    },
  });
}
