import type {
  Answers,
  AttemptId,
  CampaignId,
  ClientId,
  InterviewChannel,
  InterviewId,
  InterviewState,
  LeadId,
  ListId,
  QuotaPlan,
  Script,
  ScriptVersionId,
  UserId,
} from '@alize/model';
import { cellOf, unknownGroup } from '@alize/surveys';
import type { Selectable } from 'kysely';
import { lockToChange } from './engine.ts';
import type { Db, Tx } from './open-database.ts';
import { dayOf, fieldColumns, fieldValues, quotaCells, takePlace } from './quotas.ts';
import type { Schema } from './schema.ts';

/** How an interview stands now: by a call that has ended, or by what the person did behind their link. */
export interface InterviewStanding {
  /** Taken when there is no interview of this lead yet. */
  readonly id: InterviewId;
  readonly clientId: ClientId;
  readonly campaignId: CampaignId;
  readonly leadId: LeadId;
  readonly listId: ListId;
  /** The call; null on the web. */
  readonly attemptId: AttemptId | null;
  readonly agentId: UserId | null;
  readonly scriptVersionId: ScriptVersionId;
  readonly channel: InterviewChannel;
  /** `complete` becomes `quota_full` when the cell has no place left; so does `screened_out` of a full cell. */
  readonly state: Exclude<InterviewState, 'quota_full'>;
  readonly stepId: string | null;
  /** What was given now; answers of before that are not given again stay, null forgets one. */
  readonly answers: Readonly<Record<string, Answers[string] | null>>;
  readonly seed: number;
  readonly quotas: QuotaPlan | null;
  readonly fields: ReturnType<typeof fieldValues>;
  /** When this part of it began, and how long it took. */
  readonly startedAtMs: number;
  readonly durationMs: number;
  readonly atMs: number;
}

export interface StoredStanding {
  readonly id: InterviewId;
  readonly state: InterviewState;
  /** Null for a new one. */
  readonly stateBefore: InterviewState | null;
  readonly cell: string | null;
  /** Whether it took the last place of its cell. */
  readonly hasFilledCell: boolean;
}

type Row = Selectable<Schema['interview']>;

/** Ended for good: what comes later changes nothing. */
export const isOver = (state: InterviewState) => state === 'complete' || state === 'quota_full';

/**
 * Stores how an interview stands, one row for a lead over its calls and its link. A complete one takes its place in its
 * cell, or is kept as one too many. One whose group is not known takes no place and is complete all the same. Call it in
 * the transaction of the fact.
 */
export async function storeInterview(tx: Tx, standing: InterviewStanding): Promise<StoredStanding> {
  const { row, isNew } = await ownRow(tx, standing);
  const stateBefore = isNew ? null : row.state;
  if (isOver(row.state) && !isNew)
    return { id: row.id, state: row.state, stateBefore, cell: row.cell, hasFilledCell: false };
  const answers = merged(row, standing.answers);
  const { fields, quotas, atMs } = standing;
  const cell = quotas && cellOf(quotas, { fields, answers, day: dayOf(atMs) });
  const { state, hasFilledCell } = await placed(tx, standing, cell);
  await tx
    .updateTable('interview')
    .set({
      attempt_id: standing.attemptId ?? row.attempt_id,
      agent_id: standing.agentId ?? row.agent_id,
      script_version_id: standing.scriptVersionId,
      channel: standing.channel,
      state,
      cell,
      step_id: standing.stepId,
      answers: JSON.stringify(answers),
      ended_at: state === 'started' ? null : atMs,
      duration_ms: (isNew ? 0 : (row.duration_ms ?? 0)) + standing.durationMs,
      changed_at: atMs,
    })
    .where('id', '=', row.id)
    .execute();
  return { id: row.id, state, stateBefore, cell, hasFilledCell };
}

/** The lead's interview, made if there is none, and nobody else's to change before the transaction ends. */
async function ownRow(tx: Tx, standing: InterviewStanding): Promise<{ row: Row; isNew: boolean }> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('interview')
    .values({
      id: standing.id,
      client_id: standing.clientId,
      campaign_id: standing.campaignId,
      lead_id: standing.leadId,
      list_id: standing.listId,
      attempt_id: standing.attemptId,
      agent_id: standing.agentId,
      script_version_id: standing.scriptVersionId,
      channel: standing.channel,
      state: 'started',
      cell: null,
      step_id: standing.stepId,
      answers: '{}',
      seed: standing.seed,
      started_at: standing.startedAtMs,
      ended_at: null,
      duration_ms: null,
      changed_at: standing.atMs,
    })
    .onConflict((conflict) =>
      conflict.columns(['lead_id', 'campaign_id']).where('lead_id', 'is not', null).doNothing(),
    )
    .executeTakeFirst();
  const own = tx
    .selectFrom('interview')
    .selectAll()
    .where('lead_id', '=', standing.leadId)
    .where('campaign_id', '=', standing.campaignId);
  const row = await lockToChange(tx, 'interview', own).executeTakeFirstOrThrow();
  return { row, isNew: numInsertedOrUpdatedRows === 1n };
}

function merged(row: Row, given: InterviewStanding['answers']): Answers {
  // Written by this file alone.
  const before = JSON.parse(row.answers) as Answers;
  return Object.fromEntries(
    Object.entries({ ...before, ...given }).flatMap(([id, answer]) =>
      answer === null ? [] : [[id, answer]],
    ),
  );
}

async function placed(
  tx: Tx,
  { campaignId, state }: InterviewStanding,
  cell: string | null,
): Promise<{ readonly state: InterviewState; readonly hasFilledCell: boolean }> {
  if (cell === null || cell.includes(unknownGroup)) return { state, hasFilledCell: false };
  if (state === 'screened_out') {
    const full = (await quotaCells(tx, campaignId)).find(({ key }) => key === cell);
    const isFull = full !== undefined && full.doneCount >= full.target;
    return { state: isFull ? 'quota_full' : state, hasFilledCell: false };
  }
  if (state !== 'complete') return { state, hasFilledCell: false };
  const place = await takePlace(tx, campaignId, cell);
  return { state: place ? 'complete' : 'quota_full', hasFilledCell: place?.isLast ?? false };
}

/** Whom an interview is with, and what for; null when the client has none of that id, or it was taken out again. */
export async function interviewSubject(db: Db, clientId: ClientId, leadId: LeadId) {
  const query = db
    .selectFrom('lead')
    .innerJoin('campaign', 'campaign.id', 'lead.campaign_id')
    .innerJoin('client', 'client.id', 'lead.client_id')
    .innerJoin('script_version', 'script_version.id', 'campaign.script_version_id')
    .select([
      'lead.id as leadId',
      'lead.campaign_id as campaignId',
      'lead.list_id as listId',
      'lead.state as leadState',
      'lead.closed_reason as closedReason',
      'campaign.kind as campaignKind',
      'campaign.name as campaignName',
      'campaign.script_version_id as scriptVersionId',
      'client.name as clientName',
      'script_version.document',
    ])
    .select(fieldColumns)
    .where('lead.id', '=', leadId)
    .where('lead.client_id', '=', clientId)
    .where('lead.state', '!=', 'staged');
  const row = await lockToChange(db, 'lead', query).executeTakeFirst();
  if (!row) return null;
  return {
    leadId: row.leadId,
    campaignId: row.campaignId,
    listId: row.listId,
    leadState: row.leadState,
    closedReason: row.closedReason,
    campaignKind: row.campaignKind,
    campaignName: row.campaignName,
    clientName: row.clientName,
    email: row.email,
    scriptVersionId: row.scriptVersionId,
    // Written by this package's scripts alone.
    script: JSON.parse(row.document) as Script,
    fields: fieldValues(row),
  };
}
export type InterviewSubject = NonNullable<Awaited<ReturnType<typeof interviewSubject>>>;

/** The client whose lead this is, for a link that names the lead alone; null when there is none. */
export async function clientOfLead(db: Db, leadId: LeadId): Promise<ClientId | null> {
  const row = await db.selectFrom('lead').select('client_id').where('id', '=', leadId).executeTakeFirst();
  return row?.client_id ?? null;
}

/** The script that a call is held by. */
export async function scriptOfCall(db: Db, attemptId: AttemptId): Promise<ScriptVersionId> {
  const row = await db
    .selectFrom('attempt')
    .select('script_version_id')
    .where('id', '=', attemptId)
    .executeTakeFirstOrThrow();
  return row.script_version_id;
}

/** Leads of a campaign whose interview may go on by their link, after one, in the order of their ids. */
export async function leadsToInvite(
  db: Db,
  clientId: ClientId,
  campaignId: CampaignId,
  page: { readonly afterId: LeadId | null; readonly limit: number },
) {
  const { afterId } = page;
  return db
    .selectFrom('lead')
    .select(['id', 'reference', 'civility', 'first_name as firstName', 'last_name as lastName', 'email'])
    .where('client_id', '=', clientId)
    .where('campaign_id', '=', campaignId)
    .where('state', '=', 'open')
    .$if(afterId !== null, (query) => query.where('id', '>', afterId as LeadId))
    .orderBy('id')
    .limit(page.limit)
    .execute();
}

/** An interview as the person's link and their next call find it; null when it has not begun. */
export async function findInterview(db: Db, clientId: ClientId, campaignId: CampaignId, leadId: LeadId) {
  const row = await db
    .selectFrom('interview')
    .innerJoin('script_version', 'script_version.id', 'interview.script_version_id')
    .select([
      'interview.id',
      'interview.state',
      'interview.channel',
      'interview.step_id as stepId',
      'interview.answers',
      'interview.seed',
      'interview.script_version_id as scriptVersionId',
      'interview.started_at as startedAtMs',
      'interview.changed_at as changedAtMs',
      'script_version.document',
    ])
    .where('interview.lead_id', '=', leadId)
    .where('interview.campaign_id', '=', campaignId)
    .where('interview.client_id', '=', clientId)
    .executeTakeFirst();
  // Both were written by their one writer in this package.
  if (!row) return null;
  const { document, ...interview } = row;
  return {
    ...interview,
    answers: JSON.parse(row.answers) as Answers,
    script: JSON.parse(document) as Script,
  };
}

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

/** Leads of a campaign's files that nobody was ever called of. */
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
