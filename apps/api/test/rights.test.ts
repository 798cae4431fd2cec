import { type Role, roles } from '@alize/model';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { qualificationScript } from '../src/demonstration/qualification-script.ts';
import { rights } from '../src/rights.ts';
import { addOtherClient } from './other-client.ts';
import { type Ask, askAs, startApi, type TestApi } from './start-api.ts';

const logins = {
  administrator: 'administrateur',
  manager: 'responsable',
  supervisor: 'superviseur',
  agent: 'agent',
} as const;

let api: TestApi;
let other: Awaited<ReturnType<typeof addOtherClient>>;
const asks = new Map<string, Ask>();
beforeAll(async () => {
  api = await startApi();
  for (const role of roles) asks.set(role, (await api.logIn(logins[role])).ask);
  other = await addOtherClient(api);
});
afterAll(() => api.close());

const routes = Object.entries(rights).map(([route, right]) => {
  const [method = '', path = ''] = route.split(' ');
  return { route, method, path, right };
});
/** Log-out would end the session that the rest of the table is tried with. */
const tried = routes.filter(({ route }) => route !== 'DELETE /v1/session');
const nothing = '0'.repeat(32);
const kinds: Readonly<Record<string, string>> = {
  lists: 'list',
  leads: 'lead',
  uploads: 'upload',
  imports: 'import',
  'mapping-templates': 'template',
  attempts: 'attempt',
  users: 'user',
  suppressions: 'suppression',
  scripts: 'script',
  consents: 'consent',
  'caller-ids': 'callerid',
  'rule-settings': 'rulesetting',
  calendars: 'calendar',
  appointments: 'appointment',
  handovers: 'handover',
  webhooks: 'webhook',
  deliveries: 'delivery',
  'api-keys': 'apikey',
  'script-versions': 'scriptversion',
};
const kindOf = (path: string) =>
  path.includes(':attemptId') ? 'attempt' : (kinds[path.split('/')[2] ?? ''] ?? 'campaign');
const hasBody = (method: string) => ['POST', 'PUT', 'PATCH'].includes(method);

describe('every route', () => {
  test('is in the table of rights, and the table names no other', () => {
    const served = api.api.app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/v1/'))
      .map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(served)].toSorted()).toEqual(Object.keys(rights).toSorted());
  });

  test.each(routes.filter(({ right }) => right !== 'public'))('$route refuses a stranger', async (each) => {
    const path = each.path.replace(/:\w+/, `${kindOf(each.path)}_${nothing}`);
    const response = await askAs(api.api, null)(each.method, path, hasBody(each.method) ? {} : undefined);
    expect(response.status).toBe(401);
  });

  test.each(tried.flatMap((each) => roles.map((role) => ({ ...each, role }))))(
    '$route for $role',
    async (each) => {
      const path = each.path.replace(/:\w+/, `${kindOf(each.path)}_${nothing}`);
      const ask = asks.get(each.role);
      const response = await ask?.(each.method, path, hasBody(each.method) ? {} : undefined);
      const isAllowed = typeof each.right === 'string' || each.right.includes(each.role);
      expect(response?.status === 403).toBe(!isAllowed);
    },
  );
});

describe('what belongs to another client', () => {
  const bodies: Readonly<Record<string, unknown>> = {
    'POST /v1/campaigns/:id/lists': new TextEncoder().encode('telephone\n0199001234\n'),
    'POST /v1/campaigns/:id/imports': { uploadId: `upload_${nothing}`, listName: 'essai' },
    'POST /v1/campaigns/:id/leads': { leads: [{ phones: [{ number: '0199001234' }] }] },
    'PATCH /v1/uploads/:id': new TextEncoder().encode('telephone'),
    'POST /v1/agent/call/:attemptId/disposition': { disposition: 'success' },
    'POST /v1/consents/:id/withdrawal': { how: 'oral' },
    'PUT /v1/registers/:id': new TextEncoder().encode('+33199001234'),
    'POST /v1/registers/:id/checked': { checkedAtMs: 1 },
    'PUT /v1/calendars/:id/inbound': { kind: 'ics', url: 'https://example.org/agenda.ics' },
    'PUT /v1/campaigns/:id/booking': {
      ...{ calendarIds: [], choice: 'round_robin', needsSkills: [], usesAreas: false, holdMinutes: 5 },
      ...{ emailConfirmation: false, smsConfirmation: false, reminders: [] },
    },
    'POST /v1/agent/call/:attemptId/appointment': { startsAtMs: 1 },
    'POST /v1/appointments/:id/move': { startsAtMs: 1, reason: 'essai' },
    'POST /v1/appointments/:id/cancel': { reason: 'essai' },
    'PUT /v1/campaigns/:id/survey': {
      ...{ quotas: null, weights: null, hasWebLinks: false, webLinkByEmail: false },
    },
    'PUT /v1/campaigns/:id/handover': { isOn: false },
    'POST /v1/handovers/:id/verdict': { verdict: 'accepted' },
    'PATCH /v1/scripts/:id': { name: 'essai' },
    'POST /v1/scripts/:id/versions': { document: qualificationScript },
    'PUT /v1/scripts/:id/draft': { document: qualificationScript },
    'POST /v1/campaigns/:id/forecast': { variants: [{ name: 'essai', mode: 'progressive', agents: 1 }] },
  };
  const queries: Readonly<Record<string, string>> = {
    'POST /v1/campaigns/:id/lists': '?name=essai',
    'PUT /v1/registers/:id': '?checkedAtMs=1',
    'GET /v1/campaigns/:id/pacing': '?fromMs=0&toMs=1',
    'GET /v1/campaigns/:id/pacing/at': '?atMs=1',
    'GET /v1/campaigns/:id/slots': `?leadId=lead_${nothing}`,
    'GET /v1/campaigns/:id/survey/table': '?row=a&column=b',
    'GET /v1/campaigns/:id/survey/texts': '?question=a',
  };
  const headers: Readonly<Record<string, Record<string, string>>> = {
    'POST /v1/campaigns/:id/leads': { 'idempotency-key': 'essai' },
    'PATCH /v1/uploads/:id': { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
  };
  /** Whoever has a link's token, has the right; what a token that is not ours opens, its own tests say. */
  const guarded = routes.filter(({ path }) => path.includes(':') && !path.startsWith('/v1/public/'));

  test.each(guarded)('$route answers 404', async ({ route, method, path, right }) => {
    const may = (role: Role) => typeof right === 'string' || right.includes(role);
    const role = (['manager', 'agent'] as const).find(may) ?? 'administrator';
    const foreign: Readonly<Record<string, string>> = other;
    const named = path.replace(/:\w+/, foreign[kindOf(path)] ?? '').replace(/:\w+/, '2026-11-23.csv');
    const address = `${named}${queries[route] ?? ''}`;
    const response = await asks.get(role)?.(
      method,
      address,
      bodies[route] ?? (hasBody(method) ? {} : undefined),
      { 'if-match': '"1"', ...headers[route] },
    );
    expect(response?.status).toBe(404);
  });

  test('is in no list, and in no picture of this instant', async () => {
    const ask = asks.get('manager');
    for (const path of [
      'campaigns',
      'users',
      'suppressions',
      'consents',
      'caller-ids',
      'rule-settings',
      'client',
      'scripts',
      'attempts',
      'outcomes',
      'mapping-templates',
      'live',
      'setup',
    ]) {
      const text = (await (await ask?.('GET', `/v1/${path}`))?.text()) ?? '';
      for (const id of Object.values(other)) expect(text).not.toContain(id);
    }
  });

  test('cannot be made part of a campaign of one’s own', async () => {
    const ask = asks.get('manager');
    const campaigns = (await (await ask?.('GET', '/v1/campaigns'))?.json()) as { data: { id: string }[] };
    const changes = [
      { callerIdId: other.callerid },
      { scriptVersionId: other.scriptversion },
      { teamUserIds: [other.user] },
    ];
    for (const change of changes) {
      const response = await ask?.('PATCH', `/v1/campaigns/${campaigns.data[0]?.id}`, change);
      expect(response?.status).toBe(422);
    }
  });

  test('opens to an administrator who chooses that client', async () => {
    const { ask } = await api.logIn('administrateur');
    expect((await ask('GET', `/v1/campaigns/${other.campaign}`)).status).toBe(409);
    await ask('POST', '/v1/session/client', { clientId: other.clientId });
    expect((await ask('GET', `/v1/campaigns/${other.campaign}`)).status).toBe(200);
  });
});

describe('people', () => {
  test('a manager makes no administrator', async () => {
    const sites = (await (await asks.get('manager')?.('GET', '/v1/setup'))?.json()) as {
      sites: { id: string }[];
    };
    const person = {
      name: 'Nouvelle',
      login: 'nouvelle',
      role: 'administrator',
      language: 'fr',
      siteId: sites.sites[0]?.id,
      password: 'une-longue-phrase',
    };
    expect((await asks.get('manager')?.('POST', '/v1/users', person))?.status).toBe(403);
    expect((await asks.get('manager')?.('POST', '/v1/users', { ...person, role: 'agent' }))?.status).toBe(
      201,
    );
    expect((await asks.get('manager')?.('POST', '/v1/users', { ...person, role: 'agent' }))?.status).toBe(
      409,
    );
  });

  test('the last administrator stays', async () => {
    const { ask } = await api.logIn('administrateur');
    const me = (await (await ask('GET', '/v1/session')).json()) as { userId: string };
    await ask('POST', '/v1/session/client', { clientId: other.clientId });
    const response = await ask('PATCH', `/v1/users/${me.userId}`, { isDisabled: true });
    expect(response.status).toBe(422);
    expect((await ask('GET', '/v1/session')).status).toBe(200);
  });
});
