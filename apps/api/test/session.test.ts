import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cookieName, sessionCookie } from '../src/session.ts';
import { askAs, origin, password, startApi, type TestApi } from './start-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const code = async (response: Response) => ((await response.json()) as { code: string }).code;
const hourMs = 3_600_000;

describe('log-in', () => {
  test('gives the person, and a cookie that scripts cannot read', async () => {
    const response = await askAs(api.api, null)('POST', '/v1/session', { login: ' RESPONSABLE ', password });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      role: 'manager',
      language: 'fr',
      timeZone: 'Indian/Antananarivo',
      client: { name: 'Assurances Boréal' },
    });
    expect(response.headers.get('set-cookie')).toMatch(
      /^alize_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax/,
    );
  });

  test('says the same of a wrong password and of an unknown person', async () => {
    const stranger = askAs(api.api, null);
    const wrong = await stranger('POST', '/v1/session', { login: 'superviseur', password: 'faux' });
    const unknown = await stranger('POST', '/v1/session', { login: 'personne', password: 'faux' });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await wrong.text()).toBe(await unknown.text());
  });

  test('stops listening to an account after ten wrong tries, even to the right password', async () => {
    const stranger = askAs(api.api, null);
    for (let tries = 0; tries < 10; tries += 1) {
      await stranger('POST', '/v1/session', { login: 'forcé', password: 'faux' });
    }
    const eleventh = await stranger('POST', '/v1/session', { login: 'forcé', password });
    expect(eleventh.status).toBe(429);
    expect(Number(eleventh.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('wants the __Host- cookie and Secure where the console is on https', () => {
    expect(cookieName('https://centre.example')).toBe('__Host-alize_session');
    expect(sessionCookie('https://centre.example', 'x')).toContain('; Secure');
  });

  test('stores no token that would open a session', async () => {
    const { cookie } = await api.logIn('responsable');
    const rows = await api.db.selectFrom('session').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(cookie.split('=')[1]);
  });
});

describe('a session', () => {
  test('ends at log-out', async () => {
    const { ask } = await api.logIn('responsable');
    expect((await ask('DELETE', '/v1/session')).status).toBe(204);
    expect((await ask('GET', '/v1/session')).status).toBe(401);
  });

  test('ends with the new password of its person', async () => {
    const administrator = await api.logIn('administrateur');
    const supervisor = await api.logIn('superviseur');
    const me = (await (await supervisor.ask('GET', '/v1/session')).json()) as { userId: string };
    const changed = await administrator.ask('PATCH', `/v1/users/${me.userId}`, { password });
    expect(changed.status).toBe(200);
    expect((await supervisor.ask('GET', '/v1/session')).status).toBe(401);
  });

  test('speaks the language that the person chose', async () => {
    const { ask } = await api.logIn('superviseur');
    await ask('PATCH', '/v1/session', { language: 'en' });
    const refused = (await (await ask('POST', '/v1/campaigns', {})).json()) as { detail: string };
    expect(refused.detail).toBe('Your role does not allow this action.');
  });

  test('ends when unused for twelve hours, and after seven days in any case', async () => {
    const { ask } = await api.logIn('responsable');
    api.clock.forward(11 * hourMs);
    expect((await ask('GET', '/v1/session')).status).toBe(200);
    api.clock.forward(13 * hourMs);
    expect((await ask('GET', '/v1/session')).status).toBe(401);

    const busy = await api.logIn('responsable');
    for (let day = 0; day < 6 * 24; day += 8) {
      api.clock.forward(8 * hourMs);
      expect((await busy.ask('GET', '/v1/session')).status).toBe(200);
    }
    api.clock.forward(8 * hourMs);
    await busy.ask('GET', '/v1/session');
    api.clock.forward(8 * hourMs);
    await busy.ask('GET', '/v1/session');
    api.clock.forward(8 * hourMs);
    expect((await busy.ask('GET', '/v1/session')).status).toBe(401);
  });
});

describe('a request that changes something', () => {
  const log = { login: 'responsable', password };
  const send = (headers: Record<string, string>, body = JSON.stringify(log)) =>
    api.api.app.request('/v1/session', { method: 'POST', headers, body });

  test('is refused from another origin, and from none', async () => {
    const json = { 'content-type': 'application/json' };
    const foreign = await send({ ...json, origin: 'https://mechant.example' });
    expect([foreign.status, await code(foreign)]).toEqual([403, 'foreign_origin']);
    expect((await send(json)).status).toBe(403);
    expect((await send({ ...json, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  test('passes from the console under any of its local names', async () => {
    const json = { 'content-type': 'application/json' };
    expect((await send({ ...json, origin: 'http://127.0.0.1:8500' })).status).toBe(200);
    expect((await send({ ...json, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await send({ ...json, origin: 'http://127.0.0.1:8501' })).status).toBe(403);
  });

  test('is refused with a body that a foreign form could send', async () => {
    const form = await send({ origin, 'content-type': 'text/plain' });
    expect([form.status, await code(form)]).toEqual([415, 'wrong_content_type']);
  });

  test('is refused when its body is larger than any form of ours', async () => {
    const large = JSON.stringify({ ...log, more: 'x'.repeat(2_000_000) });
    const response = await send({ origin, 'content-type': 'application/json' }, large);
    expect([response.status, await code(response)]).toEqual([413, 'body_too_large']);
  });

  test('names what does not fit, by pointer', async () => {
    const response = await send({ origin, 'content-type': 'application/json' }, '{"login":""}');
    const problem = (await response.json()) as { code: string; errors: { pointer: string }[] };
    expect(problem.code).toBe('invalid_request');
    expect(problem.errors.map(({ pointer }) => pointer)).toEqual(['/login', '/password']);
    const broken = await send({ origin, 'content-type': 'application/json' }, '{');
    expect([broken.status, await code(broken)]).toEqual([400, 'invalid_request']);
  });
});
