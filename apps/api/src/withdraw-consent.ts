import { addSuppressions, findCall, withdrawConsents } from '@alize/db';
import type { AttemptId, ClientId, UserId } from '@alize/model';
import { callRefusal } from './dispose-call.ts';
import type { Api } from './routing.ts';

/**
 * The person on the line takes back what they agreed to, by word of mouth (C. conso. R.223-3): all their consents with
 * the client are withdrawn and the number is suppressed, in one transaction; said twice it is on record once. The call
 * goes on. Throws the Problem `call_not_yours` when the call is another's or has its disposition already.
 */
export async function withdrawConsent(
  api: Api,
  said: { readonly clientId: ClientId; readonly userId: UserId; readonly attemptId: AttemptId },
): Promise<void> {
  const { clientId, userId, attemptId } = said;
  const atMs = api.clock.nowMs();
  await api.database.db.transaction().execute(async (tx) => {
    const call = await findCall(tx, clientId, userId, attemptId);
    if (!call) throw await callRefusal(tx, said);
    const { phoneNumber } = call;
    await withdrawConsents(tx, { clientId, phoneNumber, how: 'oral', by: userId, atMs });
    const entry = { phoneNumber, reason: 'consent_withdrawn', expiresAtMs: null };
    const entries = [{ ...entry, id: api.ids.make('suppression') }];
    await addSuppressions(tx, { ...{ clientId, scope: 'client', createdBy: userId, atMs }, entries });
  });
}
