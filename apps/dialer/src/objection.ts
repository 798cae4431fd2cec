import { findAttempt, insertSuppression } from '@alize/db';
import type { Context } from './context.ts';
import type { Call } from './floor.ts';

/** Key 9 in the recorded message: the callee is never called again for this client. */
export function suppressObjector(context: Context, call: Call): void {
  const id = context.ids.make('suppression');
  const atMs = context.clock.nowMs();
  context.journal.write(async (tx) => {
    const attempt = await findAttempt(tx, call.id);
    if (!attempt) return;
    await insertSuppression(tx, {
      id,
      clientId: call.clientId,
      phoneNumber: attempt.phoneNumber,
      reason: 'objected_in_message',
      atMs,
      expiresAtMs: null,
    });
  });
}
