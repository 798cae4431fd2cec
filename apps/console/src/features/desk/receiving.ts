import type { AgentView } from '../../shared/contract.ts';
import type { LineState } from './softphone.ts';

export type Receiving =
  | 'yes'
  | 'in_call'
  | 'wrap_up'
  | 'paused'
  | 'pausing'
  | 'signed_in'
  | 'wrap_up_expired'
  | 'no_server'
  | 'connecting'
  | 'line_down'
  | 'line_down_in_call'
  | 'no_audio'
  | 'no_microphone'
  | 'no_campaign'
  | 'offline';

/** Whether the agent is receiving calls, and if not the first reason to mend: what is broken comes before what is chosen. */
export function receiving(
  agent: Pick<AgentView, 'state' | 'pauseReason' | 'wishedPause' | 'connection' | 'campaigns'>,
  line: LineState,
  isStreamLive: boolean,
): Receiving {
  if (agent.state === 'offline' && line.kind === 'off') return 'offline';
  if (!isStreamLive) return 'no_server';
  if (line.kind === 'no_microphone') return 'no_microphone';
  if (line.kind === 'down') return agent.state === 'talking' ? 'line_down_in_call' : 'line_down';
  if (line.kind !== 'up' || agent.state === 'offline') return 'connecting';
  if (agent.state === 'talking') return 'in_call';
  if (agent.state === 'wrap_up') return 'wrap_up';
  if (agent.connection === 'lost') return 'line_down';
  if (agent.connection === 'no_audio') return 'no_audio';
  if (agent.campaigns.length === 0) return 'no_campaign';
  if (agent.state === 'paused') return whyPaused(agent.pauseReason);
  return agent.wishedPause === null ? 'yes' : 'pausing';
}

function whyPaused(reason: AgentView['pauseReason']): Receiving {
  return reason === 'signed_in' || reason === 'wrap_up_expired' ? reason : 'paused';
}
