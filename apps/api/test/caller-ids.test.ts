import { addLeads, insertList, saveTrunk } from '@alize/db';
import { isPhoneNumber } from '@alize/model';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demonstrationLeads } from '../src/demonstration/leads.ts';
import { type Ask, startApi, type TestApi } from './start-api.ts';

interface CallerId {
  id: string;
  number: string;
  validToMs: number | null;
}
interface Refusal {
  code: string;
  detail: string;
  errors?: { pointer: string; detail: string }[];
  rules?: { rule: string; strength: string; citation: string; text: string }[];
}
let api: TestApi;
let manager: Ask;
let trunkId: string;
beforeAll(async () => {
  api = await startApi();
  manager = (await api.logIn('responsable')).ask;
  const trunk = { id: api.ids.make('trunk'), name: 'Essai SIP', kind: 'sip' } as const;
  await saveTrunk(api.db, { ...trunk, linesMax: 10, callsPerSecondMax: 1 });
  trunkId = trunk.id;
});
afterAll(() => api.close());

const refusal = async (response: Response) => (await response.json()) as Refusal;
const code = async (response: Response) => (await refusal(response)).code;
const inOrder = { label: 'Essai', holder: 'Assurances Alizé', authorisation: 'mandat 2026-14' };
const register = (callerId: object) => manager('POST', '/v1/caller-ids', { ...inOrder, ...callerId });
const registry = async () =>
  ((await (await manager('GET', '/v1/caller-ids')).json()) as { data: CallerId[] }).data;

describe('the registry', () => {
  const npv = { number: '+33162000042', category: 'npv' };

  test('holds a number with its holder, document, operator, modes and validity', async () => {
    const fields = {
      ...{ holder: 'Assurances Alizé', authorisation: 'mandat 2026-14', authorisationSha256: 'a'.repeat(64) },
      ...{ operator: 'Opérateur', allowedModes: ['progressive', 'predictive'] },
      ...{ validFromMs: 1_000, validToMs: 2_000_000_000_000 },
    };
    const response = await register({ ...npv, ...fields });
    expect(response.status).toBe(201);
    const made = (await response.json()) as CallerId;
    expect(made).toMatchObject({ ...npv, ...fields, label: 'Essai' });
    expect(await registry()).toContainEqual(made);
    const changed = await manager('PATCH', `/v1/caller-ids/${made.id}`, { holder: null, label: 'Autre' });
    expect(await changed.json()).toEqual({ ...made, holder: null, label: 'Autre' });
  });

  test('holds a number once, and takes it again after it was removed', async () => {
    expect(await code(await register(npv))).toBe('number_taken');
    const found = (await registry()).find(({ number }) => number === npv.number);
    expect((await manager('DELETE', `/v1/caller-ids/${found?.id}`)).status).toBe(204);
    expect((await registry()).map(({ number }) => number)).not.toContain(npv.number);
    expect((await manager('PATCH', `/v1/caller-ids/${found?.id}`, { label: 'Non' })).status).toBe(404);
    const again = await register({ ...npv, holder: null });
    expect(again.status).toBe(201);
    expect(await again.json()).toMatchObject({ id: found?.id, holder: null, validToMs: null });
  });

  test.each([
    ['+33145000001', 'npv'],
    ['+33162000043', 'geographic'],
    ['+33612345678', 'geographic'],
    ['+33145000001', 'mobile'],
    ['+34400123456', 'geographic'],
    ['+34911234567', 'es_400'],
  ])('%s is no %s number', async (number, category) => {
    expect(await code(await register({ number, category }))).toBe('caller_id_category_wrong');
  });

  test.each([
    [{ number: '+33145000001', category: 'geographic', colour: 'red' }, 'colour'],
    [{ number: '0145000001', category: 'geographic' }, 'number'],
    [{ number: '+33145000001', category: 'geographic', authorisationSha256: 'abc' }, 'authorisationSha256'],
    [{ number: '+33145000001', category: 'geographic', holder: 'x'.repeat(201) }, 'holder'],
    [{ number: '+33145000001', category: 'geographic', validFromMs: 2, validToMs: 1 }, 'validToMs'],
  ])('%j is refused, and the field named', async (body, field) => {
    const response = await register(body);
    expect(response.status).toBe(400);
    expect(JSON.stringify((await refusal(response)).errors)).toContain(field);
  });

  test('keeps a number that a running campaign shows', async () => {
    const campaigns = (await (await manager('GET', '/v1/campaigns')).json()) as {
      data: { state: string; callerIdId: string }[];
    };
    const running = campaigns.data.find(({ state }) => state === 'running');
    const response = await manager('DELETE', `/v1/caller-ids/${running?.callerIdId}`);
    expect([response.status, await code(response)]).toEqual([409, 'caller_id_in_use']);
  });

  test('is read by supervisors and written by managers', async () => {
    const supervisor = (await api.logIn('superviseur')).ask;
    expect((await supervisor('GET', '/v1/caller-ids')).status).toBe(200);
    expect((await supervisor('POST', '/v1/caller-ids', {})).status).toBe(403);
  });
});

describe('a campaign starts', () => {
  /** A draft on the SIP trunk without a lead, under a caller ID of its own; answers its id. */
  async function draft(callerId: object): Promise<string> {
    const made = (await (await register(callerId)).json()) as CallerId;
    const campaigns = (await (await manager('GET', '/v1/campaigns')).json()) as { data: object[] };
    const settings = { ...campaigns.data[0], name: `Essai ${made.id}`, trunkId, callerIdId: made.id };
    return ((await (await manager('POST', '/v1/campaigns', settings)).json()) as { id: string }).id;
  }
  const start = (id: string) => manager('POST', `/v1/campaigns/${id}/start`);
  const refusing = async (id: string) =>
    ((await refusal(await start(id))).rules ?? []).map(({ rule }) => rule);

  async function addLead(id: string, phoneNumber: string): Promise<void> {
    const campaign = await api.db
      .selectFrom('campaign')
      .selectAll()
      .where('id', '=', id as `campaign_${string}`)
      .executeTakeFirstOrThrow();
    const [fields] = demonstrationLeads(1, 1);
    if (!fields || !isPhoneNumber(phoneNumber)) throw new Error('no lead');
    const target = { clientId: campaign.client_id, campaignId: campaign.id };
    const list = { id: api.ids.make('list'), ...target, name: 'Essai', fileName: null, createdBy: null };
    await insertList(api.db, list, 1);
    const phones = [{ phoneNumber, label: null, extension: null }] as const;
    const lead = { id: api.ids.make('lead'), fields: { ...fields, phones, postalCode: null } };
    const batch = { listId: list.id, ...target, leads: [lead], consentsAreInformed: false, atMs: 1 };
    await api.db.transaction().execute((tx) => addLeads(tx, batch));
  }

  test('with a verified number in automatic dialling', async () => {
    expect((await start(await draft({ number: '+33163000001', category: 'npv' }))).status).toBe(200);
  });

  test('not with a geographic one, and says by which rule, in words', async () => {
    const response = await start(await draft({ number: '+33145000010', category: 'geographic' }));
    expect(response.status).toBe(422);
    const { code, detail, rules } = await refusal(response);
    expect([code, detail.length > 40]).toEqual(['caller_id_unlawful', true]);
    expect(rules).toMatchObject([
      { rule: 'FR-NPV', strength: 'LAW', citation: expect.stringContaining('CPCE') },
    ]);
    expect(rules?.[0]?.text).toContain('numéro polyvalent vérifié');
  });

  test('not with an authorisation that has run out, nor with a number not meant for the mode', async () => {
    const expired = await draft({ number: '+33163000002', category: 'npv', validToMs: 1_000 });
    expect(await refusing(expired)).toEqual(['caller_id_expired']);
    const preview = await draft({ number: '+33163000003', category: 'npv', allowedModes: ['preview'] });
    expect(await refusing(preview)).toEqual(['caller_id_mode']);
  });

  test.each(['power', 'predictive'])(
    'in %s mode only with what automatic dialling may show',
    async (dialMode) => {
      const end = dialMode === 'power' ? 1 : 2;
      const geographic = await draft({ number: `+3314500002${end}`, category: 'geographic' });
      await manager('PATCH', `/v1/campaigns/${geographic}`, { dialMode });
      expect(await refusing(geographic)).toEqual(['FR-NPV']);
      await manager('POST', `/v1/campaigns/${geographic}/stop`);
      const verified = await draft({ number: `+3316300001${end}`, category: 'npv' });
      await manager('PATCH', `/v1/campaigns/${verified}`, { dialMode });
      expect((await start(verified)).status).toBe(200);
      await manager('POST', `/v1/campaigns/${verified}/stop`);
      const once = { allowedModes: ['progressive'] };
      const limited = await draft({ number: `+3316300003${end}`, category: 'npv', ...once });
      await manager('PATCH', `/v1/campaigns/${limited}`, { dialMode });
      expect(await refusing(limited)).toEqual(['caller_id_mode']);
    },
  );

  test('by the law of every country that its leads are in', async () => {
    const id = await draft({ number: '+442079460958', category: 'geographic' });
    await addLead(id, '+442079460001');
    expect((await start(id)).status).toBe(200);
    await manager('POST', `/v1/campaigns/${id}/pause`);
    await addLead(id, '+33145000011');
    expect(await refusing(id)).toEqual(['FR-NPV']);
  });

  test('and while it runs takes no caller ID that would not have let it start', async () => {
    const id = await draft({ number: '+33163000004', category: 'npv' });
    await start(id);
    const other = (await (
      await register({ number: '+33145000012', category: 'geographic' })
    ).json()) as CallerId;
    const response = await manager('PATCH', `/v1/campaigns/${id}`, { callerIdId: other.id });
    expect(await code(response)).toBe('caller_id_unlawful');
  });
});

describe('the client', () => {
  test('says what some laws ask of its size', async () => {
    const facts = { employees: 320, turnoverEuros: 6e7, balanceSheetEuros: 5e7, sector: 'insurance' };
    const change = { ...facts, sellsMainlyToConsumers: true };
    expect(await (await manager('PATCH', '/v1/client', change)).json()).toMatchObject(change);
    await manager('PATCH', '/v1/client', { employees: null });
    expect(await (await manager('GET', '/v1/client')).json()).toMatchObject({ ...change, employees: null });
  });

  test.each([{ employees: -1 }, { sector: 'piracy' }, { colour: 'red' }, { name: '' }])(
    'does not become %j',
    async (change) => {
      expect((await manager('PATCH', '/v1/client', change)).status).toBe(400);
    },
  );
});
