import type {
  Answers,
  CampaignId,
  ClientId,
  InterviewChannel,
  InterviewId,
  InterviewState,
  ScriptVersionId,
  UserId,
} from '@alize/model';
import { unknownGroup } from '@alize/surveys';
import type { Db } from './open-database.ts';
import { fieldColumns, fieldValues } from './quotas.ts';

/** What a report reads of an interview. */
export interface ReportedInterview {
  readonly id: InterviewId;
  readonly state: InterviewState;
  readonly channel: InterviewChannel;
  readonly cell: string | null;
  readonly stepId: string | null;
  readonly answers: Answers;
  readonly seed: number;
  readonly scriptVersionId: ScriptVersionId;
  readonly agentId: UserId | null;
  readonly startedAtMs: number;
  readonly durationMs: number | null;
  readonly fields: ReturnType<typeof fieldValues>;
}

/**
 * Interviews of a campaign in the order of their ids, after one. One that was begun and whose lead is closed since, its
 * calls used up, is a break-off. Index interview_campaign.
 */
export async function interviewsForReport(
  db: Db,
  clientId: ClientId,
  campaignId: CampaignId,
  page: { readonly afterId: InterviewId | null; readonly limit: number },
): Promise<readonly ReportedInterview[]> {
  const { afterId } = page;
  const rows = await db
    .selectFrom('interview')
    .leftJoin('lead', 'lead.id', 'interview.lead_id')
    .select([
      'interview.id',
      'interview.state',
      'interview.channel',
      'interview.cell',
      'interview.step_id as stepId',
      'interview.answers',
      'interview.seed',
      'interview.script_version_id as scriptVersionId',
      'interview.agent_id as agentId',
      'interview.started_at as startedAtMs',
      'interview.duration_ms as durationMs',
      'lead.state as leadState',
    ])
    .select(fieldColumns)
    .where('interview.campaign_id', '=', campaignId)
    .where('interview.client_id', '=', clientId)
    .$if(afterId !== null, (query) => query.where('interview.id', '>', afterId as InterviewId))
    .orderBy('interview.id')
    .limit(page.limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    state: row.state === 'started' && row.leadState === 'closed' ? 'break_off' : row.state,
    channel: row.channel,
    cell: row.cell,
    stepId: row.stepId,
    // Written by storeInterview alone.
    answers: JSON.parse(row.answers) as Answers,
    seed: row.seed,
    scriptVersionId: row.scriptVersionId,
    agentId: row.agentId,
    startedAtMs: row.startedAtMs,
    durationMs: row.durationMs,
    // Joined from a lead, or from nothing: then its columns are null.
    fields: fieldValues({ ...row, custom: row.custom ?? '{}' }),
  }));
}

/** A campaign, as far as surveys ask; null when the client has none of that id. */
export async function surveyCampaign(db: Db, clientId: ClientId, campaignId: CampaignId) {
  const row = await db
    .selectFrom('campaign')
    .innerJoin('client', 'client.id', 'campaign.client_id')
    .select(['campaign.id', 'campaign.name', 'campaign.kind', 'client.name as clientName'])
    .where('campaign.id', '=', campaignId)
    .where('campaign.client_id', '=', clientId)
    .executeTakeFirst();
  return row ?? null;
}

/** Complete interviews by cell: what weights are made from. */
export async function completeByCell(db: Db, clientId: ClientId, campaignId: CampaignId) {
  const rows = await db
    .selectFrom('interview')
    .select('cell')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('campaign_id', '=', campaignId)
    .where('client_id', '=', clientId)
    .where('state', '=', 'complete')
    .groupBy('cell')
    .execute();
  return rows.map(({ cell, count }) => ({ key: cell ?? unknownGroup, count }));
}

/** Who held interviews of a campaign by telephone. */
export async function interviewersOf(
  db: Db,
  clientId: ClientId,
  campaignId: CampaignId,
): Promise<readonly UserId[]> {
  const rows = await db
    .selectFrom('interview')
    .select('agent_id')
    .distinct()
    .where('campaign_id', '=', campaignId)
    .where('client_id', '=', clientId)
    .where('channel', '=', 'phone')
    .execute();
  return rows.flatMap((row) => row.agent_id ?? []);
}

/** Complete interviews with their answers, from the newest on, before one. Index interview_campaign. */
export async function answersNewestFirst(
  db: Db,
  clientId: ClientId,
  campaignId: CampaignId,
  { before, limit }: { readonly before: InterviewId | null; readonly limit: number },
) {
  const rows = await db
    .selectFrom('interview')
    .select(['id', 'answers', 'channel', 'ended_at', 'changed_at'])
    .where('campaign_id', '=', campaignId)
    .where('client_id', '=', clientId)
    .where('state', '=', 'complete')
    .$if(before !== null, (query) => query.where('id', '<', before as InterviewId))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, channel: row.channel, atMs: row.ended_at ?? row.changed_at },
    // Written by storeInterview alone.
    answers: JSON.parse(row.answers) as Answers,
  }));
}

/** The scripts that interviews of a campaign were held by, the newest version first. Index interview_script. */
export async function scriptsOfInterviews(db: Db, clientId: ClientId, campaignId: CampaignId) {
  return db
    .selectFrom('script_version')
    .select(['id', 'document'])
    .where('client_id', '=', clientId)
    .where((where) =>
      where.or([
        where.exists(
          where
            .selectFrom('interview')
            .select('interview.id')
            .where('interview.campaign_id', '=', campaignId)
            .whereRef('interview.script_version_id', '=', 'script_version.id'),
        ),
        where('id', '=', db.selectFrom('campaign').select('script_version_id').where('id', '=', campaignId)),
      ]),
    )
    .orderBy('published_at', 'desc')
    .execute();
}

/**
 * What became of the leads of a campaign that were called, by their last call and their interview; for response rates.
 * Leads never called and without an interview are not in it.
 */
export async function leadsByResult(db: Db, clientId: ClientId, campaignId: CampaignId) {
  return db
    .selectFrom('lead')
    .leftJoin('attempt', (join) =>
      join
        .onRef('attempt.lead_id', '=', 'lead.id')
        .onRef('attempt.number_of_lead', '=', 'lead.attempts_count'),
    )
    .leftJoin('interview', (join) =>
      join.onRef('interview.lead_id', '=', 'lead.id').onRef('interview.campaign_id', '=', 'lead.campaign_id'),
    )
    .select([
      'interview.state as interview',
      'attempt.disposition',
      'attempt.network_result as networkResult',
      'lead.state as leadState',
    ])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('lead.client_id', '=', clientId)
    .where('lead.campaign_id', '=', campaignId)
    .where((where) => where.or([where('lead.attempts_count', '>', 0), where('interview.id', 'is not', null)]))
    .groupBy(['interview.state', 'attempt.disposition', 'attempt.network_result', 'lead.state'])
    .execute();
}

/** Leads of a campaign's lists, called or not. */
export async function countLeads(db: Db, clientId: ClientId, campaignId: CampaignId): Promise<number> {
  const { count } = await db
    .selectFrom('list')
    .select(({ fn }) => fn.sum<number | null>('leads_count').as('count'))
    .where('client_id', '=', clientId)
    .where('campaign_id', '=', campaignId)
    .executeTakeFirstOrThrow();
  return Number(count ?? 0);
}

/** Changes with the interviews and the calls of a campaign. Indexes interview_changed and attempt_campaign. */
export async function surveyMark(db: Db, campaignId: CampaignId): Promise<string> {
  const interview = await db
    .selectFrom('interview')
    .select(({ fn }) => fn.max('changed_at').as('atMs'))
    .where('campaign_id', '=', campaignId)
    .executeTakeFirst();
  const call = await db
    .selectFrom('attempt')
    .select(({ fn }) => fn.max('created_at').as('atMs'))
    .where('campaign_id', '=', campaignId)
    .executeTakeFirst();
  return `${interview?.atMs ?? 0} ${call?.atMs ?? 0}`;
}
