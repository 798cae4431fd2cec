import {
  addOutsideAttempts,
  insertRelation,
  type RecordEntry,
  relationsOfNumber,
  reopenRefusedLeads,
} from '@alize/db';
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type FileOptions, readOutsideAttempts, type ToldAttempt } from '../consent-file.ts';
import { consentContract as contract } from '../contract/index.ts';
import { jsonAnswer, jsonBody } from '../contract/route.ts';
import { faultAt } from '../fault-at.ts';
import { Problem } from '../problem.ts';
import { type Api, clientOf, type Env, makeRouter } from '../routing.ts';
import { readUpload } from '../upload.ts';

const searchRelations = createRoute({
  method: 'post',
  path: '/v1/relations/search',
  tags: ['relations'],
  summary: 'What ties one number to the client: contracts, purchases, requests to be called',
  request: { body: jsonBody(contract.numberSearch) },
  responses: { 200: jsonAnswer(contract.relationList, 'The relations, newest first') },
});
const createRelation = createRoute({
  method: 'post',
  path: '/v1/relations',
  tags: ['relations'],
  summary: 'Put a contract, a purchase or a request to be called on record',
  request: { body: jsonBody(contract.newRelation) },
  responses: { 201: jsonAnswer(contract.relation, 'On record') },
});
const importOutsideAttempts = createRoute({
  method: 'post',
  path: '/v1/outside-attempts/import',
  tags: ['outside attempts'],
  summary: 'Count calls that were placed elsewhere: by another site, another centre or the client itself',
  description:
    'A JSON list of 5,000 at most, or a CSV file with columns for the number, `date`, `result`, and, if wished, `source` and `object`. One number has one call at one instant: what is sent twice counts once.',
  request: {
    query: contract.outsideAttemptQuery,
    body: {
      description: 'The calls',
      content: {
        ...jsonBody(contract.outsideAttempts).content,
        'text/csv': { schema: { type: 'string' as const } },
        'application/octet-stream': { schema: { type: 'string' as const } },
      },
    },
  },
  responses: { 200: jsonAnswer(contract.outsideAttemptsAdded, 'What became of them') },
});

/** What else is known of people: what ties them to the client, and calls placed elsewhere. */
export function relationRoutes(api: Api) {
  const { db } = api.database;
  const entryOf = (context: Context<Env>): RecordEntry => ({
    clientId: clientOf(context),
    createdBy: context.var.asker.userId,
    atMs: api.clock.nowMs(),
  });

  return makeRouter()
    .openapi(searchRelations, async (context) => {
      const { phoneNumber } = context.req.valid('json');
      return context.json({ data: [...(await relationsOfNumber(db, clientOf(context), phoneNumber))] }, 200);
    })
    .openapi(createRelation, async (context) => {
      const relation = context.req.valid('json');
      const entry = entryOf(context);
      const { language } = context.var;
      if (relation.atMs > entry.atMs) throw faultAt('/atMs', 'date_to_come', language);
      if (relation.endedAtMs !== null && relation.endedAtMs < relation.atMs) {
        throw faultAt('/endedAtMs', 'dates_reversed', language);
      }
      const made = { ...relation, id: api.ids.make('relation') };
      const isNew = await db.transaction().execute(async (tx) => {
        const isStored = await insertRelation(tx, entry, made);
        await reopenRefusedLeads(tx, entry.clientId, { personsOf: [made.phoneNumber] }, entry.atMs);
        return isStored;
      });
      if (!isNew) throw new Problem('already_on_record');
      return context.json({ ...made, createdAtMs: entry.atMs }, 201);
    })
    .openapi(importOutsideAttempts, async (context) => {
      const entry = entryOf(context);
      const { source = null, ...reading } = context.req.valid('query');
      const options = { ...reading, source, language: context.var.language, nowMs: entry.atMs };
      const { entries, ...faults } = await toldIn(context, options);
      const added = await addAttempts(api, entry, entries);
      return context.json({ added, already: entries.length - added, ...faults }, 200);
    });
}

/** The calls that a request tells of, as JSON or as a file. Throws for a JSON list with a call still to come. */
async function toldIn(context: Context<Env>, options: FileOptions & { readonly source: string | null }) {
  if (!context.req.header('content-type')?.startsWith('application/json')) {
    return readOutsideAttempts(await readUpload(context.req.raw), options);
  }
  // Checked by the route's schema already: it is asked again for its type.
  const entries = contract.outsideAttempts.parse(await context.req.json());
  const early = entries.findIndex(({ atMs }) => atMs > options.nowMs);
  if (early >= 0) throw faultAt(`/${early}/atMs`, 'date_to_come', options.language);
  return { entries, errorsCount: 0, errors: [] };
}

const rowsAtOnce = 500;

/** Adds the calls to the ledger, all or none; answers how many were new. */
function addAttempts(api: Api, entry: RecordEntry, told: readonly ToldAttempt[]): Promise<number> {
  return api.database.db.transaction().execute(async (tx) => {
    let count = 0;
    for (const [source, attempts] of Map.groupBy(told, (attempt) => attempt.source)) {
      const made = attempts.map((attempt) => ({ ...attempt, id: api.ids.make('outsideattempt') }));
      for (let at = 0; at < made.length; at += rowsAtOnce) {
        count += await addOutsideAttempts(tx, { ...entry, source }, made.slice(at, at + rowsAtOnce));
      }
    }
    return count;
  });
}
