import { appendCommand, type Db, takeSeat } from '@alize/db';
import type { Centre } from '@alize/testbed';

/** Puts each agent of the centre on a seat, signed in and ready, as the api would. */
export async function seatInDatabase(db: Db, centre: Centre, seats: readonly string[]): Promise<void> {
  const nowMs = Date.now();
  await db.transaction().execute(async (tx) => {
    for (const userId of centre.agentIds) {
      await takeSeat(tx, { userId, clientId: centre.clientId, seats, nowMs });
      for (const kind of ['agent.sign_in', 'agent.ready'] as const) {
        await appendCommand(tx, { atMs: nowMs, clientId: centre.clientId, userId, command: { kind } });
      }
    }
    // Seen for the whole run, so that presence costs the bench nothing.
    await tx
      .updateTable('agent')
      .set({ present_at: nowMs + 3_600_000 })
      .execute();
  });
}

/** Disposes of every ended call as the api would, so that agents come free again; answers how many. */
export async function disposeEnded(db: Db, centre: Centre): Promise<number> {
  const ended = await db
    .selectFrom('attempt')
    .select(['id', 'agent_id'])
    .where('ended_at', 'is not', null)
    .where('disposition', 'is', null)
    .where('agent_id', 'is not', null)
    .execute();
  if (ended.length === 0) return 0;
  await db.transaction().execute(async (tx) => {
    for (const { id, agent_id } of ended) {
      await tx.updateTable('attempt').set({ disposition: 'success' }).where('id', '=', id).execute();
      if (!agent_id) continue;
      const command = { kind: 'call.disposed' as const, attemptId: id };
      await appendCommand(tx, { atMs: Date.now(), clientId: centre.clientId, userId: agent_id, command });
    }
  });
  return ended.length;
}
