import type { ClientId, Sector, Seller } from '@alize/model';
import type { Db } from './open-database.ts';

/** A client with what some laws ask of its size and business. Null: not known. */
export interface StoredClient extends Omit<Seller, 'id'> {
  readonly id: ClientId;
  readonly name: string;
}

/** What can be changed of a client; what is undefined stays. */
export type ClientChange = {
  readonly [K in Exclude<keyof StoredClient, 'id'>]?: StoredClient[K] | undefined;
};

/** The client as rule packs see it; null when there is none of that id. */
export async function findClientFacts(db: Db, id: ClientId): Promise<StoredClient | null> {
  const row = await db.selectFrom('client').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const { sells_mainly_to_consumers: sellsToConsumers } = row;
  return {
    id: row.id,
    name: row.name,
    employees: row.employees,
    turnoverEuros: row.turnover_euros,
    balanceSheetEuros: row.balance_sheet_euros,
    sellsMainlyToConsumers: sellsToConsumers === null ? null : sellsToConsumers === 1,
    // Written by changeClient alone.
    sector: row.sector as Sector | null,
  };
}

/** Writes what has changed of a client; an empty change writes nothing. */
export async function changeClient(db: Db, id: ClientId, change: ClientChange): Promise<void> {
  const { sellsMainlyToConsumers: sellsToConsumers } = change;
  const columns = {
    name: change.name,
    employees: change.employees,
    turnover_euros: change.turnoverEuros,
    balance_sheet_euros: change.balanceSheetEuros,
    sells_mainly_to_consumers:
      typeof sellsToConsumers === 'boolean' ? Number(sellsToConsumers) : sellsToConsumers,
    sector: change.sector,
  };
  if (Object.values(columns).every((value) => value === undefined)) return;
  await db.updateTable('client').set(columns).where('id', '=', id).execute();
}
