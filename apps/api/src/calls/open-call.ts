import { type Db, earlierCall, findAttempt, findCall, findInterview, startCall, type Tx } from '@alize/db';
import type { AttemptId, ClientId, UserId } from '@alize/model';
import { carriedOver, fieldsOf, type InterviewPlace, type ScriptFacts, seedOf } from '@alize/scripts';
import { Problem } from '../problem.ts';

/** A call as its agent has it before them. */
export type OpenCall = NonNullable<Awaited<ReturnType<typeof findCall>>>;

interface CallAsked {
  readonly clientId: ClientId;
  readonly userId: UserId;
  readonly attemptId: AttemptId;
}

/** What the script of a call reads beside its answers. */
export function factsOf(call: OpenCall): ScriptFacts {
  return { fields: fieldsOf(call), seed: seedOf(call.leadId) };
}

/**
 * The call, which goes on where an earlier one of the same lead and campaign stopped; null when it is not the agent's,
 * or has its disposition. Every reader of a call asks here first, so that the earlier answers are there whatever died
 * between connecting and now, and connecting waits for none of it.
 */
export async function openCall(db: Db, asked: CallAsked, atMs: number): Promise<OpenCall | null> {
  const call = await findCall(db, asked.clientId, asked.userId, asked.attemptId);
  if (!call || !(await startOf(db, asked, call))) return call;
  return db.transaction().execute((tx) => openCallIn(tx, asked, atMs));
}

/** The same inside a transaction: nobody else writes on the call until that ends. */
export async function openCallIn(tx: Tx, asked: CallAsked, atMs: number): Promise<OpenCall | null> {
  const call = await findCall(tx, asked.clientId, asked.userId, asked.attemptId);
  const start = call && (await startOf(tx, asked, call));
  if (!start) return call;
  await startCall(tx, asked, start, atMs);
  return { ...call, answers: start.answers, stepId: start.stepId, answersFrom: start.from };
}

/** Where the call begins when it goes on with something; null when it does not, or was begun already. */
async function startOf(db: Db, { clientId }: CallAsked, call: OpenCall) {
  const isBegun = call.answersFrom !== null || call.stepId !== null || Object.keys(call.answers).length > 0;
  if (isBegun) return null;
  const { attemptId, leadId, campaignId } = call;
  const earlier = await earlierCall(db, { clientId, leadId, attemptId });
  const interview =
    call.campaignKind === 'survey' ? await findInterview(db, clientId, campaignId, leadId) : null;
  // What was answered by the link since then holds the answers of the calls before it too.
  const isLater = interview?.channel === 'web' && interview.changedAtMs > (earlier?.atMs ?? 0);
  const before: InterviewPlace | null = isLater ? interview : earlier;
  if (!before) return null;
  return { ...carriedOver(call.script, before, factsOf(call)), from: earlier?.attemptId ?? null };
}

/** Why an agent may not write on a call: it is over for them, or not of their client at all. */
export async function callRefusal(
  db: Db,
  call: { readonly clientId: ClientId; readonly attemptId: AttemptId },
): Promise<Problem> {
  const attempt = await findAttempt(db, call.attemptId);
  return new Problem(attempt?.clientId === call.clientId ? 'call_not_yours' : 'not_found');
}
