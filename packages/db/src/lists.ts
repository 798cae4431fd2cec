import type { ImportReport } from '@alize/leads';
import type { CampaignId, ClientId, ListId, ListOutlook, UserId } from '@alize/model';
import { sql } from 'kysely';
import type { Db } from './open-database.ts';

/** A list of leads as people see it. Several imports and the api add to one list. */
export interface StoredList {
  readonly id: ListId;
  readonly campaignId: CampaignId;
  readonly name: string;
  /** Of the file that it was made from; null when it was made empty. */
  readonly fileName: string | null;
  readonly state: 'importing' | 'ready' | 'failed';
  /** Rows of the files that are in it or on their way. */
  readonly rowsTotal: number;
  readonly leadsCount: number;
  /** Of those rows, the ones that became no lead. */
  readonly errorsCount: number;
  /** Whether its leads are called. */
  readonly isActive: boolean;
  /** 1 to 100: in these proportions the lists of a campaign are called. */
  readonly share: number;
  /** Code of why the whole file was refused. */
  readonly failure: string | null;
  readonly createdAtMs: number;
  /** What the rules said of the leads of the last file, when it came in; null when there is none. */
  readonly outlook: ListOutlook | null;
}

/** The lists of a campaign, newest first. Index list_campaign. */
export async function listsOfCampaign(
  db: Db,
  clientId: ClientId,
  campaignId: CampaignId,
): Promise<readonly StoredList[]> {
  const rows = await selectLists(db, clientId)
    .where('campaign_id', '=', campaignId)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toList);
}

/** A list; null when the client has none of that id. */
export async function findList(db: Db, clientId: ClientId, id: ListId): Promise<StoredList | null> {
  const row = await selectLists(db, clientId).where('id', '=', id).executeTakeFirst();
  return row ? toList(row) : null;
}

/** Adds an empty list, which is called like the others of its campaign. */
export async function insertList(
  db: Db,
  list: {
    readonly id: ListId;
    readonly clientId: ClientId;
    readonly campaignId: CampaignId;
    readonly name: string;
    readonly fileName: string | null;
    readonly createdBy: UserId | null;
  },
  atMs: number,
): Promise<void> {
  await db
    .insertInto('list')
    .values({
      id: list.id,
      client_id: list.clientId,
      campaign_id: list.campaignId,
      name: list.name,
      file_name: list.fileName,
      state: 'ready',
      created_by: list.createdBy,
      created_at: atMs,
    })
    .execute();
}

/** What people decide of a list; what is left out stays. */
export interface ListSettings {
  readonly name?: string | undefined;
  readonly isActive?: boolean | undefined;
  readonly share?: number | undefined;
}

/** Writes a list's settings; the next claim goes by them. False when the client has none of that id. */
export async function saveListSettings(
  db: Db,
  clientId: ClientId,
  id: ListId,
  { name, isActive, share }: ListSettings,
): Promise<boolean> {
  const result = await db
    .updateTable('list')
    .set({
      ...(name !== undefined && { name }),
      ...(share !== undefined && { share }),
      is_active: isActive === undefined ? sql`is_active` : Number(isActive),
    })
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Files count while they are stored and once they are; not when they were given up or taken out again. */
const ofFiles = (column: string) => sql<number>`(select coalesce(sum(${sql.ref(column)}), 0) from import
  where import.list_id = list.id and import.state in ('importing', 'imported'))`;

function selectLists(db: Db, clientId: ClientId) {
  return db
    .selectFrom('list')
    .select([
      'id',
      'campaign_id as campaignId',
      'name',
      'file_name as fileName',
      'state',
      'leads_count as leadsCount',
      'is_active as isActive',
      'share',
      'failure',
      'created_at as createdAtMs',
      sql<
        string | null
      >`(select report from import where import.list_id = list.id and import.state = 'imported'
        order by import.id desc limit 1)`.as('report'),
      ofFiles('import.rows_done').as('rowsTotal'),
      ofFiles('import.errors_count').as('errorsCount'),
    ])
    .where('client_id', '=', clientId);
}

type ListRow = Omit<StoredList, 'outlook' | 'isActive'> & {
  readonly report: string | null;
  readonly isActive: number;
};

function toList({ report, ...row }: ListRow): StoredList {
  return {
    ...row,
    isActive: row.isActive === 1,
    rowsTotal: Number(row.rowsTotal),
    errorsCount: Number(row.errorsCount),
    // Written by saveImportReport alone.
    outlook: report === null ? null : (JSON.parse(report) as ImportReport).outlook,
  };
}
