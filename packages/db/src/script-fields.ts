import type { CampaignId, ClientId, CustomValue, ListId } from '@alize/model';
import type { Db } from './open-database.ts';

/** How many of a sample of leads have each field. */
export interface FilledFields {
  readonly leads: number;
  /** By name of the field; the client's own columns under `custom:<name>`. */
  readonly filled: ReadonlyMap<string, number>;
}

/** The newest lists say which columns there are, by so many leads of each. */
const listsMax = 5;
const leadsOfListMax = 200;

/** What the newest leads of a campaign have, or of the client when `campaignId` is null. */
export async function filledFields(
  db: Db,
  clientId: ClientId,
  campaignId: CampaignId | null,
): Promise<FilledFields> {
  const filled = new Map<string, number>();
  let leads = 0;
  for (const listId of await newestLists(db, clientId, campaignId)) {
    const rows = await sampleOf(db, clientId, listId);
    leads += rows.length;
    for (const [name, value] of rows.flatMap(namedValues)) {
      const isFilled = value !== null && value !== '';
      filled.set(name, (filled.get(name) ?? 0) + (isFilled ? 1 : 0));
    }
  }
  return { leads, filled };
}

type SampledLead = Awaited<ReturnType<typeof sampleOf>>[number];

function namedValues({ custom, ...standard }: SampledLead): readonly (readonly [string, unknown])[] {
  // Written by this package alone, as JSON of such values.
  const own = Object.entries(JSON.parse(custom) as Record<string, CustomValue>);
  return [...Object.entries(standard), ...own.map(([name, value]) => [`custom:${name}`, value] as const)];
}

async function newestLists(
  db: Db,
  clientId: ClientId,
  campaignId: CampaignId | null,
): Promise<readonly ListId[]> {
  const rows = await db
    .selectFrom('list')
    .select('id')
    .where('client_id', '=', clientId)
    .$if(campaignId !== null, (query) => query.where('campaign_id', '=', campaignId))
    .orderBy('id', 'desc')
    .limit(listsMax)
    .execute();
  return rows.map(({ id }) => id);
}

/** Index lead_list. */
function sampleOf(db: Db, clientId: ClientId, listId: ListId) {
  return db
    .selectFrom('lead')
    .select([
      'reference',
      'civility',
      'first_name as firstName',
      'last_name as lastName',
      'company',
      'email',
      'birth_date as birthDate',
      'address',
      'address_extra as addressExtra',
      'postal_code as postalCode',
      'city',
      'country',
      'state_of_address as region',
      'comment',
      'custom',
    ])
    .where('list_id', '=', listId)
    .where('client_id', '=', clientId)
    .orderBy('id', 'desc')
    .limit(leadsOfListMax)
    .execute();
}
