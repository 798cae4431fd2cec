import type { CallRequest, ClientId, Contract, PhoneNumber, Purchase } from '@alize/model';
import { isAnyOf } from './is-any-of.ts';
import type { Db } from './open-database.ts';

/** What ties a person to a client, beside consent: contracts, purchases, and calls they asked for. */
export interface Relations {
  readonly contracts: readonly Contract[];
  readonly purchases: readonly Purchase[];
  readonly requests: readonly CallRequest[];
}

export type RelationRow = Awaited<ReturnType<typeof relationsOfNumbers>>[number];

/** Index relation_number. */
export async function relationsOfNumbers(db: Db, clientId: ClientId, numbers: readonly PhoneNumber[]) {
  return db
    .selectFrom('relation')
    .select(['phone_number', 'kind', 'at', 'ended_at', 'object', 'is_related', 'proof'])
    .where('client_id', '=', clientId)
    .where(isAnyOf(db, 'phone_number', numbers))
    .execute();
}

export function toRelations(clientId: ClientId, rows: readonly RelationRow[]): Relations {
  const of = (kind: RelationRow['kind']) => rows.filter((row) => row.kind === kind);
  return {
    contracts: of('contract').map((row) => ({
      sellerId: clientId,
      fromMs: row.at,
      endedAtMs: row.ended_at,
      isRelated: row.is_related === 1,
    })),
    purchases: of('purchase').map((row) => ({
      sellerId: clientId,
      atMs: row.at,
      isSimilar: row.is_related === 1,
    })),
    requests: of('request').map((row) => ({
      sellerId: clientId,
      atMs: row.at,
      object: row.object,
      proof: row.proof,
    })),
  };
}
