import { cutConnections, onEachEngine, onPostgres } from '@alize/db/engines';
import { afterEach, describe, expect, it } from 'vitest';
import { Bed, type BedOptions } from '../src/bed.ts';
import type { CalleePlan } from '../src/fake-asterisk/index.ts';
import { expectSoundLedger } from '../src/ledger-check.ts';

const talks: CalleePlan = { ringAfterMs: 200, reaction: { kind: 'answer', afterMs: 3_000, talkMs: 20_000 } };
const talksBriefly: CalleePlan = {
  ringAfterMs: 200,
  reaction: { kind: 'answer', afterMs: 1_000, talkMs: 2_000 },
};
const rings: CalleePlan = { ringAfterMs: 200, reaction: { kind: 'no_answer' } };

let bed: Bed | undefined;
async function start(options: Partial<BedOptions> = {}): Promise<Bed> {
  bed = await Bed.start({ agentsCount: 2, leadsCount: 10, planFor: () => talks, ...options });
  return bed;
}
afterEach(async () => {
  await bed?.close();
  bed = undefined;
});

const attempts = (b: Bed) => b.database.db.selectFrom('attempt').selectAll().orderBy('created_at').execute();
const agents = (b: Bed) => b.database.db.selectFrom('agent').selectAll().orderBy('user_id').execute();
const campaign = (b: Bed) => b.database.db.selectFrom('campaign').selectAll().executeTakeFirstOrThrow();
const stopDialling = (b: Bed) => b.database.db.updateTable('campaign').set({ state: 'paused' }).execute();

describe('Asterisk killed in mid-call', () => {
  it('is told within 2 s, nobody is dialled meanwhile, and every call ends once', async () => {
    const b = await start();
    await b.openForBusiness();
    await b.until('two connected', () => b.fake.bridged.length === 2);
    const dialledBefore = b.fake.dialled.length;
    await b.fake.kill();
    await b.run(2_000);
    expect(await campaign(b)).toMatchObject({ blocked_reason: 'asterisk_down' });
    expect((await agents(b)).map((agent) => agent.connection)).toEqual(['no_audio', 'no_audio']);
    await b.run(10_000);
    expect(b.fake.dialled).toHaveLength(dialledBefore);
    await b.fake.restart();
    await b.run(20_000);
    expect(await attempts(b)).toMatchObject([
      { network_result: 'answered', end_reason: 'asterisk_lost' },
      { network_result: 'answered', end_reason: 'asterisk_lost' },
    ]);
    await expectSoundLedger(b);
  });

  it('leaves a call that was ringing as one that may have rung: counted, and not tried again at once', async () => {
    const b = await start({ planFor: () => rings, agentsCount: 1 });
    await b.openForBusiness();
    await b.until('ringing', async () => (await attempts(b))[0]?.ringing_at != null);
    await b.fake.kill();
    await b.run(1_000);
    await b.fake.restart();
    await b.run(20_000);
    const [attempt] = await attempts(b);
    expect(attempt).toMatchObject({ network_result: 'unknown', end_reason: 'not_answered' });
    const lead = await b.database.db
      .selectFrom('lead')
      .selectAll()
      .where('id', '=', attempt?.lead_id ?? 'lead_')
      .executeTakeFirstOrThrow();
    expect(lead.next_try_at ?? 0).toBeGreaterThan(b.clock.nowMs() + 3_600_000);
  });
});

describe('the link to Asterisk', () => {
  it('cut in mid-call leaves agents and callees connected', async () => {
    const b = await start();
    await b.openForBusiness();
    await b.until('two connected', () => b.fake.bridged.length === 2);
    b.fake.dropLinks();
    await b.run(5_000);
    expect((await agents(b)).map((agent) => [agent.state, agent.connection])).toEqual([
      ['talking', 'up'],
      ['talking', 'up'],
    ]);
    await b.run(20_000);
    expect((await attempts(b)).slice(0, 2)).toMatchObject([
      { end_reason: 'callee_hung_up' },
      { end_reason: 'callee_hung_up' },
    ]);
  });

  it('cut in the middle of a message comes back with nothing made up', async () => {
    const b = await start();
    await b.openForBusiness();
    await b.until('two connected', () => b.fake.bridged.length === 2);
    b.fake.dropLinksInMidMessage();
    await b.run(60_000);
    await stopDialling(b);
    await b.run(60_000);
    await expectSoundLedger(b);
  });

  it.each(['before', 'after'] as const)(
    'lost %s an originate was carried out: never dialled twice for one attempt',
    async (when) => {
      const b = await start({ agentsCount: 1 });
      b.fake.loseNextOriginate(when);
      await b.openForBusiness();
      await b.run(40_000);
      await stopDialling(b);
      await b.run(60_000);
      await expectSoundLedger(b);
      expect((await attempts(b))[0]).toMatchObject({
        network_result: when === 'before' ? 'unknown' : 'answered',
      });
    },
  );

  it('that hangs without a word is found out within 2 s', async () => {
    const b = await start({ planFor: () => rings });
    await b.openForBusiness();
    b.fake.stall();
    await b.run(2_000);
    expect(await campaign(b)).toMatchObject({ blocked_reason: 'asterisk_down' });
    const dialled = b.fake.dialled.length;
    await b.run(30_000);
    expect(b.fake.dialled).toHaveLength(dialled);
    b.fake.resume();
    await b.run(60_000);
    await stopDialling(b);
    await b.run(30_000);
    await expectSoundLedger(b);
  });
});

describe('an agent', () => {
  it('who is gone at the instant of being given a caller leaves them to another', async () => {
    const b = await start({ agentsCount: 2, leadsCount: 1 });
    await b.openForBusiness();
    await b.until('ringing', () => b.fake.dialled.length === 1);
    await b.run(2_500);
    b.fake.stall();
    await b.until('answered', () => b.fake.channels.some(({ context }) => context === 'alize-callee'));
    // Asterisk tells of the answer, and does not yet hear what the dialer asks for then.
    b.fake.resume();
    b.fake.stall();
    await b.run(100);
    const [first, second] = await agents(b);
    b.fake.agentLeaves(first?.seat ?? '');
    b.fake.resume();
    await b.run(1_000);
    expect(b.fake.bridged).toMatchObject([{ seat: second?.seat }]);
    expect((await agents(b)).map(({ state, connection }) => [state, connection])).toEqual([
      ['ready', 'no_audio'],
      ['talking', 'up'],
    ]);
    await b.run(60_000);
    await expectSoundLedger(b);
  });
});

describe('a call that is taken back', () => {
  it('at the instant its callee answers was answered and abandoned: it is our side that let go', async () => {
    const b = await start({ agentsCount: 1, leadsCount: 1 });
    await b.openForBusiness();
    await b.until('ringing', () => b.fake.dialled.length === 1);
    await b.run(2_000);
    b.fake.stall();
    await b.database.db.updateTable('campaign').set({ state: 'stopped' }).execute();
    await b.until('answered', () => b.fake.channels.some(({ context }) => context === 'alize-callee'));
    b.fake.resume();
    await b.run(1_000);
    const [attempt] = await attempts(b);
    expect(attempt?.answered_at).not.toBeNull();
    expect(attempt).toMatchObject({ connected_at: null, end_reason: 'no_agent', is_abandoned: 1 });
    await expectSoundLedger(b);
  });
});

onEachEngine((engine) => {
  describe('two dialers on one database', () => {
    it('dial as one: the second waits, and takes over when the first is gone', async () => {
      const b = await start({ makePlace: engine.make, planFor: () => rings, leadsCount: 30 });
      await b.until('leading', () => b.dialer.isLeader);
      const spare = b.startDialer();
      await b.openForBusiness();
      await b.run(60_000);
      expect([b.dialer.isLeader, spare.isLeader]).toEqual([true, false]);
      const stopped = b.dialer.stop();
      await b.run(5_000);
      await stopped;
      expect(spare.isLeader).toBe(true);
      b.dialer = spare;
      await b.run(60_000);
      const epochs = new Set((await attempts(b)).map((attempt) => attempt.epoch));
      expect([...epochs].sort()).toEqual([1, 2]);
      await stopDialling(b);
      await b.run(60_000);
      await expectSoundLedger(b);
    });

    it('that no longer holds the lease dials nobody and writes nothing, whatever it thinks', async () => {
      const b = await start({ makePlace: engine.make, planFor: () => rings, agentsCount: 1 });
      await b.openForBusiness();
      await b.until('dialling', () => b.fake.dialled.length === 1);
      await b.database.db
        .updateTable('lease')
        .set({ holder: 'another', epoch: 99, expires_at: b.clock.nowMs() + 3_600_000 })
        .execute();
      await b.run(120_000);
      expect(b.fake.dialled).toHaveLength(1);
      expect((await attempts(b))[0]?.ended_at).toBeNull();
    });
  });

  onPostgres(engine, () => {
    describe('PostgreSQL', () => {
      it('restarted again and again in mid-work: nobody is called twice for one attempt, every call ends once', async () => {
        const b = await start({
          makePlace: engine.make,
          planFor: () => talksBriefly,
          agentsCount: 3,
          leadsCount: 40,
        });
        await b.openForBusiness();
        for (let times = 0; times < 30; times += 1) {
          await b.run(700 + times * 37);
          await Promise.all([b.clock.advance(60), cutConnections(b.database.db)]);
          await b.finishWrapUps();
        }
        await stopDialling(b);
        await b.work(60_000);
        expect(b.fake.dialled.length).toBeGreaterThan(5);
        await expectSoundLedger(b);
      });
    });
  });
});

describe('the clock', () => {
  it('set back by an hour brings no second call to anybody and no burst', async () => {
    const b = await start({ planFor: () => rings, leadsCount: 6, callsPerSecondMax: 1 });
    await b.openForBusiness();
    await b.run(10_000);
    b.clock.jumpTo(b.clock.nowMs() - 3_600_000);
    await b.run(10_000);
    const numbers = b.fake.dialled.map((invite) => invite.number);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

describe('an operator who restarts the dialer', () => {
  it('while a callee hears the message has them counted as abandoned once', async () => {
    const b = await start({ agentsCount: 1, leadsCount: 2, dialMode: 'power', powerRatio: 2 });
    await b.openForBusiness();
    await b.until('the message', async () =>
      (await attempts(b)).some((attempt) => attempt.message_started_at !== null),
    );
    const stopped = b.dialer.stop();
    await b.run(200);
    await stopped;
    b.dialer = b.startDialer();
    await b.run(1_000);
    expect((await attempts(b)).map((attempt) => attempt.ended_at)).toEqual([null, null]);
    await b.run(15_000);
    expect((await attempts(b)).map((attempt) => attempt.is_abandoned).sort()).toEqual([0, 1]);
    const { decision } = await b.database.db
      .selectFrom('pacing_point')
      .select('decision')
      .orderBy('at', 'desc')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(decision)).toMatchObject({ abandonedShare: 0.5 });
  });

  it('cuts no connected call', async () => {
    const b = await start();
    await b.openForBusiness();
    await b.until('two connected', () => b.fake.bridged.length === 2);
    const stopped = b.dialer.stop();
    await b.run(1_000);
    await stopped;
    b.dialer = b.startDialer();
    await b.run(3_000);
    expect((await agents(b)).map((agent) => [agent.state, agent.connection])).toEqual([
      ['talking', 'up'],
      ['talking', 'up'],
    ]);
    await b.run(20_000);
    expect((await attempts(b)).slice(0, 2)).toMatchObject([
      { end_reason: 'callee_hung_up' },
      { end_reason: 'callee_hung_up' },
    ]);
    expect((await agents(b)).map((agent) => agent.state)).toEqual(['wrap_up', 'wrap_up']);
  });
});
