import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import { Problem } from './problem.ts';
import type { writeOpenApi } from './reference/openapi.ts';
import type { Env } from './routing.ts';

/** A parameter of an address that nobody reads is a mistake, most of all a filter misspelt: it is told, not passed over. */
export const refuseUnknownQuery = (document: () => ReturnType<typeof writeOpenApi>) =>
  createMiddleware<Env>(async (context, next) => {
    const sent = Object.keys(context.req.query());
    if (sent.length > 0) {
      const known = matchedRoutes(context)
        .map(({ method, path }) => queryOf(document(), method, path))
        .find((names) => names !== undefined);
      const unknown = known && sent.filter((name) => !known.includes(name));
      if (unknown && unknown.length > 0) throw refusal(unknown, known, context.var.language);
    }
    await next();
  });

/** The names that an operation reads; undefined when the document does not have it. */
function queryOf(document: ReturnType<typeof writeOpenApi>, method: string, path: string) {
  const described = document.paths?.[path.replace(/:(\w+)/g, '{$1}')];
  const operation = Object.entries(described ?? {}).find(([name]) => name === method.toLowerCase())?.[1];
  if (!operation) return undefined;
  const parameters: readonly { readonly in: string; readonly name: string }[] = operation.parameters ?? [];
  return parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
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
