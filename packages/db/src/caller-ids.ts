import type { CallerIdCategory, CallerIdId, CallMode, ClientId, PhoneNumber } from '@alize/model';
import type { Db } from './open-database.ts';

/** A number that a client may show, with all that says by what right. */
export interface StoredCallerId {
  readonly id: CallerIdId;
  readonly number: PhoneNumber;
  readonly label: string;
  readonly category: CallerIdCategory;
  /** Whom the number is assigned to; null: not on record. */
  readonly holder: string | null;
  /** Reference of the document by which the holder lets the client show it, and the SHA-256 of its file. */
  readonly authorisation: string | null;
  readonly authorisationSha256: string | null;
  /** The operator that signs its calls. */
  readonly operator: string | null;
  /** Null: every mode. */
  readonly allowedModes: readonly CallMode[] | null;
  readonly validFromMs: number | null;
  /** Half-open: no longer valid at `validToMs` itself. */
  readonly validToMs: number | null;
}

export type NewCallerId = Pick<StoredCallerId, 'id' | 'number' | 'label' | 'category'> &
  Partial<StoredCallerId> & { readonly clientId: ClientId };

/** What can be changed of a caller ID; what is undefined stays. */
export type CallerIdChange = {
  readonly [K in Exclude<keyof StoredCallerId, 'id' | 'number'>]?: StoredCallerId[K] | undefined;
};

/** The registry of a client, by label: expired numbers too, removed ones not. */
export async function callerIdRegistry(db: Db, clientId: ClientId): Promise<readonly StoredCallerId[]> {
  const rows = await selectCallerIds(db, clientId).orderBy('label').orderBy('id').execute();
  return rows.map(toCallerId);
}

/** A caller ID on the registry; null when the client has none of that id, or no longer. */
export async function findCallerId(
  db: Db,
  clientId: ClientId,
  id: CallerIdId,
): Promise<StoredCallerId | null> {
  const row = await selectCallerIds(db, clientId).where('id', '=', id).executeTakeFirst();
  return row ? toCallerId(row) : null;
}

/** The numbers a client may show at `nowMs`: those a campaign can be put together with. */
export async function callerIdsOfClient(db: Db, clientId: ClientId, nowMs: number) {
  return db
    .selectFrom('caller_id')
    .select(['id', 'number', 'label'])
    .where('client_id', '=', clientId)
    .where('removed_at', 'is', null)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', nowMs)]))
    .orderBy('label')
    .execute();
}

/**
 * Puts a number on the registry and answers its id: a new one, or its old one when it stood there before and was
 * removed. Null when it stands there already.
 */
export async function insertCallerId(db: Db, callerId: NewCallerId): Promise<CallerIdId | null> {
  const columns = { label: callerId.label, category: callerId.category, ...columnsOf(callerId) };
  const row = await db
    .insertInto('caller_id')
    .values({ id: callerId.id, client_id: callerId.clientId, number: callerId.number, ...columns })
    .onConflict((conflict) =>
      conflict
        .columns(['client_id', 'number'])
        .doUpdateSet({ ...columns, removed_at: null })
        .where('caller_id.removed_at', 'is not', null),
    )
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Writes what has changed of a caller ID; an empty change writes nothing. */
export async function changeCallerId(
  db: Db,
  clientId: ClientId,
  id: CallerIdId,
  change: CallerIdChange,
): Promise<void> {
  const { allowedModes: modes } = change;
  const columns = {
    label: change.label,
    category: change.category,
    holder: change.holder,
    authorisation: change.authorisation,
    authorisation_sha256: change.authorisationSha256,
    operator: change.operator,
    allowed_modes: modes ? JSON.stringify(modes) : modes,
    valid_from: change.validFromMs,
    valid_to: change.validToMs,
  };
  if (Object.values(columns).every((value) => value === undefined)) return;
  await db
    .updateTable('caller_id')
    .set(columns)
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .execute();
}

/** Takes a number off the registry; its row stays, for the calls that showed it. */
export async function removeCallerId(
  db: Db,
  clientId: ClientId,
  id: CallerIdId,
  atMs: number,
): Promise<void> {
  await db
    .updateTable('caller_id')
    .set({ removed_at: atMs })
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .execute();
}

/** True while a running campaign of the client shows the number. */
export async function isCallerIdInUse(db: Db, clientId: ClientId, id: CallerIdId): Promise<boolean> {
  const row = await db
    .selectFrom('campaign')
    .select('id')
    .where('client_id', '=', clientId)
    .where('caller_id_id', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirst();
  return row !== undefined;
}

function selectCallerIds(db: Db, clientId: ClientId) {
  return db
    .selectFrom('caller_id')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('removed_at', 'is', null);
}

type CallerIdRow = Awaited<ReturnType<ReturnType<typeof selectCallerIds>['executeTakeFirstOrThrow']>>;

function toCallerId(row: CallerIdRow): StoredCallerId {
  return {
    id: row.id,
    number: row.number,
    label: row.label,
    // Category and modes come through the api's schema alone.
    category: row.category as CallerIdCategory,
    holder: row.holder,
    authorisation: row.authorisation,
    authorisationSha256: row.authorisation_sha256,
    operator: row.operator,
    allowedModes: row.allowed_modes === null ? null : (JSON.parse(row.allowed_modes) as CallMode[]),
    validFromMs: row.valid_from,
    validToMs: row.valid_to,
  };
}

function columnsOf(callerId: Partial<StoredCallerId>) {
  return {
    holder: callerId.holder ?? null,
    authorisation: callerId.authorisation ?? null,
    authorisation_sha256: callerId.authorisationSha256 ?? null,
    operator: callerId.operator ?? null,
    allowed_modes: callerId.allowedModes ? JSON.stringify(callerId.allowedModes) : null,
    valid_from: callerId.validFromMs ?? null,
    valid_to: callerId.validToMs ?? null,
  };
}
