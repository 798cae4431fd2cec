import { type Place, placeOf } from '@alize/compliance';
import { type Duplicate, findDuplicates, type StoredImport } from '@alize/db';
import type { ReadRow } from '@alize/lead-import';
import type { DuplicateAction } from '@alize/leads';
import type { LeadFields, LeadId } from '@alize/model';
import type { TalliedLead, Tally } from './tally.ts';
import type { Workshop } from './workshop.ts';

/** A row that is a lead, with what becomes of it. */
export interface SortedLead extends TalliedLead {
  /** The lead that it repeats. */
  readonly knownId: LeadId | null;
}

type LeadRow = Extract<ReadRow, { kind: 'lead' }>;
type ErrorRow = Extract<ReadRow, { kind: 'error' }>;

export interface SortedRows {
  readonly leads: readonly SortedLead[];
  readonly errors: readonly ErrorRow[];
}

/** What a policy makes of a lead that is known. */
export const fateOf = {
  skip: 'skipped',
  update: 'updated',
  move: 'moved',
  keep: 'added',
} as const satisfies Record<DuplicateAction, TalliedLead['fate']>;

/** What becomes of rows of a file, by what is on record now and the import's policy; counts them. */
export async function sortRows(
  shop: Workshop,
  found: StoredImport,
  rows: readonly ReadRow[],
  tally: Tally,
): Promise<SortedRows> {
  const read = rows.flatMap((row) => (row.kind === 'lead' ? [row] : []));
  const errors = rows.flatMap((row) => (row.kind === 'error' ? [row] : []));
  const known = await knownLeads(shop, found, read);
  const leads = read.map(({ line, fields, changes }): SortedLead => {
    const repeated = known.get(line);
    return {
      ...{ line, fields, changes, place: placeOfLead(fields) },
      fate: repeated ? fateOf[found.settings.duplicates.action] : 'added',
      repeats: repeated?.scope ?? null,
      knownId: repeated?.leadId ?? null,
    };
  });
  for (const lead of leads) tally.addLead(lead);
  for (const error of errors) tally.addError(error);
  for (const { kind } of rows) if (kind === 'repeat') tally.addRepeat();
  return { leads, errors };
}

function knownLeads(
  { db, clock }: Workshop,
  { id: importId, clientId, campaignId, listId, settings }: StoredImport,
  rows: readonly LeadRow[],
): Promise<ReadonlyMap<number, Duplicate>> {
  const policy = settings.duplicates;
  const search = { clientId, campaignId, listId, importId, policy, nowMs: clock.nowMs() };
  return findDuplicates(db, search, rows);
}

function placeOfLead({ phones: [first], postalCode, country, region, timeZone }: LeadFields): Place {
  return placeOf(first.phoneNumber, { postalCode, country, state: region, timeZone, lineType: null });
}
