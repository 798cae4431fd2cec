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
