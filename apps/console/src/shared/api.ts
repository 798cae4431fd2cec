import { createApiClient } from '@alize/api/client';
import { noteServerTime } from './server-clock.ts';

/**
 * The api, typed from its routes; every call goes through `ask`. Whom it does not know it answers in the page's language.
 */
export const api = createApiClient('', {
  headers: () => ({ 'accept-language': document.documentElement.lang }),
});

/** A refusal of the api (RFC 9457). `message` is its sentence, in the asker's language. */
export class ApiProblem extends Error {
  /** Stable, from the api; `unreachable` when no answer came, `unknown` when it was not the api's. */
  readonly code: string;
  /** The HTTP status; 0 when no answer came. */
  readonly status: number;
  /** One sentence a field, by JSON pointer. */
  readonly errors: readonly FieldError[];
  /** The rules that refuse, where it is for them. */
  readonly rules: readonly RefusingRule[];

  constructor(problem: {
    code: string;
    status: number;
    detail: string;
    errors?: readonly FieldError[];
    rules?: readonly RefusingRule[];
    cause?: unknown;
  }) {
    super(problem.detail, { cause: problem.cause });
    this.name = 'ApiProblem';
    this.code = problem.code;
    this.status = problem.status;
    this.errors = problem.errors ?? [];
    this.rules = problem.rules ?? [];
  }
}

export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

/** A rule that refuses, with where it stands written and what it says. */
export interface RefusingRule {
  readonly rule: string;
  readonly strength: 'LAW' | 'CODE' | 'POLICY' | 'SAFETY';
  readonly citation: string;
  readonly text: string;
}

type Answer<T> = Pick<Response, 'ok' | 'status' | 'headers' | 'text'> & { json(): Promise<T> };

/**
 * What the api answers: `await ask(api.v1.live.$get())`; undefined where the answer has no body. Throws ApiProblem.
 */
export async function ask<T>(asked: Promise<Answer<T>>): Promise<T> {
  return (await askTagged(asked)).value;
}

/** An answer and its version, for a document that two people may edit: the ETag goes as `if-match` with its change. */
export interface Tagged<T> {
  readonly value: T;
  readonly etag: string;
}

/** As `ask`, with the answer's ETag; empty where it has none. */
export async function askTagged<T>(asked: Promise<Answer<T>>): Promise<Tagged<T>> {
  const response = await asked.catch(unreachable);
  noteServerTime(response.headers.get('date'));
  const text = await response.text().catch(unreachable);
  if (!response.ok) throw problemOf(response.status, text);
  // The cast holds because the type comes from the route that wrote the text.
  const value = (text === '' ? undefined : JSON.parse(text)) as T;
  return { value, etag: response.headers.get('etag') ?? '' };
}

/** The header of a change that is meant for one version of a document. */
export const ifMatch = (etag: string) => ({ 'if-match': etag });

/** Whether a change was refused because somebody else stored the document first. */
export const isStale = (error: unknown): boolean =>
  error instanceof ApiProblem && error.code === 'version_stale';

function unreachable(cause: unknown): never {
  if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
  throw new ApiProblem({ code: 'unreachable', status: 0, detail: '', cause });
}

/** The problem in an answer that is none of the good ones. */
export function problemOf(status: number, text: string): ApiProblem {
  const body = parsed(text);
  return new ApiProblem({
    code: typeof body.code === 'string' ? body.code : 'unknown',
    status,
    detail: typeof body.detail === 'string' ? body.detail : '',
    errors: Array.isArray(body.errors) ? body.errors.filter(isFieldError) : [],
    rules: Array.isArray(body.rules) ? body.rules.filter(isRefusingRule) : [],
  });
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' ? { ...value } : {};
  } catch {
    return {};
  }
}

const isFieldError = (error: unknown): error is FieldError =>
  typeof error === 'object' &&
  error !== null &&
  'pointer' in error &&
  typeof error.pointer === 'string' &&
  'detail' in error &&
  typeof error.detail === 'string';

const strengths: readonly unknown[] = ['LAW', 'CODE', 'POLICY', 'SAFETY'];
function isRefusingRule(value: unknown): value is RefusingRule {
  if (typeof value !== 'object' || value === null) return false;
  const { rule, strength, citation, text }: Record<string, unknown> = { ...value };
  return strengths.includes(strength) && [rule, citation, text].every((each) => typeof each === 'string');
}
