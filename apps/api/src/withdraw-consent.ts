import {
  addSuppressions,
  type ConsentRecord,
  findCall,
  findConsent,
  type Tx,
  type WithdrawalWay,
  withdrawConsent,
  withdrawConsents,
} from '@alize/db';
import type { AttemptId, ClientId, ConsentId, PhoneNumber, UserId } from '@alize/model';
import { callRefusal } from './calls/open-call.ts';
import { Problem } from './problem.ts';
import type { Api } from './routing.ts';

// C. conso. R.223-3: a withdrawal holds at once, is no harder than giving consent, and may be by word of mouth.

/**
 * The person on the line takes back what they agreed to: all their consents with the client are withdrawn and the
 * number is suppressed, in one transaction; said twice it is on record once. The call goes on. Throws the Problem
 * `call_not_yours` when the call is another's or has its disposition already.
 */
export async function withdrawInCall(
  api: Api,
  said: { readonly clientId: ClientId; readonly userId: UserId; readonly attemptId: AttemptId },
): Promise<void> {
  const { clientId, userId: by, attemptId } = said;
  const atMs = api.clock.nowMs();
  await api.database.db.transaction().execute(async (tx) => {
    const call = await findCall(tx, clientId, by, attemptId);
    if (!call) throw await callRefusal(tx, said);
    const { phoneNumber } = call;
    await withdrawConsents(tx, { clientId, phoneNumber, how: 'oral', by, atMs });
    await suppress(api, tx, { clientId, phoneNumber, by });
  });
}

/**
 * Writes that one consent was withdrawn and, in the same transaction, that its number is not called any more for this
 * client. A consent withdrawn before stays as it was. Throws the Problem `not_found`.
 */
export async function withdrawOnRecord(
  api: Api,
  withdrawal: {
    readonly clientId: ClientId;
    readonly id: ConsentId;
    readonly how: WithdrawalWay;
    /** When it was said, now or before. */
    readonly saidAtMs: number;
    readonly by: UserId;
  },
): Promise<ConsentRecord> {
  const { clientId, id, how, saidAtMs, by } = withdrawal;
  return api.database.db.transaction().execute(async (tx) => {
    const isNew = await withdrawConsent(tx, { clientId, id, how, by, atMs: saidAtMs });
    const consent = await findConsent(tx, clientId, id);
    if (!consent) throw new Problem('not_found');
    if (isNew) await suppress(api, tx, { clientId, phoneNumber: consent.phoneNumber, by });
    return consent;
  });
}

async function suppress(
  api: Api,
  tx: Tx,
  person: { readonly clientId: ClientId; readonly phoneNumber: PhoneNumber; readonly by: UserId },
): Promise<void> {
  const { clientId, phoneNumber, by } = person;
  const id = api.ids.make('suppression');
  const entries = [{ id, phoneNumber, reason: 'consent_withdrawn', source: null, expiresAtMs: null }];
  const atMs = api.clock.nowMs();
  await addSuppressions(tx, { clientId, scope: 'client', createdBy: by, atMs, entries });
}
