import { insertSuppression } from '@alize/db';
import { onEachEngine } from '@alize/db/engines';
import type { PhoneNumber } from '@alize/model';
import { afterEach, describe, expect, it } from 'vitest';
import { Bed, type BedOptions } from '../src/bed.ts';
import type { CalleePlan, CalleeReaction } from '../src/fake-asterisk/index.ts';
import { expectSoundLedger } from '../src/ledger-check.ts';

const rings = (reaction: CalleeReaction): CalleePlan => ({ ringAfterMs: 200, reaction });
const answers = rings({ kind: 'answer', afterMs: 3_000, talkMs: 20_000 });
const neverAnswers = rings({ kind: 'no_answer' });

onEachEngine((engine) => {
  let bed: Bed | undefined;
  async function start(options: Partial<BedOptions> = {}): Promise<Bed> {
    bed = await Bed.start({
      agentsCount: 1,
      leadsCount: 1,
      planFor: () => answers,
      makePlace: engine.make,
      ...options,
    });
    return bed;
  }
  afterEach(async () => {
    await bed?.close();
    bed = undefined;
  });

  const attempts = (b: Bed) =>
    b.database.db.selectFrom('attempt').selectAll().orderBy('created_at').execute();
  const leads = (b: Bed) => b.database.db.selectFrom('lead').selectAll().execute();
  const campaign = (b: Bed) => b.database.db.selectFrom('campaign').selectAll().executeTakeFirstOrThrow();
  async function agent(b: Bed, index = 0) {
    const rows = await b.database.db.selectFrom('agent').selectAll().execute();
    return rows.find((row) => row.user_id === b.centre.agentIds[index]);
  }
  const userId = (b: Bed, index = 0) => b.centre.agentIds[index] ?? 'user_';

  describe('the life of a call', () => {
    it('dials for a ready agent, connects who answers, and gives the agent time to wrap up', async () => {
      const b = await start();
      await b.openForBusiness();
      await b.until('connected', () => b.fake.bridged.length === 1);
      await b.run(100);
      expect(await agent(b)).toMatchObject({ state: 'talking' });
      await b.run(21_000);
      expect(await agent(b)).toMatchObject({ state: 'wrap_up' });
      expect(await attempts(b)).toMatchObject([
        { progress: 'ended', network_result: 'answered', end_reason: 'callee_hung_up', is_abandoned: 0 },
      ]);
      await expectSoundLedger(b);
    });

    it.each([
      { reaction: { kind: 'busy', afterMs: 1_500 }, result: 'busy', againAfterMinutes: 20 },
      { reaction: { kind: 'no_answer' }, result: 'no_answer', againAfterMinutes: 180 },
      { reaction: { kind: 'congestion', afterMs: 300 }, result: 'congestion', againAfterMinutes: 15 },
    ] as const)(
      'tells $result apart and calls again by its rule',
      async ({ reaction, result, againAfterMinutes }) => {
        const b = await start({ planFor: () => rings(reaction) });
        await b.openForBusiness();
        await b.until('ended', async () => (await attempts(b))[0]?.ended_at != null);
        const [attempt] = await attempts(b);
        const [lead] = await leads(b);
        expect(attempt).toMatchObject({ network_result: result, end_reason: 'not_answered' });
        expect(lead).toMatchObject({
          state: 'open',
          next_try_at: (attempt?.ended_at ?? 0) + againAfterMinutes * 60_000,
        });
        expect(await agent(b)).toMatchObject({ state: 'ready' });
      },
    );

    it('closes a lead whose number does not exist', async () => {
      const b = await start({
        planFor: () => ({ ringAfterMs: null, reaction: { kind: 'invalid', afterMs: 300 } }),
      });
      await b.openForBusiness();
      await b.until('ended', async () => (await attempts(b))[0]?.ended_at != null);
      expect(await attempts(b)).toMatchObject([{ network_result: 'invalid_number' }]);
      expect(await leads(b)).toMatchObject([{ state: 'closed', closed_reason: 'wrong_number' }]);
    });

    it('lets it ring for the campaign’s ring time and no longer', async () => {
      const b = await start({ planFor: () => neverAnswers, ringSeconds: 18 });
      await b.openForBusiness();
      await b.until('ended', async () => (await attempts(b))[0]?.ended_at != null);
      const [attempt] = await attempts(b);
      const rangMs = (attempt?.ended_at ?? 0) - (attempt?.created_at ?? 0);
      expect(rangMs).toBeGreaterThanOrEqual(18_000);
      expect(rangMs).toBeLessThan(19_000);
    });

    it('hangs up when the agent asks for it', async () => {
      const b = await start();
      await b.openForBusiness();
      await b.until('connected', async () => (await attempts(b))[0]?.connected_at != null);
      const [attempt] = await attempts(b);
      await b.ask(userId(b), { kind: 'call.hang_up', attemptId: attempt?.id ?? 'attempt_' });
      await b.run(500);
      expect(await attempts(b)).toMatchObject([{ network_result: 'answered', end_reason: 'agent_hung_up' }]);
      expect(await agent(b)).toMatchObject({ state: 'wrap_up' });
    });

    it('plays the message to someone whose agent has vanished, counts them as abandoned, and suppresses on key 9', async () => {
      const objector = rings({ kind: 'answer', afterMs: 3_000, objects: true });
      const b = await start({ planFor: () => objector });
      await b.openForBusiness();
      await b.until('ringing', async () => (await attempts(b))[0]?.ringing_at != null);
      await b.run(2_600);
      b.fake.agentLeaves((await agent(b))?.seat ?? '');
      await b.until('ended', async () => (await attempts(b))[0]?.ended_at != null);
      expect(await attempts(b)).toMatchObject([
        { network_result: 'answered', end_reason: 'no_agent', is_abandoned: 1 },
      ]);
      const suppressed = await b.database.db.selectFrom('suppression').selectAll().execute();
      expect(suppressed).toMatchObject([{ phone_number: b.centre.numbers[0], client_id: b.centre.clientId }]);
      const [attempt] = await attempts(b);
      expect(attempt?.message_started_at).toBeGreaterThan(attempt?.answered_at ?? Number.POSITIVE_INFINITY);
      expect(attempt?.message_started_at).toBeLessThanOrEqual(attempt?.ended_at ?? 0);
    });

    it('leaves a ruling that holds all that it was made from, in its client’s chain', async () => {
      const b = await start();
      await b.openForBusiness();
      await b.until('ringing', async () => (await attempts(b))[0]?.ringing_at != null);
      const [attempt] = await attempts(b);
      const ruling = await b.database.db.selectFrom('ruling').selectAll().executeTakeFirstOrThrow();
      expect(ruling).toMatchObject({ id: attempt?.ruling_id, kind: 'clear', number_in_chain: 1 });
      expect(JSON.parse(ruling.facts ?? '')).toMatchObject({
        number: b.centre.numbers[0],
        purpose: 'survey',
        mode: 'progressive',
        person: 'consumer',
        trunkKind: 'demonstration',
        config: { ringSeconds: 20 },
      });
    });

    it('that still rings is hung up within a second of its person’s suppression, and is never placed again', async () => {
      const b = await start({ planFor: () => neverAnswers });
      await b.openForBusiness();
      await b.until('ringing', async () => (await attempts(b))[0]?.ringing_at != null);
      const atMs = b.clock.nowMs();
      const phoneNumber = b.centre.numbers[0] ?? ('' as PhoneNumber);
      await insertSuppression(b.database.db, {
        id: b.ids.make('suppression'),
        clientId: b.centre.clientId,
        phoneNumber,
        reason: 'do_not_call',
        atMs,
        expiresAtMs: null,
      });
      await b.run(1_000);
      const [attempt] = await attempts(b);
      expect(attempt).toMatchObject({ network_result: 'cancelled' });
      expect((attempt?.ended_at ?? 0) - atMs).toBeLessThan(1_000);
      await b.database.db.updateTable('lead').set({ next_try_at: b.clock.nowMs() }).execute();
      await b.run(2_000);
      expect(b.fake.dialled).toHaveLength(1);
      expect(await leads(b)).toMatchObject([{ state: 'closed', closed_reason: 'refused_by_rule' }]);
    });
  });

  describe('one call for each agent', () => {
    it('dials for free agents only, each number once at a time', async () => {
      const b = await start({ agentsCount: 3, leadsCount: 20, planFor: () => neverAnswers });
      await b.openForBusiness();
      await b.run(2_000);
      expect(b.fake.dialled).toHaveLength(3);
      await b.run(60_000);
      await expectLinesNeverAbove(b, 3);
    });

    it('keeps to the campaign’s lines', async () => {
      const b = await start({ agentsCount: 5, leadsCount: 20, linesMax: 2, planFor: () => neverAnswers });
      await b.openForBusiness();
      await b.run(5_000);
      expect(b.fake.dialled).toHaveLength(2);
      expect(await campaign(b)).toMatchObject({ blocked_reason: 'lines_in_use' });
    });

    it('gives the call to the agent who has waited longest', async () => {
      const b = await start({ agentsCount: 2, leadsCount: 2, planFor: () => answers });
      await b.signIn(userId(b, 1));
      await b.ask(userId(b, 1), { kind: 'agent.ready' });
      await b.run(200);
      await b.signIn(userId(b, 0));
      await b.ask(userId(b, 0), { kind: 'agent.ready' });
      await b.until('first connected', () => b.fake.bridged.length > 0);
      expect(b.fake.bridged[0]?.seat).toBe((await agent(b, 1))?.seat);
    });

    it('never calls a number that two lists hold at the same time', async () => {
      const b = await start({
        agentsCount: 2,
        leadsCount: 2,
        numberOf: (index) => `+33639980${String(index).padStart(3, '0')}`,
      });
      await b.openForBusiness();
      await b.run(90_000);
      await expectSoundLedger(b);
    });
  });

  describe('pausing', () => {
    it('is granted at once to an agent for whom nothing is dialled', async () => {
      const b = await start({ leadsCount: 0 });
      await b.openForBusiness();
      await b.ask(userId(b), { kind: 'agent.pause', reason: 'break' });
      await b.run(300);
      expect(await agent(b)).toMatchObject({ state: 'paused', pause_reason: 'break' });
    });

    it('waits for the call that is being dialled for the agent, so that nobody answers to nobody', async () => {
      const b = await start({ leadsCount: 5, planFor: () => rings({ kind: 'busy', afterMs: 4_000 }) });
      await b.openForBusiness();
      await b.until('dialling', () => b.fake.dialled.length === 1);
      await b.ask(userId(b), { kind: 'agent.pause', reason: 'lunch' });
      await b.run(500);
      expect(await agent(b)).toMatchObject({ state: 'ready', wished_pause: 'lunch' });
      await b.run(6_000);
      expect(await agent(b)).toMatchObject({ state: 'paused', pause_reason: 'lunch' });
      expect(b.fake.dialled).toHaveLength(1);
    });

    it('is granted when the call that was dialled for the agent is answered by another, who has waited longer', async () => {
      let calls = 0;
      const b = await start({
        agentsCount: 2,
        leadsCount: 2,
        planFor: () => {
          calls += 1;
          return calls === 1 ? rings({ kind: 'busy', afterMs: 1_500 }) : answers;
        },
      });
      await b.openForBusiness();
      await b.until('both dialled', () => b.fake.dialled.length === 2);
      await b.ask(userId(b, 1), { kind: 'agent.pause', reason: 'lunch' });
      await b.until('connected', () => b.fake.bridged.length === 1);
      await b.run(500);
      expect(await agent(b, 0)).toMatchObject({ state: 'talking' });
      expect(await agent(b, 1)).toMatchObject({ state: 'paused', pause_reason: 'lunch' });
    });

    it('asked for in a call begins after its wrap-up', async () => {
      const b = await start();
      await b.openForBusiness();
      await b.until('connected', () => b.fake.bridged.length === 1);
      await b.ask(userId(b), { kind: 'agent.pause', reason: 'break' });
      await b.run(21_000);
      expect(await agent(b)).toMatchObject({ state: 'wrap_up', wished_pause: 'break' });
      const [attempt] = await attempts(b);
      await b.ask(userId(b), { kind: 'call.disposed', attemptId: attempt?.id ?? 'attempt_' });
      await b.run(300);
      expect(await agent(b)).toMatchObject({ state: 'paused', pause_reason: 'break' });
    });
  });

  describe('wrap-up', () => {
    it('that runs out leaves the disposition `none` and puts the agent on a pause, so that nobody absent is called for', async () => {
      const b = await start({ leadsCount: 3, wrapUpSeconds: 10 });
      await b.openForBusiness();
      await b.until('wrap-up', async () => (await agent(b))?.state === 'wrap_up');
      await b.run(11_000);
      expect(await agent(b)).toMatchObject({
        state: 'paused',
        pause_reason: 'wrap_up_expired',
        attempt_id: null,
      });
      expect(await attempts(b)).toMatchObject([{ disposition: 'none' }]);
      expect(b.fake.dialled).toHaveLength(1);
      expect((await leads(b)).filter((lead) => lead.state === 'calling')).toEqual([]);
    });
  });

  describe('an agent’s line', () => {
    it('that goes silent is told within 2 s, and nobody is dialled for that agent', async () => {
      const b = await start({ leadsCount: 5 });
      await b.signIn(userId(b));
      b.loseBrowser(userId(b));
      await b.ask(userId(b), { kind: 'agent.ready' });
      await b.run(2_000);
      expect(await agent(b)).toMatchObject({ connection: 'lost' });
      await b.run(20_000);
      const dialledAfter = b.fake.dialled.filter((invite) => invite.atMs > b.clock.nowMs() - 20_000);
      expect(dialledAfter).toEqual([]);
      expect(await campaign(b)).toMatchObject({ blocked_reason: 'no_agent_ready' });
    });

    it('lost while the callee’s telephone rings: the call is taken back before somebody answers to nobody', async () => {
      const b = await start({ planFor: () => rings({ kind: 'answer', afterMs: 10_000 }) });
      await b.openForBusiness();
      await b.until('ringing', async () => (await attempts(b))[0]?.ringing_at != null);
      b.loseBrowser(userId(b));
      await b.run(5_000);
      expect(await attempts(b)).toMatchObject([{ network_result: 'cancelled', is_abandoned: 0 }]);
    });

    it('lost in mid-call keeps the callee, who hears the agent again when the browser is back', async () => {
      const b = await start({
        planFor: () => rings({ kind: 'answer', afterMs: 2_000, hangUpAfterMs: 60_000 }),
      });
      await b.openForBusiness();
      await b.until('connected', () => b.fake.bridged.length === 1);
      const seat = (await agent(b))?.seat ?? '';
      b.fake.agentLeaves(seat);
      await b.run(3_000);
      expect(await agent(b)).toMatchObject({ state: 'talking', connection: 'no_audio' });
      b.fake.agentJoins(seat);
      await b.until('connected again', () => b.fake.bridged.length === 2);
      await b.run(60_000);
      expect(await attempts(b)).toMatchObject([{ network_result: 'answered', end_reason: 'callee_hung_up' }]);
      await expectSoundLedger(b);
    });
  });

  describe('a campaign', () => {
    it('that is paused places no call and lets those that ring go on', async () => {
      const b = await start({ agentsCount: 1, leadsCount: 5, planFor: () => answers });
      await b.openForBusiness();
      await b.until('ringing', () => b.fake.dialled.length === 1);
      await b.database.db.updateTable('campaign').set({ state: 'paused' }).execute();
      await b.until('connected', () => b.fake.bridged.length === 1);
      await b.run(60_000);
      expect(b.fake.dialled).toHaveLength(1);
    });

    it('that is stopped takes back the calls that ring', async () => {
      const b = await start({ leadsCount: 5, planFor: () => neverAnswers });
      await b.openForBusiness();
      await b.until('ringing', () => b.fake.dialled.length === 1);
      await b.database.db.updateTable('campaign').set({ state: 'stopped' }).execute();
      await b.run(3_000);
      expect(await attempts(b)).toMatchObject([{ network_result: 'cancelled' }]);
    });

    it('moves through its schedule by itself', async () => {
      const b = await start({ leadsCount: 3, startsAt: '2026-11-24T09:59:50' });
      const schedule = { zone: 'Europe/Paris', windows: [{ day: 2, from: '10:00', to: '10:01' }] };
      await b.database.db
        .updateTable('campaign')
        .set({ schedule: JSON.stringify(schedule) })
        .execute();
      await b.openForBusiness();
      expect(b.fake.dialled).toHaveLength(0);
      expect(await campaign(b)).toMatchObject({ blocked_reason: 'outside_schedule', is_in_schedule: 0 });
      await b.run(12_000);
      expect(b.fake.dialled).toHaveLength(1);
      await b.run(120_000);
      const late = b.fake.dialled.filter((invite) => invite.atMs >= Date.UTC(2026, 10, 24, 9, 1));
      expect(late).toEqual([]);
      expect(await campaign(b)).toMatchObject({ blocked_reason: 'outside_schedule', is_in_schedule: 0 });
    });
  });

  async function expectLinesNeverAbove(b: Bed, lines: number): Promise<void> {
    const rows = await attempts(b);
    const most = Math.max(
      ...rows.map(
        (row) =>
          rows.filter(
            (other) =>
              other.created_at <= row.created_at &&
              (other.ended_at ?? Number.POSITIVE_INFINITY) > row.created_at,
          ).length,
      ),
    );
    expect(most).toBeLessThanOrEqual(lines);
  }
});
