import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { type Ask, startApi, type TestApi } from './start-api.ts';

let api: TestApi;
let manager: Ask;
let campaignId: string;
let key: string;
beforeAll(async () => {
  api = await startApi();
  manager = (await api.logIn('responsable')).ask;
  const campaigns = (await (await manager('GET', '/v1/campaigns')).json()) as { data: { id: string }[] };
  campaignId = campaigns.data[0]?.id ?? '';
  const made = { name: 'CRM', scopes: ['scripts:write', 'compliance:write'] };
  key = ((await (await manager('POST', '/v1/api-keys', made)).json()) as { key: string }).key;
});
afterAll(() => api.close());

interface Refusal {
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}
const refusal = async (response: Response) => (await response.json()) as Refusal;
const byKey = (
  method: string,
  path: string,
  init: { type?: string; body?: string; language?: string } = {},
) =>
  api.api.app.request(path, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(init.type && { 'content-type': init.type }),
      ...(init.language && { 'accept-language': init.language }),
    },
    ...(init.body !== undefined && { body: init.body }),
  });

describe('a cursor of another list', () => {
  const lists = [
    ...['/v1/appointments', '/v1/attempts', '/v1/outcomes', '/v1/handovers', '/v1/deliveries'],
    ...['/v1/suppressions', '/v1/consents'],
  ];
  test.each(lists)('is refused by %s, which would begin anew for ever', async (list) => {
    for (const cursor of ['abc', `1.list_${'0'.repeat(32)}`, '%20']) {
      const response = await manager('GET', `${list}?cursor=${cursor}`);
      expect([response.status, (await refusal(response)).code]).toEqual([400, 'cursor_unknown']);
    }
  });

  it('is refused by the leads of a campaign', async () => {
    const response = await manager('GET', `/v1/campaigns/${campaignId}/leads?cursor=2`);
    expect((await refusal(response)).code).toBe('cursor_unknown');
  });
});

describe('a body', () => {
  const json = 'application/json';
  it('that is no JSON is told as that, in the language asked for', async () => {
    for (const body of ['', '{"name":']) {
      const response = await byKey('POST', '/v1/scripts', { type: json, body, language: 'en' });
      expect(response.status).toBe(400);
      expect((await refusal(response)).errors?.[0]?.detail).toContain('no readable JSON');
    }
  });

  it.each(['text/plain', 'text/csv', 'application/x-www-form-urlencoded'])(
    'of type %s is 415',
    async (type) => {
      const response = await byKey('POST', '/v1/scripts', { type, body: '{}' });
      expect([response.status, (await refusal(response)).code]).toEqual([415, 'wrong_content_type']);
    },
  );

  it('says at each fault what is wanted there', async () => {
    const body = JSON.stringify({ name: 4, nom: 'x', document: { format: 2, steps: [] } });
    const { errors } = await refusal(await byKey('POST', '/v1/scripts', { type: json, body }));
    expect(errors).toEqual([
      { pointer: '/name', detail: 'Il faut un texte ici.' },
      { pointer: '/nom', detail: 'Le nom « nom » n’est pas connu ici : corrigez-le ou retirez-le.' },
    ]);
  });

  it('says how much fits', async () => {
    const ask = async (name: string, language: string) => {
      const body = JSON.stringify({ name, document: { format: 2, steps: [] }, isDraft: true });
      return (await refusal(await byKey('POST', '/v1/scripts', { type: json, body, language }))).errors;
    };
    expect(await ask('x'.repeat(121), 'fr')).toContainEqual({
      pointer: '/name',
      detail: 'Au plus 120 caractères.',
    });
    expect(await ask(' ', 'en')).toContainEqual({ pointer: '/name', detail: 'At least 1 character.' });
  });

  it('shows how a number is written', async () => {
    const body = JSON.stringify({ phoneNumber: '06', reason: 'request' });
    const asked = { type: json, body, language: 'en' };
    const { errors } = await refusal(await byKey('POST', '/v1/suppressions', asked));
    expect(errors).toContainEqual({
      pointer: '/phoneNumber',
      detail: 'Give an international number, as +33639980001.',
    });
  });
});

describe('a file under an Idempotency-Key', () => {
  it('is imported once', async () => {
    const file = new TextEncoder().encode('telephone\n0199001299\n');
    const send = () =>
      manager('POST', `/v1/campaigns/${campaignId}/lists?name=essai`, file, { 'idempotency-key': 'fichier' });
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status]).toEqual([202, 202]);
    expect(await second.json()).toEqual(await first.json());
  });
});

describe('a method that an address does not know', () => {
  it('is 405, with those that it does', async () => {
    const response = await byKey('DELETE', `/v1/campaigns/${campaignId}`);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, PATCH']);
    expect((await byKey('GET', '/v1/nothing')).status).toBe(404);
  });
});

describe('a stranger', () => {
  it('is told how to be known', async () => {
    const response = await api.api.app.request('/v1/campaigns');
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  });
});

describe('a key', () => {
  it('is told that no key may, rather than that a role may not', async () => {
    for (const [method, path] of [
      ['POST', '/v1/agent/ready'],
      ['POST', '/v1/session/client'],
      ['POST', '/v1/registers/FR-BLOCTEL/checked'],
    ] as const) {
      const response = await byKey(method, path, { type: 'application/json', body: '{}' });
      expect([response.status, (await refusal(response)).code]).toEqual([403, 'not_for_keys']);
    }
  });
});
