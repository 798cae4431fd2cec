import { findAttempt, insertSuppression, withdrawConsents } from '@alize/db';
import type { Context } from './context.ts';
import type { Call } from './floor.ts';

/** Key 9 in the recorded message: the callee is never called again for this client, and takes back what they agreed to. */
export function suppressObjector(context: Context, call: Call): void {
  const id = context.ids.make('suppression');
  const atMs = context.clock.nowMs();
  const { clientId } = call;
  context.journal.write(async (tx) => {
    const attempt = await findAttempt(tx, call.id);
    if (!attempt) return;
    const { phoneNumber } = attempt;
    const reason = 'objected_in_message';
    await insertSuppression(tx, { id, clientId, phoneNumber, reason, atMs, expiresAtMs: null });
    await withdrawConsents(tx, { clientId, phoneNumber, how: 'message', by: null, atMs });
  });
}
