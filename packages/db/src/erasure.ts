import type { ClientId, ErasureId, PhoneNumber, SuppressionId, UserId } from '@alize/model';
import { sql } from 'kysely';
import { eraseDeliveries } from './delivery-records.ts';
import { lockToChange } from './engine.ts';
import { eraseAppointments, type ForgottenAppointment } from './erase-appointments.ts';
import { eraseImported, importErrorsOfPerson } from './erase-imported.ts';
import { eraseInterviews } from './erase-interviews.ts';
import { appendEvents } from './events.ts';
import { eraseHandovers, type ForgottenHandover } from './handovers-of-person.ts';
import { isAnyOf } from './is-any-of.ts';
import { eraseCorrections } from './lead-changes.ts';
import { leadsOfNumbers } from './lead-phones.ts';
import { noFields } from './lead-row.ts';
import type { Db, Tx } from './open-database.ts';
import { numbersOfPerson } from './persons.ts';

/** Somebody asks to be forgotten by one client. */
export interface Erasure {
  readonly id: ErasureId;
  readonly clientId: ClientId;
  readonly phoneNumber: PhoneNumber;
  /** Keyed hash of the number, by which it can be shown later that this person was erased. */
  readonly numberSha256: string;
  readonly atMs: number;
  readonly doneBy: UserId;
  /** Whether the person's numbers go on the client's suppression list, so that they are not called again. */
  readonly keepSuppressed: boolean;
  readonly makeSuppressionId: () => SuppressionId;
  /** Sees to what was put of them outside the database; in the transaction. */
  readonly forgetHandovers: (tx: Tx, handovers: readonly ForgottenHandover[]) => Promise<void>;
  /** The same for what was written of them in calendars elsewhere. */
  readonly forgetAppointments: (tx: Tx, appointments: readonly ForgottenAppointment[]) => Promise<void>;
}

export const keptKinds = [
  'attempts',
  'outside_attempts',
  'rulings',
  'consents',
  'relations',
  'suppressions',
] as const;

/** What an erasure leaves: how many records, and of the latest of them the instant (null when there are none). */
export interface Kept {
  readonly what: (typeof keptKinds)[number];
  readonly count: number;
  readonly latestAtMs: number | null;
}

export type ErasureAnswer =
  | {
      readonly kind: 'erased';
      readonly numbers: number;
      readonly leads: number;
      readonly kept: readonly Kept[];
    }
  /** A call to them lives, or its agent is still writing on it: nothing was done. */
  | { readonly kind: 'in_call' };

/**
 * Takes out of a client's records who the person with this number is and what they said: names, address, e-mail,
 * comment, own columns, reference, other numbers, notes, answers, outcomes, the facts of rulings, the words of consents,
 * rows of files that became no lead, what imports changed, what was told of them to the outside. Open leads are closed. Uploaded files are not looked into:
 * the api sweeps them within days. It keeps what a law wants kept: that a call was placed, to which number and when, by which ruling; what
 * was agreed to, when, and where the proof is; and that they are not to be called. One transaction.
 */
export async function erasePerson(db: Db, erasure: Erasure): Promise<ErasureAnswer> {
  // Looking through the rows of files takes long: nobody else is kept waiting for it.
  const rows = await importErrorsOfPerson(db, erasure.clientId, erasure.phoneNumber);
  return db.transaction().execute(async (tx) => {
    const numbers = await numbersOfPerson(tx, erasure.clientId, erasure.phoneNumber);
    const person = { tx, clientId: erasure.clientId, numbers };
    if (await isInCall(person)) return { kind: 'in_call' };
    await eraseImported(person, rows);
    await eraseCalls(person);
    await eraseFacts(person);
    await eraseWords(person);
    await eraseCorrections(person);
    await eraseDeliveries(tx, person);
    await erasure.forgetHandovers(tx, await eraseHandovers(tx, person));
    await eraseInterviews(person);
    await erasure.forgetAppointments(tx, await eraseAppointments(person, erasure.atMs));
    const leads = await eraseLeads(person, erasure.atMs);
    if (erasure.keepSuppressed) await suppress(person, erasure);
    await tx
      .insertInto('erasure')
      .values({
        id: erasure.id,
        client_id: erasure.clientId,
        number_sha256: erasure.numberSha256,
        at: erasure.atMs,
        done_by: erasure.doneBy,
      })
      .execute();
    const event = { kind: 'audit.noted', deed: 'person_erased', userId: erasure.doneBy } as const;
    await appendEvents(tx, erasure.atMs, [{ clientId: erasure.clientId, event }]);
    return { kind: 'erased', numbers: numbers.length, leads, kept: await keptOf(person) };
  });
}

export interface Person {
  readonly tx: Tx;
  readonly clientId: ClientId;
  readonly numbers: readonly PhoneNumber[];
}

/** A lead is `calling` until the disposition of its call, when its answers and outcome are written. */
async function isInCall({ tx, clientId, numbers }: Person): Promise<boolean> {
  const leads = tx
    .selectFrom('lead')
    .select('state')
    .where('id', 'in', leadsOfNumbers(tx, clientId, numbers));
  // First of all, so that no claim takes one of them while they are being forgotten.
  const states = await lockToChange(tx, 'lead', leads).execute();
  const call = await tx
    .selectFrom('attempt')
    .select('id')
    .where('client_id', '=', clientId)
    .where('phone_number', 'in', [...numbers])
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return call !== undefined || states.some(({ state }) => state === 'calling');
}

async function eraseCalls({ tx, clientId, numbers }: Person): Promise<void> {
  const calls = tx
    .selectFrom('attempt')
    .select('id')
    .where('client_id', '=', clientId)
    .where('phone_number', 'in', [...numbers]);
  await tx.deleteFrom('answer').where('attempt_id', 'in', calls).execute();
  await tx.updateTable('outcome').set({ data: '{}' }).where('attempt_id', 'in', calls).execute();
  await tx.updateTable('attempt').set({ note: null }).where('id', 'in', calls).execute();
}

/** The hash of the facts stays, so the chain of rulings holds. */
async function eraseFacts({ tx, clientId, numbers }: Person): Promise<void> {
  await tx
    .updateTable('ruling')
    .set({ facts: null, facts_salt: null })
    .where('lead_id', 'in', leadsOfNumbers(tx, clientId, numbers))
    .execute();
}

async function eraseWords({ tx, clientId, numbers }: Person): Promise<void> {
  await tx
    .updateTable('consent')
    .set({ wording: null })
    .where('client_id', '=', clientId)
    .where('phone_number', 'in', [...numbers])
    .execute();
  const persons = tx
    .selectFrom('person_number')
    .select('person_id')
    .where('client_id', '=', clientId)
    .where('phone_number', 'in', [...numbers]);
  await tx
    .deleteFrom('person_reference')
    .where('client_id', '=', clientId)
    .where('person_id', 'in', persons)
    .execute();
}

/** Of a lead's numbers the one that its rulings and calls are about stays, as it does on the lead. */
async function eraseLeads({ tx, clientId, numbers }: Person, atMs: number): Promise<number> {
  const leads = { tx, clientId, numbers };
  await ofPerson(leads).where('state', 'in', ['open', 'staged']).set(closed).execute();
  const erased = await ofPerson(leads)
    .set({
      ...noFields,
      quota_cell: null,
      consent_at: sql`consent_at`,
      consent_source: sql`consent_source`,
      changed_at: atMs,
    })
    .returning('id')
    .execute();
  await sql`delete from lead_phone where ${isAnyOf(
    tx,
    'lead_id',
    erased.map(({ id }) => id),
  )} and phone_number != (select phone_number from lead where lead.id = lead_phone.lead_id)`.execute(tx);
  return erased.length;
}

const closed = {
  state: 'closed',
  closed_reason: 'suppressed',
  next_try_at: null,
  callback_agent_id: null,
} as const;

function ofPerson({ tx, clientId, numbers }: Person) {
  return tx
    .updateTable('lead')
    .where('client_id', '=', clientId)
    .where('id', 'in', leadsOfNumbers(tx, clientId, numbers));
}

/** Numbers that are on the client's list for good already stay as they are. */
async function suppress({ tx, clientId, numbers }: Person, erasure: Erasure): Promise<void> {
  const known = await tx
    .selectFrom('suppression')
    .select('phone_number')
    .where('client_id', '=', clientId)
    .where('phone_number', 'in', [...numbers])
    .where('expires_at', 'is', null)
    .execute();
  const missing = numbers.filter((number) => !known.some((row) => row.phone_number === number));
  if (missing.length === 0) return;
  await tx
    .insertInto('suppression')
    .values(
      missing.map((number) => ({
        id: erasure.makeSuppressionId(),
        client_id: clientId,
        phone_number: number,
        scope: 'client' as const,
        reason: 'erasure',
        source: null,
        created_by: erasure.doneBy,
        created_at: erasure.atMs,
        expires_at: null,
      })),
    )
    .execute();
}

async function keptOf(person: Person): Promise<readonly Kept[]> {
  const { tx, clientId, numbers } = person;
  const rulings = await tx
    .selectFrom('ruling')
    .innerJoin('lead', 'lead.id', 'ruling.lead_id')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max('ruling.at').as('latestAtMs')])
    .where('lead.client_id', '=', clientId)
    .where('lead.id', 'in', leadsOfNumbers(tx, clientId, numbers))
    .executeTakeFirstOrThrow();
  const counts = [
    { what: 'attempts', ...(await countOf(person, 'attempt', 'created_at')) },
    { what: 'outside_attempts', ...(await countOf(person, 'outside_attempt', 'at')) },
    { what: 'rulings', ...rulings },
    { what: 'consents', ...(await countOf(person, 'consent', 'given_at')) },
    { what: 'relations', ...(await countOf(person, 'relation', 'at')) },
    { what: 'suppressions', ...(await countOf(person, 'suppression', 'created_at')) },
  ] as const;
  return counts.filter(({ count }) => count > 0);
}

async function countOf(
  { tx, clientId, numbers }: Person,
  table: 'attempt' | 'outside_attempt' | 'consent' | 'relation' | 'suppression',
  instant: string,
): Promise<{ count: number; latestAtMs: number | null }> {
  const { rows } = await sql<{ count: number; latestAtMs: number | null }>`
    select count(*) as count, max(${sql.ref(instant)}) as ${sql.ref('latestAtMs')} from ${sql.table(table)}
    where client_id = ${clientId} and phone_number in (${sql.join([...numbers])})`.execute(tx);
  return rows[0] ?? { count: 0, latestAtMs: null };
}
