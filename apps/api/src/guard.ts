import type { Language } from '@alize/model';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import { addressOf } from './address.ts';
import { apiKeyOf } from './api-key.ts';
import type { ApiParts } from './api-parts.ts';
import { allows, scopeOf } from './areas.ts';
import { isOwnOrigin } from './own-origin.ts';
import { Problem } from './problem.ts';
import { rights } from './rights.ts';
import type { Api, Asker, Env } from './routing.ts';
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
    // No foreign page can send an Authorization header: the browser would ask us first, and we do not let it.
    if (!safeMethods.has(context.req.method) && !context.req.header('authorization')) {
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

/** Finds out who asks, counts their call, and lets them through by the tables of rights and areas alone. */
export const authorize = (api: Api) =>
  createMiddleware<Env>(async (context, next) => {
    const route = matchedRoutes(context).find(
      ({ method, path }) => rights[`${method} ${path}`] !== undefined,
    );
    const right = route && rights[`${route.method} ${route.path}`];
    if (!right) throw unknownRoute(context.req.path);
    if (right === 'public') {
      await api.rateLimit.count(context, { kind: 'address', id: addressOf(context) });
      return next();
    }
    const authorization = context.req.header('authorization');
    const asker = authorization
      ? await askerOfKey(api, context, authorization)
      : await askerOfSession(api, context);
    context.set('language', asker.language);
    context.set('asker', asker);
    if (asker.by.kind === 'key') {
      const needed = scopeOf(route.method, route.path);
      if (!needed) throw new Problem('not_for_keys');
      if (!allows(asker.by.scopes, needed)) throw new Problem('scope_missing', { scope: needed });
    }
    if (right !== 'anyone' && !right.includes(asker.role)) throw new Problem('not_allowed');
    await next();
  });

/** Nothing is here, or nothing by this method. */
function unknownRoute(path: string): Problem {
  const allow = methodsOf(path);
  return allow.length > 0 ? new Problem('method_not_allowed', { allow }) : new Problem('not_found');
}

/** The methods that a path knows, by the table of rights. */
function methodsOf(path: string): readonly string[] {
  return Object.keys(rights).flatMap((route) => {
    const [method = '', pattern = ''] = route.split(' ');
    const isOfPath = new RegExp(`^${pattern.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`).test(path);
    return isOfPath ? [method] : [];
  });
}

async function askerOfSession(api: Api, context: Context<Env>): Promise<Asker> {
  const session = await sessionOf(api, context.req.header('cookie'));
  if (!session) throw new Problem('not_signed_in');
  const { sessionId, userId, role, siteId, clientId, language, timeZone } = session;
  await api.rateLimit.count(context, { kind: 'person', id: userId });
  return { by: { kind: 'session', sessionId }, userId, role, siteId, clientId, language, timeZone };
}

/** A key is a manager of its client, within its scopes; it speaks the language of whoever made it, unless it asks. */
async function askerOfKey(api: Api, context: Context<Env>, authorization: string): Promise<Asker> {
  const key = await apiKeyOf(api, authorization);
  if (!key) {
    // Guesses are counted, so that they cannot go on for ever.
    await api.rateLimit.count(context, { kind: 'address', id: addressOf(context) });
    throw new Problem('key_refused');
  }
  await api.rateLimit.count(context, { kind: 'key', id: key.id, callsPerMinute: key.callsPerMinute });
  const language = context.req.header('accept-language') ? context.var.language : key.language;
  const { id: keyId, scopes, userId, siteId, clientId, timeZone } = key;
  return {
    by: { kind: 'key', keyId, scopes },
    userId,
    role: 'manager',
    siteId,
    clientId,
    language,
    timeZone,
  };
}
