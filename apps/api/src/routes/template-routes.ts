import { deleteMappingTemplate, insertMappingTemplate, mappingTemplates } from '@alize/db';
import { createRoute } from '@hono/zod-openapi';
import { importSettingsContract as contract } from '../contract/index.ts';
import { jsonAnswer, jsonBody, nothing, withId } from '../contract/route.ts';
import { Problem } from '../problem.ts';
import { type Api, clientOf, makeRouter } from '../routing.ts';

const tags = ['imports'];
const listTemplates = createRoute({
  method: 'get',
  path: '/v1/mapping-templates',
  tags,
  summary: 'Import settings that the client keeps for its files, last used first',
  responses: { 200: jsonAnswer(contract.templateList, 'All of them') },
});
const createTemplate = createRoute({
  method: 'post',
  path: '/v1/mapping-templates',
  tags,
  summary: 'Keep import settings under a name; they take the place of those that bear it',
  request: { body: jsonBody(contract.newTemplate) },
  responses: { 201: jsonAnswer(contract.template, 'Kept') },
});
const removeTemplate = createRoute({
  method: 'delete',
  path: '/v1/mapping-templates/{id}',
  tags,
  summary: 'Forget kept import settings',
  request: { params: withId('template') },
  responses: { 204: nothing('Forgotten') },
});

/** How the files of a client are usually imported. */
export function templateRoutes(api: Api) {
  const { db } = api.database;
  return makeRouter()
    .openapi(listTemplates, async (context) =>
      context.json({ data: await mappingTemplates(db, clientOf(context)) }, 200),
    )
    .openapi(createTemplate, async (context) => {
      const clientId = clientOf(context);
      const made = { ...context.req.valid('json'), clientId, createdBy: context.var.asker.userId };
      const id = await insertMappingTemplate(
        db,
        { ...made, id: api.ids.make('template') },
        api.clock.nowMs(),
      );
      const kept = (await mappingTemplates(db, clientId)).find((template) => template.id === id);
      if (!kept) throw new Problem('not_found');
      return context.json(kept, 201);
    })
    .openapi(removeTemplate, async (context) => {
      const { id } = context.req.valid('param');
      if (!(await deleteMappingTemplate(db, clientOf(context), id))) throw new Problem('not_found');
      return context.body(null, 204);
    });
}
