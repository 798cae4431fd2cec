import type { CallConfig, ClientId, RuleSettingId, UserId } from '@alize/model';
import type { Db } from './open-database.ts';

/** A POLICY rule that a client has switched off, or a CODE rule that an administrator has set aside. */
export interface StoredRuleSetting {
  readonly id: RuleSettingId;
  readonly rule: string;
  readonly kind: 'off' | 'override';
  readonly reason: string;
  /** Who did it, by name. */
  readonly createdBy: string | null;
  readonly createdAtMs: number;
  /** Null while it holds. */
  readonly removedAtMs: number | null;
}

/** The settings of a client, newest first; those that were taken back stay on record. */
export async function ruleSettingsOfClient(
  db: Db,
  clientId: ClientId,
): Promise<readonly StoredRuleSetting[]> {
  return selectSettings(db, clientId).orderBy('rule_setting.id', 'desc').execute();
}

/** A setting; null when the client has none of that id. */
export async function findRuleSetting(
  db: Db,
  clientId: ClientId,
  id: RuleSettingId,
): Promise<StoredRuleSetting | null> {
  return (await selectSettings(db, clientId).where('rule_setting.id', '=', id).executeTakeFirst()) ?? null;
}

/** What the settings in force make of a call's config. */
export async function ruleSwitches(
  db: Db,
  clientId: ClientId,
): Promise<Pick<CallConfig, 'off' | 'overrides'>> {
  const rows = await db
    .selectFrom('rule_setting')
    .select(['rule', 'kind', 'reason'])
    .where('client_id', '=', clientId)
    .where('removed_at', 'is', null)
    .orderBy('rule')
    .execute();
  return {
    off: rows.filter(({ kind }) => kind === 'off').map(({ rule }) => rule),
    overrides: rows.filter(({ kind }) => kind === 'override').map(({ rule, reason }) => ({ rule, reason })),
  };
}

/** Sets a rule aside for a client. False when it is already. Call it in a transaction. */
export async function insertRuleSetting(
  db: Db,
  setting: {
    readonly id: RuleSettingId;
    readonly clientId: ClientId;
    readonly rule: string;
    readonly kind: 'off' | 'override';
    readonly reason: string;
    readonly createdBy: UserId;
    readonly atMs: number;
  },
): Promise<boolean> {
  const known = await db
    .selectFrom('rule_setting')
    .select('id')
    .where('client_id', '=', setting.clientId)
    .where('rule', '=', setting.rule)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (known) return false;
  await db
    .insertInto('rule_setting')
    .values({
      id: setting.id,
      client_id: setting.clientId,
      rule: setting.rule,
      kind: setting.kind,
      reason: setting.reason,
      created_by: setting.createdBy,
      created_at: setting.atMs,
      removed_at: null,
    })
    .execute();
  return true;
}

/** Takes a setting back: the rule holds again. False when the client has none in force of that id. */
export async function removeRuleSetting(
  db: Db,
  clientId: ClientId,
  id: RuleSettingId,
  atMs: number,
): Promise<boolean> {
  const result = await db
    .updateTable('rule_setting')
    .set({ removed_at: atMs })
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

function selectSettings(db: Db, clientId: ClientId) {
  return db
    .selectFrom('rule_setting')
    .leftJoin('user', 'user.id', 'rule_setting.created_by')
    .select([
      'rule_setting.id',
      'rule_setting.rule',
      'rule_setting.kind',
      'rule_setting.reason',
      'user.name as createdBy',
      'rule_setting.created_at as createdAtMs',
      'rule_setting.removed_at as removedAtMs',
    ])
    .where('rule_setting.client_id', '=', clientId);
}
