import type {
  CampaignId,
  Disposition,
  LeadId,
  NetworkResult,
  PhoneNumber,
  RetryRules,
  Schedule,
} from '@alize/model';
import { sql } from 'kysely';
import type { Db } from './open-database.ts';
import type { KnownPlace } from './person-facts.ts';

/** One call that a lead has had. */
export interface StoredTry {
  readonly phoneNumber: PhoneNumber;
  readonly atMs: number;
  readonly networkResult: NetworkResult | null;
  readonly isConnected: boolean;
  readonly disposition: Disposition | null;
  readonly callbackAtMs: number | null;
}

/** What is on record of a lead that had a call, and by which its next try is worked out. */
export interface RetryFacts {
  readonly rules: RetryRules;
  readonly schedule: Schedule;
  readonly place: KnownPlace;
  /** Every call of the lead, oldest first. */
  readonly tries: readonly [...StoredTry[], StoredTry];
  /** When the last call was disposed of, or ended; null while it lasts. */
  readonly settledAtMs: number | null;
  /** In the order in which they are tried. */
  readonly numbers: readonly { readonly phoneNumber: PhoneNumber; readonly isClosed: boolean }[];
}

/** Three statements, each by a key; null when the lead is gone or never had a call. */
export async function retryFacts(
  db: Db,
  of: { readonly leadId: LeadId; readonly campaignId: CampaignId },
): Promise<RetryFacts | null> {
  const row = await db
    .selectFrom('lead')
    .innerJoin('campaign', (join) => join.on('campaign.id', '=', of.campaignId))
    .select([
      'campaign.retry_rules',
      'campaign.schedule',
      'lead.postal_code as postalCode',
      'lead.country',
      'lead.state_of_address as state',
      'lead.time_zone as timeZone',
    ])
    .where('lead.id', '=', of.leadId)
    .executeTakeFirst();
  const attempts = await attemptsOf(db, of.leadId);
  const last = attempts.at(-1);
  if (!row || !last) return null;
  const { retry_rules, schedule, ...place } = row;
  return {
    // Both stored through the api's schema alone.
    rules: JSON.parse(retry_rules) as RetryRules,
    schedule: JSON.parse(schedule) as Schedule,
    place,
    tries: [...attempts.slice(0, -1).map(toTry), toTry(last)],
    settledAtMs: last.disposed_at ?? last.ended_at,
    numbers: await numbersOf(db, of.leadId),
  };
}

type AttemptRow = Awaited<ReturnType<typeof attemptsOf>>[number];

/** By the unique index of lead_id and number_of_lead. */
function attemptsOf(db: Db, leadId: LeadId) {
  return db
    .selectFrom('attempt')
    .select([
      'phone_number',
      'created_at',
      'network_result',
      'connected_at',
      'disposition',
      'callback_at',
      'disposed_at',
      'ended_at',
    ])
    .where('lead_id', '=', leadId)
    .orderBy('number_of_lead')
    .execute();
}

const toTry = (row: AttemptRow): StoredTry => ({
  phoneNumber: row.phone_number,
  atMs: row.created_at,
  networkResult: row.network_result,
  isConnected: row.connected_at !== null,
  disposition: row.disposition,
  callbackAtMs: row.callback_at,
});

async function numbersOf(db: Db, leadId: LeadId): Promise<RetryFacts['numbers']> {
  const rows = await db
    .selectFrom('lead_phone')
    .select(['phone_number', 'closed_reason'])
    .where('lead_id', '=', leadId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ phoneNumber: row.phone_number, isClosed: row.closed_reason !== null }));
}

/** A campaign's calls by quarter of an hour of the UTC day, 0 to 95, and how many of them reached a person. */
export interface AnswerQuarter {
  readonly quarter: number;
  readonly tries: number;
  readonly answers: number;
}

/** So many of a campaign's latest calls say at which hours its people answer. */
const callsLookedAt = 2_000;
const quarterMs = 900_000;

/** When the people of a campaign answered, of its latest calls that say something of it. Index attempt_campaign. */
export async function answerQuarters(db: Db, campaignId: CampaignId): Promise<readonly AnswerQuarter[]> {
  const { rows } = await sql<AnswerQuarter>`
    select (created_at / ${sql.lit(quarterMs)}) % 96 as quarter, count(*) as tries, sum(is_answer) as answers
    from (
      select created_at, case when network_result = 'answered' and (disposition is null
        or disposition not in ('answering_machine', 'wrong_person')) then 1 else 0 end as is_answer
      from attempt where campaign_id = ${campaignId} and network_result in ('answered', 'no_answer')
      order by created_at desc limit ${sql.lit(callsLookedAt)}) as latest
    group by 1 order by 1`.execute(db);
  return rows;
}
