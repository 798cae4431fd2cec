import type { Language } from '@alize/model';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import { Problem } from './problem.ts';
import type { Env } from './routing.ts';

/** A body of another type than the route reads is told as that, rather than as a body with everything missing. */
export const refuseForeignBody = (routes: OpenAPIHono<Env>) => {
  const known = typesByRoute(routes);
  return createMiddleware<Env>(async (context, next) => {
    const sent = context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
    const types = matchedRoutes(context)
      .map(({ method, path }) => known.get(`${method} ${path}`))
      .find((found) => found !== undefined);
    if (sent && types && !types.includes(sent)) throw refusal(types, context.var.language);
    await next();
  });
};

/** Whether a body is a file, or a piece of one, rather than JSON. */
export const isFileType = (type: string | undefined) =>
  /^(?:application\/(?:offset\+)?octet-stream|text\/csv)\b/i.test(type ?? '');

function refusal(types: readonly string[], language: Language): Problem {
  const names = types.join(', ');
  const detail = language === 'fr' ? `Ici : ${names}.` : `Here: ${names}.`;
  return new Problem('wrong_content_type', { errors: [{ pointer: '', detail }] });
}

/** The types that each route with a body reads. */
function typesByRoute({ openAPIRegistry }: OpenAPIHono<Env>): ReadonlyMap<string, readonly string[]> {
  const types = new Map<string, readonly string[]>();
  for (const definition of openAPIRegistry.definitions) {
    if (definition.type !== 'route') continue;
    const { method, path, request } = definition.route;
    const content = request?.body?.content;
    const route = `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`;
    if (content) types.set(route, Object.keys(content));
  }
  return types;
}
