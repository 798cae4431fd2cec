import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import { Problem } from './problem.ts';
import type { Env } from './routing.ts';

/** A parameter of an address that nobody reads is a mistake, most of all a filter misspelt: it is told, not passed over. */
export const refuseUnknownQuery = (routes: OpenAPIHono<Env>) => {
  const known = namesByRoute(routes);
  return createMiddleware<Env>(async (context, next) => {
    const sent = Object.keys(context.req.query());
    if (sent.length > 0) {
      const names = matchedRoutes(context)
        .map(({ method, path }) => known.get(`${method} ${path}`))
        .find((found) => found !== undefined);
      const unknown = names && sent.filter((name) => !names.includes(name));
      if (unknown && unknown.length > 0) throw refusal(unknown, names, context.var.language);
    }
    await next();
  });
};

/** The names that each route reads of its address. */
function namesByRoute({ openAPIRegistry }: OpenAPIHono<Env>): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, readonly string[]>();
  for (const definition of openAPIRegistry.definitions) {
    if (definition.type !== 'route') continue;
    const { method, path, request } = definition.route;
    const query = request?.query;
    const route = `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`;
    names.set(route, query instanceof z.ZodObject ? Object.keys(query.shape) : []);
  }
  return names;
}

function refusal(
  unknown: readonly string[],
  known: readonly string[],
  language: Env['Variables']['language'],
) {
  const names = known.length > 0 ? known.join(', ') : language === 'fr' ? 'aucun' : 'none';
  const detail =
    language === 'fr' ? `Paramètre inconnu ; connus : ${names}.` : `Unknown parameter; known: ${names}.`;
  return new Problem('invalid_request', { errors: unknown.map((name) => ({ pointer: `/${name}`, detail })) });
}
