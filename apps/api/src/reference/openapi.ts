import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from '@hono/zod-openapi';
import { scopeOf } from '../areas.ts';
import { common } from '../contract/index.ts';
import { isDoneOnce, keyLengthMax } from '../only-once.ts';
import { rights } from '../rights.ts';
import { routeName, tablePath } from '../route-tables.ts';
import type { Env } from '../routing.ts';

export const methods = ['get', 'post', 'put', 'patch', 'delete', 'options'] as const;
const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Any text, the same when the request is repeated: it is then done once.',
  schema: { type: 'string', minLength: 1, maxLength: keyLengthMax },
} as const;
const problemSchema = z.toJSONSchema(common.problem, { target: 'openapi-3.0' });

/** The api as OpenAPI 3.1: made from the routes, each with who may ask it and the problem that it may answer. */
export function writeOpenApi(routes: OpenAPIHono<Env>) {
  const document = routes.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Alizé',
      version: '1',
      description:
        'Everything that the console does. A program asks with a key (`Authorization: Bearer alize_…`), made under “Integrations”; the console with its session cookie. Unknown names in a body or an address are refused. Failures are problems (RFC 9457) with a stable `code`.',
    },
    servers: [{ url: '/' }],
  });
  const failure = {
    description: 'A problem (RFC 9457)',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  for (const [path, described] of Object.entries(document.paths ?? {})) {
    for (const method of methods) {
      const operation = described[method];
      if (!operation) continue;
      operation.responses = { ...operation.responses, default: failure };
      const parameters = (operation.parameters ?? []).map((parameter) =>
        'name' in parameter && isDemanded(parameter.name, path)
          ? { ...parameter, required: true }
          : parameter,
      );
      const isOnce = isDoneOnce(routeName(method, path));
      operation.parameters = isOnce ? [...parameters, idempotencyKey] : parameters;
      operation.operationId = operationId(method, path);
      operation.security = securityOf(method, path);
    }
  }
  const schemas = { ...document.components?.schemas, Problem: problemSchema };
  const securitySchemes = {
    key: { type: 'http', scheme: 'bearer', description: 'An API key; the scopes it needs stand beside.' },
    session: { type: 'apiKey', in: 'cookie', name: 'alize_session', description: 'Set by POST /v1/session.' },
  } as const;
  return { ...document, components: { ...document.components, schemas, securitySchemes } };
}

/**
 * Headers whose lack has a problem of its own, so that no schema asks for them: the versions of whole documents, and
 * the keys of leads and appointments, which are kept with what they made.
 */
function isDemanded(name: string, path: string): boolean {
  if (name === 'if-match') return path !== '/v1/campaigns/{id}';
  return name === 'idempotency-key';
}

/** `GET /v1/leads/{id}/changes` is `get-leads-id-changes`. */
function operationId(method: string, path: string): string {
  return [method, ...path.replace(/^\/v1\//, '').split(/[^A-Za-z0-9]+/)]
    .filter((part) => part !== '')
    .join('-');
}

function securityOf(method: string, path: string): Record<string, string[]>[] {
  if (rights[routeName(method, path)] === 'public') return [];
  const scope = scopeOf(method.toUpperCase(), tablePath(path));
  return [{ session: [] }, ...(scope ? [{ key: [scope] }] : [])];
}
