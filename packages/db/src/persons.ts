import type { ClientId, PersonId, PhoneNumber } from '@alize/model';
import { sql } from 'kysely';
import { takeTurn } from './engine.ts';
import { inOrderOf, insertRows } from './insert-rows.ts';
import { isAnyOf } from './is-any-of.ts';
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
 * to be one. Saying the same twice changes nothing. Four statements for all, and more only for each merger. Call it in
 * a transaction.
 */
export async function joinPersons(
  db: Db,
  clientId: ClientId,
  people: readonly SaidOfPerson[],
): Promise<void> {
  if (people.length === 0) return;
  await takeTurn(db, 'persons');
  const known = await knownPersons(db, clientId, people);
  const before = { numbers: new Set(known.byNumber.keys()), references: new Set(known.byReference.keys()) };
  for (const said of people) join(known, said);
  for (const merger of known.mergers) await merge(db, clientId, merger);
  const isNew = (has: Set<string>) => (entry: readonly [string, PersonId]) => !has.has(entry[0]);
  await insertNumbers(db, clientId, [...known.byNumber].filter(isNew(before.numbers)));
  await insertReferences(db, clientId, [...known.byReference].filter(isNew(before.references)));
}

/** Guessing costs more than asking when more than this share of what was said is known. */
const guessedWrongMax = 0.1;

/**
 * The same for people of whom most likely nothing is known, as in a client's first file: two statements when that
 * holds, and `joinPersons` when it does not.
 */
export async function joinNewPersons(
  db: Db,
  clientId: ClientId,
  people: readonly SaidOfPerson[],
): Promise<void> {
  await takeTurn(db, 'persons');
  const guessed: Known = {
    byNumber: new Map(),
    byReference: new Map(),
    numbersCount: new Map(),
    mergers: [],
  };
  for (const said of people) join(guessed, said);
  const all = guessed.byNumber.size + guessed.byReference.size;
  await sql`savepoint guess`.execute(db);
  const numbers = await insertNumbers(db, clientId, [...guessed.byNumber]);
  const fresh = numbers + (await insertReferences(db, clientId, [...guessed.byReference]));
  if (all - fresh > all * guessedWrongMax) await sql`rollback to guess`.execute(db);
  await sql`release guess`.execute(db);
  // What stays of a guess is joined to what is known by mergers.
  if (fresh < all) await joinPersons(db, clientId, people);
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

/** The same for many at once: of each number, the numbers of its person, itself first. One statement. */
export async function numbersOfPersons(
  db: Db,
  clientId: ClientId,
  numbers: readonly PhoneNumber[],
): Promise<ReadonlyMap<PhoneNumber, readonly PhoneNumber[]>> {
  const rows = await numbersQuery(db, clientId, numbers).execute();
  const others = Map.groupBy(rows, (row) => row.asked);
  return new Map(
    numbers.map((number) => [number, [number, ...(others.get(number) ?? []).map((row) => row.theirs)]]),
  );
}

/** A cross join, because SQLite keeps its order: from a number to its person, never through all persons of a client. */
function numbersQuery(db: Db, clientId: ClientId, numbers: readonly PhoneNumber[]) {
  return db
    .selectFrom('person_number as own')
    .crossJoin('person_number as each')
    .whereRef('each.client_id', '=', 'own.client_id')
    .whereRef('each.person_id', '=', 'own.person_id')
    .select(['own.phone_number as asked', 'each.phone_number as theirs'])
    .where('own.client_id', '=', clientId)
    .where(isAnyOf(db, 'own.phone_number', numbers))
    .whereRef('each.phone_number', '!=', 'own.phone_number')
    .orderBy('each.phone_number');
}

/**
 * Forgets those of these numbers of which nothing is on record any more, and the references of persons who have no
 * number left by that. Persons that were merged stay so.
 */
export async function forgetPersons(
  db: Db,
  clientId: ClientId,
  numbers: readonly PhoneNumber[],
): Promise<void> {
  const recorded = ['lead_phone', 'attempt', 'consent', 'relation', 'outside_attempt'].map(
    (table) => sql`not exists (select 1 from ${sql.table(table)} as kept
      where kept.client_id = person_number.client_id and kept.phone_number = person_number.phone_number)`,
  );
  const { rows } = await sql<{ person_id: PersonId }>`delete from person_number
    where client_id = ${clientId} and ${isAnyOf(db, 'phone_number', numbers)}
    and ${sql.join(recorded, sql` and `)} returning person_id`.execute(db);
  const persons = [...new Set(rows.map((row) => row.person_id))];
  await sql`delete from person_reference where client_id = ${clientId} and ${isAnyOf(db, 'person_id', persons)}
    and not exists (select 1 from person_number where person_number.client_id = person_reference.client_id
      and person_number.person_id = person_reference.person_id)`.execute(db);
}

/** Persons by what names them, as far as it is on disk or was just said. */
interface Known {
  readonly byNumber: Map<PhoneNumber, PersonId>;
  readonly byReference: Map<string, PersonId>;
  readonly numbersCount: Map<PersonId, number>;
  /** Persons who turned out to be another, in the order in which that was found. */
  readonly mergers: Merger[];
}

interface Merger {
  readonly from: PersonId;
  readonly into: PersonId;
}

async function knownPersons(db: Db, clientId: ClientId, people: readonly SaidOfPerson[]): Promise<Known> {
  const numbers = people.flatMap((said) => said.numbers);
  const references = people.flatMap(({ reference }) => (reference === null ? [] : [reference]));
  const byNumber = await db
    .selectFrom('person_number')
    .select(['phone_number', 'person_id'])
    .where('client_id', '=', clientId)
    .where(isAnyOf(db, 'phone_number', numbers))
    .execute();
  const byReference = references.length === 0 ? [] : await withReferences(db, clientId, references);
  const ids = [...new Set([...byNumber, ...byReference].map((row) => row.person_id))];
  return {
    byNumber: new Map(byNumber.map((row) => [row.phone_number, row.person_id])),
    byReference: new Map(byReference.map((row) => [row.reference, row.person_id])),
    numbersCount: ids.length === 0 ? new Map() : await countNumbers(db, clientId, ids),
    mergers: [],
  };
}

function withReferences(db: Db, clientId: ClientId, references: readonly string[]) {
  return db
    .selectFrom('person_reference')
    .select(['reference', 'person_id'])
    .where('client_id', '=', clientId)
    .where(isAnyOf(db, 'reference', references))
    .execute();
}

async function countNumbers(db: Db, clientId: ClientId, ids: readonly PersonId[]) {
  const rows = await db
    .selectFrom('person_number')
    .select(({ fn }) => ['person_id', fn.countAll<number>().as('count')])
    .where('client_id', '=', clientId)
    .where(isAnyOf(db, 'person_id', ids))
    .groupBy('person_id')
    .execute();
  return new Map(rows.map((row) => [row.person_id, Number(row.count)]));
}

function join(known: Known, said: SaidOfPerson): void {
  let id: PersonId | undefined;
  for (const number of said.numbers) {
    const other = known.byNumber.get(number);
    if (id !== undefined && other !== undefined && other !== id) noteMerger(known, { from: other, into: id });
    id ??= other;
  }
  id = joinReference(known, said, id);
  for (const number of said.numbers) {
    if (known.byNumber.get(number) === undefined) add(known.numbersCount, id, 1);
    known.byNumber.set(number, id);
  }
}

/** The person of these numbers once their reference has been heard. */
function joinReference(
  known: Known,
  { numbers, reference, newId }: SaidOfPerson,
  id: PersonId | undefined,
): PersonId {
  const named = reference === null ? undefined : known.byReference.get(reference);
  if (reference !== null && named === undefined) known.byReference.set(reference, id ?? newId);
  if (named === undefined || named === id) return id ?? newId;
  const joining = id === undefined ? numbers.length : (known.numbersCount.get(id) ?? numbers.length);
  if ((known.numbersCount.get(named) ?? 0) + joining > numbersOfPersonMax) return id ?? newId;
  if (id !== undefined) noteMerger(known, { from: id, into: named });
  return named;
}

function noteMerger(known: Known, { from, into }: Merger): void {
  known.mergers.push({ from, into });
  for (const names of [known.byNumber, known.byReference] as Map<string, PersonId>[]) {
    for (const [name, id] of names) if (id === from) names.set(name, into);
  }
  add(known.numbersCount, into, known.numbersCount.get(from) ?? 0);
}

function add(counts: Map<PersonId, number>, id: PersonId, more: number): void {
  counts.set(id, (counts.get(id) ?? 0) + more);
}

/** Index person_number_person, person_reference_person. */
async function merge(db: Db, clientId: ClientId, { from, into }: Merger): Promise<void> {
  for (const table of ['person_number', 'person_reference'] as const) {
    await db
      .updateTable(table)
      .set({ person_id: into })
      .where('client_id', '=', clientId)
      .where('person_id', '=', from)
      .execute();
  }
}

function insertNumbers(
  db: Db,
  clientId: ClientId,
  entries: readonly (readonly [PhoneNumber, PersonId])[],
): Promise<number> {
  const rows = entries.map(([number, id]) => [clientId, number, id]);
  const sorted = inOrderOf(1, rows);
  return insertRows(db, 'person_number', ['client_id', 'phone_number', 'person_id'], sorted, 'leave out');
}

function insertReferences(
  db: Db,
  clientId: ClientId,
  entries: readonly (readonly [string, PersonId])[],
): Promise<number> {
  const rows = entries.map(([reference, id]) => [clientId, reference, id]);
  const sorted = inOrderOf(1, rows);
  return insertRows(db, 'person_reference', ['client_id', 'reference', 'person_id'], sorted, 'leave out');
}
