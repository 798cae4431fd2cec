import type { CallFacts, ClientId, Purpose, RulingId } from '@alize/model';
import { sql } from 'kysely';
import type { Db } from './open-database.ts';
import { type RefusalsByRule, refusingRules } from './refusals.ts';

/** Half-open: `toMs` itself is outside. UTC milliseconds. */
export interface Period {
  readonly fromMs: number;
  readonly toMs: number;
}

/** What happened in a period with one client's people, in figures: nothing in it names a person. */
export type EvidenceFigures = Awaited<ReturnType<typeof evidenceFigures>>;

/** The figures of a period. Indexes ruling_client and attempt_client; a few seconds for a year of a large centre. */
export async function evidenceFigures(db: Db, clientId: ClientId, period: Period) {
  const asked = { db, clientId, ...period };
  return {
    versions: await versionsUsed(asked),
    campaigns: await callsByCampaign(asked),
    ...(await refusalsByRule(asked)),
    callerIds: await callerIdsShown(asked),
    consents: await consentCounts(asked),
    suppressionsAdded: await suppressionsAdded(asked),
    outsideAttempts: await outsideAttemptsBySource(asked),
    erasures: await erasureCount(asked),
  };
}

interface Asked extends Period {
  readonly db: Db;
  readonly clientId: ClientId;
}

function versionsUsed({ db, clientId, fromMs, toMs }: Asked) {
  return db
    .selectFrom('ruling')
    .select(({ fn }) => [
      'pack_version as packVersion',
      'zone_data_version as zoneDataVersion',
      fn.countAll<number>().as('rulings'),
      fn.min('at').as('firstAtMs'),
      fn.max('at').as('lastAtMs'),
    ])
    .where('client_id', '=', clientId)
    .where('at', '>=', fromMs)
    .where('at', '<', toMs)
    .groupBy(['pack_version', 'zone_data_version'])
    .orderBy('firstAtMs')
    .execute();
}

function callsByCampaign({ db, clientId, fromMs, toMs }: Asked) {
  return db
    .selectFrom('attempt')
    .innerJoin('campaign', 'campaign.id', 'attempt.campaign_id')
    .select(({ fn }) => [
      'campaign.id as campaignId',
      'campaign.name',
      'campaign.purpose',
      fn.countAll<number>().as('placed'),
      fn.count<number>('attempt.answered_at').as('answered'),
      fn.count<number>('attempt.connected_at').as('connected'),
      fn.sum<number>('attempt.is_abandoned').as('abandoned'),
    ])
    .where('attempt.client_id', '=', clientId)
    .where('attempt.created_at', '>=', fromMs)
    .where('attempt.created_at', '<', toMs)
    .groupBy(['campaign.id', 'campaign.name', 'campaign.purpose'])
    .orderBy('campaign.name')
    .execute();
}

/** How many rulings refused, and how often each rule did: a ruling with two refusing rules counts for both. */
async function refusalsByRule({ db, clientId, fromMs, toMs }: Asked) {
  const rows = await db
    .selectFrom('ruling')
    .select(({ fn }) => ['rules', fn.countAll<number>().as('count')])
    .where('client_id', '=', clientId)
    .where('at', '>=', fromMs)
    .where('at', '<', toMs)
    .where('kind', '=', 'refused')
    .groupBy('rules')
    .execute();
  const byRule = new Map<
    string,
    Pick<RefusalsByRule, 'rule' | 'strength' | 'citation'> & { count: number }
  >();
  for (const row of rows) {
    for (const { rule, strength, citation } of refusingRules(row.rules)) {
      byRule.set(rule, { rule, strength, citation, count: (byRule.get(rule)?.count ?? 0) + row.count });
    }
  }
  return {
    refused: rows.reduce((sum, row) => sum + row.count, 0),
    refusals: [...byRule.values()].toSorted((one, other) => other.count - one.count),
  };
}

function callerIdsShown({ db, clientId, fromMs, toMs }: Asked) {
  return db
    .selectFrom('attempt')
    .leftJoin('caller_id', (join) =>
      join
        .onRef('caller_id.client_id', '=', 'attempt.client_id')
        .onRef('caller_id.number', '=', 'attempt.caller_id'),
    )
    .select(({ fn }) => [
      'attempt.caller_id as number',
      'caller_id.category',
      'caller_id.holder',
      'caller_id.authorisation',
      'caller_id.operator',
      'caller_id.valid_from as validFromMs',
      'caller_id.valid_to as validToMs',
      fn.countAll<number>().as('calls'),
    ])
    .where('attempt.client_id', '=', clientId)
    .where('attempt.created_at', '>=', fromMs)
    .where('attempt.created_at', '<', toMs)
    .groupBy(['attempt.caller_id', 'caller_id.id'])
    .orderBy('calls', 'desc')
    .execute();
}

async function consentCounts({ db, clientId, fromMs, toMs }: Asked) {
  const within = (column: 'given_at' | 'withdrawn_at') =>
    sql<boolean>`${sql.ref(column)} >= ${fromMs} and ${sql.ref(column)} < ${toMs}`;
  const count = (condition: ReturnType<typeof within>) =>
    sql<number>`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`;
  return db
    .selectFrom('consent')
    .select([
      count(within('given_at')).as('given'),
      count(within('withdrawn_at')).as('withdrawn'),
      count(sql<boolean>`${within('withdrawn_at')} and withdrawn_how = 'oral'`).as('withdrawnOrally'),
    ])
    .where('client_id', '=', clientId)
    .executeTakeFirstOrThrow();
}

async function suppressionsAdded({ db, clientId, fromMs, toMs }: Asked): Promise<number> {
  const row = await db
    .selectFrom('suppression')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('client_id', '=', clientId)
    .where('created_at', '>=', fromMs)
    .where('created_at', '<', toMs)
    .executeTakeFirstOrThrow();
  return row.count;
}

function outsideAttemptsBySource({ db, clientId, fromMs, toMs }: Asked) {
  return db
    .selectFrom('outside_attempt')
    .select(({ fn }) => ['source', fn.countAll<number>().as('count')])
    .where('client_id', '=', clientId)
    .where('at', '>=', fromMs)
    .where('at', '<', toMs)
    .groupBy('source')
    .orderBy('source')
    .execute();
}

async function erasureCount({ db, clientId, fromMs, toMs }: Asked): Promise<number> {
  const row = await db
    .selectFrom('erasure')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('client_id', '=', clientId)
    .where('at', '>=', fromMs)
    .where('at', '<', toMs)
    .executeTakeFirstOrThrow();
  return row.count;
}

const dayMs = 86_400_000;

/**
 * How many people had at most one, two, three, four, or more attempts in any 30 calendar days that end in the period,
 * calls placed elsewhere included: what D.223-9 of the C. conso. limits to four. Counted over all campaigns of these
 * purposes and all numbers of a person; days are those of `offsetMs` from UTC. The fifth figure is to be 0.
 */
export async function attemptsPerPerson(
  db: Db,
  clientId: ClientId,
  asked: Period & { readonly purposes: readonly Purpose[]; readonly offsetMs: number },
): Promise<readonly [one: number, two: number, three: number, four: number, more: number]> {
  const { fromMs, toMs, purposes, offsetMs } = asked;
  const sinceMs = fromMs - 30 * dayMs;
  // Literals, so that SQLite divides integers: what is bound it takes for a real number.
  const day = sql`(at + ${sql.lit(offsetMs)}) / ${sql.lit(dayMs)}`;
  const before = (count: number) =>
    sql`lag(${day}, ${sql.lit(count)}) over (partition by person order by at)`;
  const { rows } = await sql<{ most: number; people: number }>`
    with call as (
      select coalesce(person_id, attempt.phone_number) as person, attempt.created_at as at
      from attempt join campaign on campaign.id = attempt.campaign_id
      left join person_number on person_number.client_id = attempt.client_id
        and person_number.phone_number = attempt.phone_number
      where attempt.client_id = ${clientId} and attempt.created_at >= ${sinceMs} and attempt.created_at < ${toMs}
        and campaign.purpose in (${sql.join([...purposes])})
        and not (coalesce(network_result, '') = 'invalid_number'
          or coalesce(network_result, '') = 'congestion' and ringing_at is null
          or coalesce(network_result, '') = 'cancelled' and coalesce(sent_at, ringing_at) is null)
      union all
      select coalesce(person_id, outside_attempt.phone_number), outside_attempt.at from outside_attempt
      left join person_number on person_number.client_id = outside_attempt.client_id
        and person_number.phone_number = outside_attempt.phone_number
      where outside_attempt.client_id = ${clientId} and outside_attempt.at >= ${sinceMs}
        and outside_attempt.at < ${toMs} and result <> 'not_reached'
    ), spaced as (
      select person, at, ${day} as day, ${before(1)} as day1, ${before(2)} as day2, ${before(3)} as day3,
        ${before(4)} as day4
      from call
    ), fullest as (
      select person, max(case when day4 >= day - 29 then 5 when day3 >= day - 29 then 4
        when day2 >= day - 29 then 3 when day1 >= day - 29 then 2 else 1 end) as most
      from spaced where at >= ${fromMs} group by person
    )
    select most, count(*) as people from fullest group by most`.execute(db);
  const peopleWith = (most: number) => rows.find((row) => row.most === most)?.people ?? 0;
  return [peopleWith(1), peopleWith(2), peopleWith(3), peopleWith(4), peopleWith(5)];
}

/** A ruling with the call that it cleared, or the call that it refused. */
export type EvidenceRow = Awaited<ReturnType<typeof evidenceRows>>[number];

/** A page of a period's rulings, oldest first, after the last row of the page before. Index ruling_client. */
export async function evidenceRows(db: Db, clientId: ClientId, asked: EvidencePage) {
  const rows = await selectRulings(db, clientId, asked).execute();
  return rows.map(({ rules, facts, leadNumber, calledNumber, ...row }) => {
    // Written by appendRulings alone, perhaps years ago, when a field was not yet known.
    const known = facts === null ? null : (JSON.parse(facts) as Partial<CallFacts>);
    return {
      ...row,
      phoneNumber: calledNumber ?? leadNumber,
      place: known && {
        postalCode: known.postalCode ?? null,
        country: known.country ?? null,
        state: known.state ?? null,
        timeZone: known.timeZone ?? null,
        lineType: known.lineType ?? null,
      },
      callerId: row.callerId ?? known?.callerId?.number ?? null,
      mode: row.dialMode ?? known?.mode ?? null,
      refusing: row.kind === 'refused' ? refusingRules(rules) : [],
    };
  });
}

interface EvidencePage extends Period {
  readonly after: { readonly atMs: number; readonly id: RulingId } | null;
  readonly limit: number;
}

export function selectRulings(db: Db, clientId: ClientId, asked: EvidencePage) {
  const after = asked.after ?? { atMs: asked.fromMs, id: '' };
  return db
    .selectFrom('ruling')
    .innerJoin('lead', 'lead.id', 'ruling.lead_id')
    .leftJoin('campaign', 'campaign.id', 'ruling.campaign_id')
    .leftJoin('attempt', 'attempt.id', 'ruling.attempt_id')
    .select([
      'ruling.id',
      'ruling.at as atMs',
      'ruling.kind',
      'ruling.rules',
      'ruling.until as untilMs',
      'ruling.pack_version as packVersion',
      'ruling.zone_data_version as zoneDataVersion',
      'ruling.number_in_chain as numberInChain',
      'ruling.sha256',
      'ruling.facts',
      'campaign.name as campaignName',
      'lead.phone_number as leadNumber',
      'attempt.phone_number as calledNumber',
      'attempt.caller_id as callerId',
      'attempt.dial_mode as dialMode',
      'attempt.network_result as networkResult',
    ])
    .where('ruling.client_id', '=', clientId)
    .where('ruling.at', '>=', after.atMs)
    .where('ruling.at', '<', asked.toMs)
    .where(sql<boolean>`(ruling.at > ${after.atMs} or ruling.id > ${after.id})`)
    .orderBy('ruling.at')
    .orderBy('ruling.id')
    .limit(asked.limit);
}
