import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addOtherClient } from './other-client.ts';
import { type Ask, startApi, type TestApi } from './start-api.ts';

interface Consent {
  id: string;
  phoneNumber: string;
  givenAtMs: number;
  withdrawnAtMs: number | null;
  withdrawnHow: string | null;
}
interface Added {
  added: number;
  already: number;
  errors: { line: number; code: string }[];
}
let api: TestApi;
let manager: Ask;
let other: Awaited<ReturnType<typeof addOtherClient>>;
beforeAll(async () => {
  api = await startApi();
  manager = (await api.logIn('responsable')).ask;
  other = await addOtherClient(api);
});
afterAll(() => api.close());
beforeEach(async () => {
  await api.db.deleteFrom('suppression').where('id', '!=', other.suppression).execute();
  await api.db.deleteFrom('consent').where('id', '!=', other.consent).execute();
});

const number = '+33199001234';
const file = (text: string) => new TextEncoder().encode(text);
const code = async (response: Response) => ((await response.json()) as { code: string }).code;
const paris = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Paris]`).epochMilliseconds;
const given = (change: object = {}) => ({
  ...{ phoneNumber: number, object: 'assurance habitation', form: 'express' },
  givenAtMs: api.clock.nowMs() - 3_600_000,
  ...change,
});
const add = (change: object = {}) => manager('POST', '/v1/consents', given(change));
const found = async (path: string, phoneNumber = number) =>
  ((await (await manager('POST', `/v1/${path}/search`, { phoneNumber })).json()) as { data: Consent[] }).data;
const bring = async (path: string, text: string) =>
  (await (await manager('POST', `/v1/${path}/import`, file(text))).json()) as Added;

test('a consent is on record with every field that the law asks for', async () => {
  const nowMs = api.clock.nowMs();
  const fields = {
    ...{ expiresAtMs: nowMs + 86_400_000, proof: 'formulaire 1207', proofSha256: 'f'.repeat(64) },
    ...{
      wording: 'J’accepte d’être appelé',
      channel: 'site',
      wasInformed: true,
      namesAutomaticDialling: true,
    },
    agreedSlotsMs: [nowMs + 3_600_000],
  };
  const response = await add(fields);
  expect(response.status).toBe(201);
  expect(await response.json()).toMatchObject({ ...fields, form: 'express', withdrawnAtMs: null });
  expect(await found('consents')).toMatchObject([fields]);
});

test('the same consent is on record once', async () => {
  const givenAtMs = api.clock.nowMs() - 1_000;
  expect((await add({ givenAtMs })).status).toBe(201);
  expect(await code(await add({ givenAtMs }))).toBe('already_on_record');
  expect((await add({ givenAtMs, object: 'autre' })).status).toBe(201);
});

test('pages follow one another, newest first', async () => {
  for (const object of ['un', 'deux', 'trois']) await add({ object });
  const page = async (query: string) =>
    (await (await manager('GET', `/v1/consents?${query}`)).json()) as {
      data: { object: string }[];
      next: string;
    };
  const first = await page('limit=2');
  expect(first.data.map(({ object }) => object)).toEqual(['trois', 'deux']);
  expect((await page(`limit=2&cursor=${first.next}`)).data.map(({ object }) => object)).toEqual(['un']);
});

test.each([
  [{ colour: 'red' }, 'colour'],
  [{ form: 'implied' }, 'form'],
  [{ proofSha256: 'abc' }, 'proofSha256'],
  [{ wording: 'x'.repeat(4001) }, 'wording'],
  [{ givenAtMs: 4_102_444_800_000 }, 'givenAtMs'],
  [{ givenAtMs: 2_000, expiresAtMs: 1_000 }, 'expiresAtMs'],
])('%j is refused, and the field named', async (change, field) => {
  const response = await add(change);
  expect(response.status).toBe(400);
  expect(await response.text()).toContain(field);
});

describe('a withdrawal', () => {
  const withdraw = (id: string, body: object) => manager('POST', `/v1/consents/${id}/withdrawal`, body);

  test('counts from when it was said, suppresses the number at once, and is said once', async () => {
    const { id } = (await (await add()).json()) as Consent;
    const atMs = api.clock.nowMs() - 60_000;
    const response = await withdraw(id, { how: 'oral', atMs });
    expect(await response.json()).toMatchObject({ id, withdrawnAtMs: atMs, withdrawnHow: 'oral' });
    const listed = [{ reason: 'consent_withdrawn', scope: 'client', expiresAtMs: null }];
    expect(await found('suppressions')).toMatchObject(listed);
    const again = await withdraw(id, { how: 'written' });
    expect(await again.json()).toMatchObject({ withdrawnAtMs: atMs, withdrawnHow: 'oral' });
    expect(await found('suppressions')).toHaveLength(1);
  });

  test('is lifted by a consent given after it, and by no older one', async () => {
    const { id } = (await (await add()).json()) as Consent;
    await withdraw(id, { how: 'online' });
    await add({ object: 'ancien', givenAtMs: api.clock.nowMs() - 7_200_000 });
    expect(await found('suppressions')).toHaveLength(1);
    api.clock.forward(60_000);
    await add({ object: 'nouveau', givenAtMs: api.clock.nowMs() - 1_000 });
    expect(await found('suppressions')).toEqual([]);
  });

  test('is not of tomorrow, nor of a way that is none', async () => {
    const { id } = (await (await add()).json()) as Consent;
    expect((await withdraw(id, { how: 'oral', atMs: api.clock.nowMs() + 60_000 })).status).toBe(400);
    expect((await withdraw(id, { how: 'pigeon' })).status).toBe(400);
    expect(await found('suppressions')).toEqual([]);
  });

  test('may be written down by a supervisor, who adds no consent', async () => {
    const { id } = (await (await add()).json()) as Consent;
    const supervisor = (await api.logIn('superviseur')).ask;
    expect((await supervisor('POST', `/v1/consents/${id}/withdrawal`, { how: 'written' })).status).toBe(200);
    expect((await supervisor('POST', '/v1/consents', given())).status).toBe(403);
  });
});

describe('an import of consents', () => {
  const csv = `Téléphone;Objet;Forme;Date;Expiration;Preuve;Informé;Automatique;Créneaux
01 99 00 12 34;habitation;exprès;2026-09-01 10:30;01/09/2027;F-12;oui;non;2026-12-01 10:00|2026-12-02 11:00
0199001235;;;02/09/2026;;;;;
0199001236;;sans doute;02/09/2026;;;;;
0199001237;;;2126-09-02;;;;;
0199001238;;;02/09/2026;01/09/2026;;peut-être;;
0199001239;;;;;;;;
`;

  test('reads what is there, and tells every line that it left out', async () => {
    const { added, errors } = await bring('consents', csv);
    expect(added).toBe(2);
    expect(errors.map(({ line, code }) => [line, code])).toEqual([
      [4, 'form_unknown'],
      [5, 'date_to_come'],
      [6, 'dates_reversed'],
      [7, 'date_missing'],
    ]);
    expect(await found('consents')).toMatchObject([
      {
        ...{ object: 'habitation', form: 'express', proof: 'F-12', wasInformed: true },
        namesAutomaticDialling: false,
        givenAtMs: paris('2026-09-01T10:30'),
        expiresAtMs: paris('2027-09-01T00:00'),
        agreedSlotsMs: [paris('2026-12-01T10:00'), paris('2026-12-02T11:00')],
      },
    ]);
    expect(await found('consents', '+33199001235')).toMatchObject([{ form: 'tacit', wasInformed: false }]);
  });

  test('sent twice adds nothing, and lifts no withdrawal', async () => {
    await bring('consents', csv);
    const [consent] = await found('consents');
    await manager('POST', `/v1/consents/${consent?.id}/withdrawal`, { how: 'oral' });
    expect(await bring('consents', csv)).toMatchObject({ added: 0, already: 2 });
    expect(await found('suppressions')).toHaveLength(1);
  });
});

describe('relations', () => {
  const contract = { phoneNumber: number, kind: 'contract', atMs: 1_700_000_000_000, object: 'auto' };

  test('are on record once, and found by number', async () => {
    expect((await manager('POST', '/v1/relations', contract)).status).toBe(201);
    expect(await code(await manager('POST', '/v1/relations', contract))).toBe('already_on_record');
    expect(await found('relations')).toMatchObject([{ ...contract, endedAtMs: null, isRelated: true }]);
    expect(await found('relations', '+33199001235')).toEqual([]);
  });

  test.each([{ kind: 'friendship' }, { atMs: 4_102_444_800_000 }, { endedAtMs: 1 }, { colour: 'red' }])(
    'with %j are refused',
    async (change) => {
      expect((await manager('POST', '/v1/relations', { ...contract, ...change })).status).toBe(400);
    },
  );
});

describe('calls placed elsewhere', () => {
  const call = { phoneNumber: number, atMs: 1_790_000_000_000, result: 'no_answer', source: 'Toamasina' };
  const stored = () => api.db.selectFrom('outside_attempt').selectAll().orderBy('at').execute();
  beforeEach(() => api.db.deleteFrom('outside_attempt').execute());

  test('count once, as JSON or as a file', async () => {
    const json = await manager('POST', '/v1/outside-attempts/import', [call, { ...call, source: 'Nosy Be' }]);
    expect(await json.json()).toMatchObject({ added: 1, already: 1 });
    const csv =
      'phone;date;result;source\n0199001234;2026-10-01 10:00;busy;\n0199001234;2026-10-01 11:00;perdu;\n';
    const path = 'outside-attempts';
    const added = await manager('POST', `/v1/${path}/import?source=Client`, file(csv));
    expect(await added.json()).toMatchObject({ added: 1, errors: [{ line: 3, code: 'result_unknown' }] });
    expect(await bring(path, csv)).toMatchObject({ added: 0, errors: [{ code: 'source_missing' }, {}] });
    expect((await stored()).map(({ source, result }) => [source, result])).toEqual([
      ['Toamasina', 'no_answer'],
      ['Client', 'busy'],
    ]);
  });

  test.each([
    [[{ ...call, colour: 'red' }]],
    [[{ ...call, result: 'lost' }]],
    [[{ ...call, atMs: 4_102_444_800_000 }]],
    [[]],
    [call],
  ])('as %j are refused whole', async (body) => {
    expect((await manager('POST', '/v1/outside-attempts/import', body)).status).toBe(400);
    expect(await stored()).toEqual([]);
  });
});

test('what another client has on record of the same number is not found', async () => {
  expect(await found('consents', '+33199009999')).toEqual([]);
});
