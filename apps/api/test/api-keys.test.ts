import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scopeOf } from '../src/areas.ts';
import { rights } from '../src/rights.ts';
import { addOtherClient } from './other-client.ts';
import { type Ask, startApi, type TestApi } from './start-api.ts';

let api: TestApi;
let manager: Ask;
beforeAll(async () => {
  api = await startApi();
  manager = (await api.logIn('responsable')).ask;
});
afterAll(() => api.close());

interface Made {
  readonly id: string;
  readonly key: string;
}

async function make(fields: object): Promise<Made> {
  const response = await manager('POST', '/v1/api-keys', { name: 'CRM', ...fields });
  expect(response.status).toBe(201);
  return (await response.json()) as Made;
}

/** A request as a program makes it: no cookie, no origin. */
function askWith(key: string, method: string, path: string, body?: unknown) {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  return api.api.app.request(path, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

describe('an API key', () => {
  it('does what its scopes say without cookie or origin, and is told once', async () => {
    const { key, id } = await make({ scopes: ['campaigns:read'] });
    expect((await askWith(key, 'GET', '/v1/campaigns')).status).toBe(200);
    const listed = await (await manager('GET', '/v1/api-keys')).text();
    expect(listed).toContain(id);
    expect(listed).not.toContain(key.split('_')[2]);
  });

  it('refuses what is outside its scopes, and says which is missing', async () => {
    const { key } = await make({ scopes: ['campaigns:read', 'leads:write'] });
    const refused = await askWith(key, 'POST', '/v1/suppressions', { phoneNumber: '+33199001234' });
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ code: 'scope_missing', scope: 'compliance:write' });
    expect((await askWith(key, 'GET', '/v1/campaigns')).status).toBe(200);
    expect((await askWith(key, 'PATCH', `/v1/campaigns/campaign_${'0'.repeat(32)}`, {})).status).toBe(403);
  });

  it('may write where it may read with a write scope, and the other way round not', async () => {
    const writer = await make({ scopes: ['scripts:write'] });
    expect((await askWith(writer.key, 'GET', '/v1/scripts')).status).toBe(200);
    const reader = await make({ scopes: ['scripts:read'] });
    expect((await askWith(reader.key, 'POST', '/v1/scripts', {})).status).toBe(403);
  });

  it('is no person: it makes no keys, has no session and no desk', async () => {
    const { key } = await make({ scopes: ['campaigns:write', 'people:write'] });
    for (const [method, path] of [
      ['POST', '/v1/api-keys'],
      ['GET', '/v1/session'],
      ['GET', '/v1/agent'],
    ] as const) {
      expect((await askWith(key, method, path, method === 'POST' ? {} : undefined)).status).toBe(403);
    }
  });

  it('sees its own client alone', async () => {
    const other = await addOtherClient(api);
    const { key } = await make({ scopes: ['campaigns:read', 'leads:read'] });
    expect((await askWith(key, 'GET', `/v1/campaigns/${other.campaign}`)).status).toBe(404);
  });

  it('is refused once revoked, at once', async () => {
    const { key, id } = await make({ scopes: ['campaigns:read'] });
    expect((await manager('DELETE', `/v1/api-keys/${id}`)).status).toBe(204);
    const refused = await askWith(key, 'GET', '/v1/campaigns');
    expect([refused.status, await codeOf(refused)]).toEqual([401, 'key_refused']);
  });

  it('is refused once expired', async () => {
    const expiresAtMs = api.clock.nowMs() + 60_000;
    const { key } = await make({ scopes: ['campaigns:read'], expiresAtMs });
    expect((await askWith(key, 'GET', '/v1/campaigns')).status).toBe(200);
    api.clock.forward(61_000);
    expect((await askWith(key, 'GET', '/v1/campaigns')).status).toBe(401);
  });

  it('is refused with a wrong secret, and as anything else but a key', async () => {
    const { key } = await make({ scopes: ['campaigns:read'] });
    const wrong = `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`;
    for (const each of [wrong, 'alize_1_2', 'x', '']) {
      expect((await askWith(each, 'GET', '/v1/campaigns')).status).toBe(401);
    }
  });

  it('has so many calls a minute, and is told how many are left', async () => {
    const { key } = await make({ scopes: ['campaigns:read'], callsPerMinute: 2 });
    const first = await askWith(key, 'GET', '/v1/campaigns');
    expect(first.headers.get('ratelimit-policy')).toBe('"key";q=2;w=60');
    expect(first.headers.get('ratelimit')).toMatch(/^"key";r=1;t=\d+$/);
    await askWith(key, 'GET', '/v1/campaigns');
    const refused = await askWith(key, 'GET', '/v1/campaigns');
    expect([refused.status, await codeOf(refused)]).toEqual([429, 'too_many_calls']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('ratelimit')).toMatch(/r=0/);
  });

  it('with no scope, an unknown one, or an expiry in the past is not made', async () => {
    for (const fields of [{ scopes: [] }, { scopes: ['all'] }, { scopes: ['leads:read'], expiresAtMs: 1 }]) {
      const { status } = await manager('POST', '/v1/api-keys', { name: 'CRM', ...fields });
      expect([400, 422]).toContain(status);
    }
  });
});

describe('every route', () => {
  const forPeopleAlone = /^\w+ \/v1\/(session|agent|api-keys)\b/;

  it('has its area, but those for people alone', () => {
    for (const [route, right] of Object.entries(rights)) {
      const [method = '', path = ''] = route.split(' ');
      // A key acts as a manager.
      const isForOthers = Array.isArray(right) && !right.includes('manager');
      const isOutside = right === 'public' || isForOthers || forPeopleAlone.test(route);
      expect([route, scopeOf(method, path) === null]).toEqual([route, isOutside]);
    }
  });
});

describe('what a request says that nobody reads', () => {
  it('is told: a name in the body, however deep', async () => {
    const refused = await manager('POST', '/v1/api-keys', {
      name: 'CRM',
      scopes: ['leads:read'],
      scope: 'x',
    });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('scope');
  });

  it('is told: a parameter of the address', async () => {
    const refused = await manager('GET', '/v1/attempts?stat=open');
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ errors: [{ pointer: '/stat' }] });
  });
});
