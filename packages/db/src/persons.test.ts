import type { ClientId, PersonId, PhoneNumber } from '@alize/model';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetReferences, onEachEngine } from '../test/engines.ts';
import { type Database, joinPersons } from './index.ts';
import { joinNewPersons, numbersOfPerson, numbersOfPersonMax } from './persons.ts';

onEachEngine((engine) => {
  const clientId: ClientId = 'client_1';
  let database: Database;
  let made = 0;

  beforeEach(async () => {
    made = 0;
    database = await engine.open();
    await forgetReferences(database.db);
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

    it('is the same whether it is guessed to be new or looked up, however the sayings meet', async () => {
      const index = fc.integer({ min: 0, max: 9 });
      const saying = fc.record({
        numbers: fc.uniqueArray(index, { minLength: 1, maxLength: 3 }),
        reference: fc.option(fc.constantFrom('R1', 'R2', 'R3')),
      });
      const batches = fc.array(fc.array(saying, { minLength: 1, maxLength: 4 }), {
        minLength: 1,
        maxLength: 3,
      });
      const property = fc.asyncProperty(batches, async (said) => {
        const { db } = database;
        await db.deleteFrom('person_number').execute();
        await db.deleteFrom('person_reference').execute();
        for (const batch of said) {
          const people = batch.map(({ numbers, reference }) => person(reference, ...numbers));
          await db.transaction().execute((tx) => joinNewPersons(tx, clientId, people));
          const apart = people.map((one) => ({ ...one, newId: `${one.newId}x` as PersonId }));
          await db.transaction().execute((tx) => joinPersons(tx, 'client_2', apart));
        }
        for (const each of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) {
          expect(await numbersOf(each)).toEqual(await numbersOf(each, 'client_2'));
        }
      });
      await fc.assert(property, { numRuns: engine.name === 'SQLite' ? 100 : 10, seed: 3 });
    });
  });
});
