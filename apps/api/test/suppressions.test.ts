import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addOtherClient } from './other-client.ts';
import { type Ask, origin, startApi, type TestApi } from './start-api.ts';

interface Entry {
  id: string;
  phoneNumber: string;
  scope: string;
  reason: string;
  source: string | null;
  createdBy: string | null;
  expiresAtMs: number | null;
  isExpired: boolean;
}
interface Added {
  added: number;
  already: number;
  errorsCount: number;
  errors: { line: number; value: string; code: string; reason: string }[];
}
let api: TestApi;
let manager: Ask;
let administrator: Ask;
let cookie: string;
let other: Awaited<ReturnType<typeof addOtherClient>>;
beforeAll(async () => {
  api = await startApi();
  ({ ask: manager, cookie } = await api.logIn('responsable'));
  administrator = (await api.logIn('administrateur')).ask;
  const user = await api.db
    .selectFrom('user')
    .select('client_id')
    .where('login', '=', 'responsable')
    .executeTakeFirstOrThrow();
  await administrator('POST', '/v1/session/client', { clientId: user.client_id });
  other = await addOtherClient(api);
});
afterAll(() => api.close());
beforeEach(async () => {
  await api.db.deleteFrom('suppression').where('id', '!=', other.suppression).execute();
});

const number = '+33199001234';
const file = (text: string) => new TextEncoder().encode(text);
const code = async (response: Response) => ((await response.json()) as { code: string }).code;
const search = async (phoneNumber: string) =>
  ((await (await manager('POST', '/v1/suppressions/search', { phoneNumber })).json()) as { data: Entry[] })
    .data;
const bring = async (text: string, query = '', ask = manager) =>
  (await (await ask('POST', `/v1/suppressions/import?${query}`, file(text))).json()) as Added;

test('a number is suppressed for the client, with who did it and until when', async () => {
  const response = await manager('POST', '/v1/suppressions', { phoneNumber: number, reason: 'courrier' });
  expect(response.status).toBe(201);
  const entry = { phoneNumber: number, scope: 'client', reason: 'courrier', isExpired: false };
  expect(await response.json()).toMatchObject({ ...entry, expiresAtMs: null, createdBy: expect.any(String) });
  expect(await search(number)).toMatchObject([entry]);
});

test('a number that is there already is refused, unless it is to stay longer', async () => {
  const add = (expiresAtMs: number | null) =>
    manager('POST', '/v1/suppressions', { phoneNumber: number, reason: 'essai', expiresAtMs });
  const soonMs = api.clock.nowMs() + 86_400_000;
  expect((await add(soonMs)).status).toBe(201);
  expect(await code(await add(soonMs))).toBe('already_suppressed');
  expect((await add(null)).status).toBe(201);
  expect(await code(await add(soonMs + 1))).toBe('already_suppressed');
});

test('an expired entry is shown as such, and no longer stands in the way of a new one', async () => {
  const expiresAtMs = api.clock.nowMs() - 1;
  const body = { phoneNumber: number, reason: 'essai', expiresAtMs };
  await manager('POST', '/v1/suppressions', body);
  expect(await search(number)).toMatchObject([{ isExpired: true, expiresAtMs }]);
  expect((await manager('POST', '/v1/suppressions', { ...body, expiresAtMs: null })).status).toBe(201);
});

test.each(['centre', 'law'])('the list of scope %s is an administrator’s', async (scope) => {
  const body = { phoneNumber: number, reason: 'essai', scope, source: 'DGCCRF' };
  expect((await manager('POST', '/v1/suppressions', body)).status).toBe(403);
  const made = (await (await administrator('POST', '/v1/suppressions', body)).json()) as Entry;
  expect(made).toMatchObject({ scope, source: 'DGCCRF' });
  expect(await search(number)).toMatchObject([{ scope }]);
  expect((await manager('DELETE', `/v1/suppressions/${made.id}`)).status).toBe(404);
  expect((await administrator('DELETE', `/v1/suppressions/${made.id}`)).status).toBe(204);
  const query = `scope=${scope}`;
  expect((await manager('POST', `/v1/suppressions/import?${query}`, file('0199001234'))).status).toBe(403);
});

test('several numbers go in together, or none', async () => {
  const numbers = [number, '+33199001235', number];
  const response = await manager('POST', '/v1/suppressions/several', {
    phoneNumbers: numbers,
    reason: 'essai',
  });
  expect(await response.json()).toMatchObject({ added: 2, already: 1, errors: [] });
  const wrong = { phoneNumbers: ['+33199001236', 'rien'], reason: 'essai' };
  expect((await manager('POST', '/v1/suppressions/several', wrong)).status).toBe(400);
  expect(await search('+33199001236')).toEqual([]);
});

test.each([
  [{ phoneNumber: number, reason: 'essai', colour: 'red' }, 'colour'],
  [{ phoneNumber: '0199001234', reason: 'essai' }, 'phoneNumber'],
  [{ phoneNumber: number, reason: 'x'.repeat(201) }, 'reason'],
])('%j is refused, and the field named', async (body, field) => {
  const response = await manager('POST', '/v1/suppressions', body);
  expect(response.status).toBe(400);
  expect(await response.text()).toContain(field);
});

describe('an import', () => {
  test('takes numbers with or without heading, and tells every line that it left out', async () => {
    const added = await bring(
      'Numéro;Motif;Expiration\n0199001234;courrier;\n12;;\n;x;\n0199001235;;31/02/2027\n',
    );
    expect(added).toMatchObject({ added: 1, already: 0, errorsCount: 3 });
    expect(added.errors.map(({ line, value, code }) => [line, value, code])).toEqual([
      [3, '12', 'phone_unreadable'],
      [4, '', 'phone_missing'],
      [5, '31/02/2027', 'date_unreadable'],
    ]);
    expect(added.errors.every(({ reason }) => / .*\.$/.test(reason))).toBe(true);
    expect(await search(number)).toMatchObject([{ reason: 'courrier' }]);
    expect(await bring('0199001234\n0199001236\n', 'reason=fichier')).toMatchObject({ added: 1, already: 1 });
    expect(await search('+33199001236')).toMatchObject([{ reason: 'fichier' }]);
  });

  test('holds a day of expiry to its end', async () => {
    await bring('phone;expires\n0199001234;2027-06-30\n');
    const [entry] = await search(number);
    expect(entry?.expiresAtMs).toBe(Temporal.Instant.from('2027-06-30T22:00:00Z').epochMilliseconds);
  });

  test('reads the national numbers of the country that is told', async () => {
    expect(await bring('020 7946 0000\n', 'country=GB')).toMatchObject({ added: 1 });
    expect(await search('+442079460000')).toHaveLength(1);
  });

  test('comes as text/csv too', async () => {
    const headers = { origin, cookie, 'content-type': 'text/csv' };
    const request = { method: 'POST', headers, body: '0199001234\n' };
    const response = await api.api.app.request('/v1/suppressions/import', request);
    expect(await response.json()).toMatchObject({ added: 1 });
  });

  test.each([
    ['nom;ville\nMarin;Paris\n', '', 'file_unreadable'],
    ['0199001234\n', 'timeZone=Lune/Tycho', 'time_zone_unknown'],
    ['0199001234\n', 'couleur=rouge', 'invalid_request'],
    ['', '', 'file_unreadable'],
  ])('of %j with %j is refused as %s', async (text, query, expected) => {
    expect(await code(await manager('POST', `/v1/suppressions/import?${query}`, file(text)))).toBe(expected);
  });

  test('comes back from the export as it was, formulas disarmed', async () => {
    await bring('phone;reason;expires\n+33199001234;"=1+1";2027-06-30 12:00\n+33199001235;deux;\n');
    const csv = await (await manager('GET', '/v1/suppressions.csv')).text();
    expect(csv).toContain("'=1+1");
    expect(csv).not.toContain('+33199009999');
    const before = await search(number);
    await api.db.deleteFrom('suppression').where('id', '!=', other.suppression).execute();
    const zone = 'timeZone=Indian/Antananarivo';
    expect(await bring(csv.replace('\uFEFF', ''), zone)).toMatchObject({ added: 2, errorsCount: 0 });
    const [{ id: _, ...again } = { id: '' }] = await search(number);
    expect(before[0]).toMatchObject({
      ...again,
      createdBy: expect.anything(),
      createdAtMs: expect.anything(),
    });
  });

  test('of 200,000 lines is over in seconds', async () => {
    const lines = Array.from({ length: 200_000 }, (_, at) => `+336${String(10_000_000 + at * 7)}`);
    const startedAt = performance.now();
    expect(await bring(lines.join('\n'))).toMatchObject({ added: 200_000, errorsCount: 0 });
    expect(performance.now() - startedAt).toBeLessThan(20_000);
  });
});

test('another client’s number is neither found nor in the file', async () => {
  expect(await search('+33199009999')).toEqual([]);
});
