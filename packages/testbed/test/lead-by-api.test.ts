import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApi, type RunningApi } from '@alize/api';
import { insertSession, insertUser } from '@alize/db';
import { createLog, readSettings } from '@alize/runtime';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Bed } from '../src/bed.ts';
import { fictionNumber } from '../src/centre.ts';
import { expectSoundLedger } from '../src/ledger-check.ts';

const origin = 'http://localhost:8500';

let bed: Bed;
let api: RunningApi;
let folder: string;
let token: string;
beforeEach(async () => {
  bed = await Bed.start({
    agentsCount: 1,
    leadsCount: 0,
    planFor: () => ({ ringAfterMs: 200, reaction: { kind: 'no_answer' } }),
  });
  folder = mkdtempSync(join(tmpdir(), 'alize-bed-api-'));
  const { clock, ids, database } = bed;
  api = await createApi({
    settings: readSettings({ ALIZE_DATA: folder, ALIZE_PORT: '8500', ALIZE_SEAT_KEY: 'essai' }),
    database,
    clock,
    ids,
    log: createLog({ name: 'bed', level: 'silent' }),
    random: randomBytes,
    consoleFolder: folder,
  });
  token = await logInManager();
});
afterEach(async () => {
  await api.close();
  await bed.close();
  rmSync(folder, { recursive: true });
});

/** A manager with a session; answers its token. */
async function logInManager(): Promise<string> {
  const { clock, ids, centre } = bed;
  const { db } = bed.database;
  const site = await db.selectFrom('site').select('id').executeTakeFirstOrThrow();
  const userId = ids.make('user');
  const { clientId } = centre;
  const person = { id: userId, clientId, siteId: site.id, role: 'manager', language: 'fr' } as const;
  await insertUser(db, { ...person, name: 'Essai', login: 'essai', passwordHash: '-' }, clock.nowMs());
  const made = randomBytes(32).toString('base64url');
  await insertSession(db, {
    ...{ id: ids.make('session'), tokenHash: createHash('sha256').update(made).digest('hex') },
    ...{ userId, clientId, atMs: clock.nowMs(), expiresAtMs: clock.nowMs() + 3_600_000 },
  });
  return made;
}

const post = (leads: readonly object[], key: string) =>
  api.app.request(`/v1/campaigns/${bed.centre.campaignId}/leads`, {
    method: 'POST',
    headers: {
      origin,
      cookie: `alize_session=${token}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    body: JSON.stringify({ leads }),
  });

test('a lead that comes by the api is dialled within a second, and once however often it is sent', async () => {
  await bed.openForBusiness();
  await bed.run(2_000);
  expect(bed.fake.dialled).toEqual([]);

  const sentAtMs = bed.clock.nowMs();
  const lead = { phones: [{ number: fictionNumber(7) }], lastName: 'Marin' };
  expect((await post([lead], 'un')).status).toBe(200);
  await bed.until('dialled', () => bed.fake.dialled.length > 0, 1_000);
  expect(bed.fake.dialled).toMatchObject([{ number: fictionNumber(7) }]);
  expect((bed.fake.dialled[0]?.atMs ?? Number.NaN) - sentAtMs).toBeLessThanOrEqual(1_000);

  expect((await post([lead], 'un')).status).toBe(200);
  expect((await post([lead], 'deux')).status).toBe(200);
  await bed.run(30_000);
  expect(bed.fake.dialled).toHaveLength(1);
  await expectSoundLedger(bed);
});
