import { sql } from 'kysely';
import { lockToRead } from './engine.ts';
import type { Db } from './open-database.ts';

/** The right to pace, until it expires; the fencing number `epoch` grows with each new holder. */
export interface Lease {
  readonly epoch: number;
  readonly expiresAtMs: number;
}

/**
 * Takes the lease when it is free, expired, or the asker's already, in one statement. Null when another holds it.
 */
export async function takeLease(
  db: Db,
  asked: {
    readonly name: string;
    readonly holder: string;
    readonly nowMs: number;
    readonly lastsMs: number;
    /** What the asker sees of Asterisk, for whoever shows it. */
    readonly isAsteriskUp: boolean;
  },
): Promise<Lease | null> {
  const expiresAtMs = asked.nowMs + asked.lastsMs;
  const isAsteriskUp = asked.isAsteriskUp ? 1 : 0;
  const row = await db
    .insertInto('lease')
    .values({
      name: asked.name,
      holder: asked.holder,
      epoch: 1,
      expires_at: expiresAtMs,
      is_asterisk_up: isAsteriskUp,
    })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({
          holder: asked.holder,
          expires_at: expiresAtMs,
          is_asterisk_up: isAsteriskUp,
          epoch: sql`lease.epoch + case when lease.holder = ${asked.holder} then 0 else 1 end`,
        })
        .where((where) =>
          where.or([where('lease.holder', '=', asked.holder), where('lease.expires_at', '<=', asked.nowMs)]),
        ),
    )
    .returning(['epoch', 'expires_at'])
    .executeTakeFirst();
  return row ? { epoch: row.epoch, expiresAtMs: row.expires_at } : null;
}

/** Who holds the lease, or held it last; null when nobody ever did. */
export async function leaseHolder(db: Db, name: string): Promise<string | null> {
  const row = await db.selectFrom('lease').select('holder').where('name', '=', name).executeTakeFirst();
  return row?.holder ?? null;
}

/** Gives the lease up at once, so that a spare need not wait for it to expire. */
export async function releaseLease(db: Db, name: string, holder: string): Promise<void> {
  await db
    .updateTable('lease')
    .set({ expires_at: 0 })
    .where('name', '=', name)
    .where('holder', '=', holder)
    .execute();
}

/**
 * True when `epoch` is still the newest: asked inside each transaction that writes for a lease holder. It is then the
 * newest until that transaction ends: who takes the lease waits for it.
 */
export async function isLeaseEpoch(db: Db, name: string, epoch: number): Promise<boolean> {
  const lease = db.selectFrom('lease').select('epoch').where('name', '=', name);
  const row = await lockToRead(db, lease).executeTakeFirst();
  return row?.epoch === epoch;
}

/** Whether a dialer is at work at `nowMs`, and whether it sees Asterisk. */
export async function dialerStanding(
  db: Db,
  name: string,
  nowMs: number,
): Promise<{ readonly isRunning: boolean; readonly isAsteriskUp: boolean }> {
  const row = await db.selectFrom('lease').selectAll().where('name', '=', name).executeTakeFirst();
  const isRunning = row !== undefined && row.expires_at > nowMs;
  return { isRunning, isAsteriskUp: isRunning && row.is_asterisk_up === 1 };
}

/** The name of the lease under which a centre's dialer works. */
export const dialerLease = 'dialer';
