import type { Answers, CampaignId, ClientId, InterviewId, LeadId, ListId, QuotaPlan } from '@alize/model';
import { cellOf } from '@alize/surveys';
import { sql } from 'kysely';
import { jsonRows, lockToChange } from './engine.ts';
import type { Db, Tx } from './open-database.ts';
import { dayOf, fieldColumns, fieldValues, sortBy, surveyOf } from './quotas.ts';

/** How far the leads of a campaign are sorted into a plan that has changed. */
export interface QuotaSorting {
  readonly leadsDone: number;
  readonly leadsAll: number;
}

/** Notes that all leads of a campaign are to be sorted anew, from the first. Call it in the transaction of the plan. */
export async function beginSorting(tx: Tx, clientId: ClientId, campaignId: CampaignId): Promise<void> {
  const { count } = await tx
    .selectFrom('list')
    .select(({ fn }) => fn.coalesce(fn.sum<number>('leads_count'), sql.lit(0)).as('count'))
    .where('campaign_id', '=', campaignId)
    .executeTakeFirstOrThrow();
  const begun = {
    ...{ list_id: null, after_id: null, interview_id: null },
    ...{ leads_done: 0, leads_all: Number(count) },
  };
  await tx
    .insertInto('quota_sorting')
    .values({ campaign_id: campaignId, client_id: clientId, ...begun })
    .onConflict((conflict) => conflict.column('campaign_id').doUpdateSet(begun))
    .execute();
}

/** Null when there is nothing left to sort. */
export async function findSorting(db: Db, campaignId: CampaignId): Promise<QuotaSorting | null> {
  const row = await db
    .selectFrom('quota_sorting')
    .select(['leads_done as leadsDone', 'leads_all as leadsAll'])
    .where('campaign_id', '=', campaignId)
    .executeTakeFirst();
  return row ?? null;
}

/** The campaigns whose sorting has not come to its end: after a stop it goes on there. */
export async function sortingsUnderWay(db: Db): Promise<readonly CampaignId[]> {
  const rows = await db.selectFrom('quota_sorting').select('campaign_id').execute();
  return rows.map((row) => row.campaign_id);
}

/**
 * Sorts up to `limit` more: first leads, list by list, then the interviews of before. One transaction; true while there
 * is more to do.
 */
export async function sortNext(
  db: Db,
  campaignId: CampaignId,
  { limit, atMs }: { readonly limit: number; readonly atMs: number },
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const own = tx.selectFrom('quota_sorting').selectAll().where('campaign_id', '=', campaignId);
    const row = await lockToChange(tx, 'quota_sorting', own).executeTakeFirst();
    if (!row) return false;
    const { quotas } = await surveyOf(tx, row.client_id, campaignId);
    const found = await nextLeads(tx, campaignId, { listId: row.list_id, afterId: row.after_id }, limit);
    if (found.ids.length > 0) {
      await sortBy(tx, quotas, { clientId: row.client_id, campaignId, ids: found.ids, atMs });
      const step = { list_id: found.listId, after_id: found.ids.at(-1) ?? null };
      await tx
        .updateTable('quota_sorting')
        .set((column) => ({ ...step, leads_done: column('leads_done', '+', found.ids.length) }))
        .where('campaign_id', '=', campaignId)
        .execute();
      return true;
    }
    return sortInterviews(tx, campaignId, quotas, { afterId: row.interview_id, limit });
  });
}

/** Writes the cells of the next complete interviews; false when there are none any more, and the sorting is over. */
async function sortInterviews(
  tx: Tx,
  campaignId: CampaignId,
  quotas: QuotaPlan | null,
  page: { readonly afterId: InterviewId | null; readonly limit: number },
): Promise<boolean> {
  const interviews = await interviewsToSort(tx, campaignId, page);
  const last = interviews.at(-1);
  if (!last) {
    await tx.deleteFrom('quota_sorting').where('campaign_id', '=', campaignId).execute();
    return false;
  }
  await keepCells(
    tx,
    interviews.map((each) => ({ id: each.id, cell: quotas && cellOf(quotas, each) })),
  );
  await tx
    .updateTable('quota_sorting')
    .set({ interview_id: last.id })
    .where('campaign_id', '=', campaignId)
    .execute();
  return true;
}

/** The next leads of the list that the last ones were of, else of the next list that has some. Index lead_list. */
async function nextLeads(
  tx: Tx,
  campaignId: CampaignId,
  from: { readonly listId: ListId | null; readonly afterId: LeadId | null },
  limit: number,
): Promise<{ readonly listId: ListId | null; readonly ids: readonly LeadId[] }> {
  const lists = await tx
    .selectFrom('list')
    .select('id')
    .where('campaign_id', '=', campaignId)
    .$if(from.listId !== null, (query) => query.where('id', '>=', from.listId as ListId))
    .orderBy('id')
    .execute();
  for (const { id: listId } of lists) {
    const afterId = listId === from.listId ? from.afterId : null;
    const rows = await tx
      .selectFrom('lead')
      .select('id')
      .where('list_id', '=', listId)
      .$if(afterId !== null, (query) => query.where('id', '>', afterId as LeadId))
      .orderBy('id')
      .limit(limit)
      .execute();
    if (rows.length > 0) return { listId, ids: rows.map(({ id }) => id) };
  }
  return { listId: null, ids: [] };
}

/** A complete interview, for its cell in another plan. */
export interface InterviewToSort {
  readonly id: InterviewId;
  readonly fields: ReturnType<typeof fieldValues>;
  readonly answers: Answers;
  /** ISO date of its end. */
  readonly day: string;
}

/** Complete interviews after `afterId`; what their cells are read from. Index interview_campaign. */
export async function interviewsToSort(
  db: Db,
  campaignId: CampaignId,
  { afterId, limit }: { readonly afterId: InterviewId | null; readonly limit: number },
): Promise<readonly InterviewToSort[]> {
  const rows = await completeInterviews(db, campaignId)
    .$if(afterId !== null, (query) => query.where('interview.id', '>', afterId as InterviewId))
    .orderBy('interview.id')
    .limit(limit)
    .execute();
  return rows.map(toSort);
}

/** All of them that have changed since: few, for it is not long ago. Index interview_changed. */
export async function interviewsChanged(
  db: Db,
  campaignId: CampaignId,
  sinceMs: number,
): Promise<readonly InterviewToSort[]> {
  const rows = await completeInterviews(db, campaignId)
    .where('interview.changed_at', '>=', sinceMs)
    .execute();
  return rows.map(toSort);
}

function completeInterviews(db: Db, campaignId: CampaignId) {
  return db
    .selectFrom('interview')
    .leftJoin('lead', 'lead.id', 'interview.lead_id')
    .select(['interview.id', 'interview.answers', 'interview.ended_at', 'interview.changed_at'])
    .select(fieldColumns)
    .where('interview.campaign_id', '=', campaignId)
    .where('interview.state', '=', 'complete');
}

function toSort({
  id,
  answers,
  ended_at,
  changed_at,
  ...row
}: Awaited<ReturnType<ReturnType<typeof completeInterviews>['execute']>>[number]): InterviewToSort {
  return {
    id,
    // Joined from a lead, or from nothing: then its columns are null.
    fields: fieldValues({ ...row, custom: row.custom ?? '{}' }),
    // Written by storeInterview alone.
    answers: JSON.parse(answers) as Answers,
    day: dayOf(ended_at ?? changed_at),
  };
}

/** Writes the cells of interviews, as they are under the plan of today. */
async function keepCells(
  tx: Tx,
  cells: readonly { readonly id: InterviewId; readonly cell: string | null }[],
): Promise<void> {
  if (cells.length === 0) return;
  await sql`update interview set cell = each.cell
    from (select value ->> 'id' as id, value ->> 'cell' as cell from ${jsonRows(tx, JSON.stringify(cells))}) as each
    where interview.id = each.id`.execute(tx);
}
