import { announce, type FieldChange } from '@alize/db';
import type { NoticeKind, OutcomeId } from '@alize/model';
import type { ApiParts } from '../api-parts.ts';
import type { CallEnd } from './call-end.ts';

/** Tells the client's webhooks how a call ended. */
export async function announceDisposition(api: ApiParts, end: CallEnd): Promise<void> {
  const { call, disposed } = end;
  const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  await tell(api, end, 'call.disposed', {
    agentId: disposed.userId,
    disposition: disposed.disposition,
    answeredAt: iso(call.answeredAtMs),
    connectedAt: iso(call.connectedAtMs),
    endedAt: iso(call.endedAtMs),
    callbackAt: disposed.disposition === 'callback' ? iso(disposed.callbackAtMs) : null,
  });
}

/** Tells them what a successful call produced: the answers by question id, with what follows from them. */
export async function announceOutcome(api: ApiParts, end: CallEnd, outcomeId: OutcomeId): Promise<void> {
  const { kind, data, missing } = end.outcome;
  await tell(api, end, 'outcome.recorded', { outcomeId, kind, data, missing });
}

/** Tells them which fields of a lead its answers put right; the values are read by the api. */
export async function announceCorrection(
  api: ApiParts,
  end: CallEnd,
  changes: readonly FieldChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await tell(api, end, 'lead.corrected', { fields: changes.map(({ field }) => field) });
}

async function tell(
  api: ApiParts,
  { tx, call, disposed, nowMs }: CallEnd,
  kind: NoticeKind,
  told: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { campaignId, leadId, attemptId, reference } = call;
  const data = { campaignId, leadId, leadReference: reference, attemptId, ...told };
  const notice = { clientId: disposed.clientId, kind, atMs: nowMs, data, campaignId, leadId };
  await announce(tx, notice, () => api.ids.make('delivery'));
}
