import { afterEach, beforeEach, expect, it } from 'vitest';
import { onEachEngine } from '../test/engines.ts';
import { dayMs, first, nowMs, openTwoClients, type TwoClients } from '../test/two-clients.ts';
import { letGoOfGrounds } from './consent-retention.ts';

onEachEngine((engine) => {
  const beforeMs = nowMs - 5 * 365 * dayMs;
  const old = beforeMs - 1;
  let on: TwoClients;
  beforeEach(async () => {
    on = await openTwoClients(engine);
  });
  afterEach(() => on.close());

  const consent = {
    id: 'consent_1',
    client_id: 'client_1',
    phone_number: first,
    form: 'express',
    created_at: 0,
  } as const;
  const relation = { id: 'relation_1', client_id: 'client_1', phone_number: first, created_at: 0 } as const;
  const count = async (table: 'consent' | 'relation') =>
    (await on.db.selectFrom(table).select('id').execute()).length;

  it.each([
    ['was given', { given_at: old }, 0],
    ['was given, at the instant itself', { given_at: beforeMs }, 1],
    ['ran out', { given_at: old, expires_at: old }, 0],
    ['runs out later', { given_at: old, expires_at: beforeMs }, 1],
    ['was taken back later', { given_at: old, withdrawn_at: nowMs }, 1],
  ])('a consent that %s: %o leaves %i', async (_, when, left) => {
    await on.db
      .insertInto('consent')
      .values({ ...consent, ...when })
      .execute();
    expect(await letGoOfGrounds(on.db, beforeMs)).toBe(1 - left);
    expect(await count('consent')).toBe(left);
  });

  it('a consent is kept after each call that may have used it', async () => {
    await on.db
      .insertInto('consent')
      .values({ ...consent, given_at: old })
      .execute();
    await on.addCall(await on.addLead());
    expect(await letGoOfGrounds(on.db, beforeMs)).toBe(0);
  });

  it('another client’s call keeps nothing', async () => {
    await on.db
      .insertInto('consent')
      .values({ ...consent, given_at: old })
      .execute();
    const theirs = { client_id: 'client_2', campaign_id: 'campaign_2', list_id: 'list_2' } as const;
    await on.addCall(await on.addLead(theirs), theirs);
    expect(await letGoOfGrounds(on.db, beforeMs)).toBe(1);
  });

  it.each([
    ['request', null, 0],
    ['contract', null, 1],
    ['contract', old, 0],
  ] as const)('an old %s that ended at %s leaves %i', async (kind, endedAt, left) => {
    await on.db
      .insertInto('relation')
      .values({ ...relation, kind, at: old, ended_at: endedAt })
      .execute();
    await letGoOfGrounds(on.db, beforeMs);
    expect(await count('relation')).toBe(left);
  });

  it('takes more than one statement’s worth', async () => {
    const many = Array.from({ length: 1200 }, (_, n) => ({
      ...consent,
      id: `consent_${n}` as const,
      given_at: old,
    }));
    await on.db.insertInto('consent').values(many).execute();
    expect(await letGoOfGrounds(on.db, beforeMs)).toBe(1200);
  });
});
