import type { CallRequest, ClientId, Contract, PhoneNumber, Purchase } from '@alize/model';
import type { Db } from './open-database.ts';

/** What ties a person to a client, beside consent: contracts, purchases, and calls they asked for. */
export interface Relations {
  readonly contracts: readonly Contract[];
  readonly purchases: readonly Purchase[];
  readonly requests: readonly CallRequest[];
}

/** Index relation_number. */
export async function relationsOfNumbers(
  db: Db,
  clientId: ClientId,
  numbers: readonly PhoneNumber[],
): Promise<Relations> {
  const rows = await db
    .selectFrom('relation')
    .select(['kind', 'at', 'ended_at', 'object', 'is_related', 'proof'])
    .where('client_id', '=', clientId)
    .where('phone_number', 'in', [...numbers])
    .execute();
  const of = (kind: (typeof rows)[number]['kind']) => rows.filter((row) => row.kind === kind);
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
