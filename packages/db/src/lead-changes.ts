import type { AttemptId, ClientId, CustomValue, LeadId, PhoneNumber, UserId } from '@alize/model';
import { leadsOfNumbers } from './lead-phones.ts';
import type { Db, Tx } from './open-database.ts';
import type { Schema } from './schema.ts';

/** Whose word a correction rests on. */
export interface ChangeAuthor {
  readonly whom: Schema['lead_change']['by_whom'];
  /** Null where nobody of ours did it. */
  readonly userId: UserId | null;
  /** The call in which it was said; null outside of one. */
  readonly attemptId: AttemptId | null;
}

/** One field of a lead as it was and as it is now. */
export interface FieldChange {
  /** As `LeadFields` names it; a column of the client's own as `custom:<name>`. */
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Writes down what changed of a lead. The lead is locked by the transaction, so that the numbers follow one another. */
export async function noteChanges(
  tx: Tx,
  lead: { readonly clientId: ClientId; readonly id: LeadId; readonly atMs: number },
  changes: readonly FieldChange[],
  by: ChangeAuthor,
): Promise<void> {
  if (changes.length === 0) return;
  const last = await tx
    .selectFrom('lead_change')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('lead_id', '=', lead.id)
    .executeTakeFirst();
  const first = (last?.number ?? 0) + 1;
  await tx
    .insertInto('lead_change')
    .values(
      changes.map((change, at) => ({
        ...change,
        lead_id: lead.id,
        number: first + at,
        client_id: lead.clientId,
        at: lead.atMs,
        by_user: by.userId,
        attempt_id: by.attemptId,
        by_whom: by.whom,
      })),
    )
    .execute();
}

/** So many of a lead's newest corrections are shown. */
const shownMax = 500;

/** What was corrected of a lead, newest first; null when the client has none of that id. */
export async function changesOfLead(db: Db, clientId: ClientId, id: LeadId) {
  const lead = await db
    .selectFrom('lead')
    .select('id')
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  if (!lead) return null;
  return db
    .selectFrom('lead_change')
    .leftJoin('user', 'user.id', 'lead_change.by_user')
    .select([
      'lead_change.at as atMs',
      'lead_change.field',
      'lead_change.before',
      'lead_change.after',
      'lead_change.by_whom as byWhom',
      'user.name as byName',
      'lead_change.attempt_id as attemptId',
    ])
    .where('lead_change.lead_id', '=', id)
    .where('lead_change.client_id', '=', clientId)
    .orderBy('lead_change.number', 'desc')
    .limit(shownMax)
    .execute();
}

/** Whose leads are looked for, by all numbers of a person with one client. */
interface PersonAsked {
  readonly clientId: ClientId;
  readonly numbers: readonly PhoneNumber[];
}

/** What was corrected of a person's leads, oldest first: for the file of a right of access. */
export async function correctionsOfPerson(db: Db, { clientId, numbers }: PersonAsked) {
  return db
    .selectFrom('lead_change')
    .select(['lead_id as leadId', 'at as atMs', 'field', 'before', 'after', 'by_whom as byWhom'])
    .where('client_id', '=', clientId)
    .where('lead_id', 'in', leadsOfNumbers(db, clientId, numbers))
    .orderBy('lead_id')
    .orderBy('number')
    .execute();
}

/** Takes out what the fields of a forgotten person were; that they were corrected, and when, stays. */
export async function eraseCorrections({
  tx,
  clientId,
  numbers,
}: PersonAsked & { readonly tx: Tx }): Promise<void> {
  await tx
    .updateTable('lead_change')
    .set({ before: null, after: null })
    .where('client_id', '=', clientId)
    .where('lead_id', 'in', leadsOfNumbers(tx, clientId, numbers))
    .execute();
}

/** Fields that differ, of those that `after` names, as text. */
export function fieldChanges(
  before: Readonly<Record<string, CustomValue | null>>,
  after: Readonly<Record<string, CustomValue | null>>,
): readonly FieldChange[] {
  return Object.entries(after).flatMap(([field, value]) => {
    const was = asText(Object.hasOwn(before, field) ? (before[field] ?? null) : null);
    const is = asText(value);
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}

function asText(value: CustomValue | null): string | null {
  return value === null || value === '' ? null : String(value);
}
