import type { Answer, Answers, AttemptId, ClientId, LeadId, UserId } from '@alize/model';
import type { Db, Tx } from './open-database.ts';

/** The answers kept for an attempt, by question id. */
export async function answersOf(db: Db, clientId: ClientId, id: AttemptId): Promise<Answers> {
  const rows = await db
    .selectFrom('answer')
    .select(['question_id', 'value'])
    .where('attempt_id', '=', id)
    .where('client_id', '=', clientId)
    .execute();
  // Written by saveDraft alone, so each is an Answer.
  return Object.fromEntries(rows.map((row) => [row.question_id, JSON.parse(row.value) as Answer]));
}

/** What changed in an agent's draft of a call; an answer of null forgets it. */
export interface DraftChange {
  readonly answers?: Readonly<Record<string, Answer | null>> | undefined;
  readonly stepId?: string | null | undefined;
  readonly note?: string | undefined;
}

/** Keeps a draft. False when the call is not the agent's, or has its disposition. Call it in a transaction. */
export async function saveDraft(
  db: Db,
  call: { readonly clientId: ClientId; readonly userId: UserId; readonly attemptId: AttemptId },
  change: DraftChange,
  atMs: number,
): Promise<boolean> {
  const result = await db
    .updateTable('attempt')
    .set((column) => ({
      step_id: change.stepId === undefined ? column.ref('step_id') : change.stepId,
      note: change.note === undefined ? column.ref('note') : change.note,
    }))
    .where('id', '=', call.attemptId)
    .where('client_id', '=', call.clientId)
    .where('agent_id', '=', call.userId)
    .where('disposition', 'is', null)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) return false;
  for (const [questionId, answer] of Object.entries(change.answers ?? {})) {
    await saveAnswer(db, call, questionId, answer, atMs);
  }
  return true;
}

/**
 * The last call before this one, of the same lead and campaign, in which something was answered or a step begun; null
 * when there is none. By the unique index of lead_id and number_of_lead.
 */
export async function earlierCall(
  db: Db,
  call: { readonly clientId: ClientId; readonly leadId: LeadId; readonly attemptId: AttemptId },
) {
  const row = await db
    .selectFrom('attempt as earlier')
    .innerJoin('attempt as own', (join) =>
      join
        .onRef('own.lead_id', '=', 'earlier.lead_id')
        .onRef('own.campaign_id', '=', 'earlier.campaign_id')
        .onRef('own.number_of_lead', '>', 'earlier.number_of_lead'),
    )
    .select(['earlier.id as attemptId', 'earlier.step_id as stepId', 'earlier.created_at as atMs'])
    .where('own.id', '=', call.attemptId)
    .where('earlier.lead_id', '=', call.leadId)
    .where('earlier.client_id', '=', call.clientId)
    .where((where) =>
      where.or([
        where('earlier.step_id', 'is not', null),
        where.exists(
          where
            .selectFrom('answer')
            .select('answer.question_id')
            .whereRef('answer.attempt_id', '=', 'earlier.id'),
        ),
      ]),
    )
    .orderBy('earlier.number_of_lead', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { ...row, answers: await answersOf(db, call.clientId, row.attemptId) } : null;
}

/** What a call begins with that goes on with something earlier. */
export interface CallStart {
  readonly answers: Answers;
  readonly stepId: string | null;
  /** The call that it goes on with; null when it was not a call. */
  readonly from: AttemptId | null;
}

/** Stores where a call begins. The call is locked by the transaction, and nothing was written on it yet. */
export async function startCall(
  tx: Tx,
  call: { readonly clientId: ClientId; readonly attemptId: AttemptId },
  start: CallStart,
  atMs: number,
): Promise<void> {
  await tx
    .updateTable('attempt')
    .set({ step_id: start.stepId, answers_from: start.from })
    .where('id', '=', call.attemptId)
    .where('client_id', '=', call.clientId)
    .execute();
  for (const [questionId, answer] of Object.entries(start.answers)) {
    await saveAnswer(tx, call, questionId, answer, atMs);
  }
}

async function saveAnswer(
  db: Db,
  call: { readonly clientId: ClientId; readonly attemptId: AttemptId },
  questionId: string,
  answer: Answer | null,
  atMs: number,
): Promise<void> {
  if (answer === null) {
    await db
      .deleteFrom('answer')
      .where('attempt_id', '=', call.attemptId)
      .where('question_id', '=', questionId)
      .execute();
    return;
  }
  const value = JSON.stringify(answer);
  await db
    .insertInto('answer')
    .values({
      attempt_id: call.attemptId,
      question_id: questionId,
      client_id: call.clientId,
      value,
      at: atMs,
    })
    .onConflict((conflict) =>
      conflict.columns(['attempt_id', 'question_id']).doUpdateSet({ value, at: atMs }),
    )
    .execute();
}
