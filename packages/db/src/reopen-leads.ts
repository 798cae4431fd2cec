import type { CampaignId, ClientId, PhoneNumber } from '@alize/model';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from './open-database.ts';

/** Whose leads: all of a campaign, or those of the persons with one of these numbers. */
export type ReopenedLeads =
  | { readonly campaignId: CampaignId }
  | { readonly personsOf: readonly PhoneNumber[] };

/** Numbers in one statement; SQLite takes 32,766 values at most. */
const numbersAtOnce = 500;

/**
 * Opens the leads of a client that a rule had closed, and the numbers that it had closed of others, for what the rule
 * asked has changed: each is ruled on again when it is claimed. Answers how many leads were opened. Indexes
 * lead_refused, lead_phone_refused and lead_phone_number.
 */
export async function reopenRefusedLeads(
  db: Db,
  clientId: ClientId,
  which: ReopenedLeads,
  atMs: number,
): Promise<number> {
  if ('campaignId' in which) {
    const ofCampaign = sql<boolean>`lead.campaign_id = ${which.campaignId}`;
    await openNumbers(db, clientId, ofCampaign);
    return openLeads(db, clientId, ofCampaign, atMs);
  }
  let count = 0;
  for (let from = 0; from < which.personsOf.length; from += numbersAtOnce) {
    const numbers = which.personsOf.slice(from, from + numbersAtOnce);
    const ofPersons = sql<boolean>`lead.id in (select lead_phone.lead_id from lead_phone
      where lead_phone.phone_number in (${allNumbersOf(db, clientId, numbers)}))`;
    await openNumbers(db, clientId, ofPersons);
    count += await openLeads(db, clientId, ofPersons, atMs);
  }
  return count;
}

/** These numbers, and every other that is known to be the same person's. */
function allNumbersOf(db: Db, clientId: ClientId, numbers: readonly PhoneNumber[]) {
  return db
    .selectFrom('person_number as given')
    .innerJoin('person_number as own', (join) =>
      join.onRef('own.client_id', '=', 'given.client_id').onRef('own.person_id', '=', 'given.person_id'),
    )
    .select('own.phone_number')
    .where('given.client_id', '=', clientId)
    .where('given.phone_number', 'in', numbers);
}

async function openLeads(
  db: Db,
  clientId: ClientId,
  which: RawBuilder<boolean>,
  atMs: number,
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('lead')
    .set({ state: 'open', closed_reason: null, next_try_at: atMs, changed_at: atMs })
    .where('client_id', '=', clientId)
    .where('state', '=', 'closed')
    .where('closed_reason', '=', sql.lit('refused_by_rule'))
    .where(which)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

async function openNumbers(db: Db, clientId: ClientId, which: RawBuilder<boolean>): Promise<void> {
  await sql`update lead_phone set closed_reason = null
    where client_id = ${clientId} and closed_reason = 'refused_by_rule'
    and exists (select 1 from lead where lead.id = lead_phone.lead_id and ${which})`.execute(db);
}
