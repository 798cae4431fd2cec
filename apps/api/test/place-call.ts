import { callFactsOf, clearCall } from '@alize/compliance';
import {
  campaignPlans,
  claimLeads,
  dialerLease,
  findUserByLogin,
  markAttempt,
  saveAgent,
  takeLease,
} from '@alize/db';
import { ListTurns } from '@alize/leads';
import type { AttemptId, UserId } from '@alize/model';
import type { TestApi } from './start-api.ts';

/** What the dialer does, up to agent and callee talking: the next due lead of the running campaign is on the line. */
export async function placeCall(
  { db, clock, ids }: TestApi,
  login: string,
): Promise<{ readonly attemptId: AttemptId; readonly userId: UserId }> {
  const nowMs = clock.nowMs();
  const campaign = (await campaignPlans(db)).find(({ state }) => state === 'running');
  const user = await findUserByLogin(db, login);
  const lease = await takeLease(db, {
    name: dialerLease,
    holder: 'test',
    nowMs,
    lastsMs: 10_000,
    isAsteriskUp: true,
  });
  if (!campaign || !user?.clientId || !lease) throw new Error('the demonstration is missing');
  const claim = await claimLeads(db, {
    campaign: { ...campaign, trunkId: campaign.trunk.id },
    limit: 1,
    nowMs,
    lease: { name: dialerLease, epoch: lease.epoch },
    readyAgentIds: [user.id],
    zoneDataVersion: 'test',
    makeNames: () => ({
      attemptId: ids.make('attempt'),
      rulingId: ids.make('ruling'),
      salt: new Uint8Array(16),
    }),
    turnsOf: (lists, count) => new ListTurns().turnsOf(lists, count),
    askAgain: () => null,
    rule: ({ leadId, facts: person }, { attemptId, rulingId }) => {
      const facts = callFactsOf({ ...campaign, trunkKind: campaign.trunk.kind }, person);
      const call = { attemptId, rulingId, leadId, campaignId: campaign.id };
      const identity = { ...call, clientId: campaign.clientId, trunkId: campaign.trunk.id };
      return { facts, ruling: clearCall(identity, facts, Temporal.Instant.fromEpochMilliseconds(nowMs)) };
    },
  });
  const attemptId = claim.kind === 'claimed' ? claim.calls[0]?.clearance.attemptId : undefined;
  if (!attemptId) throw new Error('no lead was claimed');
  const agentId = user.id;
  await markAttempt(db, attemptId, {
    progress: 'connected',
    agentId,
    answeredAtMs: nowMs,
    connectedAtMs: nowMs,
  });
  await saveAgent(db, {
    userId: user.id,
    clientId: user.clientId,
    state: 'talking',
    pauseReason: null,
    wishedPause: null,
    sinceMs: nowMs,
    attemptId,
    campaignId: campaign.id,
    connection: 'up',
    connectionSinceMs: nowMs,
  });
  return { attemptId, userId: user.id };
}
