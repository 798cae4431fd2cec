import type { ClientId, Consent, ConsentId, PhoneNumber, UserId } from '@alize/model';
import type { Db } from './open-database.ts';

export const withdrawalWays = ['oral', 'written', 'online'] as const;
export type WithdrawalWay = (typeof withdrawalWays)[number];

/** What one number agreed to, with the fields of C. conso. R.223-1 to R.223-3. */
export interface ConsentRecord extends Omit<Consent, 'sellerId'> {
  readonly id: ConsentId;
  readonly phoneNumber: PhoneNumber;
  /** Of the file that proves it. */
  readonly proofSha256: string | null;
  /** The very words that were agreed to, and where: form, call, counter. */
  readonly wording: string | null;
  readonly channel: string | null;
  /** `message`: by a key pressed in the recorded message. */
  readonly withdrawnHow: WithdrawalWay | 'message' | null;
  readonly createdAtMs: number;
}

export type NewConsentRecord = Omit<ConsentRecord, 'withdrawnAtMs' | 'withdrawnHow' | 'createdAtMs'>;

/** Who brings records in, for whom and when. */
export interface RecordEntry {
  readonly clientId: ClientId;
  readonly createdBy: UserId;
  readonly atMs: number;
}

const rowsAtOnce = 500;

/** The client's consents, newest first (ids sort by time), withdrawn and expired ones too; of one number when given. */
export async function consentsOfClient(
  db: Db,
  clientId: ClientId,
  page: { readonly before: string | null; readonly limit: number },
  phoneNumber?: PhoneNumber,
): Promise<readonly ConsentRecord[]> {
  const rows = await db
    .selectFrom('consent')
    .selectAll()
    .where('client_id', '=', clientId)
    .$if(phoneNumber !== undefined, (query) => query.where('phone_number', '=', phoneNumber as PhoneNumber))
    .$if(page.before !== null, (query) => query.where('id', '<', page.before as ConsentId))
    .orderBy('id', 'desc')
    .limit(page.limit)
    .execute();
  return rows.map(toRecord);
}

/** A consent; null when the client has none of that id. */
export async function findConsent(db: Db, clientId: ClientId, id: ConsentId): Promise<ConsentRecord | null> {
  const row = await db
    .selectFrom('consent')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? toRecord(row) : null;
}

/**
 * Puts consents on record and answers how many were new: one of the same number, object and instant is on record
 * already, so that the same file can be sent twice. Call it in a transaction.
 */
export async function addConsents(
  db: Db,
  entry: RecordEntry,
  consents: readonly NewConsentRecord[],
): Promise<number> {
  let count = 0;
  for (let at = 0; at < consents.length; at += rowsAtOnce) {
    const some = consents.slice(at, at + rowsAtOnce);
    const known = await keysOnRecord(db, entry.clientId, some);
    const fresh = some.filter((consent) => {
      const key = keyOf(consent);
      if (known.has(key)) return false;
      known.add(key);
      return true;
    });
    if (fresh.length > 0)
      await db
        .insertInto('consent')
        .values(fresh.map((each) => toRow(entry, each)))
        .execute();
    count += fresh.length;
  }
  return count;
}

/** Writes that a consent was withdrawn. False when the client has none of that id, or it was withdrawn before. */
export async function withdrawConsent(
  db: Db,
  withdrawal: {
    readonly clientId: ClientId;
    readonly id: ConsentId;
    readonly how: WithdrawalWay;
    readonly atMs: number;
    /** Who wrote it down. */
    readonly by: UserId;
  },
): Promise<boolean> {
  const result = await db
    .updateTable('consent')
    .set({ withdrawn_at: withdrawal.atMs, withdrawn_how: withdrawal.how, withdrawn_by: withdrawal.by })
    .where('id', '=', withdrawal.id)
    .where('client_id', '=', withdrawal.clientId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

type Keyed = Pick<NewConsentRecord, 'phoneNumber' | 'object' | 'givenAtMs'>;
const keyOf = ({ phoneNumber, object, givenAtMs }: Keyed) => `${phoneNumber} ${givenAtMs} ${object ?? ''}`;

/** Index consent_number. */
async function keysOnRecord(
  db: Db,
  clientId: ClientId,
  consents: readonly NewConsentRecord[],
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('consent')
    .select(['phone_number as phoneNumber', 'object', 'given_at as givenAtMs'])
    .where('client_id', '=', clientId)
    .where(
      'phone_number',
      'in',
      consents.map(({ phoneNumber }) => phoneNumber),
    )
    .execute();
  return new Set(rows.map(keyOf));
}

function toRow({ clientId, createdBy, atMs }: RecordEntry, consent: NewConsentRecord) {
  return {
    id: consent.id,
    client_id: clientId,
    phone_number: consent.phoneNumber,
    object: consent.object,
    form: consent.form,
    given_at: consent.givenAtMs,
    expires_at: consent.expiresAtMs,
    proof: consent.proof,
    proof_sha256: consent.proofSha256,
    wording: consent.wording,
    channel: consent.channel,
    was_informed: consent.wasInformed ? 1 : 0,
    names_automatic_dialling: consent.namesAutomaticDialling ? 1 : 0,
    agreed_slots: JSON.stringify(consent.agreedSlotsMs),
    withdrawn_at: null,
    withdrawn_how: null,
    withdrawn_by: null,
    list_id: null,
    created_by: createdBy,
    created_at: atMs,
  };
}

type ConsentRow = Omit<ReturnType<typeof toRow>, 'withdrawn_at' | 'withdrawn_how' | 'form'> & {
  readonly form: string;
  readonly withdrawn_at: number | null;
  readonly withdrawn_how: string | null;
};

function toRecord(row: Omit<ConsentRow, 'created_by' | 'withdrawn_by' | 'list_id'>): ConsentRecord {
  return {
    id: row.id,
    phoneNumber: row.phone_number,
    object: row.object,
    // Form, slots and way of withdrawal come through the schemas of this package's callers alone.
    form: row.form as ConsentRecord['form'],
    givenAtMs: row.given_at,
    expiresAtMs: row.expires_at,
    proof: row.proof,
    proofSha256: row.proof_sha256,
    wording: row.wording,
    channel: row.channel,
    wasInformed: row.was_informed === 1,
    namesAutomaticDialling: row.names_automatic_dialling === 1,
    agreedSlotsMs: JSON.parse(row.agreed_slots) as number[],
    withdrawnAtMs: row.withdrawn_at,
    withdrawnHow: row.withdrawn_how as ConsentRecord['withdrawnHow'],
    createdAtMs: row.created_at,
  };
}
