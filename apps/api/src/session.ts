import { createHash } from 'node:crypto';
import { findSession, insertSession, type SessionOfUser, touchSession } from '@alize/db';
import type { ClientId, SessionId, UserId } from '@alize/model';
import type { ApiParts } from './api-parts.ts';
import { randomKey } from './random-key.ts';

const hourMs = 3_600_000;
/** A session ends when unused for this long, and in any case after the other. */
const idleMs = 12 * hourMs;
const absoluteMs = 7 * 24 * hourMs;
/** How stale the note of last use may be, so that reading pages does not write each time. */
const touchEveryMs = 60_000;

/** `__Host-` pins the cookie to this very host, where https allows it. */
export function cookieName(origin: string): string {
  return origin.startsWith('https:') ? '__Host-alize_session' : 'alize_session';
}

/** The Set-Cookie header that gives the browser its token; an empty token takes it away. */
export function sessionCookie(origin: string, token: string): string {
  const parts = [`${cookieName(origin)}=${token}`, 'Path=/', 'HttpOnly', 'SameSite=Lax'];
  if (origin.startsWith('https:')) parts.push('Secure');
  parts.push(`Max-Age=${token ? absoluteMs / 1000 : 0}`);
  return parts.join('; ');
}

/** The token in a Cookie header; null when there is none that looks like one. */
export function tokenOf(cookieHeader: string | null | undefined, origin: string): string | null {
  const name = cookieName(origin);
  for (const pair of cookieHeader?.split(';') ?? []) {
    const [key, value = ''] = pair.trim().split('=');
    if (key === name && /^[\w-]{43}$/.test(value)) return value;
  }
  return null;
}

/** Begins a session; answers the token, which is kept nowhere but in the browser. */
export async function beginSession(
  api: ApiParts,
  user: { readonly userId: UserId; readonly clientId: ClientId | null },
): Promise<{ readonly token: string; readonly sessionId: SessionId }> {
  const token = randomKey(api.random);
  const sessionId = api.ids.make('session');
  const atMs = api.clock.nowMs();
  await insertSession(api.database.db, {
    id: sessionId,
    tokenHash: hashOf(token),
    ...user,
    atMs,
    expiresAtMs: atMs + absoluteMs,
  });
  return { token, sessionId };
}

/** The session of a request's cookies that is still good; null when there is none. */
export async function sessionOf(
  api: ApiParts,
  cookieHeader: string | null | undefined,
): Promise<SessionOfUser | null> {
  const token = tokenOf(cookieHeader, api.settings.origin);
  if (!token) return null;
  const nowMs = api.clock.nowMs();
  const session = await findSession(api.database.db, hashOf(token), { nowMs, seenAfterMs: nowMs - idleMs });
  if (session && nowMs - session.seenAtMs > touchEveryMs) {
    await touchSession(api.database.db, session.sessionId, nowMs);
  }
  return session;
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
