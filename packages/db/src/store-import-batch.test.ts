import { afterEach, beforeEach, expect, it } from 'vitest';
import { onEachEngine } from '../test/engines.ts';
import { beginImport, importId, leadOf, mobile, phone, releaseAll, storeRows } from '../test/imports.ts';
import { dayMs, nowMs, openTwoClients, type TwoClients } from '../test/two-clients.ts';
import {
  consentsOfClient,
  findImport,
  findLead,
  findList,
  leadsOfList,
  personFacts,
  setImportState,
} from './index.ts';
import { numbersOfPerson } from './persons.ts';

onEachEngine((engine) => {
  let bed: TwoClients;
  beforeEach(async () => {
    bed = await openTwoClients(engine);
    await beginImport(bed);
  });
  afterEach(() => bed.close());

  const lead = (line: number) => findLead(bed.db, 'client_1', leadOf(line));

  it('stores leads with all their numbers, none of which can be called or seen before its release', async () => {
    await storeRows(bed, {
      leads: [
        {
          phones: [
            { ...phone(1), label: 'mobile' },
            { ...phone(2), extension: '12' },
          ],
          ...{ lastName: 'Aubrac', birthDate: '1961-05-02', addressExtra: 'Bât. B', region: null },
          ...{ priority: 7, custom: { contrat: 'A1', prime: 12.5, actif: true } },
        },
      ],
    });
    expect(await lead(1)).toMatchObject({
      state: 'staged',
      nextTryAtMs: null,
      phoneNumber: mobile(1),
      phones: [
        { phoneNumber: mobile(1), label: 'mobile', extension: null, closedReason: null },
        { phoneNumber: mobile(2), label: null, extension: '12', closedReason: null },
      ],
      ...{ lastName: 'Aubrac', birthDate: '1961-05-02', addressExtra: 'Bât. B', priority: 7 },
      ...{ custom: { contrat: 'A1', prime: 12.5, actif: true }, importId, importLine: 1 },
    });
    const page = { after: null, limit: 10 };
    expect(await leadsOfList(bed.db, 'client_1', 'list_1', page)).toEqual([]);
    await releaseAll(bed);
    expect(await leadsOfList(bed.db, 'client_1', 'list_1', page)).toMatchObject([
      { id: leadOf(1), state: 'open', nextTryAtMs: nowMs },
    ]);
  });

  it('says how far it is, on the import and on its list', async () => {
    await storeRows(bed, { leads: [{}, {}] });
    const standing = await storeRows(bed, { leads: [{}], afterLine: 2 });
    expect(standing).toEqual({ cursorLine: 3, rowsDone: 3, leadsCount: 3 });
    expect(await findImport(bed.db, 'client_1', importId)).toMatchObject({ cursorLine: 3, leadsCount: 3 });
    expect(await findList(bed.db, 'client_1', 'list_1')).toMatchObject({ rowsTotal: 3, leadsCount: 3 });
  });

  it('stores no row twice: not by one that began behind, nor once the import was given up', async () => {
    await storeRows(bed, { leads: [{}, {}] });
    await expect(storeRows(bed, { leads: [{}, {}] })).rejects.toThrow('does not stand at line 0');
    await setImportState(bed.db, importId, { state: 'cancelling', atMs: nowMs });
    await expect(storeRows(bed, { leads: [{}], afterLine: 2 })).rejects.toThrow('does not stand at line 2');
    expect(await findList(bed.db, 'client_1', 'list_1')).toMatchObject({ leadsCount: 2 });
  });

  it('makes one person of all numbers of a lead, and of leads with one reference, known before or not', async () => {
    await storeRows(bed, {
      leads: [
        { phones: [phone(1), phone(2)], reference: 'C1' },
        { phones: [phone(3)], reference: 'C1' },
        { phones: [phone(4)] },
      ],
    });
    await storeRows(bed, { leads: [{ phones: [phone(5), phone(4)], reference: 'C1' }], afterLine: 3 });
    expect(await numbersOfPerson(bed.db, 'client_1', mobile(1))).toEqual([1, 2, 3, 4, 5].map(mobile));
    expect(await numbersOfPerson(bed.db, 'client_2', mobile(1))).toEqual([mobile(1)]);
  });

  it('refuses a lead for what is on record of its second number', async () => {
    const suppression = { id: 'suppression_1', phone_number: mobile(2), scope: 'client' } as const;
    await bed.db
      .insertInto('suppression')
      .values({ ...suppression, client_id: 'client_1', reason: 'x', created_at: nowMs })
      .execute();
    await storeRows(bed, { leads: [{ phones: [phone(1), phone(2)] }] });
    const facts = await personFacts(bed.db, { clientId: 'client_1', phoneNumber: mobile(1), nowMs });
    expect(facts.suppressions).toHaveLength(1);
  });

  it('puts on record what a row says of a consent, for its object or else the campaign’s', async () => {
    await bed.db.updateTable('campaign').set({ object: 'énergie' }).where('id', '=', 'campaign_1').execute();
    const given = { givenAtMs: nowMs - dayMs, wording: 'J’accepte', source: 'formulaire', proof: null };
    await storeRows(bed, {
      leads: [
        { consent: { ...given, object: null } },
        { consent: { ...given, proof: 'p.pdf', object: 'eau' } },
        {},
      ],
    });
    const page = { before: null, limit: 10 };
    const records = await consentsOfClient(bed.db, 'client_1', page);
    const common = { givenAtMs: nowMs - dayMs, wording: 'J’accepte', channel: 'formulaire' };
    expect(records).toMatchObject([
      { phoneNumber: mobile(2), ...common, object: 'eau', proof: 'p.pdf' },
      { phoneNumber: mobile(1), ...common, object: 'énergie', proof: 'formulaire' },
    ]);
    expect((await lead(1))?.consent).toEqual({ ...given, proof: 'formulaire', object: 'énergie' });
  });

  it('lets a known lead take what its row says, and keep what the row does not say', async () => {
    const id = await bed.addLead({ last_name: 'Vignal', city: 'Dijon', custom: '{"a":"1","b":"2"}' });
    const fields = { phones: [phone(8)] as const, city: 'Nevers', custom: { b: '3' }, reference: 'R8' };
    await storeRows(bed, { updates: [{ leadId: id, fields }] });
    const after = await findLead(bed.db, 'client_1', id);
    expect(after).toMatchObject({ lastName: 'Vignal', city: 'Nevers', custom: { a: '1', b: '3' } });
    expect(after?.phones.map((each) => each.phoneNumber)).toEqual([mobile(8), '+33612345678']);
    expect(after).toMatchObject({ state: 'open', phoneNumber: '+33612345678', importId: null });
  });

  it('takes the second of two rows about one lead by what the first has made of it', async () => {
    const leadId = await bed.addLead();
    await storeRows(bed, {
      updates: [
        { leadId, fields: { phones: [phone(1)], custom: { a: '1' } } },
        { leadId, fields: { phones: [phone(2)], custom: { b: '2' } } },
      ],
    });
    const after = await findLead(bed.db, 'client_1', leadId);
    expect(after?.phones.map((each) => each.phoneNumber)).toEqual([mobile(2), mobile(1), '+33612345678']);
    expect(after?.custom).toEqual({ a: '1', b: '2' });
  });

  it.each([
    ['attempts_used_up', 'open'],
    ['do_not_call', 'closed'],
    ['success', 'closed'],
  ] as const)('moves a lead that was closed as %s, and leaves it %s', async (closed_reason, state) => {
    await bed.db
      .insertInto('list')
      .values({
        id: 'list_9',
        client_id: 'client_1',
        campaign_id: 'campaign_1',
        name: 'old',
        state: 'ready',
        created_at: 0,
      })
      .execute();
    const leadId = await bed.addLead({
      list_id: 'list_9',
      state: 'closed',
      closed_reason,
      next_try_at: null,
    });
    await storeRows(bed, { moves: [{ leadId, fields: {} }] });
    await releaseAll(bed);
    expect(await findLead(bed.db, 'client_1', leadId)).toMatchObject({ listId: 'list_1', state });
  });

  it('changes nothing of another client’s lead', async () => {
    const leadId = await bed.addLead({ client_id: 'client_2', campaign_id: 'campaign_2', list_id: 'list_2' });
    await storeRows(bed, { updates: [{ leadId, fields: { lastName: 'X' } }], moves: [] });
    expect(await findLead(bed.db, 'client_2', leadId)).toMatchObject({ lastName: null });
  });

  it('goes on releasing where a stop cut it off', async () => {
    await storeRows(bed, { leads: [{}, {}, {}, {}, {}] });
    expect(await releaseAll(bed, 2)).toEqual([2, 2, 1, 0]);
    expect(await releaseAll(bed, 2)).toEqual([0]);
    const open = await leadsOfList(bed.db, 'client_1', 'list_1', { after: null, limit: 9, state: 'open' });
    expect(open).toHaveLength(5);
  });
});
