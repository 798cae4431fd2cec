import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api.ts';

/** Data stays fresh until an event says otherwise, so nothing is asked again on focus or by a timer. */
export const queryClient = new QueryClient({
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
