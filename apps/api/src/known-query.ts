import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { createMiddleware } from 'hono/factory';
import { Problem } from './problem.ts';
import { byRoute, ofRoute } from './route-tables.ts';
import type { Env } from './routing.ts';

/** A parameter of an address that nobody reads is a mistake, most of all a filter misspelt: it is told, not passed over. */
export const refuseUnknownQuery = (routes: OpenAPIHono<Env>) => {
  const known = byRoute(routes, ({ request }) =>
    request?.query instanceof z.ZodObject ? Object.keys(request.query.shape) : [],
  );
  return createMiddleware<Env>(async (context, next) => {
    const sent = Object.keys(context.req.query());
    if (sent.length > 0) {
      const names = ofRoute(context, (route) => known.get(route));
      const unknown = names && sent.filter((name) => !names.includes(name));
      if (unknown && unknown.length > 0) throw refusal(unknown, names, context.var.language);
    }
    await next();
  });
};

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
