import type { AttemptId } from '@alize/model';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../shared/api.ts';

type Query = Record<string, string | number | undefined>;

const pageRows = '100';

/** The values that are given, as texts, which is what an address holds. */
export function given(query: Query): Record<string, string> {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

/** Calls placed, newest first, page by page. */
export const attemptsQuery = (filter: Query) =>
  infiniteQueryOptions({
    queryKey: ['attempts', given(filter)],
    queryFn: ({ pageParam }) =>
      ask(
        api.v1.attempts.$get({
          query: { ...given(filter), limit: pageRows, ...(pageParam && { cursor: pageParam }) },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    refetchOnMount: 'always',
  });

/** What the calls produced, newest first, page by page. */
export const outcomesQuery = (filter: Query) =>
  infiniteQueryOptions({
    queryKey: ['outcomes', given(outcomeFilter(filter))],
    queryFn: ({ pageParam }) =>
      ask(
        api.v1.outcomes.$get({
          query: {
            ...given(outcomeFilter(filter)),
            limit: pageRows,
            ...(pageParam && { cursor: pageParam }),
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    refetchOnMount: 'always',
  });

export const attemptQuery = (id: AttemptId) =>
  queryOptions({
    queryKey: ['attempt', id],
    queryFn: () => ask(api.v1.attempts[':id'].$get({ param: { id } })),
  });

/** Where the same rows come as a file. */
export function exportAddress(tab: 'attempts' | 'outcomes', filter: Query): string {
  const query = new URLSearchParams(given(tab === 'attempts' ? filter : outcomeFilter(filter))).toString();
  return `/v1/${tab}.csv${query && `?${query}`}`;
}

/** Those of the filters that outcomes have. */
const outcomeFilter = ({ campaignId, agentId, fromMs, toMs }: Query): Query => ({
  campaignId,
  agentId,
  fromMs,
  toMs,
});
