import {
  deleteSuppression as removeSuppression,
  reopenRefusedLeads,
  type StoredSuppression,
  type SuppressionScope,
  suppressionsOfClient,
} from '@alize/db';
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { common, suppressionContract as contract } from '../contract/index.ts';
import { csvAnswer, fileBody, jsonAnswer, jsonBody, nothing, withId } from '../contract/route.ts';
import { readIdCursor } from '../cursor.ts';
import { Problem } from '../problem.ts';
import { type Api, clientOf, type Env, makeRouter } from '../routing.ts';
import { suppressNumbers } from '../suppress-numbers.ts';
import { readSuppressions, suppressionHeadings, suppressionPages } from '../suppression-file.ts';
import { csvResponse } from '../tables/csv.ts';
import { readUpload } from '../upload.ts';

const tags = ['suppressions'];
const listSuppressions = createRoute({
  method: 'get',
  path: '/v1/suppressions',
  tags,
  summary: 'Numbers never to be called, newest first: the client’s, the centre’s and the law’s',
  request: { query: common.pageQuery },
  responses: { 200: jsonAnswer(contract.suppressionPage, 'A page of numbers') },
});
const suppressionsCsv = createRoute({
  method: 'get',
  path: '/v1/suppressions.csv',
  tags,
  summary: 'The same as a file, which the import reads back',
  responses: { 200: csvAnswer('All numbers') },
});
const searchSuppressions = createRoute({
  method: 'post',
  path: '/v1/suppressions/search',
  tags,
  summary:
    'What stands of one number, expired entries too; the number is in the body, for addresses are logged',
  request: { body: jsonBody(contract.numberSearch) },
  responses: { 200: jsonAnswer(contract.suppressionPage, 'The entries, newest first, 200 at most') },
});
const createSuppression = createRoute({
  method: 'post',
  path: '/v1/suppressions',
  tags,
  summary: 'Suppress a number, for this client unless told; for the centre or by law: administrators only',
  request: { body: jsonBody(contract.newSuppression) },
  responses: { 201: jsonAnswer(contract.suppression, 'Suppressed') },
});
const createSuppressions = createRoute({
  method: 'post',
  path: '/v1/suppressions/several',
  tags,
  summary: 'Suppress several numbers, all or none',
  request: { body: jsonBody(contract.newSuppressions) },
  responses: { 200: jsonAnswer(contract.suppressionsAdded, 'How many were new') },
});
const importSuppressions = createRoute({
  method: 'post',
  path: '/v1/suppressions/import',
  tags,
  summary: 'Suppress the numbers of a file, all in one transaction',
  description:
    'One number a line, or a CSV file with a column for the number (`phone`, `telephone`, `numéro`…) and, if wished, `reason`, `source` and `expires`. A line that cannot be read is told and left out; the same file can be sent twice.',
  request: { query: contract.suppressionImportQuery, body: fileBody('The file, 64 MB at most') },
  responses: { 200: jsonAnswer(contract.suppressionsAdded, 'What became of the lines') },
});
const deleteSuppression = createRoute({
  method: 'delete',
  path: '/v1/suppressions/{id}',
  tags,
  summary: 'Take a number off the client’s list; entries of the centre and of the law: administrators only',
  request: { params: withId('suppression') },
  responses: { 204: nothing('Removed') },
});

/** The lists of those who are not to be called. */
export function suppressionRoutes(api: Api) {
  const { db } = api.database;
  const show = ({ expiresAtMs, ...entry }: StoredSuppression) => {
    const isExpired = expiresAtMs !== null && expiresAtMs <= api.clock.nowMs();
    return { ...entry, expiresAtMs, isExpired };
  };
  const asked = (context: Context<Env>, scope: SuppressionScope) => {
    const { role, userId } = context.var.asker;
    if (scope !== 'client' && role !== 'administrator') throw new Problem('not_allowed');
    return { clientId: clientOf(context), createdBy: userId, scope };
  };

  return makeRouter()
    .openapi(listSuppressions, async (context) => {
      const { cursor, limit } = context.req.valid('query');
      const page = { before: readIdCursor('suppression', cursor), limit: limit + 1 };
      const found = await suppressionsOfClient(db, clientOf(context), page);
      const data = found.slice(0, limit).map(show);
      return context.json({ data, next: found.length > limit ? (data.at(-1)?.id ?? null) : null }, 200);
    })
    .openapi(suppressionsCsv, async (context) => {
      const { language, asker } = context.var;
      return csvResponse({
        name: 'suppressions',
        language,
        headings: suppressionHeadings[language],
        pages: suppressionPages(db, clientOf(context), asker.timeZone),
      });
    })
    .openapi(searchSuppressions, async (context) => {
      const { phoneNumber } = context.req.valid('json');
      const page = { before: null, limit: 200 };
      const found = await suppressionsOfClient(db, clientOf(context), page, phoneNumber);
      return context.json({ data: found.map(show), next: null }, 200);
    })
    .openapi(createSuppression, async (context) => {
      const { scope, ...entry } = context.req.valid('json');
      const [id] = await suppressNumbers(api, { ...asked(context, scope), entries: [entry] });
      if (!id) throw new Problem('already_suppressed');
      const page = { before: null, limit: 200 };
      const found = await suppressionsOfClient(db, clientOf(context), page, entry.phoneNumber);
      const made = found.find((each) => each.id === id);
      if (!made) throw new Problem('not_found');
      return context.json(show(made), 201);
    })
    .openapi(createSuppressions, async (context) => {
      const { scope, phoneNumbers, ...entry } = context.req.valid('json');
      const entries = phoneNumbers.map((phoneNumber) => ({ ...entry, phoneNumber }));
      const added = await suppressNumbers(api, { ...asked(context, scope), entries });
      const already = entries.length - added.length;
      return context.json({ added: added.length, already, errorsCount: 0, errors: [] }, 200);
    })
    .openapi(importSuppressions, async (context) => {
      const { scope, ...options } = context.req.valid('query');
      const target = asked(context, scope);
      const bytes = await readUpload(context.req.raw);
      const { language } = context.var;
      const { entries, ...faults } = await readSuppressions(bytes, { ...options, language });
      const added = await suppressNumbers(api, { ...target, entries });
      return context.json({ added: added.length, already: entries.length - added.length, ...faults }, 200);
    })
    .openapi(deleteSuppression, async (context) => {
      const bounds = {
        clientId: clientOf(context),
        withCentre: context.var.asker.role === 'administrator',
      };
      const { id } = context.req.valid('param');
      await db.transaction().execute(async (tx) => {
        const number = await removeSuppression(tx, bounds, id);
        if (!number) throw new Problem('not_found');
        await reopenRefusedLeads(tx, bounds.clientId, { personsOf: [number] }, api.clock.nowMs());
      });
      return context.body(null, 204);
    });
}
