import type { CampaignId, ClientId, PhoneNumber } from '@alize/model';
import type { Db } from './open-database.ts';

/** Whose leads: all of a campaign, or those of the persons with one of these numbers. */
export type ReopenedLeads =
  | { readonly campaignId: CampaignId }
  | { readonly personsOf: readonly PhoneNumber[] };

/** Numbers in one statement; SQLite takes 32,766 values at most. */
const numbersAtOnce = 500;

/**
 * Opens the leads of a client that a rule had closed, for what the rule asked has changed: each is ruled on again when
 * it is claimed. Answers how many. Indexes lead_refused and lead_number.
 */
export async function reopenRefusedLeads(
  db: Db,
  clientId: ClientId,
  which: ReopenedLeads,
  atMs: number,
): Promise<number> {
  if ('campaignId' in which) {
    return reopen(db, clientId, atMs, (query) => query.where('campaign_id', '=', which.campaignId));
  }
  let count = 0;
  for (let from = 0; from < which.personsOf.length; from += numbersAtOnce) {
    const numbers = which.personsOf.slice(from, from + numbersAtOnce);
    count += await reopen(db, clientId, atMs, (query) =>
      query.where('phone_number', 'in', allNumbersOf(db, clientId, numbers)),
    );
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

async function reopen(
  db: Db,
  clientId: ClientId,
  atMs: number,
  narrow: (query: ReturnType<typeof closedByRule>) => ReturnType<typeof closedByRule>,
): Promise<number> {
  const { numUpdatedRows } = await narrow(closedByRule(db, clientId, atMs)).executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

function closedByRule(db: Db, clientId: ClientId, atMs: number) {
  return db
    .updateTable('lead')
    .set({ state: 'open', closed_reason: null, next_try_at: atMs, changed_at: atMs })
    .where('client_id', '=', clientId)
    .where('state', '=', 'closed')
    .where('closed_reason', '=', 'refused_by_rule');
}
