import { expect } from 'vitest';
import type { Bed } from './bed.ts';

/**
 * What must hold after any run, whatever broke in it. The fake's own book of INVITEs is the truth that the ledger is
 * held against.
 */
export async function expectSoundLedger(bed: Bed): Promise<void> {
  const attempts = await bed.database.db.selectFrom('attempt').selectAll().execute();
  const dialledIds = bed.fake.dialled.map((invite) => invite.attemptId);
  expect(new Set(dialledIds).size, 'no attempt is dialled twice').toBe(dialledIds.length);
  const known = new Set<string>(attempts.map((attempt) => attempt.id));
  expect(
    dialledIds.filter((id) => !known.has(id)),
    'every dialled call is in the ledger',
  ).toEqual([]);
  expect(
    attempts.filter((attempt) => attempt.ended_at === null),
    'every attempt has ended',
  ).toEqual([]);
  expect(await endsPerAttempt(bed), 'an attempt ends once').toEqual(
    new Map(attempts.map((attempt) => [attempt.id, 1])),
  );
  expect(overlaps(attempts), 'a number is called once at a time').toEqual([]);
}

async function endsPerAttempt(bed: Bed): Promise<Map<string, number>> {
  const events = await bed.database.db
    .selectFrom('event')
    .select('data')
    .where('kind', '=', 'call.changed')
    .execute();
  const ends = new Map<string, number>();
  for (const { data } of events) {
    const event: unknown = JSON.parse(data);
    if (!isEnd(event)) continue;
    ends.set(event.attemptId, (ends.get(event.attemptId) ?? 0) + 1);
  }
  return ends;
}

function isEnd(event: unknown): event is { attemptId: string } {
  return typeof event === 'object' && event !== null && 'progress' in event && event.progress === 'ended';
}

/** Attempts during which another one called the same number. */
export function overlaps(
  attempts: readonly { id: string; phone_number: string; created_at: number; ended_at: number | null }[],
) {
  return attempts.filter((one) =>
    attempts.some(
      (other) =>
        other.id !== one.id &&
        other.phone_number === one.phone_number &&
        other.created_at >= one.created_at &&
        other.created_at < (one.ended_at ?? Number.POSITIVE_INFINITY),
    ),
  );
}
