import { type ChangeAuthor, findLead, type LeadFieldsChange, updateLead } from '@alize/db';
import { leadFieldNames, standardImportSettings } from '@alize/leads';
import type { ClientId, Language, LeadId, LeadPhone } from '@alize/model';
import type { z } from '@hono/zod-openapi';
import type { leadContract } from './contract/index.ts';
import { Problem } from './problem.ts';
import { type ReadLead, readLead } from './read-lead.ts';
import type { Api } from './routing.ts';

type Change = z.infer<typeof leadContract.leadChange>;

interface LeadChangeAsked {
  readonly clientId: ClientId;
  readonly id: LeadId;
  readonly change: Change;
  readonly language: Language;
  readonly by: ChangeAuthor;
}

/** Changes what is given of a lead; answers it as it is then. Throws `not_found`, `lead_in_call`, `lead_unreadable`. */
export async function changeLead(api: Api, { clientId, id, change, language, by }: LeadChangeAsked) {
  return api.database.db.transaction().execute(async (tx) => {
    const lead = await findLead(tx, clientId, id);
    if (!lead) throw new Problem('not_found');
    // Whoever talks to this person at the moment sees the lead as it was.
    if (lead.state === 'calling') throw new Problem('lead_in_call');
    const read = readChange(change, lead, language);
    if (read.kind === 'error') {
      const pointer = `/${read.field?.replaceAll('.', '/') ?? ''}`;
      throw new Problem('lead_unreadable', { errors: [{ pointer, detail: read.detail }] });
    }
    await updateLead(tx, clientId, id, read.change, { atMs: api.clock.nowMs(), by });
    const changed = await findLead(tx, clientId, id);
    if (!changed) throw new Error('a lead is gone as soon as it is changed');
    return changed;
  });
}

/** What changes of a lead, or the value of it that cannot be read. */
export type ReadChange =
  | { readonly kind: 'change'; readonly change: LeadFieldsChange }
  | Extract<ReadLead, { kind: 'error' }>;

/** What is given, read as a lead's values are, among the numbers that it has when none are given. */
export function readChange(
  change: Change,
  lead: { readonly phones: readonly Pick<LeadPhone, 'phoneNumber' | 'label'>[] },
  language: Language,
): ReadChange {
  const { country, timeZone } = standardImportSettings.read;
  const { custom = {}, phones, ...fields } = change;
  const columns = Object.entries(custom).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
  const known = lead.phones.map(({ phoneNumber, label }) => ({ number: phoneNumber, label }));
  const written = { ...fields, phones: phones ?? known, custom: Object.fromEntries(columns) };
  const read = readLead(written, { country, timeZone, language });
  if (read.kind === 'error') return read;
  const stored = read.fields;
  const given = leadFieldNames.filter((name) => fields[name] !== undefined);
  // A file's row does without such a value; here it would empty what the lead has.
  const lost = given.find((name) => stored[name] === null && isWritten(fields[name]));
  if (lost) return { kind: 'error', field: lost, code: 'value_unreadable', detail: unreadable[language] };
  return {
    kind: 'change',
    change: {
      ...Object.fromEntries(given.map((name) => [name, stored[name]])),
      ...(phones && { phones: stored.phones }),
      custom: Object.fromEntries(Object.keys(custom).map((name) => [name, stored.custom[name] ?? null])),
    },
  };
}

const isWritten = (value: unknown) => typeof value === 'string' && value.trim() !== '';

const unreadable: Readonly<Record<Language, string>> = {
  fr: 'Cette valeur ne se lit pas : corrigez-la, ou envoyez null pour la retirer.',
  en: 'This value cannot be read: mend it, or send null to take it out.',
};
