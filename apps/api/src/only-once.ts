import { createHash } from 'node:crypto';
import {
  findIdempotent,
  finishIdempotent,
  forgetIdempotent,
  type KeptAnswer,
  keepIdempotent,
} from '@alize/db';
import type { Language } from '@alize/model';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { isFileType } from './known-body.ts';
import { Problem } from './problem.ts';
import { ofRoute } from './route-tables.ts';
import type { Api, Env } from './routing.ts';

export const keyLengthMax = 200;

/**
 * What makes something and would make it twice, by whether its answer may be kept for a day; a secret may not. Leads
 * and appointments are not among them: `answerOnce` keeps their answers in the transaction that makes them.
 */
const makers: Readonly<Record<string, 'answer' | 'secret'>> = {
  'POST /v1/campaigns': 'answer',
  'POST /v1/campaigns/:id/imports': 'answer',
  'POST /v1/campaigns/:id/lists': 'answer',
  'POST /v1/mapping-templates': 'answer',
  'POST /v1/scripts': 'answer',
  'POST /v1/scripts/:id/versions': 'answer',
  'POST /v1/scripts/:id/draft/publish': 'answer',
  'POST /v1/calendars': 'answer',
  'POST /v1/calendars/:id/feed/renew': 'secret',
  'POST /v1/leads/:id/interview-link': 'secret',
  'POST /v1/webhooks': 'secret',
  'POST /v1/webhooks/:id/test': 'answer',
  'POST /v1/webhooks/:id/rotate': 'secret',
  'POST /v1/deliveries/:id/resend': 'answer',
  'POST /v1/users': 'answer',
  'POST /v1/api-keys': 'secret',
  'POST /v1/suppressions': 'answer',
  'POST /v1/suppressions/several': 'answer',
  'POST /v1/caller-ids': 'answer',
  'POST /v1/consents': 'answer',
  'POST /v1/relations': 'answer',
  'POST /v1/rule-settings': 'answer',
};

/** Whether a route (`POST /v1/scripts`) is done once for each key that comes with it. */
export const isDoneOnce = (route: string): boolean => route in makers;

/**
 * Has a request that bears an `Idempotency-Key` done once: the same one again is given the first answer for a day
 * (draft-ietf-httpapi-idempotency-key-header-07). The key is taken before anything is done, and the answer put in
 * its place after; a process that dies between leaves a key that is refused, so that nothing is ever done twice.
 */
export const onlyOnce = (api: Api) =>
  createMiddleware<Env>(async (context, next) => {
    const key = context.req.header('idempotency-key');
    const keeps = ofRoute(context, (route) => makers[route]);
    const clientId = context.var.asker?.clientId;
    if (!key || !keeps || !clientId) return next();
    if (key.length > keyLengthMax) throw tooLong(context.var.language);
    const { db } = api.database;
    const name = `${clientId} ${key}`;
    if (api.keysInWork.has(name)) throw new Problem('idempotency_running');
    api.keysInWork.add(name);
    try {
      const fingerprint = await fingerprintOf(context);
      const nowMs = api.clock.nowMs();
      const kept = await findIdempotent(db, clientId, key, nowMs);
      if (kept) return answerAgain(kept, fingerprint);
      const isFirst = await keepIdempotent(db, clientId, key, { fingerprint, status: 0, body: '' }, nowMs);
      if (!isFirst) throw new Problem('idempotency_running');
      await next();
      const { ok, status } = context.res;
      if (!ok) await forgetIdempotent(db, clientId, key);
      else {
        const body = keeps === 'secret' ? '' : await bodyOf(context.res);
        await finishIdempotent(db, clientId, key, { status, body });
      }
    } finally {
      api.keysInWork.delete(name);
    }
  });

/** A file is known by its length: it goes to the disk as it comes, and can be read once. */
async function fingerprintOf({ req }: Context<Env>): Promise<string> {
  const isFile = isFileType(req.header('content-type'));
  const body = isFile ? `${req.header('content-length') ?? ''} bytes` : await req.text();
  const asked = `${req.method} ${req.url}\n${body}`;
  return createHash('sha256').update(asked).digest('hex');
}

function tooLong(language: Language): Problem {
  const detail =
    language === 'fr'
      ? `La clé a plus de ${keyLengthMax} caractères : prenez-en une plus courte.`
      : `The key has more than ${keyLengthMax} characters: take a shorter one.`;
  return new Problem('invalid_request', { errors: [{ pointer: '/idempotency-key', detail }] });
}

/** What is kept of an answer: its body, and the version that comes beside it. */
interface KeptBody {
  readonly etag: string | null;
  readonly text: string;
}

async function bodyOf(response: Response): Promise<string> {
  const text = await response.clone().text();
  return JSON.stringify({ etag: response.headers.get('etag'), text } satisfies KeptBody);
}

function answerAgain({ fingerprint, status, body }: KeptAnswer, asked: string): Response {
  if (fingerprint !== asked) throw new Problem('idempotency_key_reused');
  if (status === 0) throw new Problem('idempotency_cut_off');
  if (body === '') throw new Problem('idempotency_secret_told');
  // Written by `bodyOf`, under the fingerprint of such a request.
  const { etag, text } = JSON.parse(body) as KeptBody;
  const headers = { ...(text !== '' && { 'content-type': 'application/json' }), ...(etag && { etag }) };
  return new Response(text === '' ? null : text, { status, headers });
}
