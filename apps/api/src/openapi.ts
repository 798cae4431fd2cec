import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from '@hono/zod-openapi';
import { common } from './contract/index.ts';
import type { Env } from './routing.ts';

const methods = ['get', 'post', 'put', 'patch', 'delete', 'options'] as const;
const problemSchema = z.toJSONSchema(common.problem, { target: 'openapi-3.0' });

/** The api as OpenAPI 3.1: made from the routes, each with the problem that it may answer. */
export function writeOpenApi(routes: OpenAPIHono<Env>) {
  const document = routes.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Alizé', version: '1' },
  });
  const failure = {
    description: 'A problem (RFC 9457)',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  for (const path of Object.values(document.paths ?? {})) {
    for (const method of methods) {
      const operation = path[method];
      if (operation) operation.responses = { ...operation.responses, default: failure };
    }
  }
  const schemas = { ...document.components?.schemas, Problem: problemSchema };
  return { ...document, components: { ...document.components, schemas } };
}
