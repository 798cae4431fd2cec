import {
  addConsents,
  type ConsentRecord,
  consentsOfClient,
  findConsent,
  liftWithdrawal,
  reopenRefusedLeads,
} from '@alize/db';
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { readConsents } from '../consent-file.ts';
import { common, consentContract as contract } from '../contract/index.ts';
import { fileBody, jsonAnswer, jsonBody, withId } from '../contract/route.ts';
import { readIdCursor } from '../cursor.ts';
import { faultAt } from '../fault-at.ts';
import { Problem } from '../problem.ts';
import { type Api, clientOf, type Env, makeRouter } from '../routing.ts';
import { readUpload } from '../upload.ts';
import { withdrawOnRecord } from '../withdraw-consent.ts';

const tags = ['consents'];
const listConsents = createRoute({
  method: 'get',
  path: '/v1/consents',
  tags,
  summary: 'What people agreed to, newest first, withdrawn and expired consents too',
  request: { query: common.pageQuery },
  responses: { 200: jsonAnswer(contract.consentPage, 'A page of consents') },
});
const searchConsents = createRoute({
  method: 'post',
  path: '/v1/consents/search',
  tags,
  summary: 'The consents of one number; the number is in the body, for addresses are logged',
  request: { body: jsonBody(contract.numberSearch) },
  responses: { 200: jsonAnswer(contract.consentList, 'The consents, newest first, 200 at most') },
});
const createConsent = createRoute({
  method: 'post',
  path: '/v1/consents',
  tags,
  summary: 'Put a consent on record; one given after a withdrawal lets the number be called again',
  request: { body: jsonBody(contract.newConsent) },
  responses: { 201: jsonAnswer(contract.consent, 'On record') },
});
const importConsents = createRoute({
  method: 'post',
  path: '/v1/consents/import',
  tags,
  summary: 'Put the consents of a file on record, all in one transaction',
  description:
    'A CSV file with columns for the number and `date`, and, as far as they are known, `object`, `form`, `expires`, `proof`, `proof_sha256`, `wording`, `channel`, `informed`, `automatic`, `slots` (instants between `|`). A line that cannot be read is told and left out; a consent of the same number, object and instant counts once. No import lifts a withdrawal.',
  request: { query: contract.consentImportQuery, body: fileBody('The file, 64 MB at most') },
  responses: { 200: jsonAnswer(contract.consentsAdded, 'What became of the lines') },
});
const withdrawConsent = createRoute({
  method: 'post',
  path: '/v1/consents/{id}/withdrawal',
  tags,
  summary: 'Withdraw a consent, and suppress its number for this client at once',
  request: { params: withId('consent'), body: jsonBody(contract.withdrawal) },
  responses: { 200: jsonAnswer(contract.consent, 'Withdrawn; one withdrawn before stays as it was') },
});

/** Consents: put on record, looked up, withdrawn. */
export function consentRoutes(api: Api) {
  const { db } = api.database;
  const entryOf = (context: Context<Env>) => ({
    clientId: clientOf(context),
    createdBy: context.var.asker.userId,
    atMs: api.clock.nowMs(),
  });

  return makeRouter()
    .openapi(listConsents, async (context) => {
      const { cursor, limit } = context.req.valid('query');
      const page = { before: readIdCursor('consent', cursor), limit: limit + 1 };
      const found = await consentsOfClient(db, clientOf(context), page);
      const data = found.slice(0, limit).map(show);
      return context.json({ data, next: found.length > limit ? (data.at(-1)?.id ?? null) : null }, 200);
    })
    .openapi(searchConsents, async (context) => {
      const { phoneNumber } = context.req.valid('json');
      const page = { before: null, limit: 200 };
      const found = await consentsOfClient(db, clientOf(context), page, phoneNumber);
      return context.json({ data: found.map(show) }, 200);
    })
    .openapi(createConsent, async (context) => {
      const consent = context.req.valid('json');
      const entry = entryOf(context);
      checkDates(context, consent, entry.atMs);
      const id = api.ids.make('consent');
      const count = await db.transaction().execute(async (tx) => {
        await liftWithdrawal(tx, entry.clientId, consent.phoneNumber, consent.givenAtMs);
        const added = await addConsents(tx, entry, [{ ...consent, id }]);
        await reopenRefusedLeads(tx, entry.clientId, { personsOf: [consent.phoneNumber] }, entry.atMs);
        return added;
      });
      if (count === 0) throw new Problem('already_on_record');
      const stored = await findConsent(db, entry.clientId, id);
      if (!stored) throw new Problem('not_found');
      return context.json(show(stored), 201);
    })
    .openapi(importConsents, async (context) => {
      const entry = entryOf(context);
      const { language } = context.var;
      const options = { ...context.req.valid('query'), language, nowMs: entry.atMs };
      const { entries, ...faults } = await readConsents(await readUpload(context.req.raw), options);
      const consents = entries.map((consent) => ({ ...consent, id: api.ids.make('consent') }));
      const personsOf = consents.map(({ phoneNumber }) => phoneNumber);
      const added = await db.transaction().execute(async (tx) => {
        const count = await addConsents(tx, entry, consents);
        await reopenRefusedLeads(tx, entry.clientId, { personsOf }, entry.atMs);
        return count;
      });
      return context.json({ added, already: consents.length - added, ...faults }, 200);
    })
    .openapi(withdrawConsent, async (context) => {
      const { id } = context.req.valid('param');
      const { how, atMs } = context.req.valid('json');
      const { clientId, createdBy: by, atMs: nowMs } = entryOf(context);
      if (atMs !== undefined && atMs > nowMs) throw faultAt('/atMs', 'date_to_come', context.var.language);
      const consent = await withdrawOnRecord(api, { clientId, id, how, by, saidAtMs: atMs ?? nowMs });
      return context.json(show(consent), 200);
    });
}

/** Refuses a consent that is still to be given, or ends before it begins. */
function checkDates(
  context: Context<Env>,
  { givenAtMs, expiresAtMs }: Pick<ConsentRecord, 'givenAtMs' | 'expiresAtMs'>,
  nowMs: number,
): void {
  const { language } = context.var;
  if (givenAtMs > nowMs) throw faultAt('/givenAtMs', 'date_to_come', language);
  if (expiresAtMs !== null && expiresAtMs <= givenAtMs)
    throw faultAt('/expiresAtMs', 'dates_reversed', language);
}

/** The contract's arrays are plain ones. */
function show(consent: ConsentRecord) {
  return { ...consent, agreedSlotsMs: [...consent.agreedSlotsMs] };
}
