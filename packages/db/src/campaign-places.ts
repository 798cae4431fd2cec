import type { CampaignId, ClientId, PhoneNumber } from '@alize/model';
import { sql } from 'kysely';
import type { Db } from './open-database.ts';

/** An open lead that stands for all of its campaign whose number begins alike and whose address is in the same country. */
export interface LeadPlace {
  readonly phoneNumber: PhoneNumber;
  readonly country: string | null;
}

/** `+` and five digits tell territories, overseas France and North American area codes apart. */
const prefixLength = 6;

/** Where the open leads of a campaign are: one of each beginning of a number and each country. */
export async function placesOfCampaign(
  db: Db,
  clientId: ClientId,
  id: CampaignId,
): Promise<readonly LeadPlace[]> {
  return db
    .selectFrom('lead')
    .select((select) => [select.fn.min('phone_number').as('phoneNumber'), 'country'])
    .where('campaign_id', '=', id)
    .where('client_id', '=', clientId)
    .where('state', '=', 'open')
    .groupBy([sql`substr(phone_number, 1, ${sql.lit(prefixLength)})`, 'country'])
    .execute();
}
