import { appendRuling, type NewRuling } from '@alize/db';
import type { CallFacts, Citation, LeadId, PhoneNumber } from '@alize/model';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addOtherClient } from './other-client.ts';
import { type Ask, startApi, type TestApi } from './start-api.ts';

let api: TestApi;
let manager: Ask;
let other: Awaited<ReturnType<typeof addOtherClient>>;
let lead: { id: LeadId; number: PhoneNumber; campaignId: `campaign_${string}` };
/** The month that the test runs in, as the api's site counts it. */
let month: string;

const refused: Citation = {
  rule: 'FR-HOURS',
  verdict: 'refuses',
  strength: 'LAW',
  citation: 'C. conso. D.223-9',
};

beforeAll(async () => {
  api = await startApi();
  manager = (await api.logIn('responsable')).ask;
  other = await addOtherClient(api);
  const row = await api.db.selectFrom('lead').selectAll().orderBy('id').executeTakeFirstOrThrow();
  lead = { id: row.id, number: row.phone_number, campaignId: row.campaign_id };
  await api.db.updateTable('lead').set({ last_name: 'Nom-SECRET' }).where('id', '=', lead.id).execute();
  month = Temporal.Instant.fromEpochMilliseconds(api.clock.nowMs())
    .toZonedDateTimeISO('Indian/Antananarivo')
    .toPlainDate()
    .toPlainYearMonth()
    .toString();
  await rule({ kind: 'refused', rules: [refused] });
  await call();
  // What an evil file or a careless person may have written.
  await api.db
    .updateTable('campaign')
    .set({ name: '=1+1<script>alert(1)</script>' })
    .where('id', '=', lead.campaignId)
    .execute();
});
afterAll(() => api.close());

async function clientId() {
  const row = await api.db
    .selectFrom('lead')
    .select('client_id')
    .where('id', '=', lead.id)
    .executeTakeFirstOrThrow();
  return row.client_id;
}

async function rule(more: Pick<NewRuling, 'kind' | 'rules'> & Partial<NewRuling>): Promise<NewRuling> {
  const atMs = api.clock.nowMs();
  const ruling: NewRuling = {
    ...{ id: api.ids.make('ruling'), leadId: lead.id, campaignId: lead.campaignId, attemptId: null, atMs },
    ...{
      untilMs: more.kind === 'refused' ? atMs + 3_600_000 : null,
      packVersion: 'fr@test',
      zoneDataVersion: '2026c',
    },
    // As far as is read here.
    facts: { number: lead.number, mode: 'progressive', callerId: { number: '+33199000001' } } as CallFacts,
    salt: new Uint8Array(16).fill(7),
    ...more,
  };
  const client = await clientId();
  await api.db.transaction().execute((tx) => appendRuling(tx, client, ruling));
  return ruling;
}

/** A call to the lead that was answered, and abandoned. */
async function call() {
  const id = api.ids.make('attempt');
  const ruling = await rule({ kind: 'clear', rules: [], attemptId: id });
  const row = await api.db.selectFrom('lead').selectAll().where('id', '=', lead.id).executeTakeFirstOrThrow();
  const campaign = await api.db
    .selectFrom('campaign')
    .selectAll()
    .where('id', '=', lead.campaignId)
    .executeTakeFirstOrThrow();
  const atMs = ruling.atMs;
  await api.db
    .insertInto('attempt')
    .values({
      ...{ id, client_id: row.client_id, campaign_id: campaign.id, list_id: row.list_id, lead_id: row.id },
      ...{ phone_number: row.phone_number, number_of_lead: 1, epoch: 1, trunk_id: campaign.trunk_id },
      ...{ caller_id: row.phone_number, ruling_id: ruling.id, script_version_id: campaign.script_version_id },
      ...{ progress: 'ended', network_result: 'answered', end_reason: 'no_agent', is_abandoned: 1 },
      ...{
        created_at: atMs,
        sent_at: atMs,
        answered_at: atMs,
        ended_at: atMs + 9000,
        dial_mode: 'progressive',
        note: 'Note-SECRET',
      },
    })
    .execute();
  return id;
}

const get = async (path: string) => (await manager('GET', path)).json();

describe('the refusals of a campaign', () => {
  test('are none once the lead was called, and come back with the next refusal', async () => {
    expect(await get(`/v1/campaigns/${lead.campaignId}/refusals`)).toEqual({ data: [] });
    const last = await rule({ kind: 'refused', rules: [refused] });
    expect(await get(`/v1/campaigns/${lead.campaignId}/refusals`)).toEqual({
      data: [
        {
          ...{ ruleId: 'FR-HOURS', strength: 'LAW', citation: 'C. conso. D.223-9', leads: 1, never: 0 },
          ...{ text: expect.stringMatching(/10.*13/), soonestMs: last.untilMs, latestMs: last.untilMs },
        },
      ],
    });
  });
});

describe('the log of rulings', () => {
  test('is found whole, and broken where somebody changed it', async () => {
    expect(await get('/v1/compliance/chain')).toMatchObject({ kind: 'whole', numberFirst: 1 });
    const first = await api.db
      .selectFrom('ruling')
      .selectAll()
      .where('number_in_chain', '=', 1)
      .where('client_id', '=', await clientId())
      .executeTakeFirstOrThrow();
    await api.db.updateTable('ruling').set({ until: 1 }).where('id', '=', first.id).execute();
    expect(await get('/v1/compliance/chain')).toEqual({
      kind: 'broken',
      number: 1,
      rulingId: first.id,
      why: 'changed',
    });
    await api.db.updateTable('ruling').set({ until: first.until }).where('id', '=', first.id).execute();
  });
});

describe('the evidence of a month', () => {
  test('says what happened, by whose rules', async () => {
    expect(await get(`/v1/compliance/evidence?month=${month}`)).toMatchObject({
      ...{
        month,
        timeZone: 'Indian/Antananarivo',
        client: { name: 'Assurances Boréal' },
        isMonthOver: false,
      },
      calls: { placed: 1, answered: 1, connected: 0, abandoned: 1 },
      refusals: [{ ruleId: 'FR-HOURS', citation: 'C. conso. D.223-9' }],
      callerIds: [{ number: lead.number, calls: 1 }],
      versions: [{ packVersion: 'fr@test', zoneDataVersion: '2026c' }],
      attemptsPerPerson: { more: 0 },
      chain: { kind: 'whole' },
    });
  });

  test('of another month is empty, and of no month is told so', async () => {
    expect(await get('/v1/compliance/evidence?month=2020-01')).toMatchObject({
      calls: { placed: 0 },
      refusals: [],
    });
    expect((await manager('GET', '/v1/compliance/evidence?month=2026-13')).status).toBe(400);
    expect(
      (await manager('GET', `/v1/compliance/evidence?month=${month}&timeZone=Europe/Nowhere`)).status,
    ).toBe(422);
  });

  test.each([
    ['fr', 'Preuve mensuelle de conformité'],
    ['en', 'Monthly evidence of compliance'],
  ])('is a page in %s that runs nothing and asks for nothing', async (language, title) => {
    const response = await manager('GET', `/v1/compliance/evidence.html?month=${month}&language=${language}`);
    expect(response.headers.get('content-type')).toContain('text/html');
    const page = await response.text();
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain(title);
    expect(page).toContain('=1+1&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toMatch(/<script|<img|<link|src=|href=|@import|url\(/);
    expect(page).not.toContain('SECRET');
  });

  test('is a file with a row for each call and refusal, with masked numbers and no formula', async () => {
    const text = await (await manager('GET', `/v1/compliance/evidence.csv?month=${month}`)).text();
    const [headings, ...rows] = text.trim().split('\r\n');
    expect(headings).toContain('Règles qui refusent');
    expect(rows).toHaveLength(3);
    expect(rows[0]).toContain(';refused;FR-HOURS;C. conso. D.223-9;');
    expect(rows[1]).toContain(';clear;');
    for (const row of rows) {
      expect(row).toContain("'=1+1");
      expect(row).toMatch(/;\+33 [1-9] •• •• •• [0-9]{2};/);
    }
    // The called number stands in this test's caller ID too, which is no secret.
    expect(rows[0]).not.toContain(lead.number);
  });

  test('gives whole numbers when asked, and that is on record', async () => {
    const text = await (
      await manager('GET', `/v1/compliance/evidence.csv?month=${month}&numbers=full`)
    ).text();
    expect(text).toContain(lead.number);
    expect(await deeds()).toEqual(['evidence_numbers']);
  });
});

describe('a person', () => {
  test('gets their whole file, with a text for each rule; only that it was taken out is on record', async () => {
    const response = await manager('POST', '/v1/compliance/person-file', { phoneNumber: lead.number });
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="person-file.json"');
    expect(await response.json()).toMatchObject({
      numbers: [lead.number],
      leads: [{ lastName: 'Nom-SECRET' }],
      attempts: [{ note: 'Note-SECRET' }],
      rulings: [{ rules: [{ rule: 'FR-HOURS', text: expect.stringMatching(/10.*13/) }] }, {}, {}],
      recordings: [],
    });
    expect(await deeds()).toContain('person_file');
    const events = JSON.stringify(await api.db.selectFrom('event').selectAll().execute());
    expect(events).not.toContain(lead.number.slice(1));
  });

  test('is asked about by a number in the body alone', async () => {
    expect((await manager('POST', '/v1/compliance/person-file', { phoneNumber: '0612345678' })).status).toBe(
      400,
    );
    const more = { phoneNumber: lead.number, nmae: 'x' };
    expect((await manager('POST', '/v1/compliance/person-file', more)).status).toBe(400);
  });

  test('of another client is nobody', async () => {
    const row = await api.db
      .selectFrom('suppression')
      .select('phone_number')
      .where('id', '=', other.suppression)
      .executeTakeFirstOrThrow();
    const body = { phoneNumber: row.phone_number };
    const file = await (await manager('POST', '/v1/compliance/person-file', body)).json();
    expect(file).toMatchObject({ leads: [], attempts: [], rulings: [], suppressions: [] });
  });

  test('in a call is not erased', async () => {
    await api.db.updateTable('lead').set({ state: 'calling' }).where('id', '=', lead.id).execute();
    const response = await manager('POST', '/v1/compliance/erasure', { phoneNumber: lead.number });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ code: 'person_in_call' });
    await api.db.updateTable('lead').set({ state: 'open' }).where('id', '=', lead.id).execute();
  });

  test('erased is told what is kept, why and until when; the log still holds', async () => {
    const response = await manager('POST', '/v1/compliance/erasure', { phoneNumber: lead.number });
    const answer = (await response.json()) as {
      kept: { what: string; untilMs: number | null; text: string }[];
    };
    expect(answer).toMatchObject({
      leads: 1,
      kept: [
        { what: 'attempts', count: 1, citation: expect.stringContaining('310.5') },
        { what: 'rulings', count: 3 },
        { what: 'suppressions', count: 1, untilMs: null },
      ],
    });
    const fiveYears = Temporal.Now.zonedDateTimeISO('UTC').add({ years: 5 }).year;
    expect(new Date(answer.kept[0]?.untilMs ?? 0).getUTCFullYear()).toBe(fiveYears);
    const file = await (
      await manager('POST', '/v1/compliance/person-file', { phoneNumber: lead.number })
    ).text();
    expect(file).not.toContain('SECRET');
    expect(await get('/v1/compliance/chain')).toMatchObject({ kind: 'whole', count: 3 });
    expect(await deeds()).toContain('person_erased');
    const { number_sha256 } = await api.db.selectFrom('erasure').selectAll().executeTakeFirstOrThrow();
    expect(number_sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

async function deeds(): Promise<string[]> {
  const rows = await api.db.selectFrom('event').select('data').where('kind', '=', 'audit.noted').execute();
  return rows.map(({ data }) => (JSON.parse(data) as { deed: string }).deed);
}
