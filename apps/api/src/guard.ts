import type { Language } from '@alize/model';
import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import { isOwnOrigin } from './own-origin.ts';
import { Problem } from './problem.ts';
import { rights } from './rights.ts';
import type { ApiParts, Env } from './routing.ts';
import { sessionOf } from './session.ts';

/** None of these can be sent by a form of another site. */
const bodyTypes = new Set([
  'application/json',
  'application/octet-stream',
  'application/offset+octet-stream',
  'text/csv',
]);
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The language of whoever asks, before they are known: French unless their browser prefers English. */
export const speak = createMiddleware<Env>(async (context, next) => {
  context.set('language', languageOf(context.req.header('accept-language')));
  await next();
});

function languageOf(header: string | undefined): Language {
  const first = header?.split(',')[0]?.trim().toLowerCase() ?? '';
  return first.startsWith('en') ? 'en' : 'fr';
}

/**
 * Cross-site requests change nothing: whatever is not a plain reading must come from a page of our own origin, with
 * a body that no foreign form can send.
 */
export const refuseForeignOrigin = (api: ApiParts) =>
  createMiddleware<Env>(async (context, next) => {
    if (!safeMethods.has(context.req.method)) {
      const origin = context.req.header('origin');
      const isOwn = origin
        ? isOwnOrigin(origin, api.settings.origin)
        : context.req.header('sec-fetch-site') === 'same-origin';
      if (!isOwn) throw new Problem('foreign_origin');
      const type = context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
      if (type && !bodyTypes.has(type)) throw new Problem('wrong_content_type');
    }
    await next();
  });

/** Finds out who asks, and lets them through by the table of rights alone. */
export const authorize = (api: ApiParts) =>
  createMiddleware<Env>(async (context, next) => {
    const right = matchedRoutes(context)
      .map(({ method, path }) => rights[`${method} ${path}`])
      .find((found) => found !== undefined);
    if (!right) throw new Problem('not_found');
    if (right === 'public') return next();

    const session = await sessionOf(api, context.req.header('cookie'));
    if (!session) throw new Problem('not_signed_in');
    const { sessionId, userId, role, siteId, clientId, language, timeZone } = session;
    context.set('language', language);
    context.set('asker', { sessionId, userId, role, siteId, clientId, language, timeZone });
    if (right !== 'anyone' && !right.includes(role)) throw new Problem('not_allowed');
    await next();
  });
