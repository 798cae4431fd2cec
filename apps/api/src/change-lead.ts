import { findLead, type LeadFieldsChange, updateLead } from '@alize/db';
import { leadFieldNames, standardImportSettings } from '@alize/leads';
import type { ClientId, Language, LeadId, PhoneLabel } from '@alize/model';
import type { z } from '@hono/zod-openapi';
import type { leadContract } from './contract/index.ts';
import { Problem } from './problem.ts';
import { readLead } from './read-lead.ts';
import type { Api } from './routing.ts';

type Change = z.infer<typeof leadContract.leadChange>;

interface LeadChangeAsked {
  readonly clientId: ClientId;
  readonly id: LeadId;
  readonly change: Change;
  readonly language: Language;
}

/** Changes what is given of a lead; answers it as it is then. Throws `not_found`, `lead_in_call`, `lead_unreadable`. */
export async function changeLead(api: Api, { clientId, id, change, language }: LeadChangeAsked) {
  return api.database.db.transaction().execute(async (tx) => {
    const lead = await findLead(tx, clientId, id);
    if (!lead) throw new Problem('not_found');
    // Whoever talks to this person at the moment sees the lead as it was.
    if (lead.state === 'calling') throw new Problem('lead_in_call');
    const written = lead.phones.map(({ phoneNumber, label }) => ({ number: phoneNumber, label }));
    await updateLead(tx, clientId, id, readChange(change, written, language), api.clock.nowMs());
    const changed = await findLead(tx, clientId, id);
    if (!changed) throw new Error('a lead is gone as soon as it is changed');
    return changed;
  });
}

/** What is given, read as a lead's values are, among the numbers that it has when none are given. */
function readChange(
  change: Change,
  known: readonly { readonly number: string; readonly label: PhoneLabel | null }[],
  language: Language,
): LeadFieldsChange {
  const { country, timeZone } = standardImportSettings.read;
  const { custom = {}, phones, ...fields } = change;
  const columns = Object.entries(custom).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
  const written = { ...fields, phones: phones ?? [...known], custom: Object.fromEntries(columns) };
  const read = readLead(written, { country, timeZone, language });
  if (read.kind === 'error') {
    const pointer = `/${read.field?.replaceAll('.', '/') ?? ''}`;
    throw new Problem('lead_unreadable', { errors: [{ pointer, detail: read.detail }] });
  }
  const stored = read.fields;
  const given = leadFieldNames.filter((name) => fields[name] !== undefined);
  return {
    ...Object.fromEntries(given.map((name) => [name, stored[name]])),
    ...(phones && { phones: stored.phones }),
    custom: Object.fromEntries(Object.keys(custom).map((name) => [name, stored.custom[name] ?? null])),
  };
}
