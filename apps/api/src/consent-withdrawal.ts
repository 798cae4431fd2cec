import {
  addSuppressions,
  type ConsentRecord,
  findConsent,
  type WithdrawalWay,
  withdrawConsent,
} from '@alize/db';
import type { ClientId, ConsentId, UserId } from '@alize/model';
import { Problem } from './problem.ts';
import type { Api } from './routing.ts';

/**
 * Writes that a consent was withdrawn and, in the same transaction, that its number is not called any more for this
 * client (C. conso. R.223-3: at once, and no harder than giving it; by word of mouth too). A consent withdrawn before
 * stays as it was. Throws the Problem `not_found`.
 */
export async function withdraw(
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
    if (isNew) {
      const { phoneNumber } = consent;
      const entry = { phoneNumber, reason: 'consent_withdrawn', source: null, expiresAtMs: null };
      const entries = [{ ...entry, id: api.ids.make('suppression') }];
      const atMs = api.clock.nowMs();
      await addSuppressions(tx, { ...{ clientId, scope: 'client', createdBy: by, atMs }, entries });
    }
    return consent;
  });
}
