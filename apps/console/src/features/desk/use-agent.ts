import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { api, ask } from '../../shared/api.ts';
import type { AgentView } from '../../shared/contract.ts';
import { useEvents } from '../../shared/events.ts';
import { withScript } from '../../shared/script/with-script.ts';
import { useMe } from '../../shared/session.tsx';

export const agentQuery = queryOptions({
  queryKey: ['agent'],
  queryFn: async (): Promise<AgentView> => {
    const agent = await ask(api.v1.agent.$get());
    return { ...agent, call: agent.call && withScript(agent.call) };
  },
});

/** The agent of this session and their call, kept up to date from the event stream. */
export function useAgent(): AgentView {
  const { userId } = useMe();
  const client = useQueryClient();
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
    void client.invalidateQueries({ queryKey: agentQuery.queryKey });
  });
  return useSuspenseQuery(agentQuery).data;
}
