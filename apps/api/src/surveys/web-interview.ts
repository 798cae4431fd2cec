import {
  clientOfLead,
  type Db,
  findInterview,
  type InterviewSubject,
  interviewSubject,
  isOver,
  moveLead,
  surveyOf,
  type Tx,
} from '@alize/db';
import {
  type Answer,
  type Answers,
  type ClientId,
  type InterviewState,
  isId,
  type Script,
} from '@alize/model';
import { missingAnswers, pathOf, placeholdersOf, saidId, seedOf, standardPlaceholders } from '@alize/scripts';
import type { ApiParts } from '../api-parts.ts';
import { Problem } from '../problem.ts';
import { readLinkToken } from '../signed-link.ts';
import { languageOf } from './invite.ts';
import { keepInterview } from './keep-interview.ts';

/** A questionnaire as its person sees it behind their link. Throws `not_found`, `link_closed`. */
export async function seeInterview(api: ApiParts, token: string) {
  const found = await behindLink(api, api.database.db, token);
  const { subject, script, answers, stepId, state, channel } = found;
  return {
    ...{ script, answers, stepId, state, channel },
    seed: seedOf(subject.leadId),
    fields: fieldsIn(script, subject.fields),
    clientName: subject.clientName,
    language: languageOf(subject),
  };
}

/** Answers as they are given, and where the person stands; null forgets an answer. */
export interface WebDraft {
  readonly answers?: Readonly<Record<string, Answer | null>> | undefined;
  readonly stepId?: string | null | undefined;
}

/**
 * Keeps answers. Throws `not_found`, `link_closed`, `person_in_call` while an agent asks them, `interview_over` once it
 * has ended.
 */
export async function keepAnswers(api: ApiParts, token: string, draft: WebDraft): Promise<InterviewState> {
  return api.database.db.transaction().execute(async (tx) => {
    const found = await openForAnswers(api, tx, token);
    const known = new Set(
      found.script.steps.flatMap((step) => [saidId(step.id), ...step.questions.map(({ id }) => id)]),
    );
    const answers = Object.fromEntries(Object.entries(draft.answers ?? {}).filter(([id]) => known.has(id)));
    const stepId = draft.stepId === undefined ? found.stepId : draft.stepId;
    return keep(api, tx, { ...found, answers, stepId, state: 'started' });
  });
}

/**
 * Ends an interview: complete where nothing is missing on its way, and the lead is not called again. Throws as above,
 * and `answers_missing` with a pointer to each.
 */
export async function completeInterview(api: ApiParts, token: string): Promise<InterviewState> {
  return api.database.db.transaction().execute(async (tx) => {
    const found = await openForAnswers(api, tx, token);
    const { script, answers, subject } = found;
    const facts = { fields: subject.fields, seed: seedOf(subject.leadId) };
    const path = pathOf(script, answers, facts);
    // What must be said is the agent's to tick: here the person has read it.
    const missing = path
      .flatMap((stepId) => missingAnswers(script, stepId, answers, facts))
      .filter((id) => !id.startsWith('said:'));
    if (missing.length > 0) throw answersMissing(missing);
    const last = script.steps.find(({ id }) => id === path.at(-1));
    const isOut = last?.ending === 'out_of_target';
    const state = await keep(api, tx, {
      ...{ ...found, answers: {}, stepId: last?.id ?? null },
      state: isOut ? 'screened_out' : 'complete',
    });
    const reason = state === 'quota_full' ? 'quota_full' : isOut ? 'out_of_target' : 'success';
    if (subject.leadState === 'open')
      await moveLead(tx, subject.leadId, { kind: 'closed', reason, closes: null }, api.clock.nowMs());
    return state;
  });
}

const answersMissing = (ids: readonly string[]) =>
  new Problem('answers_missing', {
    errors: ids.map((id) => ({ pointer: `/answers/${id}`, detail: id })),
  });

interface BehindLink {
  readonly clientId: ClientId;
  readonly subject: InterviewSubject;
  readonly script: Script;
  readonly scriptVersionId: InterviewSubject['scriptVersionId'];
  readonly answers: Answers;
  readonly stepId: string | null;
  readonly state: InterviewState;
  readonly channel: 'phone' | 'web';
  readonly startedAtMs: number | null;
  readonly changedAtMs: number | null;
}

/** An interview goes on with the version it began with, where its last call stopped. */
async function behindLink(api: ApiParts, db: Db, token: string): Promise<BehindLink> {
  const id = readLinkToken(api.settings, 'interview', token);
  const clientId = id !== null && isId('lead', id) ? await clientOfLead(db, id) : null;
  const subject = clientId && isId('lead', id) ? await interviewSubject(db, clientId, id) : null;
  if (!clientId || !subject) throw new Problem('not_found');
  const { hasWebLinks } = await surveyOf(db, clientId, subject.campaignId);
  if (!hasWebLinks || subject.campaignKind !== 'survey') throw new Problem('link_closed');
  const begun = await findInterview(db, clientId, subject.campaignId, subject.leadId);
  if (!begun && subject.leadState === 'closed' && subject.closedReason !== 'attempts_used_up')
    throw new Problem('link_closed');
  return {
    ...{ clientId, subject },
    script: begun?.script ?? subject.script,
    scriptVersionId: begun?.scriptVersionId ?? subject.scriptVersionId,
    answers: begun?.answers ?? {},
    stepId: begun?.stepId ?? null,
    state: begun?.state ?? 'started',
    channel: begun?.channel ?? 'web',
    startedAtMs: begun?.startedAtMs ?? null,
    changedAtMs: begun?.changedAtMs ?? null,
  };
}

async function openForAnswers(api: ApiParts, tx: Tx, token: string): Promise<BehindLink> {
  const found = await behindLink(api, tx, token);
  if (found.subject.leadState === 'calling') throw new Problem('person_in_call');
  if (isOver(found.state) || found.state === 'screened_out') throw new Problem('interview_over');
  return found;
}

/** Between two answers a person may have gone away: no more than this counts as time spent. */
const pauseMaxMs = 5 * 60_000;

async function keep(
  api: ApiParts,
  tx: Tx,
  found: Omit<BehindLink, 'answers' | 'state'> & {
    readonly answers: Readonly<Record<string, Answer | null>>;
    readonly state: 'started' | 'complete' | 'screened_out';
  },
): Promise<InterviewState> {
  const { clientId, subject, scriptVersionId, answers, stepId, state } = found;
  const { campaignId, leadId, listId, fields } = subject;
  const { quotas } = await surveyOf(tx, clientId, campaignId);
  const atMs = api.clock.nowMs();
  const stored = await keepInterview(api, tx, {
    ...{ id: api.ids.make('interview'), clientId, campaignId, leadId, listId, scriptVersionId },
    ...{ attemptId: null, agentId: null, channel: 'web', state, stepId, answers, quotas, fields, atMs },
    seed: seedOf(leadId),
    startedAtMs: found.startedAtMs ?? atMs,
    durationMs: Math.min(pauseMaxMs, found.changedAtMs === null ? 0 : Math.max(0, atMs - found.changedAtMs)),
  });
  return stored.state;
}

/** The fields that a script's words and conditions name: no more of a lead leaves by a link. */
function fieldsIn(script: Script, fields: InterviewSubject['fields']): InterviewSubject['fields'] {
  const text = JSON.stringify(script);
  const named = new Set(
    placeholdersOf(text).flatMap((each) =>
      each.kind === 'field' ? [plain(each.name)] : each.kind === 'forms' ? ['civility'] : [],
    ),
  );
  const isNamed = (field: string) => {
    const french = standardPlaceholders.find(([english]) => english === field)?.[1] ?? '';
    const own = field.startsWith('custom:') ? field.slice('custom:'.length) : field;
    const isEnding = field === 'civility' && named.has('e');
    return isEnding || named.has(plain(own)) || (french !== '' && named.has(plain(french)));
  };
  const isCondition = (field: string) => text.includes(`"field":${JSON.stringify(field)}`);
  return Object.fromEntries(Object.entries(fields).filter(([field]) => isNamed(field) || isCondition(field)));
}

/** As placeholders are compared: accents, case, blanks and punctuation aside. */
const plain = (name: string) =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
