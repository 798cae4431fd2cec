import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addOtherClient } from './other-client.ts';
import { origin, startApi, type TestApi } from './start-api.ts';

let api: TestApi;
let cookie: string;
let campaignId: string;
beforeAll(async () => {
  api = await startApi();
  const manager = await api.logIn('responsable');
  cookie = manager.cookie;
  const campaigns = (await (await manager.ask('GET', '/v1/campaigns')).json()) as { data: { id: string }[] };
  campaignId = campaigns.data[0]?.id ?? '';
});
afterAll(() => api.close());

interface Answer {
  readonly index: number;
  readonly kind: string;
  readonly leadId: string | null;
  readonly field: string | null;
  readonly code: string | null;
  readonly detail: string | null;
}
interface Lead {
  readonly id: string;
  readonly [field: string]: unknown;
}
let keys = 0;
const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  api.api.app.request(path, {
    method,
    headers: { origin, cookie, 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const post = (body: unknown, key = `envoi-${keys++}`, id = campaignId) =>
  ask('POST', `/v1/campaigns/${id}/leads`, body, key ? { 'idempotency-key': key } : {});
async function add(leads: readonly object[], more: object = {}) {
  const response = await post({ leads, ...more });
  expect(response.status).toBe(200);
  return (await response.json()) as { listId: string; leads: Answer[] };
}
const lead = async (id: string | null | undefined) =>
  (await (await ask('GET', `/v1/leads/${id}`)).json()) as Lead;
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;
const leadsOf = async (query: string) =>
  (await (await ask('GET', `/v1/campaigns/${campaignId}/leads${query}`)).json()) as {
    data: Lead[];
    next: string | null;
  };
const phone = (end: string) => [{ number: `06 39 98 ${end}` }];

describe('a batch of leads', () => {
  test('is read like the rows of a file: the good ones go in, the others say why not', async () => {
    const { leads } = await add([
      {
        phones: [{ number: '06 39 98 10 01', label: 'mobile' }, { number: '01 99 00 10 01 poste 12' }],
        lastName: 'MARIN',
        civility: 'Madame',
        birthDate: '03/04/1987',
        postalCode: '1000',
        priority: 5,
        custom: { contrat: 'A12', enfants: 2, fidèle: true },
      },
      { phones: [{ number: '12' }] },
      { phones: [], lastName: 'Petit' },
      { phones: phone('10 02'), timeZone: 'Lune/Mer' },
    ]);
    expect(leads.map(({ index, kind, field, code }) => [index, kind, field, code])).toEqual([
      [0, 'added', null, null],
      [1, 'refused', 'phones.0', expect.stringMatching(/^phone_/)],
      [2, 'refused', null, 'phone_missing'],
      [3, 'refused', 'timeZone', 'time_zone_unreadable'],
    ]);
    for (const { kind, detail } of leads) expect(detail === null).toBe(kind === 'added');
    expect(await lead(leads[0]?.leadId)).toMatchObject({
      phoneNumber: '+33639981001',
      name: 'Mme Marin',
      birthDate: '1987-04-03',
      postalCode: '01000',
      priority: 5,
      state: 'open',
      phones: [
        { phoneNumber: '+33639981001', label: 'mobile', extension: null, closedReason: null },
        { phoneNumber: '+33199001001', label: null, extension: '12' },
      ],
      custom: { contrat: 'A12', enfants: 2, fidèle: true },
    });
  });

  test('can be dialled at once', async () => {
    const { leads } = await add([{ phones: phone('10 10') }]);
    const { nextTryAtMs } = await lead(leads[0]?.leadId);
    expect(nextTryAtMs).toBeLessThanOrEqual(api.clock.nowMs());
  });

  test('goes into the campaign’s own list, made when it is missing, or into the one that is named', async () => {
    const first = await add([{ phones: phone('10 20') }]);
    const second = await add([{ phones: phone('10 21') }]);
    expect(second.listId).toBe(first.listId);
    const list = (await (await ask('GET', `/v1/lists/${first.listId}`)).json()) as object;
    expect(list).toMatchObject({ name: 'API', state: 'ready', isActive: true, fileName: null });
    const named = await add([{ phones: phone('10 22') }], { listId: first.listId });
    expect(named.listId).toBe(first.listId);
  });

  test('is told what became of values that do not read as they were sent', async () => {
    const { leads } = await add([
      { phones: phone('10 25'), lastName: 'PETIT', email: 'petit(at)example', custom: { contrat: 'A-1' } },
    ]);
    expect(leads).toMatchObject([
      {
        kind: 'added',
        changes: [
          { field: 'lastName', change: 'name_case', from: 'PETIT', to: 'Petit' },
          { field: 'email', change: 'email_left_out', from: 'petit(at)example', to: '' },
        ],
      },
    ]);
  });

  test('keeps a consent with its date and proof', async () => {
    const consent = { givenAt: '2026-09-01 10:30', source: 'formulaire', proof: 'https://preuve.example/1' };
    const { leads } = await add([{ phones: phone('10 30'), consent }], { consentsAreInformed: true });
    expect(await lead(leads[0]?.leadId)).toMatchObject({
      consent: { givenAtMs: Date.parse('2026-09-01T08:30:00Z'), source: 'formulaire' },
    });
    const kept = await api.db
      .selectFrom('consent')
      .selectAll()
      .where('phone_number', '=', '+33639981030' as never)
      .execute();
    expect(kept).toMatchObject([{ was_informed: 1, proof: 'https://preuve.example/1' }]);
  });
});

describe('a lead that is known', () => {
  test('is skipped, by its number or its reference, and named', async () => {
    const before = await add([{ phones: phone('20 01'), reference: 'C-2001' }]);
    const { leads } = await add([
      { phones: phone('20 01') },
      { phones: phone('20 02'), reference: 'C-2001' },
      { phones: phone('20 03') },
      { phones: phone('20 03') },
    ]);
    const [first] = before.leads;
    expect(leads.map(({ kind, code }) => [kind, code])).toEqual([
      ['skipped', 'known_in_list'],
      ['skipped', 'known_in_list'],
      ['added', null],
      ['skipped', 'duplicate_in_batch'],
    ]);
    expect(leads[0]?.leadId).toBe(first?.leadId);
    expect(leads[3]?.leadId).toBe(leads[2]?.leadId);
  });

  test('takes what is new when it is to be updated, and keeps the rest', async () => {
    const { leads } = await add([{ phones: phone('20 11'), lastName: 'Petit', city: 'Rennes' }]);
    const updated = await add([{ phones: phone('20 11'), city: 'Brest', custom: { vip: true } }], {
      duplicates: { action: 'update' },
    });
    expect(updated.leads).toMatchObject([{ kind: 'updated', leadId: leads[0]?.leadId }]);
    expect(await lead(leads[0]?.leadId)).toMatchObject({
      lastName: 'Petit',
      city: 'Brest',
      custom: { vip: true },
    });
  });

  test('changes its list when it is to be moved, and both lists count right', async () => {
    const { leads, listId } = await add([{ phones: phone('20 21') }]);
    const made = await ask('POST', `/v1/campaigns/${campaignId}/leads`, { leads: [] });
    expect(made.status).toBe(400);
    const target = await api.db
      .selectFrom('list')
      .select('id')
      .where('id', '!=', listId as 'list_')
      .where('campaign_id', '=', campaignId as 'campaign_')
      .executeTakeFirstOrThrow();
    const countOf = async (id: string) =>
      ((await (await ask('GET', `/v1/lists/${id}`)).json()) as { leadsCount: number }).leadsCount;
    const before = [await countOf(listId), await countOf(target.id)];
    const moved = await add([{ phones: phone('20 21') }], {
      listId: target.id,
      duplicates: { action: 'move' },
    });
    expect(moved.leads).toMatchObject([{ kind: 'moved', leadId: leads[0]?.leadId }]);
    expect(await lead(leads[0]?.leadId)).toMatchObject({ listId: target.id, state: 'open' });
    expect([await countOf(listId), await countOf(target.id)]).toEqual([
      (before[0] ?? 0) - 1,
      (before[1] ?? 0) + 1,
    ]);
  });

  test('becomes a lead of its own when both are to be kept', async () => {
    const { leads } = await add([{ phones: phone('20 31') }]);
    const kept = await add([{ phones: phone('20 31') }], { duplicates: { action: 'keep' } });
    expect(kept.leads[0]?.kind).toBe('added');
    expect(kept.leads[0]?.leadId).not.toBe(leads[0]?.leadId);
  });
});

describe('a request that comes twice', () => {
  test('is done once, and answered the same', async () => {
    const body = { leads: [{ phones: phone('30 01') }] };
    const first = await (await post(body, 'deux-fois')).text();
    expect(await (await post(body, 'deux-fois')).text()).toBe(first);
    expect((await leadsOf('?search=0639983001')).data).toHaveLength(1);
  });

  test('with another body is a mistake', async () => {
    await post({ leads: [{ phones: phone('30 11') }] }, 'reprise');
    const response = await post({ leads: [{ phones: phone('30 12') }] }, 'reprise');
    expect(response.status).toBe(422);
    expect(await codeOf(response)).toBe('idempotency_key_reused');
    expect((await leadsOf('?search=0639983012')).data).toHaveLength(0);
  });

  test('before its answer is there has to wait', async () => {
    const body = { leads: [{ phones: phone('30 21') }] };
    const both = await Promise.all([post(body, 'ensemble'), post(body, 'ensemble')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const late = both.find(({ status }) => status === 409);
    expect(late && (await codeOf(late))).toBe('idempotency_running');
    expect((await post(body, 'ensemble')).status).toBe(200);
    expect((await leadsOf('?search=0639983021')).data).toHaveLength(1);
  });

  test('without a key is refused: nobody could tell it from a new one', async () => {
    const response = await post({ leads: [{ phones: phone('30 31') }] }, '');
    expect(response.status).toBe(400);
    expect(await codeOf(response)).toBe('idempotency_key_missing');
  });
});

describe('a lead', () => {
  test('changes by what is given: values are read, null empties, a column is taken away', async () => {
    const { leads } = await add([
      { phones: phone('40 01'), lastName: 'Petit', city: 'Rennes', custom: { contrat: 'A', vip: true } },
    ]);
    const id = leads[0]?.leadId;
    const response = await ask('PATCH', `/v1/leads/${id}`, {
      firstName: 'NOÉ',
      city: null,
      priority: '7',
      custom: { contrat: 'B', vip: null },
      phones: [{ number: '01 99 00 40 01', label: 'work' }, ...phone('40 01')],
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      name: 'Noé Petit',
      city: null,
      priority: 7,
      custom: { contrat: 'B' },
      phones: [{ phoneNumber: '+33199004001', label: 'work' }, { phoneNumber: '+33639984001' }],
    });
  });

  test('is not emptied by a value that cannot be read and that a file does without', async () => {
    const { leads } = await add([{ phones: phone('40 12'), email: 'petit@example.org' }]);
    const response = await ask('PATCH', `/v1/leads/${leads[0]?.leadId}`, { email: 'petit(at)example' });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'lead_unreadable', errors: [{ pointer: '/email' }] });
    expect(await lead(leads[0]?.leadId)).toMatchObject({ email: 'petit@example.org' });
  });

  test('does not change by what cannot be read, which is named', async () => {
    const { leads } = await add([{ phones: phone('40 11'), lastName: 'Petit' }]);
    const change = { lastName: 'Grand', timeZone: 'Lune/Mer' };
    const response = await ask('PATCH', `/v1/leads/${leads[0]?.leadId}`, change);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      code: 'lead_unreadable',
      errors: [{ pointer: '/timeZone' }],
    });
    expect(await lead(leads[0]?.leadId)).toMatchObject({ lastName: 'Petit' });
  });

  test('in a call stays as the agent sees it', async () => {
    const { leads } = await add([{ phones: phone('40 21'), lastName: 'Petit' }]);
    const id = leads[0]?.leadId as 'lead_';
    await api.db.updateTable('lead').set({ state: 'calling' }).where('id', '=', id).execute();
    const response = await ask('PATCH', `/v1/leads/${id}`, { lastName: 'Grand' });
    expect(response.status).toBe(409);
    expect(await codeOf(response)).toBe('lead_in_call');
  });

  test('of another client is not there', async () => {
    const { leads } = await add([{ phones: phone('40 31') }]);
    const other = await addOtherClient(api);
    const administrator = await api.logIn('administrateur');
    await administrator.ask('POST', '/v1/session/client', { clientId: other.clientId });
    expect((await administrator.ask('GET', `/v1/leads/${leads[0]?.leadId}`)).status).toBe(404);
    expect((await administrator.ask('PATCH', `/v1/leads/${leads[0]?.leadId}`, { city: 'Ici' })).status).toBe(
      404,
    );
    const foreign = await post({ listId: other.list, leads: [{ phones: phone('40 32') }] });
    expect(foreign.status).toBe(404);
    expect((await leadsOf('?search=0639984032')).data).toHaveLength(0);
  });
});

describe('the leads of a campaign', () => {
  test('are found by number as people type it, by reference and by the beginning of a name', async () => {
    await add([{ phones: phone('50 01'), reference: 'CLI-5001', lastName: 'Quintefeuille' }]);
    for (const search of ['06 39 98 50 01', '+33639985001', 'CLI-5001', 'quintef']) {
      const { data } = await leadsOf(`?search=${encodeURIComponent(search)}`);
      expect(data.map(({ phoneNumber }) => phoneNumber)).toEqual(['+33639985001']);
    }
  });

  test('come in pages that miss none and repeat none', async () => {
    const { listId } = await add(
      Array.from({ length: 25 }, (_, index) => ({ phones: phone(`51 ${String(index).padStart(2, '0')}`) })),
    );
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await leadsOf(`?listId=${listId}&limit=7${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.next ?? '';
    } while (cursor);
    const all = (await leadsOf(`?listId=${listId}&limit=200`)).data.map(({ id }) => id);
    expect(seen).toEqual(all);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('are narrowed by list and state', async () => {
    const { listId } = await add([{ phones: phone('52 01') }]);
    const { data } = await leadsOf(`?listId=${listId}&state=closed`);
    expect(data).toEqual([]);
  });
});

test('a thousand leads with all their values fit into one batch', async () => {
  const wording = 'J’accepte d’être appelé au sujet de mon assurance. '.repeat(40);
  const leads = Array.from({ length: 1_000 }, (_, index) => ({
    phones: [{ number: `+33639989${String(index).padStart(3, '0')}` }],
    reference: `lot-${index}`,
    consent: { givenAt: '2026-09-01', wording },
  }));
  const answer = await add(leads);
  expect(answer.leads.every(({ kind }) => kind === 'added')).toBe(true);
  const tooMany = await post({ leads: [...leads, leads[0]] });
  expect(tooMany.status).toBe(400);
});
