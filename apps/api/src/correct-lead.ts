import { type ChangeAuthor, type FieldChange, findLead, type Tx, updateLead } from '@alize/db';
import type { ClientId, LeadId } from '@alize/model';
import type { Correction } from '@alize/scripts';
import { readChange } from './change-lead.ts';

/**
 * Puts a lead right by what the person answered; answers what changed. A value that a lead cannot have is left out: it
 * stays among the answers, and the call is not held up for it.
 */
export async function correctLead(
  tx: Tx,
  lead: { readonly clientId: ClientId; readonly id: LeadId },
  corrections: readonly Correction[],
  by: { readonly atMs: number; readonly by: ChangeAuthor },
): Promise<readonly FieldChange[]> {
  if (corrections.length === 0) return [];
  const known = await findLead(tx, lead.clientId, lead.id);
  if (!known) return [];
  const changes = corrections.flatMap(({ field, value }) => {
    const isOwn = field.startsWith('custom:');
    const asked = isOwn ? { custom: { [field.slice('custom:'.length)]: value } } : { [field]: value };
    const read = readChange(asked, known, 'fr');
    return read.kind === 'change' ? [read.change] : [];
  });
  const change = {
    ...Object.assign({}, ...changes),
    custom: Object.assign({}, ...changes.map(({ custom }) => custom)),
  };
  return (await updateLead(tx, lead.clientId, lead.id, change, by)) ?? [];
}
