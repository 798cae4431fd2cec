import type { ClientId, SiteId, TrunkId } from '@alize/model';
import type { Db } from './open-database.ts';

/** Every client of the centre, by name. */
export async function allClients(db: Db) {
  return db.selectFrom('client').select(['id', 'name']).orderBy('name').execute();
}

export async function findClient(db: Db, id: ClientId) {
  const row = await db.selectFrom('client').select(['id', 'name']).where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

export async function insertClient(
  db: Db,
  client: { readonly id: ClientId; readonly name: string },
  atMs: number,
) {
  await db
    .insertInto('client')
    .values({ ...client, created_at: atMs })
    .execute();
}

export interface NewSite {
  readonly id: SiteId;
  readonly name: string;
  readonly country: string;
  readonly timeZone: string;
  readonly currency: string;
  /** In the site's currency. */
  readonly hourlyCost: number;
}

export async function insertSite(db: Db, site: NewSite): Promise<void> {
  await db
    .insertInto('site')
    .values({
      id: site.id,
      name: site.name,
      country: site.country,
      time_zone: site.timeZone,
      currency: site.currency,
      hourly_cost: site.hourlyCost,
    })
    .execute();
}

export async function allSites(db: Db) {
  return db.selectFrom('site').select(['id', 'name', 'time_zone as timeZone']).orderBy('name').execute();
}

/** The trunks of the centre, by name. */
export async function allTrunks(db: Db) {
  return db
    .selectFrom('trunk')
    .select(['id', 'name', 'kind', 'lines_max as linesMax'])
    .orderBy('name')
    .execute();
}

/** How many calls a trunk carries at once, and takes a second; null when there is none of that id. */
export async function trunkLimits(db: Db, id: TrunkId) {
  const row = await db
    .selectFrom('trunk')
    .select(['lines_max as linesMax', 'calls_per_second_max as callsPerSecondMax'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Makes the trunk rows say what the settings say: new ones are added, known ones changed by name, none deleted. */
export async function saveTrunk(
  db: Db,
  trunk: {
    readonly id: TrunkId;
    readonly name: string;
    readonly kind: 'demonstration' | 'sip';
    readonly linesMax: number;
    readonly callsPerSecondMax: number;
  },
): Promise<void> {
  const limits = {
    kind: trunk.kind,
    lines_max: trunk.linesMax,
    calls_per_second_max: trunk.callsPerSecondMax,
  };
  await db
    .insertInto('trunk')
    .values({ id: trunk.id, name: trunk.name, ...limits })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(limits))
    .execute();
}

/** The client's agents who can log in, by name: whom a team can be made of. */
export async function agentsOfClient(db: Db, clientId: ClientId) {
  return db
    .selectFrom('user')
    .select(['id', 'name'])
    .where('client_id', '=', clientId)
    .where('role', '=', 'agent')
    .where('disabled_at', 'is', null)
    .orderBy('name')
    .execute();
}
