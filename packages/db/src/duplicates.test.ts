import { type DuplicatePolicy, standardImportSettings } from '@alize/leads';
import type { LeadFields, LeadId, ListId } from '@alize/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { onEachEngine, onSqlite } from '../test/engines.ts';
import { beginImport, importId, leadOf, mobile, phone, storeRows } from '../test/imports.ts';
import { leadFields } from '../test/lead-fields.ts';
import { planOf } from '../test/plan-of.ts';
import { dayMs, nowMs, openTwoClients, type TwoClients } from '../test/two-clients.ts';
import { duplicatesQuery } from './duplicates.ts';
import { addLeads, type DuplicateSearch, findDuplicates } from './index.ts';

onEachEngine((engine) => {
  let bed: TwoClients;
  beforeEach(async () => {
    bed = await openTwoClients(engine);
  });
  afterEach(() => bed.close());

  const standard = standardImportSettings.duplicates;
  const search = (
    more: Partial<DuplicateSearch> = {},
    policy: Partial<DuplicatePolicy> = {},
  ): DuplicateSearch => ({
    ...{ clientId: 'client_1', campaignId: 'campaign_1', listId: 'list_1', importId: null },
    policy: { ...standard, ...policy },
    nowMs,
    ...more,
  });
  const find = async (row: Partial<LeadFields>, asked = search()) => {
    const found = await findDuplicates(bed.db, asked, [{ line: 7, fields: leadFields(row) }]);
    return found.get(7) ?? null;
  };
  let added = 0;
  const add = async (fields: Partial<LeadFields>, listId: ListId = 'list_1'): Promise<LeadId> => {
    added += 1;
    const id: LeadId = `lead_a${added}`;
    const n = listId === 'list_2' ? 2 : 1;
    const target = { clientId: `client_${n}`, campaignId: `campaign_${n}`, listId, atMs: nowMs } as const;
    const leads = [{ id, fields: leadFields(fields) }];
    await bed.db
      .transaction()
      .execute((tx) => addLeads(tx, { ...target, leads, consentsAreInformed: false }));
    return id;
  };

  it('finds a lead by any of its numbers, by reference and by e-mail, as the policy says', async () => {
    const leadId = await add({ phones: [phone(1), phone(2)], reference: 'R1', email: 'a@exemple.fr' });
    const known = { scope: 'list', leadId };
    expect(await find({ phones: [phone(9), phone(2)] })).toEqual(known);
    expect(await find({ reference: 'R1' })).toEqual(known);
    expect(await find({ reference: 'R1' }, search({}, { by: ['number'] }))).toBeNull();
    expect(await find({ email: 'a@exemple.fr' })).toBeNull();
    expect(await find({ email: 'a@exemple.fr' }, search({}, { by: ['email'] }))).toEqual(known);
    expect(await find({ phones: [phone(1)] }, search({}, { by: [] }))).toBeNull();
  });

  it('looks no further than it is told, and never at another client', async () => {
    await bed.db
      .insertInto('list')
      .values({
        id: 'list_9',
        client_id: 'client_1',
        campaign_id: 'campaign_1',
        name: 'x',
        state: 'ready',
        created_at: 0,
      })
      .execute();
    await add({ phones: [phone(1)] }, 'list_2');
    expect(await find({ phones: [phone(1)] }, search({}, { within: 'client' }))).toBeNull();
    const other = await add({ phones: [phone(1)] }, 'list_9');
    expect(await find({ phones: [phone(1)] })).toEqual({ scope: 'campaign', leadId: other });
    expect(await find({ phones: [phone(1)] }, search({}, { within: 'list' }))).toBeNull();
    const nearer = await add({ phones: [phone(1)] });
    expect(await find({ phones: [phone(1)] })).toEqual({ scope: 'list', leadId: nearer });
    expect(await find({ phones: [phone(1)] }, search({ campaignId: 'campaign_x', listId: null }))).toBeNull();
    const fromAfar = search({ campaignId: 'campaign_x', listId: null }, { within: 'client' });
    expect(await find({ phones: [phone(1)] }, fromAfar)).toEqual({ scope: 'client', leadId: other });
  });

  it('passes over leads that neither came in nor were called within the days', async () => {
    const leadId = await add({ phones: [phone(1)] });
    const within = (days: number, atMs: number) => search({ nowMs: atMs }, { days });
    expect(await find({ phones: [phone(1)] }, within(30, nowMs + 29 * dayMs))).not.toBeNull();
    expect(await find({ phones: [phone(1)] }, within(30, nowMs + 31 * dayMs))).toBeNull();
    await bed.db
      .updateTable('lead')
      .set({ last_attempt_at: nowMs + 5 * dayMs })
      .where('id', '=', leadId)
      .execute();
    expect(await find({ phones: [phone(1)] }, within(30, nowMs + 31 * dayMs))).not.toBeNull();
  });

  it('takes no lead of an import for a duplicate of its own rows', async () => {
    await beginImport(bed);
    await storeRows(bed, { leads: [{ reference: 'R1' }] });
    expect(await find({ reference: 'R1' }, search({ importId }))).toBeNull();
    const own = { scope: 'list', leadId: leadOf(1) };
    expect(await find({ reference: 'R1' }, search({ importId: 'import_2' }))).toEqual(own);
    await add({ phones: [{ phoneNumber: mobile(5), label: null, extension: null }] });
    expect(await find({ reference: 'R1' }, search({ importId }))).toBeNull();
  });

  onSqlite(engine, () => {
    describe('the statements', () => {
      it.each([
        ['number', 'lead_phone_number'],
        ['email', 'lead_email'],
        ['reference', 'lead_reference'],
      ] as const)('find leads by %s through its index', async (key, index) => {
        const plan = await planOf(
          bed.db,
          duplicatesQuery(bed.db, search({}, { within: 'client' }), key, ['x']),
        );
        expect(plan).toContainEqual(expect.stringContaining(index));
        expect(plan.filter((step) => /^SCAN (?!json_each)/.test(step))).toEqual([]);
      });
    });
  });
});
