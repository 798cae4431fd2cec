import type { ClientId, Command, StoredCommand, UserId } from '@alize/model';
import type { Db } from './open-database.ts';

/** Asks something of the dialer. Call it in the transaction of what the command stands on. */
export async function appendCommand(
  db: Db,
  asked: {
    readonly atMs: number;
    readonly clientId: ClientId;
    readonly userId: UserId;
    readonly command: Command;
  },
): Promise<void> {
  await db
    .insertInto('command')
    .values({
      at: asked.atMs,
      client_id: asked.clientId,
      user_id: asked.userId,
      kind: asked.command.kind,
      data: JSON.stringify(asked.command),
      done_at: null,
      refusal: null,
    })
    .execute();
}

/** Commands that the dialer has not yet taken up, oldest first. */
export async function openCommands(db: Db): Promise<readonly StoredCommand[]> {
  const rows = await db
    .selectFrom('command')
    .selectAll()
    .where('done_at', 'is', null)
    .orderBy('id')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    atMs: row.at,
    clientId: row.client_id,
    userId: row.user_id,
    // Written by appendCommand alone, so it is a Command.
    command: JSON.parse(row.data) as Command,
  }));
}

/** Marks a command as taken up; `refusal` says why it could not be done. */
export async function closeCommand(db: Db, id: number, atMs: number, refusal: string | null): Promise<void> {
  await db.updateTable('command').set({ done_at: atMs, refusal }).where('id', '=', id).execute();
}
