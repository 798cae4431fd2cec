import { afterEach, beforeEach, expect, it } from 'vitest';
import { onEachEngine } from '../test/engines.ts';
import { first, nowMs, number, openTwoClients } from '../test/two-clients.ts';
import { answerQuarters, bringForward, moveLead, retryFacts, waitingLeads } from './index.ts';

onEachEngine((engine) => {
  let two: Awaited<ReturnType<typeof openTwoClients>>;
  beforeEach(async () => {
    two = await openTwoClients(engine);
  });
  afterEach(() => two.database.close());

  const other = number('+33198765439');
  /** A lead with two numbers that has had one call. */
  async function calledLead(more: Parameters<typeof two.addLead>[0] = {}) {
    const id = await two.addLead({ attempts_count: 1, ...more });
    const second = { lead_id: id, client_id: 'client_1', position: 2, phone_number: other } as const;
    await two.db.insertInto('lead_phone').values(second).execute();
    return id;
  }

  it('says of a lead what its next try is worked out from: calls in their order, and its numbers', async () => {
    const leadId = await calledLead({ time_zone: 'Indian/Reunion' });
    await two.addCall(leadId, { created_at: nowMs - 60_000, number_of_lead: 1 });
    await two.addCall(leadId, {
      created_at: nowMs - 5_000,
      number_of_lead: 2,
      network_result: 'answered',
      connected_at: nowMs - 4_000,
      ended_at: nowMs - 1_000,
      disposition: 'none',
      disposed_at: nowMs,
    });
    await two.db
      .updateTable('lead_phone')
      .set({ closed_reason: 'wrong_number' })
      .where('position', '=', 2)
      .execute();
    expect(await retryFacts(two.db, { leadId, campaignId: 'campaign_1' })).toMatchObject({
      place: { timeZone: 'Indian/Reunion' },
      tries: [
        { atMs: nowMs - 60_000, networkResult: 'no_answer', isConnected: false },
        { atMs: nowMs - 5_000, networkResult: 'answered', isConnected: true, disposition: 'none' },
      ],
      settledAtMs: nowMs,
      numbers: [
        { phoneNumber: first, isClosed: false },
        { phoneNumber: other, isClosed: true },
      ],
    });
  });

  it('says nothing of a lead that never had a call', async () => {
    const leadId = await two.addLead();
    expect(await retryFacts(two.db, { leadId, campaignId: 'campaign_1' })).toBeNull();
  });

  it('counts a campaign’s calls by quarter of an hour, and how many of them reached a person', async () => {
    const leadId = await calledLead();
    const answered = { network_result: 'answered', disposition: 'callback' } as const;
    await two.addCall(leadId, { created_at: Date.UTC(2026, 10, 20, 10, 16), number_of_lead: 1, ...answered });
    await two.addCall(leadId, { created_at: Date.UTC(2026, 10, 21, 10, 29), number_of_lead: 2 });
    await two.addCall(leadId, {
      ...{ created_at: Date.UTC(2026, 10, 22, 10, 20), number_of_lead: 3 },
      ...{ network_result: 'answered', disposition: 'answering_machine' },
    });
    await two.addCall(leadId, {
      ...{ created_at: Date.UTC(2026, 10, 22, 10, 25), number_of_lead: 4, network_result: 'busy' },
    });
    expect(await answerQuarters(two.db, 'campaign_1')).toEqual([{ quarter: 41, tries: 3, answers: 1 }]);
  });

  it('moves a lead on to another number, and notes the one that is not called any more', async () => {
    const leadId = await calledLead({ priority: 7, state: 'calling', next_try_at: null });
    await moveLead(
      two.db,
      leadId,
      {
        ...{ kind: 'again', atMs: nowMs + 60_000, phoneNumber: other, isCallback: false },
        ...{ callbackAgentId: null, closes: { phoneNumber: first, reason: 'invalid_number' } },
      },
      nowMs,
    );
    expect(await two.db.selectFrom('lead').selectAll().executeTakeFirst()).toMatchObject({
      state: 'open',
      phone_number: other,
      next_try_at: nowMs + 60_000,
      priority: 7,
    });
    const phones = await two.db.selectFrom('lead_phone').selectAll().orderBy('position').execute();
    expect(phones).toMatchObject([{ closed_reason: 'invalid_number' }, { closed_reason: null }]);
  });

  it('finds the leads that wait for a further call, and brings forward those that still do', async () => {
    const waits = { next_try_at: nowMs + 60_000 };
    const leadId = await calledLead(waits);
    await two.addLead({ phone_number: other, attempts_count: 0, ...waits });
    await two.addLead({ phone_number: other, attempts_count: 1, is_callback: 1, ...waits });
    await two.addLead({ phone_number: other, attempts_count: 1, state: 'closed', next_try_at: null });
    const of = { clientId: 'client_1', listId: 'list_1', afterId: null } as const;
    const found = await waitingLeads(two.db, of, nowMs);
    expect(found).toEqual({ leads: [{ id: leadId, nextTryAtMs: nowMs + 60_000 }], lastId: null });

    await bringForward(two.db, leadId, { atMs: nowMs + 5, phoneNumber: other }, nowMs);
    const sooner = { next_try_at: nowMs + 5, phone_number: other };
    expect(await two.db.selectFrom('lead').selectAll().where('id', '=', leadId).execute()).toMatchObject([
      sooner,
    ]);
    await bringForward(two.db, leadId, { atMs: nowMs + 9, phoneNumber: first }, nowMs);
    expect(await two.db.selectFrom('lead').selectAll().where('id', '=', leadId).execute()).toMatchObject([
      sooner,
    ]);
  });
});
