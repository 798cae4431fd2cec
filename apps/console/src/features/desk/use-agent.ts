import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { api, ask } from '../../shared/api.ts';
import type { AgentView } from '../../shared/contract.ts';
import { useEvents } from '../../shared/events.ts';
import { withScript } from '../../shared/script/with-script.ts';
import { useMe } from '../../shared/session.tsx';
import { useRefresh } from '../../shared/use-refresh.ts';

export const agentQuery = queryOptions({
  queryKey: ['agent'],
  queryFn: async (): Promise<AgentView> => {
    const agent = await ask(api.v1.agent.$get());
    return { ...agent, call: agent.call && withScript(agent.call) };
  },
});

/** One change of the desk is several events: of the agent, of the call, of the next call. Asked for together, in ms. */
const refreshEveryMs = 50;

/** The agent of this session and their call, kept up to date from the event stream. */
export function useAgent(): AgentView {
  const { userId } = useMe();
  const client = useQueryClient();
  const refresh = useRefresh(agentQuery.queryKey, refreshEveryMs);
  useEvents(({ event }) => {
    const isMine =
      (event.kind === 'agent.changed' && event.userId === userId) ||
      (event.kind === 'call.changed' && event.agentId === userId);
    if (!isMine) return;
    if (event.kind === 'agent.changed') {
      const { state, pauseReason, wishedPause, sinceMs, connection } = event;
      client.setQueryData(
        agentQuery.queryKey,
        (agent) => agent && { ...agent, state, pauseReason, wishedPause, sinceMs, connection },
      );
    }
    refresh();
  });
  return useSuspenseQuery(agentQuery).data;
}
