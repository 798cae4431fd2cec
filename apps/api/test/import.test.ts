import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ask, startApi, type TestApi } from './start-api.ts';

let api: TestApi;
let manager: Ask;
let campaignId: string;
beforeAll(async () => {
  api = await startApi();
  manager = (await api.logIn('responsable')).ask;
  const campaigns = (await (await manager('GET', '/v1/campaigns')).json()) as { data: { id: string }[] };
  campaignId = campaigns.data[0]?.id ?? '';
});
afterAll(() => api.close());

const file = (text: string) => new TextEncoder().encode(text);
interface List {
  id: string;
  state: string;
  rowsTotal: number;
  leadsCount: number;
  errorsCount: number;
  failure: string | null;
  outlook: { callable: number; refusals: object[] } | null;
}

/** Uploads a file and waits for the event that says its import has ended. */
async function upload(text: string, query = ''): Promise<List> {
  const address = `/v1/campaigns/${campaignId}/lists?name=Essai&fileName=essai.csv${query}`;
  const response = await manager('POST', address, file(text));
  expect(response.status).toBe(202);
  const { id, state } = (await response.json()) as List;
  expect(state).toBe('importing');
  await expect
    .poll(async () => (await list(id)).state, { interval: 20, timeout: 20_000 })
    .not.toBe('importing');
  return list(id);
}
const list = async (id: string) => (await (await manager('GET', `/v1/lists/${id}`)).json()) as List;

const good = 'Téléphone;Nom;Prénom;Ville;Contrat\n';

test('each row becomes a lead or a named error', async () => {
  const text = `${good}01 99 00 80 01;Marin;Zoé;Paris;Auto\n0261918002;Petit;Noé;Rennes;\n12;Court;Léo;;\n0199008001;Marin;Zoé;Paris;Auto\n`;
  const imported = await upload(text);
  expect(imported).toMatchObject({
    state: 'ready',
    rowsTotal: 4,
    leadsCount: 2,
    errorsCount: 1,
    failure: null,
  });
  const leads = (await (await manager('GET', `/v1/lists/${imported.id}/leads`)).json()) as {
    data: { phoneNumber: string; name: string; nextTryAtMs: number }[];
  };
  expect(leads.data.map(({ phoneNumber, name }) => [phoneNumber, name])).toEqual(
    expect.arrayContaining([
      ['+33199008001', 'Zoé Marin'],
      ['+33261918002', 'Noé Petit'],
    ]),
  );
  expect(leads.data.every(({ nextTryAtMs }) => nextTryAtMs !== null)).toBe(true);
  const imports = (await (await manager('GET', `/v1/lists/${imported.id}/imports`)).json()) as {
    data: { state: string; report: { fates: object } }[];
  };
  expect(imports.data).toMatchObject([
    { state: 'imported', report: { fates: { added: 2, skipped: 1, refused: 1 } } },
  ]);
});

test('a file that is no list of leads leaves a reason, and no lead', async () => {
  const imported = await upload('Nom;Ville\nMarin;Paris\n');
  expect(imported).toMatchObject({ state: 'failed', leadsCount: 0 });
  expect(imported.failure).toMatch(/ /);
});

test('a consent is on record with its date and proof, as informed only when the whole list is said to be', async () => {
  const campaigns = api.db.updateTable('campaign').set({ object: 'assurance auto' });
  await campaigns.where('id', '=', campaignId as `campaign_${string}`).execute();
  const text = (number: string) =>
    `Téléphone;Consentement;Preuve consentement\n${number};03/11/2026 10:30;formulaire 12\n`;
  await upload(text('0199008021'));
  await upload(text('0199008022'), '&consentsAreInformed=true');
  const consents = await api.db.selectFrom('consent').selectAll().orderBy('phone_number').execute();
  const expected = {
    given_at: Temporal.Instant.from('2026-11-03T09:30:00Z').epochMilliseconds,
    proof: 'formulaire 12',
    object: 'assurance auto',
    form: 'express',
  };
  expect(consents).toMatchObject([
    { phone_number: '+33199008021', was_informed: 0, ...expected },
    { phone_number: '+33199008022', was_informed: 1, ...expected },
  ]);
});

test('an imported list says which of its leads may be called, and which rule keeps the others', async () => {
  const suppressed = { phoneNumber: '+33199008032', reason: 'opposition' };
  expect((await manager('POST', '/v1/suppressions', suppressed)).status).toBe(201);
  // The demonstration trunk calls fiction numbers at any hour, and no other number.
  const { id } = await upload(`${good}0199008031;A;B;;\n0199008032;A;B;;\n0612345678;A;B;;\n`);
  await expect.poll(async () => (await list(id)).outlook, { interval: 20, timeout: 20_000 }).not.toBeNull();
  const { outlook } = await list(id);
  expect(outlook).toMatchObject({ callable: 1 });
  expect(outlook?.refusals).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ rule: 'suppressed', leads: 1, never: 1, soonestMs: null }),
      expect.objectContaining({ rule: 'number_on_demonstration_trunk', leads: 1, never: 1 }),
    ]),
  );
});
