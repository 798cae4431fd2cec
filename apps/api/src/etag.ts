import type { Context } from 'hono';
import { Problem } from './problem.ts';
import type { Env } from './routing.ts';

/** Says in the answer which version of a document it bears (RFC 9110, 8.8.3). */
export function tellVersion(context: Context<Env>, version: number): void {
  context.header('etag', `"${version}"`);
}

/**
 * The version that a change is meant for, from `If-Match`; 0 for a document that does not exist yet (`"0"`). Throws
 * `version_needed` (428) without the header. Whether it is still the newest is for the store to say: `version_stale`.
 */
export function versionMeant(context: Context<Env>): number {
  const header = context.req.header('if-match')?.trim();
  const digits = header && /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1];
  if (!digits) throw new Problem('version_needed');
  return Number(digits);
}
