import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ask, startApi, type TestApi } from './start-api.ts';

interface Setting {
  id: string;
  rule: string;
  text: string;
  removedAtMs: number | null;
}
let api: TestApi;
let manager: Ask;
let administrator: Ask;
beforeAll(async () => {
  api = await startApi();
  manager = (await api.logIn('responsable')).ask;
  administrator = (await api.logIn('administrateur')).ask;
  const { client_id } = await api.db
    .selectFrom('user')
    .select('client_id')
    .where('login', '=', 'responsable')
    .executeTakeFirstOrThrow();
  await administrator('POST', '/v1/session/client', { clientId: client_id });
});
afterAll(() => api.close());

const reason = 'Décision du comité de conformité';
const code = async (response: Response) => ((await response.json()) as { code: string }).code;
const set = (ask: Ask, rule: string, kind: string, why = reason) =>
  ask('POST', '/v1/rule-settings', { rule, kind, reason: why });

test('a POLICY rule is switched off, once, and holds again when taken back', async () => {
  const made = await set(manager, 'FR-REFUSE-60', 'off');
  expect(made.status).toBe(201);
  const { id, text } = (await made.json()) as Setting;
  expect(text).toMatch(/ /);
  expect(await code(await set(manager, 'FR-REFUSE-60', 'off'))).toBe('rule_already_set');
  expect((await manager('DELETE', `/v1/rule-settings/${id}`)).status).toBe(204);
  expect((await manager('DELETE', `/v1/rule-settings/${id}`)).status).toBe(404);
  expect((await set(manager, 'FR-REFUSE-60', 'off')).status).toBe(201);
  const { data } = (await (await manager('GET', '/v1/rule-settings')).json()) as { data: Setting[] };
  expect(data.map(({ rule, removedAtMs }) => [rule, removedAtMs === null])).toEqual([
    ['FR-REFUSE-60', true],
    ['FR-REFUSE-60', false],
  ]);
});

test('a CODE rule is set aside by an administrator, and by nobody else', async () => {
  expect(await code(await set(manager, 'DE-HOURS', 'override'))).toBe('not_allowed');
  const made = await set(administrator, 'DE-HOURS', 'override');
  expect(await made.json()).toMatchObject({ rule: 'DE-HOURS', reason, createdBy: expect.any(String) });
});

test.each([
  ['FR-NPV', 'off', 'rule_is_law'],
  ['FR-NPV', 'override', 'rule_is_law'],
  ['suppressed', 'off', 'rule_unknown'],
  ['XX-NOTHING', 'off', 'rule_unknown'],
  ['FR-REFUSE-60', 'override', 'rule_kind_wrong'],
  ['DE-HOURS', 'off', 'rule_kind_wrong'],
])('%s as %s is refused as %s', async (rule, kind, expected) => {
  expect(await code(await set(administrator, rule, kind))).toBe(expected);
});

test('a setting without a reason to speak of is refused', async () => {
  expect((await set(manager, 'FR-HOL-REG', 'off', 'parce que')).status).toBe(400);
});
