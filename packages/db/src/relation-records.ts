import type { ClientId, PhoneNumber, RelationId } from '@alize/model';
import type { RecordEntry } from './consent-records.ts';
import type { Db } from './open-database.ts';

export const relationKinds = ['contract', 'purchase', 'request'] as const;
export type RelationKind = (typeof relationKinds)[number];

/** A contract, a purchase or a request to be called: what makes some calls lawful without consent. */
export interface RelationRecord {
  readonly id: RelationId;
  readonly phoneNumber: PhoneNumber;
  readonly kind: RelationKind;
  /** When the contract began, the purchase or the request was made. */
  readonly atMs: number;
  /** End of a contract; null while it runs, and for the other kinds. */
  readonly endedAtMs: number | null;
  readonly object: string | null;
  /** Whether what the calls are about is related (contract) or similar (purchase) to it. */
  readonly isRelated: boolean;
  readonly proof: string | null;
  readonly createdAtMs: number;
}

/** What is on record of a number's relations with the client, newest first. Index relation_number. */
export async function relationsOfNumber(
  db: Db,
  clientId: ClientId,
  phoneNumber: PhoneNumber,
): Promise<readonly RelationRecord[]> {
  const rows = await db
    .selectFrom('relation')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('phone_number', '=', phoneNumber)
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    phoneNumber: row.phone_number,
    kind: row.kind,
    atMs: row.at,
    endedAtMs: row.ended_at,
    object: row.object,
    isRelated: row.is_related === 1,
    proof: row.proof,
    createdAtMs: row.created_at,
  }));
}

/** Puts a relation on record. False when one of the same number, kind, instant and object is there already. */
export async function insertRelation(
  db: Db,
  { clientId, createdBy, atMs }: RecordEntry,
  relation: Omit<RelationRecord, 'createdAtMs'>,
): Promise<boolean> {
  const known = await relationsOfNumber(db, clientId, relation.phoneNumber);
  const isSame = (each: RelationRecord) =>
    each.kind === relation.kind && each.atMs === relation.atMs && each.object === relation.object;
  if (known.some(isSame)) return false;
  await db
    .insertInto('relation')
    .values({
      id: relation.id,
      client_id: clientId,
      phone_number: relation.phoneNumber,
      kind: relation.kind,
      at: relation.atMs,
      ended_at: relation.endedAtMs,
      object: relation.object,
      is_related: relation.isRelated ? 1 : 0,
      proof: relation.proof,
      list_id: null,
      created_by: createdBy,
      created_at: atMs,
    })
    .execute();
  return true;
}
