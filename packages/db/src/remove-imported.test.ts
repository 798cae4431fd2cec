import { afterEach, beforeEach, expect, it } from 'vitest';
import { onEachEngine } from '../test/engines.ts';
import {
  beginImport,
  importId,
  leadOf,
  mobile,
  phone,
  releaseAll,
  removeAll,
  storeRows,
} from '../test/imports.ts';
import { nowMs, openTwoClients, type TwoClients } from '../test/two-clients.ts';
import { findImport, findLead, findList, removeImported, wasAnyCalled, withdrawConsents } from './index.ts';

onEachEngine((engine) => {
  let bed: TwoClients;
  beforeEach(async () => {
    bed = await openTwoClients(engine);
    await beginImport(bed);
  });
  afterEach(() => bed.close());

  const tables = [
    'lead',
    'lead_phone',
    'person_number',
    'person_reference',
    'consent',
    'import_change',
  ] as const;
  /** All that imports write, but the imports themselves. */
  const everything = async () => {
    const rows = await Promise.all(tables.map((table) => bed.db.selectFrom(table).selectAll().execute()));
    return rows.map((some) => some.map((row) => JSON.stringify(row)).sort());
  };
  const consent = { givenAtMs: nowMs, wording: null, source: 'x', proof: null, object: null };
  const lead = (id: `lead_${string}`) => findLead(bed.db, 'client_1', id);

  it('leaves nothing of an import behind, whether it was released or not', async () => {
    const before = await everything();
    const rows = { leads: [{ reference: 'A', consent }, { phones: [phone(1), phone(7)] as const }, {}] };
    await storeRows(bed, rows);
    expect(await removeAll(bed)).toEqual([2, 1, 0]);
    expect(await everything()).toEqual(before);

    await beginImport(bed, 'import_2');
    await storeRows(bed, { ...rows, id: 'import_2' });
    await releaseAll(bed, 2, 'import_2');
    await removeAll(bed, 2, 'import_2');
    expect(await everything()).toEqual(before);
    expect(await findList(bed.db, 'client_1', 'list_1')).toMatchObject({ leadsCount: 0 });
    expect(await findImport(bed.db, 'client_1', 'import_2')).toMatchObject({ leadsCount: 0, rowsDone: 3 });
  });

  it('puts known leads back as they were, in their list', async () => {
    await bed.db
      .insertInto('list')
      .values({
        ...{ id: 'list_9', client_id: 'client_1', campaign_id: 'campaign_1', name: 'old', state: 'ready' },
        ...{ created_at: 0, leads_count: 1 },
      })
      .execute();
    const closed = { state: 'closed', closed_reason: 'attempts_used_up', next_try_at: null } as const;
    const updated = await bed.addLead({ phone_number: mobile(91), city: 'Dijon', custom: '{"a":"1"}' });
    const moved = await bed.addLead({ phone_number: mobile(92), list_id: 'list_9', ...closed });
    const before = await everything();
    const fields = { phones: [phone(8)] as const, city: 'Nevers', custom: { b: '3' }, consent };
    await storeRows(bed, {
      updates: [{ leadId: updated, fields }],
      moves: [{ leadId: moved, fields: { ...fields, phones: [phone(9)] } }],
    });
    await releaseAll(bed);
    expect(await lead(moved)).toMatchObject({ state: 'open', listId: 'list_1', city: 'Nevers' });
    expect(await findList(bed.db, 'client_1', 'list_9')).toMatchObject({ leadsCount: 0 });
    await removeAll(bed);
    const [leads, phones, , , consents, changes] = await everything();
    expect([leads, phones, consents, changes].map((rows) => rows?.length)).toEqual([2, 2, 0, 0]);
    expect([phones, consents, changes]).toEqual([before[1], before[4], before[5]]);
    expect(await lead(updated)).toMatchObject({ city: 'Dijon', custom: { a: '1' }, state: 'open' });
    expect(await lead(moved)).toMatchObject({ ...{ listId: 'list_9', state: 'closed', city: null } });
    expect(await findList(bed.db, 'client_1', 'list_9')).toMatchObject({ leadsCount: 1 });
  });

  it('keeps persons, numbers and consents that something else bears witness of', async () => {
    const other = await bed.addLead({ phone_number: mobile(1) });
    await storeRows(bed, { leads: [{ reference: 'A', consent }, { consent }] });
    const withdrawal = { clientId: 'client_1', phoneNumber: mobile(2), how: 'oral', by: null } as const;
    await withdrawConsents(bed.db, { ...withdrawal, atMs: nowMs });
    await removeAll(bed);
    expect(await lead(other)).toMatchObject({ phoneNumber: mobile(1) });
    const numbers = await bed.db.selectFrom('person_number').select('phone_number').execute();
    expect(numbers.map((row) => row.phone_number).sort()).toEqual([mobile(1), mobile(2)]);
    const consents = await bed.db.selectFrom('consent').select(['phone_number', 'withdrawn_at']).execute();
    expect(consents).toEqual([{ phone_number: mobile(2), withdrawn_at: nowMs }]);
  });

  it('can be seen to be too late once one of its leads was called, and not for a call before', async () => {
    const known = await bed.addLead({ phone_number: mobile(91) });
    await bed.addCall(known, { phone_number: mobile(91), created_at: nowMs - 1 });
    await storeRows(bed, { leads: [{}, {}], updates: [{ leadId: known, fields: {} }] });
    await releaseAll(bed);
    expect(await wasAnyCalled(bed.db, importId)).toBe(false);
    await bed.addCall(await bed.addLead(), { created_at: nowMs + 1 });
    expect(await wasAnyCalled(bed.db, importId)).toBe(false);
    await bed.addCall(leadOf(2), { phone_number: mobile(2), created_at: nowMs + 1 });
    expect(await wasAnyCalled(bed.db, importId)).toBe(true);
  });

  it('counts a call to a lead that it changed', async () => {
    const known = await bed.addLead({ phone_number: mobile(91) });
    await storeRows(bed, { updates: [{ leadId: known, fields: {} }] });
    await bed.addCall(known, { phone_number: mobile(91), created_at: nowMs + 1 });
    expect(await wasAnyCalled(bed.db, importId)).toBe(true);
  });

  it('leaves a lead that was called in the very moment with its list', async () => {
    await storeRows(bed, { leads: [{}, {}, {}] });
    await releaseAll(bed);
    await bed.addCall(leadOf(2), { phone_number: mobile(2) });
    await bed.db
      .updateTable('lead')
      .set({ state: 'calling', attempts_count: 1 })
      .where('id', '=', leadOf(2))
      .execute();
    await removeAll(bed);
    const left = await bed.db.selectFrom('lead').select(['id', 'state', 'import_id']).execute();
    expect(left).toEqual([{ id: leadOf(2), state: 'calling', import_id: null }]);
    expect(await findList(bed.db, 'client_1', 'list_1')).toMatchObject({ leadsCount: 1 });
  });

  it('leaves of a lead that was ruled on what its rulings hold on to, and nobody sees it', async () => {
    await storeRows(bed, { leads: [{ lastName: 'Vignal', reference: 'A' }] });
    await releaseAll(bed);
    await bed.addRuling(leadOf(1));
    await removeAll(bed);
    expect(await lead(leadOf(1))).toBeNull();
    const left = await bed.db.selectFrom('lead').selectAll().execute();
    expect(left).toMatchObject([{ last_name: null, reference: null, state: 'staged', next_try_at: null }]);
    expect(await bed.db.selectFrom('lead_phone').selectAll().execute()).toEqual([]);
    expect(await findList(bed.db, 'client_1', 'list_1')).toMatchObject({ leadsCount: 0 });
  });

  it('holds all leads back before the first of them goes', async () => {
    await storeRows(bed, { leads: [{}, {}, {}, {}] });
    await releaseAll(bed);
    for (let step = 0; step < 2; step += 1) {
      await bed.db.transaction().execute((tx) => removeImported(tx, importId, 2));
    }
    const states = await bed.db.selectFrom('lead').select('state').execute();
    expect(states.map((row) => row.state)).toEqual(['staged', 'staged', 'staged', 'staged']);
  });
});
