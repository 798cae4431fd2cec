import {
  type InvalidateOptions,
  type InvalidateQueryFilters,
  type Query,
  QueryClient,
  type QueryClientConfig,
} from '@tanstack/react-query';
import { ApiProblem } from './api.ts';

/**
 * A client that an event never finds too early. The library leaves a question that has no answer yet as it is when it
 * is to be asked again; but its answer may have been read before the event, and would stand on screen until the next.
 * Here it is asked again as soon as it is answered.
 */
export class AskingAgainClient extends QueryClient {
  readonly #doubtful = new WeakSet<Query>();

  constructor(config?: QueryClientConfig) {
    super(config);
    this.getQueryCache().subscribe((notice) => {
      if (notice.type !== 'updated') return;
      const { query, action } = notice;
      const isAnswered = action.type === 'success' && !action.manual;
      if (!isAnswered && action.type !== 'error') return;
      if (this.#doubtful.delete(query) && isAnswered)
        void super.invalidateQueries({ predicate: (each) => each === query });
    });
  }

  override invalidateQueries(filters?: InvalidateQueryFilters, options?: InvalidateOptions): Promise<void> {
    for (const query of this.getQueryCache().findAll(filters)) {
      const { data, fetchStatus } = query.state;
      if (data === undefined && fetchStatus !== 'idle') this.#doubtful.add(query);
    }
    return super.invalidateQueries(filters, options);
  }
}

/** Data stays fresh until an event says otherwise, so nothing is asked again on focus or by a timer. */
export const queryClient = new AskingAgainClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      // A hidden tab, or a machine that believes itself offline, must still hear of its call.
      networkMode: 'always',
      retry: (failures, error) => failures < 2 && !(error instanceof ApiProblem && error.status < 500),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
