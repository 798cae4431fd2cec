import type { ClientId } from '@alize/model';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { onEachEngine } from '../test/engines.ts';
import { mobile } from '../test/imports.ts';
import { dayMs, nowMs, openTwoClients, type TwoClients } from '../test/two-clients.ts';
import { joinPersons, personFacts, personFactsOfMany } from './index.ts';

/** Few numbers, so that records meet; the last of them is on no record. */
const numbers = [0, 1, 2, 3, 4, 5].map(mobile);
const stranger = mobile(6);
const common = {
  client_id: fc.constantFrom<ClientId>('client_1', 'client_2'),
  phone_number: fc.constantFrom(...numbers),
  at: fc.integer({ min: 0, max: 450 }).map((days) => nowMs - days * dayMs),
};
const record = fc.oneof(
  fc.record({ kind: fc.constant('person' as const), ...common, others: fc.uniqueArray(common.phone_number) }),
  fc.record({ kind: fc.constant('consent' as const), ...common, withdrawn_at: fc.option(common.at) }),
  fc.record({
    kind: fc.constantFrom('contract' as const, 'purchase' as const, 'request' as const),
    ...common,
  }),
  fc.record({ kind: fc.constant('outside' as const), ...common }),
  fc.record({ kind: fc.constant('suppression' as const), ...common, isOfAll: fc.boolean() }),
  fc.record({ kind: fc.constant('register' as const), ...common }),
  fc.record({
    kind: fc.constant('call' as const),
    ...common,
    disposition: fc.constantFrom(null, 'not_interested' as const, 'callback' as const),
  }),
);
type Entry = typeof record extends fc.Arbitrary<infer T> ? T : never;

async function write({ db, ...bed }: TwoClients, entry: Entry, n: number): Promise<void> {
  const { client_id, phone_number, at } = entry;
  const row = { client_id, phone_number, created_at: nowMs };
  switch (entry.kind) {
    case 'person': {
      const said = {
        numbers: [phone_number, ...entry.others],
        reference: null,
        newId: `person_${n}`,
      } as const;
      return db.transaction().execute((tx) => joinPersons(tx, client_id, [said]));
    }
    case 'consent': {
      const { withdrawn_at } = entry;
      const consent = { id: `consent_${n}`, form: 'express', given_at: at, withdrawn_at } as const;
      return void (await db
        .insertInto('consent')
        .values({ ...row, ...consent })
        .execute());
    }
    case 'contract':
    case 'purchase':
    case 'request':
      return void (await db
        .insertInto('relation')
        .values({ ...row, id: `relation_${n}`, kind: entry.kind, at })
        .execute());
    case 'outside':
      return void (await db
        .insertInto('outside_attempt')
        .values({ ...row, id: `outsideattempt_${n}`, at, result: 'busy', source: 'x' })
        .onConflict((on) => on.doNothing())
        .execute());
    case 'suppression': {
      const whose = entry.isOfAll
        ? ({ client_id: null, scope: 'centre' } as const)
        : ({ scope: 'client' } as const);
      const suppression = { id: `suppression_${n}`, reason: 'x', ...whose } as const;
      return void (await db
        .insertInto('suppression')
        .values({ ...row, ...suppression })
        .execute());
    }
    case 'register': {
      const listed = { register_id: 'uk_tps', phone_number, listed_since: at };
      return void (await db
        .insertInto('register_number')
        .values(listed)
        .onConflict((on) => on.doNothing())
        .execute());
    }
    case 'call': {
      const { disposition } = entry;
      const whose = client_id === 'client_1' ? 1 : 2;
      const target = { client_id, campaign_id: `campaign_${whose}`, list_id: `list_${whose}` } as const;
      const leadId = await bed.addLead({ ...target, phone_number });
      const callback_at = disposition === 'callback' ? nowMs + dayMs : null;
      const call = { ...target, phone_number, created_at: at, disposition, callback_at };
      return void (await bed.addCall(leadId, call));
    }
    default:
      return entry satisfies never;
  }
}

onEachEngine((engine) => {
  let bed: TwoClients;
  afterEach(() => bed.close());

  it('says of each of many people what is said of one, whatever is on record', async () => {
    const property = fc.asyncProperty(fc.array(record, { maxLength: 12 }), async (entries) => {
      bed = await openTwoClients(engine);
      const register = { id: 'uk_tps', checked_at: nowMs, numbers_count: 0, source: 'x' };
      await bed.db.insertInto('register').values(register).execute();
      for (const [n, entry] of entries.entries()) await write(bed, entry, n);
      const asked = { clientId: 'client_1', nowMs } as const;
      const people = [...numbers, stranger].map((phoneNumber) => ({ phoneNumber }));
      const many = await personFactsOfMany(bed.db, asked, people);
      for (const [at, person] of people.entries()) {
        expect(many[at]).toEqual(await personFacts(bed.db, { ...asked, ...person }));
      }
      await bed.close();
    });
    await fc.assert(property, { numRuns: engine.name === 'SQLite' ? 40 : 5, seed: 5 });
    bed = await openTwoClients(engine);
  });

  it('looks over numbers too that are only said to be theirs', async () => {
    bed = await openTwoClients(engine);
    const row = { client_id: 'client_1', phone_number: mobile(2), created_at: nowMs } as const;
    const suppression = { ...row, id: 'suppression_1', scope: 'client', reason: 'x' } as const;
    await bed.db.insertInto('suppression').values(suppression).execute();
    const asked = { clientId: 'client_1', nowMs } as const;
    const people = [{ phoneNumber: mobile(1), otherNumbers: [mobile(2)] }, { phoneNumber: mobile(1) }];
    const [withBoth, withOne] = await personFactsOfMany(bed.db, asked, people);
    expect(withBoth?.suppressions).toHaveLength(1);
    expect(withOne?.suppressions).toEqual([]);
  });
});
