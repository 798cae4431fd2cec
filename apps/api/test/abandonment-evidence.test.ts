import { appendRuling } from '@alize/db';
import type { CallFacts, PhoneNumber } from '@alize/model';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { abandonmentOf } from '../src/evidence/abandonment-evidence.ts';
import { startApi, type TestApi } from './start-api.ts';

const november = { fromMs: Date.UTC(2026, 10, 1), toMs: Date.UTC(2026, 11, 1) };
const at = (day: number) => Date.UTC(2026, 10, day, 12);

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

/** A call that a person answered, and that an agent had at once or never. */
async function call(number: string, atMs: number, isConnected: boolean): Promise<void> {
  const { db, ids } = api;
  const lead = await db.selectFrom('lead').selectAll().orderBy('id').executeTakeFirstOrThrow();
  const campaign = await db
    .selectFrom('campaign')
    .selectAll()
    .where('id', '=', lead.campaign_id)
    .executeTakeFirstOrThrow();
  const made = await db.selectFrom('attempt').select('id').execute();
  const attemptId = ids.make('attempt');
  const rulingId = ids.make('ruling');
  await db.transaction().execute((tx) =>
    appendRuling(tx, lead.client_id, {
      ...{
        id: rulingId,
        attemptId,
        leadId: lead.id,
        campaignId: campaign.id,
        atMs,
        kind: 'clear',
        rules: [],
      },
      ...{ untilMs: null, packVersion: 'p', zoneDataVersion: 'z', facts: {} as CallFacts },
      salt: new Uint8Array(16),
    }),
  );
  await db
    .insertInto('attempt')
    .values({
      ...{ id: attemptId, client_id: lead.client_id, campaign_id: campaign.id, list_id: lead.list_id },
      // The tests' own numbers, written as E.164.
      ...{ lead_id: lead.id, phone_number: number as PhoneNumber, number_of_lead: made.length + 1, epoch: 1 },
      ...{ trunk_id: campaign.trunk_id, caller_id: lead.phone_number, ruling_id: rulingId },
      ...{ script_version_id: campaign.script_version_id, progress: 'ended', network_result: 'answered' },
      ...{
        end_reason: isConnected ? 'agent_hung_up' : 'no_agent',
        dial_mode: 'predictive',
        detected: 'person',
      },
      ...{
        created_at: atMs - 5000,
        answered_at: atMs,
        connected_at: isConnected ? atMs + 500 : null,
        ended_at: atMs + 30_000,
      },
    })
    .execute();
}

test('each law counts the calls to its own people, in its own windows, and the worst one is told', async () => {
  const lead = await api.db.selectFrom('lead').selectAll().orderBy('id').executeTakeFirstOrThrow();
  for (const isConnected of [true, true, true, false]) await call('+442079460123', at(3), isConnected);
  await call('+442079460123', at(4), true);
  await call('+390698806000', at(4), true);
  // Of the month before: no window of November holds it in the United Kingdom.
  await call('+442079460123', Date.UTC(2026, 9, 20, 12), false);

  const accounts = await abandonmentOf(api.db, lead.client_id, lead.campaign_id, november);
  const british = accounts.find(({ pack }) => pack === 'uk');
  expect(british).toMatchObject({
    ...{ limit: 0.03, windows: 2, windowsOverLimit: 1 },
    worst: { numerator: 1, denominator: 4, rate: 0.25 },
  });
  expect(accounts.find(({ pack }) => pack === 'it')).toMatchObject({
    windowsOverLimit: 0,
    worst: { numerator: 0, denominator: 1, rate: 0 },
  });
  expect(accounts.map(({ pack }) => pack)).not.toContain('de');
});

test('a campaign’s people see where it stands now, by each law', async () => {
  const lead = await api.db.selectFrom('lead').selectAll().orderBy('id').executeTakeFirstOrThrow();
  for (const isConnected of [true, false])
    await call('+493012345678', api.clock.nowMs() - 60_000, isConnected);
  const { ask } = await api.logIn('responsable');
  const response = await ask('GET', `/v1/campaigns/${lead.campaign_id}/abandonment`);
  const { data } = (await response.json()) as { data: { pack: string }[] };
  expect(data.find(({ pack }) => pack === 'de')).toMatchObject({
    ...{ ruleId: 'DE-ABANDON', numerator: 1, denominator: 2, rate: 0.5, limit: 0.03, standing: 'fine' },
    isSmallSample: true,
  });
});
