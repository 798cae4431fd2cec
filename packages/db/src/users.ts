import type { ClientId, Language, Role, SiteId, User, UserId } from '@alize/model';
import { isAnyOf } from './is-any-of.ts';
import type { Db } from './open-database.ts';

/** A person as stored, with what log-in and rights need. */
export interface StoredUser extends User {
  readonly passwordHash: string;
  readonly isDisabled: boolean;
}

/** Logins are compared without regard to case or surrounding space. */
export function normalLogin(login: string): string {
  return login.trim().toLowerCase();
}

/** The person with this login; null when there is none. */
export async function findUserByLogin(db: Db, login: string): Promise<StoredUser | null> {
  const row = await selectUsers(db).where('login', '=', normalLogin(login)).executeTakeFirst();
  return row ? toUser(row) : null;
}

/** A person of the client, or, when `withCentre`, one of the centre's own; null when there is none. */
export async function findUser(
  db: Db,
  bounds: { readonly clientId: ClientId; readonly withCentre: boolean },
  id: UserId,
): Promise<StoredUser | null> {
  const row = await usersWithin(db, bounds).where('id', '=', id).executeTakeFirst();
  return row ? toUser(row) : null;
}

/** The people of a client, and, when `withCentre`, the centre's administrators too; by name. */
export async function usersOfClient(
  db: Db,
  bounds: { readonly clientId: ClientId; readonly withCentre: boolean },
): Promise<readonly StoredUser[]> {
  const rows = await usersWithin(db, bounds).orderBy('name').orderBy('id').execute();
  return rows.map(toUser);
}

/** How many people there are; 0 on the first start. */
export async function countUsers(db: Db): Promise<number> {
  const row = await db
    .selectFrom('user')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** How many administrators can log in. */
export async function countAdministrators(db: Db): Promise<number> {
  const row = await db
    .selectFrom('user')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('role', '=', 'administrator')
    .where('disabled_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Adds a person. False when the login is taken. */
export async function insertUser(
  db: Db,
  user: User & { readonly passwordHash: string },
  atMs: number,
): Promise<boolean> {
  const result = await db
    .insertInto('user')
    .values({
      id: user.id,
      client_id: user.clientId,
      site_id: user.siteId,
      role: user.role,
      name: user.name,
      login: normalLogin(user.login),
      password_hash: user.passwordHash,
      language: user.language,
      created_at: atMs,
      disabled_at: null,
    })
    .onConflict((conflict) => conflict.column('login').doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export interface UserChange {
  readonly name?: string | undefined;
  readonly role?: Role | undefined;
  readonly clientId?: ClientId | null | undefined;
  readonly language?: Language | undefined;
  readonly siteId?: SiteId | undefined;
  readonly passwordHash?: string | undefined;
  readonly isDisabled?: boolean | undefined;
}

/** Changes what is given of a person. The caller has found them within its bounds. */
export async function changeUser(db: Db, id: UserId, change: UserChange, atMs: number): Promise<void> {
  const set = {
    ...(change.name !== undefined && { name: change.name }),
    ...(change.role !== undefined && { role: change.role }),
    ...(change.clientId !== undefined && { client_id: change.clientId }),
    ...(change.language !== undefined && { language: change.language }),
    ...(change.siteId !== undefined && { site_id: change.siteId }),
    ...(change.passwordHash !== undefined && { password_hash: change.passwordHash }),
    ...(change.isDisabled !== undefined && { disabled_at: change.isDisabled ? atMs : null }),
  };
  if (Object.keys(set).length === 0) return;
  await db.updateTable('user').set(set).where('id', '=', id).execute();
}

function usersWithin(db: Db, bounds: { readonly clientId: ClientId; readonly withCentre: boolean }) {
  return selectUsers(db).where((where) =>
    where.or([
      where('client_id', '=', bounds.clientId),
      ...(bounds.withCentre ? [where('client_id', 'is', null)] : []),
    ]),
  );
}

const selectUsers = (db: Db) => db.selectFrom('user').selectAll();

function toUser(
  row: Awaited<ReturnType<ReturnType<typeof selectUsers>['executeTakeFirstOrThrow']>>,
): StoredUser {
  return {
    id: row.id,
    clientId: row.client_id,
    siteId: row.site_id,
    role: row.role,
    name: row.name,
    login: row.login,
    language: row.language,
    passwordHash: row.password_hash,
    isDisabled: row.disabled_at !== null,
  };
}

/** What people are called, by id; those who are gone are missing. */
export async function namesOfUsers(db: Db, ids: readonly UserId[]): Promise<ReadonlyMap<UserId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('user')
    .select(['id', 'name'])
    .where(isAnyOf(db, 'id', ids))
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
