import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Database, openDatabase } from '../open-database.ts';
import { up as mainJob } from './0001-main-job.ts';
import { up as compliance } from './0002-compliance.ts';

let database: Database;
// A migration knows of no tables.
const tables = () => database.db as unknown as Kysely<unknown>;
beforeEach(async () => {
  database = openDatabase(':memory:');
  await mainJob(tables());
  await sql`pragma foreign_keys = off`.execute(database.db);
});
afterEach(() => database.close());

async function lead(id: string, number: string, reference: string | null, consentAt: number | null = null) {
  await sql`insert into lead (id, client_id, campaign_id, list_id, phone_number, reference, consent_at,
    consent_source, state, created_at, changed_at) values (${`lead_${id}`}, 'client_1', 'campaign_1',
    ${`list_${id}`}, ${number}, ${reference}, ${consentAt}, 'formulaire', 'open', 7, 7)`.execute(database.db);
}

it('turns the consents of leads into records that say no more than the leads did', async () => {
  await lead('1', '+33612000001', null, 5);
  await lead('2', '+33612000002', null);
  await compliance(tables());
  expect(await database.db.selectFrom('consent').selectAll().execute()).toMatchObject([
    {
      id: 'consent_1',
      phone_number: '+33612000001',
      given_at: 5,
      proof: 'formulaire',
      object: null,
      was_informed: 0,
      agreed_slots: '[]',
      withdrawn_at: null,
    },
  ]);
});

it('makes one person of leads that a number or a reference ties together, however long the chain', async () => {
  await lead('1', '+33612000001', 'C');
  await lead('2', '+33612000002', 'B');
  await lead('3', '+33612000002', 'A');
  await lead('4', '+33612000003', 'A');
  await lead('5', '+33612000003', 'C');
  await lead('6', '+33612000009', 'D');
  await compliance(tables());
  const rows = await database.db.selectFrom('person_number').selectAll().orderBy('phone_number').execute();
  expect(rows.map((row) => row.person_id)).toEqual(['person_1', 'person_1', 'person_1', 'person_6']);
  const references = await database.db
    .selectFrom('person_reference')
    .selectAll()
    .orderBy('reference')
    .execute();
  expect(references.map((row) => row.person_id)).toEqual(['person_1', 'person_1', 'person_1', 'person_6']);
});

it('takes a reference that a whole file bears for no person’s', async () => {
  for (let index = 10; index < 40; index += 1) await lead(String(index), `+336120000${index}`, 'n/a');
  await compliance(tables());
  const rows = await database.db.selectFrom('person_number').select('person_id').distinct().execute();
  expect(rows).toHaveLength(30);
});
