import { insertList } from '@alize/db';
import type { CampaignId, ClientId } from '@alize/model';
import fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMorning } from './add-history.ts';
import { sendFile, settled } from './send-file.ts';
import { type Ask, origin, startApi, type TestApi } from './start-api.ts';

let api: TestApi;
let manager: Ask;
let cookie: string;
let campaignId: CampaignId;
let clientId: ClientId;
beforeAll(async () => {
  api = await startApi();
  ({ ask: manager, cookie } = await api.logIn('responsable'));
  const campaigns = (await (await manager('GET', '/v1/campaigns')).json()) as {
    data: { id: CampaignId; state: string }[];
  };
  campaignId = campaigns.data.find(({ state }) => state === 'running')?.id ?? 'campaign_';
  const campaign = api.db.selectFrom('campaign').select('client_id').where('id', '=', campaignId);
  clientId = (await campaign.executeTakeFirstOrThrow()).client_id;
});
afterAll(() => api.close());

let lists = 0;
/** An empty list of the campaign. */
async function newList() {
  const id = api.ids.make('list');
  const list = { id, clientId, campaignId, name: `Essai ${lists++}`, fileName: null, createdBy: null };
  await insertList(api.db, list, api.clock.nowMs());
  return id;
}

/** Has a file checked and stored, every row as a lead of its own. */
async function bring(uploadId: string) {
  const settings = { duplicates: { by: [] } };
  const asked = { uploadId, settings, listName: `Retour ${lists++}` };
  const begun = await manager('POST', `/v1/campaigns/${campaignId}/imports`, asked);
  expect(begun.status).toBe(202);
  const { id } = (await begun.json()) as { id: string };
  await settled(manager, id, ['checked']);
  await manager('POST', `/v1/imports/${id}/commit`);
  return settled(manager, id, ['imported']);
}

let keys = 0;
async function add(listId: string, leads: readonly object[]) {
  const response = await api.api.app.request(`/v1/campaigns/${campaignId}/leads`, {
    method: 'POST',
    headers: { origin, cookie, 'content-type': 'application/json', 'idempotency-key': `export-${keys++}` },
    body: JSON.stringify({ listId, leads, duplicates: { by: [] } }),
  });
  const { leads: answers } = (await response.json()) as { leads: { kind: string }[] };
  expect(answers.map(({ kind }) => kind)).toEqual(leads.map(() => 'added'));
}

const fields = [
  ...['phones', 'reference', 'civility', 'firstName', 'lastName', 'company', 'email', 'birthDate', 'address'],
  ...['addressExtra', 'postalCode', 'city', 'country', 'region', 'timeZone', 'comment', 'priority', 'custom'],
];
/** What a list's leads say, by their references. */
async function sayings(listId: string | null) {
  const page = (await (await manager('GET', `/v1/lists/${listId}/leads?limit=200`)).json()) as {
    data: { id: string }[];
  };
  const leads = await Promise.all(
    page.data.map(async ({ id }) => (await (await manager('GET', `/v1/leads/${id}`)).json()) as Saying),
  );
  return leads
    .map((lead) => {
      const said = Object.fromEntries(fields.map((field) => [field, lead[field]]));
      return { ...said, consent: { ...lead.consent, wording: null, proof: null, object: null } };
    })
    .sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}
type Saying = Record<string, unknown> & { consent: object | null };

const fetchFile = async (path: string) => new Uint8Array(await (await manager('GET', path)).arrayBuffer());

/** Exports a list, brings the file into another, and holds the two against each other. */
async function roundTrip(leads: readonly object[], format: 'csv' | 'xlsx') {
  const from = await newList();
  await add(from, leads);
  const file = await fetchFile(`/v1/lists/${from}/leads.${format}`);
  const { report, listId } = await bring(await sendFile(api, cookie, `export.${format}`, file));
  expect(report?.fates).toMatchObject({ added: leads.length, refused: 0 });
  expect(await sayings(listId)).toEqual(await sayings(from));
}

const someLeads = [
  {
    phones: [
      { number: '06 39 98 70 01', label: 'mobile' },
      { number: '01 99 00 70 01 poste 12', label: 'work' },
      { number: '02 61 91 70 01' },
      { number: '03 53 01 70 01', label: 'other' },
    ],
    reference: 'C-1',
    civility: 'Mme',
    firstName: 'Zoé',
    lastName: 'Marin',
    email: 'zoe.marin@exemple.fr',
    birthDate: '1987-03-04',
    address: '1, rue de l’Été',
    addressExtra: 'Bât. "B"',
    postalCode: '01000',
    city: 'Bourg-en-Bresse',
    country: 'FR',
    timeZone: 'Europe/Paris',
    comment: 'Rappeler ; « après » 18 h\navec un café',
    priority: 7,
    consent: { givenAt: '2026-09-01T10:30:00+02:00', source: 'formulaire' },
    custom: { Contrat: 'A12', Enfants: 2, 'Fidèle ?': true },
  },
  {
    phones: [{ number: '02 61 91 70 02' }, { number: '06 39 98 70 02', label: 'mobile' }],
    reference: 'C-2',
    company: '=1+1',
    comment: '@SUM(A1)',
    city: '-2+3',
    address: '+33',
    custom: { Contrat: '=HYPERLINK("http://x")', 'Fidèle ?': false },
  },
  {
    phones: Array.from({ length: 12 }, (_, index) => ({ number: `06 39 98 71 ${10 + index}` })),
    reference: 'C-3',
  },
  { phones: [{ number: '+262 639 98 70 03', label: 'home' }], reference: '00042', region: 'TX' },
];

describe('the leads of a list', () => {
  test.each(['csv', 'xlsx'] as const)(
    'come back as they were from our own %s: numbers in their order and kind, own columns, formulas as texts',
    (format) => roundTrip(someLeads, format),
  );

  test('come back from a file in English too', async () => {
    const speak = (language: string) => manager('PATCH', '/v1/session', { language });
    expect((await speak('en')).status).toBe(200);
    try {
      await roundTrip(someLeads, 'csv');
    } finally {
      await speak('fr');
    }
  });

  test('come back as they were whatever is written in them', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .map((one) => one.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Zs}\ufffe\uffff]/gu, ' ').trim())
      // Two marks of text before each other are one too many to tell apart.
      .filter((one) => one !== '' && !/^['=]/.test(one) && !/_x[\da-f]{4}_/i.test(one));
    const lead = fc.record({ company: text, comment: text, city: text, address: text });
    await fc.assert(
      fc.asyncProperty(
        fc.array(lead, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('csv' as const, 'xlsx' as const),
        async (leads, format) => {
          const numbered = leads.map((one, index) => ({
            ...one,
            reference: `R${index}`,
            phones: [{ number: `06 39 98 72 ${10 + index}` }],
          }));
          await roundTrip(numbered, format);
        },
      ),
      { numRuns: 8 },
    );
  });

  test('say what became of them, in columns that the importer leaves out', async () => {
    const list = await newList();
    await add(list, [{ phones: [{ number: '06 39 98 73 01' }], reference: 'C-9' }]);
    const response = await manager('GET', `/v1/lists/${list}/leads.csv`);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="leads.csv"');
    const [heading = '', row = ''] = (await response.text()).split('\r\n');
    const cells = Object.fromEntries(heading.split(';').map((name, at) => [name, row.split(';')[at]]));
    expect(cells).toMatchObject({
      'Téléphone 1': '+33639987301',
      'Alizé : état': 'open',
      'Alizé : tentatives': '0',
      'Alizé : prochain appel': expect.stringMatching(/^2\d{3}-\d\d-\d\d \d\d:\d\d:\d\d$/),
    });
  });

  test('of the whole campaign go into one file', async () => {
    const list = await newList();
    await add(list, [{ phones: [{ number: '06 39 98 73 11' }] }]);
    const csv = new TextDecoder().decode(await fetchFile(`/v1/campaigns/${campaignId}/leads.csv`));
    const { data } = (await (await manager('GET', `/v1/campaigns/${campaignId}/lists`)).json()) as {
      data: { leadsCount: number }[];
    };
    const leads = data.reduce((sum, { leadsCount }) => sum + leadsCount, 0);
    // Comments hold line ends; each lead has its id once.
    expect(csv.match(/lead_[0-9a-f]{32}/g)).toHaveLength(leads);
  });
});

describe('calls and outcomes', () => {
  test('are the same rows and columns in both formats, with instants as dates and counts as numbers', async () => {
    const fromMs = api.clock.nowMs() - 4 * 3_600_000;
    await addMorning(api, { clientId, campaignId, fromMs, hours: 1 });
    const csv = new TextDecoder()
      .decode(await fetchFile('/v1/attempts.csv'))
      .trim()
      .split('\r\n');
    const sheet = await readSheet(Buffer.from(await fetchFile('/v1/attempts.xlsx')));
    expect(sheet).toHaveLength(csv.length);
    expect(sheet[0]?.join(';')).toBe(csv[0]);
    const [date, , , , phone, attempt] = sheet[1] ?? [];
    expect(date).toBeInstanceOf(Date);
    expect(phone).toMatch(/^\+\d+$/);
    expect(attempt).toBeTypeOf('number');
    const [csvDate = ''] = csv[1]?.split(';') ?? [];
    const seconds = date instanceof Date ? Math.round(date.getTime() / 1000) : 0;
    expect(new Date(seconds * 1000).toISOString()).toBe(`${csvDate.replace(' ', 'T')}.000Z`);
  });

  test('of nobody are a file of headings', async () => {
    const sheet = await readSheet(Buffer.from(await fetchFile('/v1/outcomes.xlsx?fromMs=1&toMs=2')));
    expect(sheet).toHaveLength(1);
  });
});
