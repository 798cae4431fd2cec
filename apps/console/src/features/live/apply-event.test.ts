import type { Event, PacingNow, StoredEvent } from '@alize/model';
import { describe, expect, test } from 'vitest';
import type { LiveView } from '../../shared/contract.ts';
import { applyEvent } from './apply-event.ts';

const campaignId = `campaign_${'a'.repeat(32)}` as const;
const userId = `user_${'b'.repeat(32)}` as const;
const attemptId = `attempt_${'c'.repeat(32)}` as const;
const leadId = `lead_${'d'.repeat(32)}` as const;

const today = { calls: 4, successes: 1, talkMs: 60_000 };
const live: LiveView = {
  nowMs: 1000,
  dialer: { isRunning: true, isAsteriskUp: true },
  campaigns: [
    {
      id: campaignId,
      name: 'Enquête',
      state: 'running',
      isInSchedule: true,
      nextOpeningAtMs: null,
      blockedReason: 'no_agent_ready',
      blockedDetail: null,
      blockedSinceMs: 500,
      due: 10,
      open: 20,
      pacing: null,
      today: {
        attempts: 9,
        answered: 3,
        busy: 1,
        noAnswer: 4,
        invalidNumber: 1,
        congestion: 0,
        abandoned: 0,
        successes: 1,
      },
    },
  ],
  agents: [
    {
      userId,
      name: 'Noro',
      state: 'ready',
      pauseReason: null,
      sinceMs: 900,
      connection: 'up',
      campaignId: null,
      attemptId: null,
      today,
    },
  ],
  calls: [],
};

const stored = (event: Event, atMs = 2000): StoredEvent => ({ id: 1, atMs, clientId: null, event });
const call = (progress: 'sent' | 'ringing' | 'connected' | 'ended', atMs?: number) =>
  stored(
    {
      kind: 'call.changed',
      attemptId,
      leadId,
      campaignId,
      agentId: progress === 'connected' ? userId : null,
      progress,
      networkResult: null,
      endReason: null,
      isAbandoned: false,
      disposition: null,
    },
    atMs,
  );
const agent = stored({
  kind: 'agent.changed',
  userId,
  state: 'talking',
  pauseReason: null,
  wishedPause: null,
  sinceMs: 1900,
  attemptId,
  campaignId,
  connection: 'up',
});
const campaign = (blockedReason: 'no_agent_ready' | 'no_lead_due' | null) =>
  stored({
    kind: 'campaign.changed',
    campaignId,
    state: 'running',
    isInSchedule: true,
    blockedReason,
    blockedDetail: null,
  });

describe('an agent who changes', () => {
  test('keeps name and figures of the day, and takes the rest from the event', () => {
    expect(applyEvent(live, agent).agents).toEqual([
      { ...live.agents[0], state: 'talking', sinceMs: 1900, attemptId, campaignId },
    ]);
  });

  test('whom the view does not know is left for the next reading of the whole view', () => {
    expect(applyEvent({ ...live, agents: [] }, agent).agents).toEqual([]);
  });
});

describe('a call', () => {
  test('appears once, moves along with a clock of its own, and goes when it ends', () => {
    const sent = applyEvent(live, call('sent', 2000));
    const ringing = applyEvent(sent, call('ringing', 2500));
    const connected = applyEvent(ringing, call('connected', 9000));
    expect(sent.calls).toHaveLength(1);
    expect(ringing.calls).toMatchObject([{ progress: 'ringing', sinceMs: 2500 }]);
    expect(connected.calls).toMatchObject([{ progress: 'connected', sinceMs: 9000, agentId: userId }]);
    expect(applyEvent(connected, call('ended')).calls).toEqual([]);
  });

  test('keeps its clock when an event comes twice', () => {
    const once = applyEvent(live, call('ringing', 2000));
    expect(applyEvent(once, call('ringing', 7000)).calls).toEqual(once.calls);
  });

  test('keeps the masked number that the view has, which no event bears', () => {
    const masked = { ...live, calls: [{ ...firstCall(), maskedNumber: '•• 12' }] };
    expect(applyEvent(masked, call('connected')).calls[0]?.maskedNumber).toBe('•• 12');
  });

  test('that ended unseen changes nothing', () => {
    expect(applyEvent(live, call('ended')).calls).toEqual([]);
  });
});

describe('a campaign', () => {
  test('counts the time since its reason changed', () => {
    expect(applyEvent(live, campaign('no_lead_due')).campaigns[0]).toMatchObject({
      blockedReason: 'no_lead_due',
      blockedSinceMs: 2000,
    });
  });

  test('goes on counting while the reason stays', () => {
    expect(applyEvent(live, campaign('no_agent_ready')).campaigns[0]?.blockedSinceMs).toBe(500);
  });

  test('has no time once it dials', () => {
    expect(applyEvent(live, campaign(null)).campaigns[0]?.blockedSinceMs).toBeNull();
  });
});

test('a pace is shown on its campaign alone', () => {
  const decision: PacingNow = {
    mode: 'predictive',
    calls: 1,
    limitedBy: null,
    agentsFree: 2,
    agentsSoonFree: 1,
    callsDialling: 4,
    answersExpected: 1.2,
    horizonMs: 8_000,
    risk: 0.01,
    riskMax: 0.05,
    abandonedShare: null,
    abandonedLimit: 0.03,
  };
  const agents = { ready: 2, talking: 1, wrapUp: 0, paused: 0 };
  const paced = (id: typeof campaignId) =>
    stored({ kind: 'campaign.paced', campaignId: id, decision, agents });
  expect(applyEvent(live, paced(campaignId)).campaigns[0]?.pacing).toEqual(decision);
  expect(applyEvent(live, paced(`campaign_${'e'.repeat(32)}`)).campaigns).toEqual(live.campaigns);
});

test('a dialer that loses Asterisk is shown at once', () => {
  const lost = stored({ kind: 'dialer.changed', isAsteriskUp: false });
  expect(applyEvent(live, lost).dialer).toEqual({ isRunning: true, isAsteriskUp: false });
});

function firstCall(): LiveView['calls'][number] {
  const [first] = applyEvent(live, call('ringing')).calls;
  if (!first) throw new Error('the call is missing');
  return first;
}
