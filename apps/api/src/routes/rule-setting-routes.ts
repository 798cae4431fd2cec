import { describeRule, findRule } from '@alize/compliance';
import {
  findRuleSetting,
  insertRuleSetting,
  removeRuleSetting,
  ruleSettingsOfClient,
  type StoredRuleSetting,
} from '@alize/db';
import type { Role } from '@alize/model';
import { createRoute } from '@hono/zod-openapi';
import { ruleSettingContract as contract } from '../contract/index.ts';
import { jsonAnswer, jsonBody, nothing, withId } from '../contract/route.ts';
import { events } from '../events.ts';
import { Problem } from '../problem.ts';
import { type Api, clientOf, makeRouter } from '../routing.ts';

const tags = ['rule settings'];
const listRuleSettings = createRoute({
  method: 'get',
  path: '/v1/rule-settings',
  tags,
  summary: 'The rules that do not hold for the client, and those that once did not, newest first',
  responses: { 200: jsonAnswer(contract.ruleSettingList, 'The settings') },
});
const createRuleSetting = createRoute({
  method: 'post',
  path: '/v1/rule-settings',
  tags,
  summary: 'Switch a POLICY rule off, or set a CODE rule aside (administrators only); LAW always holds',
  request: { body: jsonBody(contract.newRuleSetting) },
  responses: { 201: jsonAnswer(contract.ruleSetting, 'Set') },
});
const deleteRuleSetting = createRoute({
  method: 'delete',
  path: '/v1/rule-settings/{id}',
  tags,
  summary: 'Let the rule hold again; the setting stays on record',
  request: { params: withId('rulesetting') },
  responses: { 204: nothing('The rule holds again') },
});

/** Which rules a client has set aside, as far as their strength lets it. */
export function ruleSettingRoutes(api: Api) {
  const { db } = api.database;
  return makeRouter()
    .openapi(listRuleSettings, async (context) => {
      const settings = await ruleSettingsOfClient(db, clientOf(context));
      const { language } = context.var;
      const withText = (setting: StoredRuleSetting) => ({
        ...setting,
        text: describeRule(setting.rule, language),
      });
      return context.json({ data: settings.map(withText) }, 200);
    })
    .openapi(createRuleSetting, async (context) => {
      const { rule, kind, reason } = context.req.valid('json');
      const { userId, role } = context.var.asker;
      checkRule(rule, kind, role);
      const clientId = clientOf(context);
      const id = api.ids.make('rulesetting');
      const setting = { ...{ id, clientId, rule, kind, reason, createdBy: userId }, atMs: api.clock.nowMs() };
      const isNew = await db.transaction().execute((tx) => insertRuleSetting(tx, setting));
      if (!isNew) throw new Problem('rule_already_set');
      events.ruleSetAside(api.log, { id, clientId, userId, rule, kind });
      const stored = await findRuleSetting(db, clientId, id);
      if (!stored) throw new Problem('not_found');
      return context.json({ ...stored, text: describeRule(rule, context.var.language) }, 201);
    })
    .openapi(deleteRuleSetting, async (context) => {
      const { id } = context.req.valid('param');
      const clientId = clientOf(context);
      const stored = await findRuleSetting(db, clientId, id);
      if (!stored || stored.removedAtMs !== null) throw new Problem('not_found');
      await removeRuleSetting(db, clientId, id, api.clock.nowMs());
      events.ruleRestored(api.log, { id, clientId, userId: context.var.asker.userId, rule: stored.rule });
      return context.body(null, 204);
    });
}

/** Refuses what a rule's strength does not let be set aside, or not so, or not by this role. */
function checkRule(id: string, kind: 'off' | 'override', role: Role): void {
  const rule = findRule(id);
  if (!rule) throw new Problem('rule_unknown');
  if (rule.strength !== 'POLICY' && rule.strength !== 'CODE') throw new Problem('rule_is_law');
  if ((rule.strength === 'POLICY') !== (kind === 'off')) throw new Problem('rule_kind_wrong');
  if (kind === 'override' && role !== 'administrator') throw new Problem('not_allowed');
}
