import type { ClientId, PersonId, PhoneNumber } from '@alize/model';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, joinPersons, migrate, openDatabase } from './index.ts';
import { numbersOfPerson, numbersOfPersonMax } from './persons.ts';

const clientId: ClientId = 'client_1';
let database: Database;
let made = 0;

beforeEach(async () => {
  made = 0;
  database = openDatabase(':memory:');
  await migrate(database.db);
  await sql`pragma foreign_keys = off`.execute(database.db);
});
afterEach(() => database.close());

/** The tests' own numbers, written as E.164. */
const number = (index: number) => `+336120${String(index).padStart(5, '0')}` as PhoneNumber;
const person = (reference: string | null, ...indexes: number[]) => {
  made += 1;
  return { reference, numbers: indexes.map(number), newId: `person_${made}` as PersonId };
};
const join = (...people: ReturnType<typeof person>[]) => joinPersons(database.db, clientId, people);
const numbersOf = (index: number, client = clientId) => numbersOfPerson(database.db, client, number(index));

describe('a person', () => {
  it('of whom nothing is said has the one number', async () => {
    expect(await numbersOf(1)).toEqual([number(1)]);
  });

  it('has the numbers that came with one reference, in one list or in two', async () => {
    await join(person('R1', 1), person('R1', 2), person('R2', 9));
    await join(person('R1', 3));
    expect(await numbersOf(2)).toEqual([number(2), number(1), number(3)]);
    expect(await numbersOf(9)).toEqual([number(9)]);
  });

  it('is merged with another when a file shows that they are one', async () => {
    await join(person('R1', 1), person('R2', 2));
    await join(person('R1', 2));
    expect(await numbersOf(1)).toEqual([number(1), number(2)]);
    await join(person('R2', 3));
    expect(await numbersOf(3)).toEqual([number(3), number(1), number(2)]);
  });

  it('is merged over numbers told to be theirs, within one saying too', async () => {
    await join(person(null, 1), person(null, 2), person(null, 1, 2));
    expect(await numbersOf(2)).toEqual([number(2), number(1)]);
  });

  it('stays the same however often the same is said', async () => {
    const said = [person('R1', 1), person('R1', 2), person(null, 3)];
    await join(...said);
    const before = await database.db.selectFrom('person_number').selectAll().execute();
    await join(...said);
    expect(await database.db.selectFrom('person_number').selectAll().execute()).toEqual(before);
  });

  it('of one client is nothing to another', async () => {
    await join(person('R1', 1), person('R1', 2));
    expect(await numbersOf(1, 'client_2')).toEqual([number(1)]);
  });

  it('is not made of a whole file by a reference that every row bears', async () => {
    await join(...Array.from({ length: 200 }, (_, index) => person('n/a', index)));
    await join(...Array.from({ length: 200 }, (_, index) => person('n/a', 200 + index)));
    expect((await numbersOf(0)).length).toBeLessThanOrEqual(numbersOfPersonMax);
    expect(await numbersOf(399)).toEqual([number(399)]);
  });
});
