import type {
  Answers,
  AttemptId,
  CampaignId,
  CampaignKind,
  Citation,
  ClientId,
  Disposition,
  LeadId,
  ListId,
  NetworkResult,
  OutcomeId,
  Script,
  UserId,
} from '@alize/model';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from './open-database.ts';

/** Which attempts, and which outcomes, a page shows. What is undefined does not narrow it. */
export interface ResultFilter {
  readonly campaignId?: CampaignId | undefined;
  readonly listId?: ListId | undefined;
  readonly leadId?: LeadId | undefined;
  readonly agentId?: UserId | undefined;
  readonly networkResult?: NetworkResult | undefined;
  readonly disposition?: Disposition | undefined;
  readonly fromMs?: number | undefined;
  /** Half-open: `toMs` itself is outside. */
  readonly toMs?: number | undefined;
  /** Part of a name or a reference, or digits of a number. */
  readonly search?: string | undefined;
}

/** A page of rows, newest first, after the last row of the page before. */
export interface ResultPage<I> {
  readonly before: { readonly atMs: number; readonly id: I } | null;
  readonly limit: number;
}

/** An attempt with the names that people know it by. */
export type AttemptView = Awaited<ReturnType<typeof attemptsOfClient>>[number];

/** The client's attempts that fit, newest first. Index attempt_client or attempt_campaign. */
export async function attemptsOfClient(
  db: Db,
  clientId: ClientId,
  filter: ResultFilter,
  page: ResultPage<AttemptId>,
) {
  const rows = await narrow(selectAttempts(db, clientId), filter)
    .$if(filter.listId !== undefined, (query) => query.where('attempt.list_id', '=', filter.listId as ListId))
    // By its numbers, which the index attempt_number finds; a lead alone has none.
    .$if(filter.leadId !== undefined, (query) =>
      query
        .where('attempt.lead_id', '=', filter.leadId as LeadId)
        .where('attempt.phone_number', 'in', numbersOf(db, clientId, filter.leadId as LeadId)),
    )
    .$if(filter.networkResult !== undefined, (query) =>
      query.where('attempt.network_result', '=', filter.networkResult as NetworkResult),
    )
    .$if(filter.disposition !== undefined, (query) =>
      query.where('attempt.disposition', '=', filter.disposition as Disposition),
    )
    .where(isBefore('attempt', page.before))
    .orderBy('attempt.created_at', 'desc')
    .orderBy('attempt.id', 'desc')
    .limit(page.limit)
    .execute();
  return rows.map(toAttempt);
}

const numbersOf = (db: Db, clientId: ClientId, id: LeadId) =>
  db
    .selectFrom('lead_phone')
    .select('phone_number')
    .where('lead_phone.client_id', '=', clientId)
    .where('lead_phone.lead_id', '=', id);

/** An attempt with answers, outcome and the ruling it was placed by; null when the client has none of that id. */
export async function findAttemptDetail(db: Db, clientId: ClientId, id: AttemptId) {
  const row = await selectAttempts(db, clientId)
    .innerJoin('ruling', 'ruling.id', 'attempt.ruling_id')
    .innerJoin('script_version', 'script_version.id', 'attempt.script_version_id')
    .leftJoin('outcome', 'outcome.attempt_id', 'attempt.id')
    .select([
      'ruling.at as rulingAtMs',
      'ruling.rules',
      'ruling.pack_version as packVersion',
      'ruling.zone_data_version as zoneDataVersion',
      'script_version.document',
      'outcome.kind as outcomeKind',
      'outcome.data as outcomeData',
    ])
    .where('attempt.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const answers = await db
    .selectFrom('answer')
    .select(['question_id as questionId', 'value'])
    .where('attempt_id', '=', id)
    .where('client_id', '=', clientId)
    .orderBy('at')
    .execute();
  return {
    attempt: toAttempt(row),
    // Each was written by its one writer in this package, so it has that shape.
    script: JSON.parse(row.document) as Script,
    answers: answers.map((answer) => ({
      questionId: answer.questionId,
      value: JSON.parse(answer.value) as Answers[string],
    })),
    outcome:
      row.outcomeKind && row.outcomeData
        ? { kind: row.outcomeKind, data: JSON.parse(row.outcomeData) as Answers }
        : null,
    ruling: {
      atMs: row.rulingAtMs,
      packVersion: row.packVersion,
      zoneDataVersion: row.zoneDataVersion,
      rules: JSON.parse(row.rules) as Citation[],
    },
  };
}

/** What the client's calls produced, newest first. */
export async function outcomesOfClient(
  db: Db,
  clientId: ClientId,
  filter: Pick<ResultFilter, 'campaignId' | 'agentId' | 'fromMs' | 'toMs'>,
  page: ResultPage<OutcomeId>,
) {
  const rows = await narrow(selectAttempts(db, clientId), filter)
    .innerJoin('outcome', 'outcome.attempt_id', 'attempt.id')
    .select(['outcome.id as outcomeId', 'outcome.kind', 'outcome.data', 'outcome.created_at as outcomeAtMs'])
    .select('attempt.script_version_id as scriptVersionId')
    .where(isBefore('outcome', page.before))
    .orderBy('outcome.created_at', 'desc')
    .orderBy('outcome.id', 'desc')
    .limit(page.limit)
    .execute();
  return rows.map((row) => ({
    id: row.outcomeId,
    kind: row.kind as CampaignKind,
    // Written by insertOutcome alone.
    data: JSON.parse(row.data) as Answers,
    createdAtMs: row.outcomeAtMs,
    scriptVersionId: row.scriptVersionId,
    attempt: toAttempt(row),
  }));
}

/** Later rows of the page's order: by instant, so that an index gives it, and by id within one. */
function isBefore(table: 'attempt' | 'outcome', before: ResultPage<string>['before']) {
  if (!before) return sql<boolean>`true`;
  const [at, id] = [sql.ref(`${table}.created_at`), sql.ref(`${table}.id`)];
  return sql<boolean>`${at} <= ${before.atMs} and (${at} < ${before.atMs} or ${id} < ${before.id})`;
}

type AttemptQuery = ReturnType<typeof selectAttempts>;

function narrow(query: AttemptQuery, filter: ResultFilter): AttemptQuery {
  const { campaignId, agentId, fromMs, toMs, search } = filter;
  return query
    .$if(campaignId !== undefined, (q) => q.where('attempt.campaign_id', '=', campaignId as CampaignId))
    .$if(agentId !== undefined, (q) => q.where('attempt.agent_id', '=', agentId as UserId))
    .$if(fromMs !== undefined, (q) => q.where('attempt.created_at', '>=', fromMs as number))
    .$if(toMs !== undefined, (q) => q.where('attempt.created_at', '<', toMs as number))
    .$if(search !== undefined && search.trim() !== '', (q) => q.where(matches(search as string)));
}

/** Digits look into the number (a leading 0 is the French way to write it), anything into the lead's names. */
function matches(search: string) {
  const text = `%${search.trim().replace(/[\\%_]/g, '\\$&')}%`;
  const isLike = (column: RawBuilder<unknown>) =>
    sql<boolean>`lower(${column}) like lower(${text}) escape '\\'`;
  const name = sql`coalesce(lead.first_name, '') || ' ' || coalesce(lead.last_name, '')`;
  const named = sql<boolean>`(${isLike(sql`lead.reference`)} or ${isLike(sql`lead.company`)} or ${isLike(name)})`;
  const digits = search.replace(/[\s.+()-]/g, '');
  if (!/^\d+$/.test(digits)) return named;
  return sql<boolean>`(attempt.phone_number like ${`%${digits.replace(/^0(?!0)/, '')}%`} or ${named})`;
}

function selectAttempts(db: Db, clientId: ClientId) {
  return db
    .selectFrom('attempt')
    .innerJoin('campaign', 'campaign.id', 'attempt.campaign_id')
    .innerJoin('lead', 'lead.id', 'attempt.lead_id')
    .leftJoin('user', 'user.id', 'attempt.agent_id')
    .select([
      'attempt.id',
      'attempt.campaign_id as campaignId',
      'campaign.name as campaignName',
      'attempt.lead_id as leadId',
      'lead.civility',
      'lead.first_name as firstName',
      'lead.last_name as lastName',
      'lead.company',
      'lead.reference',
      'attempt.phone_number as phoneNumber',
      'attempt.number_of_lead as numberOfLead',
      'user.name as agentName',
      'attempt.progress',
      'attempt.network_result as networkResult',
      'attempt.end_reason as endReason',
      'attempt.is_abandoned as isAbandoned',
      'attempt.disposition',
      'attempt.note',
      'attempt.created_at as createdAtMs',
      'attempt.answered_at as answeredAtMs',
      'attempt.connected_at as connectedAtMs',
      'attempt.ended_at as endedAtMs',
    ])
    .where('attempt.client_id', '=', clientId);
}

type AttemptRow = Awaited<ReturnType<AttemptQuery['executeTakeFirstOrThrow']>>;

function toAttempt(row: AttemptRow) {
  const { civility, firstName, lastName, company, reference, isAbandoned, ...attempt } = row;
  const { connectedAtMs, endedAtMs } = attempt;
  return {
    ...attempt,
    lead: { civility, firstName, lastName, company, reference },
    isAbandoned: isAbandoned === 1,
    talkMs: connectedAtMs !== null && endedAtMs !== null ? endedAtMs - connectedAtMs : 0,
  };
}
