import type { LeadFields, LeadId, ListId, PhoneNumber } from '@alize/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { onEachEngine, onSqlite } from '../test/engines.ts';
import { mobile, phone } from '../test/imports.ts';
import { leadFields } from '../test/lead-fields.ts';
import { planOf } from '../test/plan-of.ts';
import { nowMs, openTwoClients, type TwoClients } from '../test/two-clients.ts';
import { idempotencyMs } from './idempotency.ts';
import {
  addLeads,
  findIdempotent,
  findLead,
  findList,
  keepIdempotent,
  type LeadFieldsChange,
  leadsForExport,
  leadsOfCampaign,
  sweepIdempotent,
  updateLead,
} from './index.ts';
import { conditionsOf, exactQuery, nameQuery, pageQuery } from './leads-of-campaign.ts';
import { numbersOfPerson } from './persons.ts';

onEachEngine((engine) => {
  let bed: TwoClients;
  let added = 0;
  beforeEach(async () => {
    added = 0;
    bed = await openTwoClients(engine);
    const old = { id: 'list_0', client_id: 'client_1', campaign_id: 'campaign_1', name: 'old' } as const;
    await bed.db
      .insertInto('list')
      .values({ ...old, state: 'ready', created_at: 0 })
      .execute();
  });
  afterEach(() => bed.close());

  const add = async (fields: Partial<LeadFields> = {}, listId: ListId = 'list_1'): Promise<LeadId> => {
    added += 1;
    const id: LeadId = `lead_a${added}`;
    const target = { clientId: 'client_1', campaignId: 'campaign_1', listId, atMs: nowMs } as const;
    const leads = [{ id, fields: leadFields({ phones: [phone(added)], ...fields }) }];
    await bed.db
      .transaction()
      .execute((tx) => addLeads(tx, { ...target, leads, consentsAreInformed: false }));
    return id;
  };
  const lead = (id: LeadId) => findLead(bed.db, 'client_1', id);
  const by = { whom: 'user', userId: null, attemptId: null } as const;
  const change = (id: LeadId, fields: LeadFieldsChange) =>
    bed.db.transaction().execute((tx) => updateLead(tx, 'client_1', id, fields, { atMs: nowMs + 1, by }));

  describe('a lead that is added', () => {
    it('may be called at once, and counts in its list', async () => {
      const id = await add({ priority: 3 });
      expect(await lead(id)).toMatchObject({
        state: 'open',
        nextTryAtMs: nowMs,
        priority: 3,
        importId: null,
      });
      expect(await findList(bed.db, 'client_1', 'list_1')).toMatchObject({ leadsCount: 1 });
    });

    it('is not found by another client', async () => {
      expect(await findLead(bed.db, 'client_2', await add())).toBeNull();
    });

    it('tells its last call', async () => {
      const id = await add();
      await bed.addCall(id, { number_of_lead: 1, network_result: 'busy' });
      await bed.db.updateTable('lead').set({ attempts_count: 1 }).where('id', '=', id).execute();
      expect(await lead(id)).toMatchObject({ lastResult: 'busy', lastDisposition: null });
    });
  });

  describe('a change', () => {
    it('touches what is named, empties what is null, and leaves the rest', async () => {
      const id = await add({ lastName: 'Vignal', city: 'Dijon', comment: 'x', custom: { a: '1', b: 2 } });
      await change(id, { city: null, comment: 'y', priority: -4, custom: { a: null, c: true } });
      expect(await lead(id)).toMatchObject({ lastName: 'Vignal', city: null, comment: 'y', priority: -4 });
      expect((await lead(id))?.custom).toEqual({ b: 2, c: true });
    });

    it('gives other numbers, of which the first is next, and makes them one person', async () => {
      const id = await add();
      await change(id, { phones: [phone(8), phone(9)] });
      expect(await lead(id)).toMatchObject({
        phoneNumber: mobile(8),
        phones: [{ phoneNumber: mobile(8) }, { phoneNumber: mobile(9) }],
      });
      // The number that they had before is theirs too.
      expect(await numbersOfPerson(bed.db, 'client_1', mobile(9))).toEqual([9, 1, 8].map(mobile));
    });

    it('tries next the number that was put first', async () => {
      const id = await add();
      await change(id, { phones: [phone(8), phone(1)] });
      expect(await lead(id)).toMatchObject({ phoneNumber: mobile(8) });
    });

    it('keeps the number that is next while the first stays the first', async () => {
      const id = await add({ phones: [phone(1), phone(2)] });
      await bed.db
        .updateTable('lead')
        .set({ phone_number: mobile(2) })
        .where('id', '=', id)
        .execute();
      await change(id, { phones: [phone(1), phone(2), phone(3)] });
      expect(await lead(id)).toMatchObject({ phoneNumber: mobile(2) });
    });

    it('keeps the number of a call until that ends, and what closed a number', async () => {
      const id = await add({ phones: [phone(1), phone(2)] });
      await bed.db.updateTable('lead').set({ state: 'calling' }).where('id', '=', id).execute();
      await bed.db
        .updateTable('lead_phone')
        .set({ closed_reason: 'wrong_number' })
        .where('phone_number', '=', mobile(2))
        .execute();
      await change(id, { phones: [phone(2), phone(3)] });
      expect(await lead(id)).toMatchObject({
        phoneNumber: mobile(1),
        phones: [{ closedReason: 'wrong_number' }, { closedReason: null }],
      });
    });

    it('finds nothing to change at another client', async () => {
      const id = await add();
      const done = bed.db
        .transaction()
        .execute((tx) => updateLead(tx, 'client_2', id, { city: 'X' }, { atMs: nowMs, by }));
      expect(await done).toBeNull();
    });
  });

  describe('the leads of a campaign', () => {
    const found = async (filter: Parameters<typeof leadsOfCampaign>[3], limit = 50) => {
      const leads = await leadsOfCampaign(bed.db, 'client_1', 'campaign_1', filter, { after: null, limit });
      return leads.map(({ id }) => id);
    };

    it('come list by list, page by page', async () => {
      const last = [await add(), await add()];
      const first = [await add({}, 'list_0'), await add({}, 'list_0'), await add({}, 'list_0')];
      const pages: LeadId[][] = [];
      for (let after: LeadId | null = null; ; after = pages.at(-1)?.at(-1) ?? null) {
        const page = await leadsOfCampaign(bed.db, 'client_1', 'campaign_1', {}, { after, limit: 2 });
        if (page.length === 0) break;
        pages.push(page.map(({ id }) => id));
      }
      expect(pages.flat()).toEqual([...first, ...last]);
      expect(await found({ list: 'list_0' })).toEqual(first);
    });

    it('are narrowed by state and by when they are due', async () => {
      const [open, closed] = [await add(), await add()];
      const end = { state: 'closed', next_try_at: null } as const;
      await bed.db.updateTable('lead').set(end).where('id', '=', closed).execute();
      expect(await found({ state: 'closed' })).toEqual([closed]);
      expect(await found({ dueBeforeMs: nowMs + 1 })).toEqual([open]);
      expect(await found({ dueBeforeMs: nowMs })).toEqual([]);
    });

    it.each([
      ['an international number', '+33 6 39 98 00 02'],
      ['a national number', '06 39 98 00 02'],
      ['a number with 00', '0033639980002'],
      ['a second number', '06.39.98.00.77'],
      ['a reference', 'REF-2'],
      ['an e-mail', 'Deux@Exemple.fr'],
      ['the beginning of a name', 'viGN'],
      ['the beginning of a company’s name', 'menuiserie d'],
    ])('are found by %s', async (_, search) => {
      const number = (text: string) => ({ ...phone(0), phoneNumber: text as PhoneNumber });
      await add({ lastName: 'Vial' });
      const person = { reference: 'REF-2', email: 'deux@exemple.fr', lastName: 'Vignal' };
      const id = await add({ ...person, phones: [number('+33639980002'), number('+33639980077')] });
      const company = await add({ company: 'Menuiserie Dorval' });
      expect(await found({ search })).toEqual([search.startsWith('menu') ? company : id]);
    });

    it('found by name come by name, page by page', async () => {
      const ids = [
        await add({ lastName: 'Vial' }),
        await add({ lastName: 'VIAL' }),
        await add({ lastName: 'Via' }),
      ];
      const pageOf = (after: LeadId | null) =>
        leadsOfCampaign(bed.db, 'client_1', 'campaign_1', { search: 'via' }, { after, limit: 1 });
      const seen: LeadId[] = [];
      for (let after: LeadId | null = null; ; after = seen.at(-1) ?? null) {
        const [one] = await pageOf(after);
        if (!one) break;
        seen.push(one.id);
      }
      expect(seen).toEqual([ids[1], ids[2], ids[0]]);
    });

    it('are all in the export, with numbers and own columns', async () => {
      const ids = [await add({ phones: [phone(1), phone(20)], custom: { a: '1' } }), await add()];
      const asked = { campaignId: 'campaign_1' } as const;
      const firstPage = await leadsForExport(bed.db, 'client_1', asked, { after: null, limit: 1 });
      expect(firstPage).toMatchObject([
        { id: ids[0], phones: [{ phoneNumber: mobile(1) }, { phoneNumber: mobile(20) }], custom: { a: '1' } },
      ]);
      const rest = await leadsForExport(bed.db, 'client_1', asked, { after: ids[0] ?? null, limit: 5 });
      expect(rest.map(({ id }) => id)).toEqual([ids[1]]);
      expect(await leadsForExport(bed.db, 'client_2', asked, { after: null, limit: 5 })).toEqual([]);
    });
  });

  describe('an answer kept under a key', () => {
    const answer = { fingerprint: 'f', status: 200, body: '{"leads":[]}' };
    const keep = (atMs: number) => keepIdempotent(bed.db, 'client_1', 'k', answer, atMs);

    it('is said again for a day, to that client alone', async () => {
      expect(await keep(nowMs)).toBe(true);
      expect(await findIdempotent(bed.db, 'client_1', 'k', nowMs + idempotencyMs - 1)).toEqual(answer);
      expect(await findIdempotent(bed.db, 'client_1', 'k', nowMs + idempotencyMs)).toBeNull();
      expect(await findIdempotent(bed.db, 'client_2', 'k', nowMs)).toBeNull();
    });

    it('is not written over while it is kept, and is once it is old', async () => {
      await keep(nowMs);
      expect(await keep(nowMs + 1)).toBe(false);
      expect(await keep(nowMs + idempotencyMs)).toBe(true);
    });

    it('is forgotten after a day', async () => {
      await keep(nowMs);
      expect(await sweepIdempotent(bed.db, nowMs + idempotencyMs - 1)).toBe(0);
      expect(await sweepIdempotent(bed.db, nowMs + idempotencyMs)).toBe(1);
    });
  });

  onSqlite(engine, () => {
    describe('the statements', () => {
      const filter = { state: 'open', dueBeforeMs: nowMs } as const;
      const asked = { clientId: 'client_1', campaignId: 'campaign_1', filter } as const;
      const narrow = { ...asked, filter: { ...filter, list: 'list_1' } } as const;
      const scans = (plan: readonly string[]) => plan.filter((step) => /^SCAN (?!json_each)/.test(step));

      it('of a page read one list in its order', async () => {
        const page = { listId: 'list_1', after: 'lead_1', limit: 50 } as const;
        expect(await planOf(bed.db, pageQuery(bed.db, asked, page))).toEqual([
          'SEARCH lead USING INDEX lead_list (list_id=? AND id>?)',
        ]);
      });

      it('of an exact search go by an index each', async () => {
        const indexes = ['lead_reference', 'lead_email', 'lead_phone_number'];
        const conditions = conditionsOf('client_1', '+33639980002');
        const email = conditionsOf('client_1', 'a@b.fr')[1];
        for (const [at, condition] of [conditions[0], email, conditions[1]].entries()) {
          if (!condition) throw new Error('no condition');
          const plan = await planOf(bed.db, exactQuery(bed.db, narrow, condition));
          expect(plan).toContainEqual(expect.stringContaining(indexes[at] ?? ''));
          expect(scans(plan)).toEqual([]);
          expect(plan[0]).toMatch(/^SEARCH lead USING INDEX .*\((id|client_id=\? AND \w+)=\?\)$/);
        }
      });

      it('of a search by name read the names that begin so', async () => {
        const after = { id: 'lead_1', name: 'Vial' } as const;
        const [first] = await planOf(bed.db, nameQuery(bed.db, narrow, 'Via', after, 50));
        expect(first).toBe('SEARCH lead USING INDEX lead_name (<expr>>? AND <expr><?)');
      });
    });
  });
});
