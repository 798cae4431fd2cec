import { readFile } from 'node:fs/promises';
import { type ApiClient, createApiClient } from '@alize/api/client';
import { Refusal } from './refusal.ts';
import type { Words } from './words.ts';

/** The api with a key: calls typed from its routes, and plain ones for files. */
export interface ApiAccess {
  readonly api: ApiClient;
  /** A call to a path of the api, with the key. Rejects with Refusal when no answer comes. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
}

/**
 * Reads ALIZE_URL and ALIZE_API_KEY or ALIZE_API_KEY_FILE; from the environment, so that no secret stands among the
 * arguments. Rejects with Refusal when there is no key.
 */
export async function openAccess(env: NodeJS.ProcessEnv, words: Words): Promise<ApiAccess> {
  const { ALIZE_URL: origin = 'http://localhost:8080', ALIZE_API_KEY, ALIZE_API_KEY_FILE } = env;
  const key = ALIZE_API_KEY ?? (ALIZE_API_KEY_FILE && (await firstLine(ALIZE_API_KEY_FILE, words)));
  if (!key) throw new Refusal('usage', words.keyMissing);
  const ask = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('accept-language', words.language);
    headers.set('authorization', `Bearer ${key}`);
    return fetch(new URL(path, origin), { ...init, headers }).catch((cause: unknown) => {
      throw new Refusal('retry_later', words.unreachable(origin), { cause });
    });
  };
  return {
    api: createApiClient(origin, {
      fetch: (input: string | URL | Request, init?: RequestInit) => ask(pathOf(input), init),
    }),
    fetch: ask,
  };
}

async function firstLine(path: string, words: Words): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Refusal('usage', words.keyFileUnreadable(path));
  });
  return text.split('\n')[0]?.trim() ?? '';
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
