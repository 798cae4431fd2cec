import type { Event, StoredEvent } from '@alize/model';
import type { LiveView } from '../../shared/contract.ts';

type EventOf<K extends Event['kind']> = Extract<Event, { kind: K }>;

/** The live view after an event; the same object when the event changes nothing that is shown. */
export function applyEvent(live: LiveView, { atMs, event }: StoredEvent): LiveView {
  switch (event.kind) {
    case 'agent.changed':
      return { ...live, agents: live.agents.map((agent) => applyAgent(agent, event)) };
    case 'campaign.changed':
      return { ...live, campaigns: live.campaigns.map((one) => applyCampaign(one, event, atMs)) };
    case 'campaign.paced':
      return { ...live, campaigns: live.campaigns.map((one) => applyPace(one, event)) };
    case 'call.changed':
      return { ...live, calls: applyCall(live.calls, event, atMs) };
    case 'dialer.changed':
      return { ...live, dialer: { isRunning: true, isAsteriskUp: event.isAsteriskUp } };
    case 'list.changed':
    case 'import.changed':
    case 'appointment.changed':
    case 'survey.changed':
    case 'handover.changed':
    case 'delivery.changed':
    case 'audit.noted':
      return live;
  }
}

type Agent = LiveView['agents'][number];
function applyAgent(agent: Agent, event: EventOf<'agent.changed'>): Agent {
  if (agent.userId !== event.userId) return agent;
  const { state, pauseReason, sinceMs, connection, campaignId, attemptId } = event;
  return { ...agent, state, pauseReason, sinceMs, connection, campaignId, attemptId };
}

type Campaign = LiveView['campaigns'][number];
function applyCampaign(campaign: Campaign, event: EventOf<'campaign.changed'>, atMs: number): Campaign {
  if (campaign.id !== event.campaignId) return campaign;
  const { state, isInSchedule, blockedReason, blockedDetail } = event;
  const isSame = campaign.blockedReason === blockedReason;
  const blockedSinceMs = isSame ? campaign.blockedSinceMs : blockedReason === null ? null : atMs;
  return { ...campaign, state, isInSchedule, blockedReason, blockedDetail, blockedSinceMs };
}

function applyPace(campaign: Campaign, event: EventOf<'campaign.paced'>): Campaign {
  return campaign.id === event.campaignId ? { ...campaign, pacing: event.decision } : campaign;
}

type Call = LiveView['calls'][number];
function applyCall(calls: readonly Call[], event: EventOf<'call.changed'>, atMs: number): Call[] {
  const { attemptId, campaignId, agentId, progress } = event;
  if (progress === 'ended') return calls.filter((call) => call.attemptId !== attemptId);
  const known = calls.find((call) => call.attemptId === attemptId);
  const sinceMs = known?.progress === progress ? known.sinceMs : atMs;
  const call: Call = {
    attemptId,
    campaignId,
    agentId,
    progress,
    sinceMs,
    maskedNumber: known?.maskedNumber ?? '',
  };
  return known ? calls.map((one) => (one === known ? call : one)) : [...calls, call];
}
