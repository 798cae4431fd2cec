import {
  findInterview,
  type InterviewStanding,
  interviewSubject,
  moveLead,
  scriptOfCall,
  surveyOf,
} from '@alize/db';
import type { Answers } from '@alize/model';
import { pathOf, seedOf } from '@alize/scripts';
import type { ApiParts } from '../api-parts.ts';
import type { CallEnd } from '../calls/call-end.ts';
import { inviteIfWished } from './invite.ts';
import { keepInterview } from './keep-interview.ts';

/**
 * Writes how the interview of this call stands or ended, and takes its place in its cell: a success is complete; out of
 * target, or a way that ends there, is screened out; a refusal after the first answer is a break-off; whatever is tried
 * again stays begun. A call that reached nobody leaves no interview.
 */
export async function settleInterview(api: ApiParts, end: CallEnd): Promise<void> {
  const { tx, call, disposed, nowMs } = end;
  if (call.campaignKind !== 'survey') return;
  const { clientId } = disposed;
  const subject = await interviewSubject(tx, clientId, call.leadId);
  if (!subject) return;
  const { fields, campaignId, listId } = subject;
  const settings = await surveyOf(tx, clientId, campaignId);
  const before = await findInterview(tx, clientId, campaignId, call.leadId);
  const state = stateOf(end, subject.fields);
  if (state) {
    const talkedSinceMs = call.connectedAtMs ?? nowMs;
    const stored = await keepInterview(api, tx, {
      ...{ id: api.ids.make('interview'), clientId, campaignId, leadId: call.leadId, listId },
      ...{ attemptId: call.attemptId, agentId: disposed.userId, channel: 'phone', state },
      scriptVersionId: await scriptOfCall(tx, call.attemptId),
      ...{ stepId: call.stepId, answers: givenIn(call, before?.answers ?? {}), seed: seedOf(call.leadId) },
      ...{ quotas: settings.quotas, fields, atMs: nowMs, startedAtMs: talkedSinceMs },
      durationMs: Math.max(0, (call.endedAtMs ?? nowMs) - talkedSinceMs),
    });
    if (stored.state === 'quota_full') await closeAsFull(end);
  }
  const isToBeCalledBack = disposed.disposition === 'callback';
  if (isToBeCalledBack) await inviteIfWished(api, tx, { clientId, subject, settings, atMs: nowMs });
}

async function closeAsFull({ tx, call, nowMs }: CallEnd): Promise<void> {
  await moveLead(tx, call.leadId, { kind: 'closed', reason: 'quota_full', closes: null }, nowMs);
}

/** The answers of the call, which began with those of before: what its script asks and it does not have was taken back. */
function givenIn({ script, answers }: CallEnd['call'], before: Answers): InterviewStanding['answers'] {
  const asked = new Set(script.steps.flatMap((step) => step.questions).map(({ id }) => id));
  const gone = Object.keys(before).filter((id) => asked.has(id) && answers[id] === undefined);
  return { ...Object.fromEntries(gone.map((id) => [id, null])), ...answers };
}

/** Null when there is no interview to speak of. */
function stateOf(
  { call, disposed: { disposition } }: CallEnd,
  fields: InterviewStanding['fields'],
): InterviewStanding['state'] | null {
  const hasBegun = Object.keys(call.answers).some((id) => !id.startsWith('said:'));
  switch (disposition) {
    case 'success':
      return endsOutOfTarget(call, fields) ? 'screened_out' : 'complete';
    case 'out_of_target':
      return 'screened_out';
    case 'not_interested':
    case 'do_not_call':
      return hasBegun ? 'break_off' : 'refusal';
    case 'callback':
    case 'wrong_person':
    case 'wrong_number':
    case 'answering_machine':
    case 'language_barrier':
    case 'dropped':
    case 'none':
      return hasBegun ? 'started' : null;
    default:
      return disposition satisfies never;
  }
}

/** Whether the way that the answers lead ends in a step that says so. */
function endsOutOfTarget(call: CallEnd['call'], fields: InterviewStanding['fields']): boolean {
  const { script, answers, leadId } = call;
  const last = pathOf(script, answers, { fields, seed: seedOf(leadId) }).at(-1);
  return script.steps.find(({ id }) => id === last)?.ending === 'out_of_target';
}
