import type { ClientId, LeadId, ListId, PersonId, PhoneNumber } from '@alize/model';
import { sql } from 'kysely';
import type { Db } from './open-database.ts';

/** What is said to belong to one person of a client. */
export interface SaidOfPerson {
  readonly numbers: readonly PhoneNumber[];
  /** The client's own id for them; null when none is given. */
  readonly reference: string | null;
  /** The id that the person gets when none of this is known. */
  readonly newId: PersonId;
}

/** A reference that gathers more numbers than this names no person: it is a file's name, or stands for "none". */
export const numbersOfPersonMax = 20;

/**
 * Makes numbers and references that belong together one person each, within a client, and merges persons who turn out
 * to be one. Saying the same twice changes nothing. Four statements for all, and more only for each merger.
 */
export async function joinPersons(
  db: Db,
  clientId: ClientId,
  people: readonly SaidOfPerson[],
): Promise<void> {
  if (people.length === 0) return;
  const known = await knownPersons(db, clientId, people);
  const before = { numbers: new Set(known.byNumber.keys()), references: new Set(known.byReference.keys()) };
  for (const said of people) await join(db, clientId, known, said);
  const isNew = (has: Set<string>) => (entry: readonly [string, PersonId]) => !has.has(entry[0]);
  await insertNumbers(db, clientId, [...known.byNumber].filter(isNew(before.numbers)));
  await insertReferences(db, clientId, [...known.byReference].filter(isNew(before.references)));
}

/** Some leads of one list, by the first and the last of their ids. */
export interface LeadRange {
  readonly clientId: ClientId;
  readonly listId: ListId;
  readonly fromId: LeadId;
  readonly toId: LeadId;
}

/**
 * Makes the leads just stored persons, as `joinPersons` does: three statements where nothing was known before, and one
 * by one only those whose number and reference were known as two people's. Index lead_list.
 */
export async function joinPersonsOfLeads(db: Db, range: LeadRange): Promise<void> {
  const isInRange = sql`lead.list_id = ${range.listId} and lead.id between ${range.fromId} and ${range.toId}`;
  await sql`insert into person_number (client_id, phone_number, person_id)
    select client_id, phone_number, 'person_' || substr(id, 6) from lead where ${isInRange}
    on conflict (client_id, phone_number) do nothing`.execute(db);
  await sql`insert into person_reference (client_id, reference, person_id)
    select lead.client_id, lead.reference, min(person_number.person_id) from lead
    join person_number on person_number.client_id = lead.client_id
      and person_number.phone_number = lead.phone_number
    where ${isInRange} and lead.reference is not null group by lead.client_id, lead.reference
    on conflict (client_id, reference) do nothing`.execute(db);
  const clashing = await sql<{ id: LeadId; phone_number: PhoneNumber; reference: string }>`
    select lead.id, lead.phone_number, lead.reference from lead
    join person_number on person_number.client_id = lead.client_id
      and person_number.phone_number = lead.phone_number
    join person_reference on person_reference.client_id = lead.client_id
      and person_reference.reference = lead.reference
    where ${isInRange} and person_number.person_id != person_reference.person_id`.execute(db);
  const people = clashing.rows.map((row) => ({
    numbers: [row.phone_number],
    reference: row.reference,
    newId: `person_${row.id.slice('lead_'.length)}` as const,
  }));
  await joinPersons(db, range.clientId, people);
}

/** Every number of the person who has this one, itself first; itself alone when nothing is known of it. */
export async function numbersOfPerson(
  db: Db,
  clientId: ClientId,
  phoneNumber: PhoneNumber,
): Promise<readonly PhoneNumber[]> {
  const rows = await db
    .selectFrom('person_number as own')
    .innerJoin('person_number as each', (join) =>
      join.onRef('each.client_id', '=', 'own.client_id').onRef('each.person_id', '=', 'own.person_id'),
    )
    .select('each.phone_number')
    .where('own.client_id', '=', clientId)
    .where('own.phone_number', '=', phoneNumber)
    .execute();
  const others = rows.map((row) => row.phone_number).filter((number) => number !== phoneNumber);
  return [phoneNumber, ...others.sort()];
}

/** Forgets the numbers that no lead but those of this list has, and the references of persons without a number. */
export async function forgetPersonsOfList(db: Db, listId: ListId): Promise<void> {
  await sql`delete from person_number
    where (client_id, phone_number) in (select client_id, phone_number from lead where list_id = ${listId})
    and not exists (select 1 from lead where lead.list_id != ${listId}
      and lead.client_id = person_number.client_id and lead.phone_number = person_number.phone_number)`.execute(
    db,
  );
  await sql`delete from person_reference
    where (client_id, reference) in
      (select client_id, reference from lead where list_id = ${listId} and reference is not null)
    and not exists (select 1 from person_number where person_number.client_id = person_reference.client_id
      and person_number.person_id = person_reference.person_id)`.execute(db);
}

/** Persons by what names them, as far as it is on disk or was just said. */
interface Known {
  readonly byNumber: Map<PhoneNumber, PersonId>;
  readonly byReference: Map<string, PersonId>;
  readonly numbersCount: Map<PersonId, number>;
}

async function knownPersons(db: Db, clientId: ClientId, people: readonly SaidOfPerson[]): Promise<Known> {
  const numbers = people.flatMap((said) => said.numbers);
  const references = people.flatMap(({ reference }) => (reference === null ? [] : [reference]));
  const byNumber = await db
    .selectFrom('person_number')
    .select(['phone_number', 'person_id'])
    .where('client_id', '=', clientId)
    .where('phone_number', 'in', numbers)
    .execute();
  const byReference = references.length === 0 ? [] : await withReferences(db, clientId, references);
  const ids = [...new Set([...byNumber, ...byReference].map((row) => row.person_id))];
  return {
    byNumber: new Map(byNumber.map((row) => [row.phone_number, row.person_id])),
    byReference: new Map(byReference.map((row) => [row.reference, row.person_id])),
    numbersCount: ids.length === 0 ? new Map() : await countNumbers(db, clientId, ids),
  };
}

function withReferences(db: Db, clientId: ClientId, references: readonly string[]) {
  return db
    .selectFrom('person_reference')
    .select(['reference', 'person_id'])
    .where('client_id', '=', clientId)
    .where('reference', 'in', [...references])
    .execute();
}

async function countNumbers(db: Db, clientId: ClientId, ids: readonly PersonId[]) {
  const rows = await db
    .selectFrom('person_number')
    .select(({ fn }) => ['person_id', fn.countAll<number>().as('count')])
    .where('client_id', '=', clientId)
    .where('person_id', 'in', [...ids])
    .groupBy('person_id')
    .execute();
  return new Map(rows.map((row) => [row.person_id, Number(row.count)]));
}

async function join(db: Db, clientId: ClientId, known: Known, said: SaidOfPerson): Promise<void> {
  let id: PersonId | undefined;
  for (const number of said.numbers) {
    const other = known.byNumber.get(number);
    if (id !== undefined && other !== undefined && other !== id) await merge(db, clientId, known, other, id);
    id ??= other;
  }
  id = await joinReference(db, clientId, known, said, id);
  for (const number of said.numbers) {
    if (known.byNumber.get(number) === undefined) add(known.numbersCount, id, 1);
    known.byNumber.set(number, id);
  }
}

/** The person of these numbers once their reference has been heard. */
async function joinReference(
  db: Db,
  clientId: ClientId,
  known: Known,
  { numbers, reference, newId }: SaidOfPerson,
  id: PersonId | undefined,
): Promise<PersonId> {
  const named = reference === null ? undefined : known.byReference.get(reference);
  if (reference !== null && named === undefined) known.byReference.set(reference, id ?? newId);
  if (named === undefined || named === id) return id ?? newId;
  const joining = id === undefined ? numbers.length : (known.numbersCount.get(id) ?? numbers.length);
  if ((known.numbersCount.get(named) ?? 0) + joining > numbersOfPersonMax) return id ?? newId;
  if (id !== undefined) await merge(db, clientId, known, id, named);
  return named;
}

/** Rewrites `from` to `into`, on disk and in what is known. */
async function merge(
  db: Db,
  clientId: ClientId,
  known: Known,
  from: PersonId,
  into: PersonId,
): Promise<void> {
  for (const table of ['person_number', 'person_reference'] as const) {
    await db
      .updateTable(table)
      .set({ person_id: into })
      .where('client_id', '=', clientId)
      .where('person_id', '=', from)
      .execute();
  }
  for (const names of [known.byNumber, known.byReference] as Map<string, PersonId>[]) {
    for (const [name, id] of names) if (id === from) names.set(name, into);
  }
  add(known.numbersCount, into, known.numbersCount.get(from) ?? 0);
}

function add(counts: Map<PersonId, number>, id: PersonId, more: number): void {
  counts.set(id, (counts.get(id) ?? 0) + more);
}

async function insertNumbers(
  db: Db,
  clientId: ClientId,
  entries: readonly (readonly [PhoneNumber, PersonId])[],
) {
  if (entries.length === 0) return;
  const rows = entries.map(([phone_number, person_id]) => ({ client_id: clientId, phone_number, person_id }));
  await db.insertInto('person_number').values(rows).execute();
}

async function insertReferences(
  db: Db,
  clientId: ClientId,
  entries: readonly (readonly [string, PersonId])[],
) {
  if (entries.length === 0) return;
  const rows = entries.map(([reference, person_id]) => ({ client_id: clientId, reference, person_id }));
  await db.insertInto('person_reference').values(rows).execute();
}
