import { readFile } from 'node:fs/promises';
import { type ApiClient, createApiClient } from '@alize/api/client';
import { Refusal } from './refusal.ts';
import type { Words } from './words.ts';

/** Where the api answers and who asks; from the environment, so that no secret stands among the arguments. */
export interface Access {
  readonly origin: string;
  readonly login: string;
  readonly password: string;
}

/** An open session: calls typed from the api's routes, and plain ones for files. */
export interface Session {
  readonly api: ApiClient;
  /** A call to a path of the api, with the session. Rejects with Refusal when no answer comes. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

/** Reads ALIZE_URL, ALIZE_LOGIN and ALIZE_PASSWORD or ALIZE_PASSWORD_FILE. Rejects with Refusal when one is missing. */
export async function readAccess(env: NodeJS.ProcessEnv, words: Words): Promise<Access> {
  const { ALIZE_URL, ALIZE_LOGIN, ALIZE_PASSWORD, ALIZE_PASSWORD_FILE } = env;
  const password = ALIZE_PASSWORD ?? (ALIZE_PASSWORD_FILE && (await firstLine(ALIZE_PASSWORD_FILE, words)));
  if (!ALIZE_LOGIN || !password) throw new Refusal('usage', words.accessMissing);
  return { origin: ALIZE_URL ?? 'http://localhost:3000', login: ALIZE_LOGIN, password };
}

async function firstLine(path: string, words: Words): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Refusal('usage', words.passwordFileUnreadable(path));
  });
  return text.split('\n')[0]?.trim() ?? '';
}

/** Logs in. Rejects with Refusal when the api does not answer or does not know the person. */
export async function openSession(access: Access, words: Words): Promise<Session> {
  let cookie = '';
  const ask = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('accept-language', words.language);
    // Who changes something must come from the api's own address.
    headers.set('origin', new URL(access.origin).origin);
    if (cookie) headers.set('cookie', cookie);
    return fetch(new URL(path, access.origin), { ...init, headers }).catch((cause: unknown) => {
      throw new Refusal('retry_later', words.unreachable(access.origin), { cause });
    });
  };
  const { login, password } = access;
  const answer = await ask('/v1/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  if (!answer.ok) throw await refusalOf(answer);
  cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  return {
    api: createApiClient(access.origin, {
      fetch: (input: string | URL | Request, init?: RequestInit) => ask(pathOf(input), init),
    }),
    fetch: ask,
    close: async () => void (await ask('/v1/session', { method: 'DELETE' })),
  };
}

function pathOf(input: string | URL | Request): string {
  const url = new URL(input instanceof Request ? input.url : input);
  return url.pathname + url.search;
}

/** What the api refused, in its own words. */
export async function refusalOf(answer: Pick<Response, 'status' | 'text'>): Promise<Refusal> {
  const problem = parse(await answer.text());
  const details = problem.errors?.map(({ detail }) => detail).filter((detail) => detail !== problem.detail);
  return new Refusal(
    kindOf(answer.status),
    [problem.detail ?? `HTTP ${answer.status}`, ...(details ?? [])].join(' '),
  );
}

interface ProblemText {
  readonly detail?: string;
  readonly errors?: readonly { readonly detail: string }[];
}

/** RFC 9457; whatever else answers in between is not. */
function parse(text: string): ProblemText {
  try {
    return JSON.parse(text) as ProblemText;
  } catch {
    return {};
  }
}

function kindOf(status: number) {
  if (status === 404) return 'not_found';
  if (status === 409) return 'conflict';
  return status === 429 || status >= 500 ? 'retry_later' : 'refused';
}

/** The body of an answer. Rejects with Refusal when the api refuses. */
export async function bodyOf<T>(
  asked: Promise<Pick<Response, 'ok' | 'status' | 'text'> & { json(): Promise<T> }>,
): Promise<T> {
  const answer = await asked;
  if (!answer.ok) throw await refusalOf(answer);
  return answer.json();
}
