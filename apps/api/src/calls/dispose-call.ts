import {
  answerQuarters,
  appendCommand,
  appendEvents,
  disposeAttempt,
  type FieldChange,
  insertOutcome,
  insertSuppression,
  type LeadNext,
  moveLead,
  retryFacts,
  type Tx,
  withdrawConsents,
} from '@alize/db';
import { type AttemptId, type Command, type OutcomeId, retriedDispositions } from '@alize/model';
import { correctionsOf, outcomeOf } from '@alize/scripts';
import type { ApiParts } from '../api-parts.ts';
import { settleAppointment } from '../appointments/settle-appointment.ts';
import { correctLead } from '../correct-lead.ts';
import { handOver } from '../handovers/hand-over.ts';
import { Problem } from '../problem.ts';
import { settleInterview } from '../surveys/settle-interview.ts';
import { announceCorrection, announceDisposition, announceOutcome } from './announce-call.ts';
import type { CallEnd, DisposedCall } from './call-end.ts';
import { nextOfLead } from './next-of-lead.ts';
import { callRefusal, factsOf, type OpenCall, openCallIn } from './open-call.ts';

const callbackWithinMs = 90 * 24 * 3_600_000;

/**
 * Stores a disposition and all that follows from it in one transaction: what becomes of the lead, the outcome, the
 * suppression and the consents taken back, what the answers put right, the appointment, the interview and the hand-over,
 * the notices, the event, and the word to the dialer. While they still talk, the call is hung up too. Throws the Problem
 * `call_not_yours` when the call is another's or has its disposition already, and `slot_gone` when an appointment that
 * was held is another's now.
 */
export async function disposeCall(api: ApiParts, disposed: DisposedCall): Promise<void> {
  const nowMs = api.clock.nowMs();
  const callbackAtMs = callbackTime(disposed, nowMs);
  await api.database.db.transaction().execute(async (tx) => {
    const call = await openCallIn(tx, disposed, nowMs);
    if (!call) throw await callRefusal(tx, disposed);
    const outcome = outcomeOf(call.campaignKind, call.script, call.answers, factsOf(call));
    const end: CallEnd = { tx, call, disposed, outcome, nowMs };
    const { disposition } = disposed;
    await disposeAttempt(tx, call.attemptId, { disposition, atMs: nowMs, callbackAtMs });
    const next = await nextOf(tx, call, disposed, nowMs);
    if (next) await moveLead(tx, call.leadId, next, nowMs);
    const outcomeId = disposition === 'success' ? await keepOutcome(api, end) : null;
    if (disposition === 'do_not_call') await object(api, tx, disposed, call.phoneNumber, nowMs);
    const corrections = await correct(end);
    await settleAppointment(api, end);
    await settleInterview(api, end);
    await handOver(api, end);
    await announceDisposition(api, end);
    if (outcomeId) await announceOutcome(api, end, outcomeId);
    await announceCorrection(api, end, corrections);
    await tellDialer(tx, disposed, call.endedAtMs === null, nowMs);
    await tellPeople(tx, disposed, call, nowMs);
  });
}

/** The agreed instant; null unless it is a callback. Throws `callback_time_needed` when there is none to come. */
function callbackTime(disposed: DisposedCall, nowMs: number): number | null {
  if (disposed.disposition !== 'callback') return null;
  const atMs = disposed.callbackAtMs;
  if (atMs === null || atMs <= nowMs || atMs > nowMs + callbackWithinMs) {
    throw new Problem('callback_time_needed');
  }
  return atMs;
}

/** What becomes of the lead; null when the rules leave it to wait. */
async function nextOf(
  tx: Tx,
  call: OpenCall,
  disposed: DisposedCall,
  nowMs: number,
): Promise<LeadNext | null> {
  const facts = await retryFacts(tx, call);
  if (!facts) return null;
  const isRetried = retriedDispositions.some((each) => each === disposed.disposition);
  const quarters = isRetried ? await answerQuarters(tx, call.campaignId) : [];
  const next = nextOfLead(facts, quarters, nowMs);
  if (next.kind === 'wait') return null;
  if (next.kind === 'closed') return next;
  const isKept = next.isCallback && disposed.isCallbackMine;
  return { ...next, callbackAgentId: isKept ? disposed.userId : null };
}

async function keepOutcome(
  api: ApiParts,
  { tx, call, disposed, outcome, nowMs }: CallEnd,
): Promise<OutcomeId> {
  const { campaignId, leadId, attemptId } = call;
  const { kind, data } = outcome;
  const id = api.ids.make('outcome');
  const { clientId } = disposed;
  await insertOutcome(tx, { id, clientId, campaignId, leadId, attemptId, kind, data, atMs: nowMs });
  return id;
}

/** What somebody else says of a lead who answers at its number puts nothing right. */
async function correct({ tx, call, disposed, nowMs }: CallEnd): Promise<readonly FieldChange[]> {
  const { disposition, clientId, userId, attemptId } = disposed;
  if (disposition === 'wrong_person' || disposition === 'wrong_number') return [];
  const corrections = correctionsOf(call.script, call.answers, factsOf(call));
  const by = { whom: 'agent', userId, attemptId } as const;
  return correctLead(tx, { clientId, id: call.leadId }, corrections, { atMs: nowMs, by });
}

/** Who wants no call takes back whatever they agreed to before. */
async function object(
  api: ApiParts,
  tx: Tx,
  { clientId, userId }: DisposedCall,
  phoneNumber: OpenCall['phoneNumber'],
  atMs: number,
): Promise<void> {
  const id = api.ids.make('suppression');
  await insertSuppression(tx, { id, clientId, phoneNumber, reason: 'do_not_call', atMs, expiresAtMs: null });
  await withdrawConsents(tx, { clientId, phoneNumber, how: 'oral', by: userId, atMs });
}

async function tellDialer(tx: Tx, disposed: DisposedCall, isLive: boolean, atMs: number): Promise<void> {
  const { clientId, userId, attemptId } = disposed;
  const kinds: readonly Extract<Command, { attemptId: AttemptId }>['kind'][] = isLive
    ? ['call.disposed', 'call.hang_up']
    : ['call.disposed'];
  for (const kind of kinds) await appendCommand(tx, { atMs, clientId, userId, command: { kind, attemptId } });
}

async function tellPeople(tx: Tx, disposed: DisposedCall, call: OpenCall, atMs: number): Promise<void> {
  const event = {
    kind: 'call.changed',
    attemptId: call.attemptId,
    leadId: call.leadId,
    campaignId: call.campaignId,
    agentId: disposed.userId,
    progress: call.progress,
    networkResult: call.networkResult,
    endReason: call.endReason,
    isAbandoned: call.isAbandoned === 1,
    disposition: disposed.disposition,
  } as const;
  await appendEvents(tx, atMs, [{ clientId: disposed.clientId, event }]);
}
