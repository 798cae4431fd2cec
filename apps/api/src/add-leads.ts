import {
  addLeads,
  appendEvents,
  changeLeads,
  type FieldsToStore,
  findDuplicates,
  findList,
  insertList,
  listsOfCampaign,
  type Tx,
} from '@alize/db';
import type { DuplicatePolicy, DuplicateScope, RowFate } from '@alize/leads';
import type { CampaignId, ClientId, Language, LeadId, ListId, UserId } from '@alize/model';
import type { z } from '@hono/zod-openapi';
import { completePolicy, completeReading } from './complete-settings.ts';
import type { leadContract } from './contract/index.ts';
import { fateOf } from './imports/sort-rows.ts';
import { Problem } from './problem.ts';
import { type ReadLead, readLead } from './read-lead.ts';
import type { Api } from './routing.ts';

export type LeadBatch = z.infer<typeof leadContract.newLeads> & {
  readonly clientId: ClientId;
  readonly campaignId: CampaignId;
  readonly createdBy: UserId;
  readonly language: Language;
};
export type LeadAnswers = z.infer<typeof leadContract.leadAnswers>;
type LeadAnswer = LeadAnswers['leads'][number];

/** A batch whose leads are read, before anybody has to wait for the database. */
export type ReadBatch = Omit<LeadBatch, 'leads'> & { readonly leads: readonly ReadLead[] };

/** Reads the leads of a batch. Throws `time_zone_unknown`. */
export function readBatch(batch: LeadBatch): ReadBatch {
  const { country, timeZone } = completeReading({ country: batch.country, timeZone: batch.timeZone });
  const reading = { country, timeZone, language: batch.language };
  return { ...batch, leads: batch.leads.map((lead) => readLead(lead, reading)) };
}

/** A lead that can be read, with its place in the batch. */
interface Candidate {
  readonly line: number;
  readonly fields: FieldsToStore;
}

/** What becomes of a candidate, and the lead that it is. */
interface Sorted extends Candidate {
  readonly kind: Exclude<RowFate, 'refused'>;
  readonly leadId: LeadId;
  readonly code: SkipCode | null;
}

/** Adds the leads of a batch that can be read, due at once, and says of each what became of it. Throws `not_found`. */
export async function addLeadBatch(api: Api, tx: Tx, batch: ReadBatch): Promise<LeadAnswers> {
  const { clientId, campaignId, leads, language, consentsAreInformed = false } = batch;
  const atMs = api.clock.nowMs();
  const listId = await listOf(api, tx, batch, atMs);
  const sorted = await sort(api, tx, { ...batch, listId });
  const target = { clientId, campaignId, listId, atMs, consentsAreInformed };
  const rowsOf = (wanted: Sorted['kind']) => sorted.filter(({ kind }) => kind === wanted);
  await addLeads(tx, {
    ...target,
    leads: rowsOf('added').map(({ leadId: id, fields }) => ({ id, fields })),
  });
  await changeLeads(tx, { ...target, updates: rowsOf('updated'), moves: rowsOf('moved') });
  await tellList(tx, { clientId, listId, atMs });
  const byLine = new Map(sorted.map((one) => [one.line, one]));
  return { listId, leads: leads.map((one, index) => answerOf(index, one, byLine.get(index), language)) };
}

async function tellList(tx: Tx, at: { clientId: ClientId; listId: ListId; atMs: number }): Promise<void> {
  const list = await findList(tx, at.clientId, at.listId);
  if (!list) throw new Problem('not_found');
  const { id: listId, campaignId, state, rowsTotal, leadsCount, errorsCount } = list;
  const counts = { rowsTotal, leadsCount, errorsCount };
  const event = { kind: 'list.changed', listId, campaignId, state, ...counts } as const;
  await appendEvents(tx, at.atMs, [{ clientId: at.clientId, event }]);
}

/** The list that was named, or the campaign's own for what comes like this. */
async function listOf(api: Api, tx: Tx, batch: ReadBatch, atMs: number): Promise<ListId> {
  const { clientId, campaignId, listId, createdBy } = batch;
  if (listId !== undefined) {
    const list = await findList(tx, clientId, listId);
    if (list?.campaignId !== campaignId) throw new Problem('not_found');
    return list.id;
  }
  const own = (await listsOfCampaign(tx, clientId, campaignId)).find(({ name }) => name === apiListName);
  if (own) return own.id;
  const id = api.ids.make('list');
  await insertList(tx, { id, clientId, campaignId, name: apiListName, fileName: null, createdBy }, atMs);
  return id;
}

const apiListName = 'API';

/** What becomes of each candidate: repeats within the batch are left out, known leads are for the policy. */
async function sort(
  api: Api,
  tx: Tx,
  { clientId, campaignId, listId, leads, duplicates }: ReadBatch & { readonly listId: ListId },
): Promise<readonly Sorted[]> {
  const policy = completePolicy(duplicates);
  const candidates = leads.flatMap(candidateOf);
  const search = { clientId, campaignId, listId, importId: null, policy, nowMs: api.clock.nowMs() };
  const known = await findDuplicates(tx, search, candidates);
  const seen = new Map<string, LeadId>();
  return candidates.map((candidate) => {
    const keys = keysOf(candidate, policy);
    const earlier = keys.map((key) => seen.get(key)).find((id) => id !== undefined);
    if (earlier) return { ...candidate, kind: 'skipped', leadId: earlier, code: 'duplicate_in_batch' };
    const repeated = known.get(candidate.line);
    const kind = repeated ? fateOf[policy.action] : 'added';
    const leadId = repeated && kind !== 'added' ? repeated.leadId : api.ids.make('lead');
    for (const key of keys) seen.set(key, leadId);
    return {
      ...candidate,
      kind,
      leadId,
      code: repeated && kind === 'skipped' ? skipCodeOf[repeated.scope] : null,
    };
  });
}

/** What makes two leads of a batch one: as the policy says, and the number when it says nothing. */
function keysOf({ fields }: Candidate, { by }: DuplicatePolicy): readonly string[] {
  const keys = by.length === 0 ? (['number'] as const) : by;
  return keys.flatMap((key) => {
    if (key === 'number') return fields.phones.map((phone) => phone.phoneNumber);
    const value = fields[key];
    return value === null ? [] : [`${key} ${value}`];
  });
}

function candidateOf(read: ReadLead, line: number): Candidate[] {
  return read.kind === 'lead' ? [{ line, fields: read.fields }] : [];
}

const skipCodeOf = {
  list: 'known_in_list',
  campaign: 'known_in_campaign',
  client: 'known_in_client',
} as const satisfies Record<DuplicateScope, SkipCode>;

const skipped = {
  duplicate_in_batch: {
    fr: 'Cette fiche en répète une autre du même envoi.',
    en: 'This lead repeats another one of the same batch.',
  },
  known_in_list: {
    fr: 'Cette fiche est déjà dans la liste.',
    en: 'This lead is in the list already.',
  },
  known_in_campaign: {
    fr: 'Cette fiche est déjà dans une autre liste de la campagne.',
    en: 'This lead is in another list of the campaign already.',
  },
  known_in_client: {
    fr: 'Cette fiche est déjà dans une autre campagne.',
    en: 'This lead is in another campaign already.',
  },
} as const satisfies Record<string, Record<Language, string>>;
type SkipCode = keyof typeof skipped;

function answerOf(index: number, read: ReadLead, sorted: Sorted | undefined, language: Language): LeadAnswer {
  if (read.kind === 'error') {
    const { field, code, detail } = read;
    return { index, kind: 'refused', leadId: null, field, code, detail, changes: [] };
  }
  // Whatever could be read was sorted.
  if (!sorted) throw new Error(`lead ${index} of a batch was lost`);
  const { kind, leadId, code } = sorted;
  const detail = code && skipped[code][language];
  return { index, kind, leadId, field: null, code, detail, changes: read.changes };
}
