import { pacingPointAt, pacingPoints } from '@alize/db';
import type { CampaignId } from '@alize/model';
import { decide, type Snapshot } from '@alize/pacing';
import { afterEach, describe, expect, it } from 'vitest';
import { Bed, type BedOptions } from '../src/bed.ts';
import { addCampaignBeside, fictionNumber } from '../src/centre.ts';
import type { CalleePlan, CalleeReaction } from '../src/fake-asterisk/index.ts';
import { expectSoundLedger } from '../src/ledger-check.ts';
import { seedAnswers } from '../src/seed-answers.ts';

const rings = (reaction: CalleeReaction): CalleePlan => ({ ringAfterMs: 200, reaction });
const neverAnswers = rings({ kind: 'no_answer' });

/** One number in `every` is answered, after 3 to 7 s, for a talk of 20 to 40 s; the others ring out or are busy. */
const rarely =
  (every: number) =>
  (number: string): CalleePlan => {
    const index = Number(number.slice(-4));
    const mixed = (index * 7919) % 10_007;
    if (mixed % every === 0) {
      return rings({
        kind: 'answer',
        afterMs: 3_000 + (mixed % 5) * 1_000,
        talkMs: 20_000 + (mixed % 21) * 1_000,
      });
    }
    return mixed % 3 === 0 ? rings({ kind: 'busy', afterMs: 2_500 }) : neverAnswers;
  };

let bed: Bed | undefined;
async function start(options: Partial<BedOptions> = {}): Promise<Bed> {
  bed = await Bed.start({
    agentsCount: 1,
    leadsCount: 50,
    dialMode: 'predictive',
    planFor: () => neverAnswers,
    ...options,
  });
  return bed;
}
afterEach(async () => {
  await bed?.close();
  bed = undefined;
});

const attempts = (b: Bed) => b.database.db.selectFrom('attempt').selectAll().orderBy('created_at').execute();
const agents = (b: Bed) => b.database.db.selectFrom('agent').selectAll().execute();
const point = (b: Bed) =>
  pacingPointAt(b.database.db, b.centre.clientId, { campaignId: b.centre.campaignId, atMs: b.clock.nowMs() });

/** The most calls that rang at once for nobody yet, among those placed since. */
async function mostOut(b: Bed, sinceMs: number): Promise<number> {
  const rows = (await attempts(b)).filter((row) => row.created_at >= sinceMs);
  const isOut = (row: (typeof rows)[number], atMs: number) =>
    row.created_at <= atMs && (row.answered_at ?? row.ended_at ?? Number.POSITIVE_INFINITY) > atMs;
  return Math.max(0, ...rows.map(({ created_at }) => rows.filter((row) => isOut(row, created_at)).length));
}

async function restartDialer(b: Bed): Promise<void> {
  const stopped = b.dialer.stop();
  await b.run(1_000);
  await stopped;
  b.dialer = b.startDialer();
  await b.run(2_000);
}

describe('predictive', () => {
  it('places more calls than agents are free when few people answer, and connects those who do', async () => {
    const b = await start({ agentsCount: 6, leadsCount: 1_500, planFor: rarely(12) });
    await b.openForBusiness();
    await b.work(150_000);
    expect(await mostOut(b, 0)).toBeGreaterThan(9);
    const answered = (await attempts(b)).filter((row) => row.answered_at !== null);
    const connected = answered.filter((row) => row.connected_at !== null);
    expect(answered.length).toBeGreaterThan(8);
    expect(connected.length).toBeGreaterThanOrEqual(answered.length - 1);
    expect(new Set(connected.map((row) => row.agent_id)).size).toBe(6);
    await b.database.db.updateTable('campaign').set({ state: 'stopped' }).execute();
    await b.work(60_000);
    await expectSoundLedger(b);
  }, 120_000);

  it('keeps what it has learnt over a restart', async () => {
    const b = await start({ agentsCount: 4, leadsCount: 600, planFor: rarely(12) });
    await b.openForBusiness();
    await b.work(90_000);
    await restartDialer(b);
    const kept = await b.database.db.selectFrom('pacing_state').selectAll().executeTakeFirstOrThrow();
    expect(kept).toMatchObject({ campaign_id: b.centre.campaignId, client_id: b.centre.clientId });
    const { snapshot } = await b.database.db
      .selectFrom('pacing_point')
      .select('snapshot')
      .where('snapshot', 'is not', null)
      .orderBy('at', 'desc')
      .executeTakeFirstOrThrow();
    // Written by the dialer alone. One call in twelve is answered; who knows nothing assumes two in five.
    const { laws } = JSON.parse(snapshot ?? '') as Snapshot;
    expect(laws.calls[0]?.offered.at(-1)).toBeLessThan(0.25);
  }, 120_000);

  it('learns how long a talk still lasts from the script step that is reached', async () => {
    const b = await start({
      leadsCount: 1,
      planFor: () => rings({ kind: 'answer', afterMs: 3_000, talkMs: 9_000 }),
    });
    await b.openForBusiness();
    await b.until('talking', async () => (await attempts(b))[0]?.connected_at != null);
    await b.run(4_000);
    await b.database.db.updateTable('attempt').set({ step_id: 'hello' }).execute();
    await b.run(10_000);
    await restartDialer(b);
    const { state } = await b.database.db.selectFrom('pacing_state').selectAll().executeTakeFirstOrThrow();
    expect(JSON.parse(state)).toMatchObject({ steps: [{ step: 'hello' }] });
  });

  it.each([
    { says: 'fallen to one call for each free agent', connected: 160, abandoned: 40, isStopped: true },
    { says: 'left alone far from its limit', connected: 199, abandoned: 1, isStopped: false },
  ])('is $says by its account, after a restart too', async ({ connected, abandoned, isStopped }) => {
    const b = await start({ agentsCount: 3, leadsCount: 600, startsAt: '2026-11-24T18:45' });
    await seedAnswers(b, b.centre.campaignId, { connected, abandoned });
    await b.openForBusiness();
    const openedMs = b.clock.nowMs() - 1_000;
    await b.run(15_000);
    const before = await mostOut(b, openedMs);
    await restartDialer(b);
    const restartedMs = b.clock.nowMs() - 2_000;
    await b.run(25_000);
    const after = await mostOut(b, restartedMs);
    expect([before > 3, after > 3]).toEqual(isStopped ? [false, false] : [true, true]);
    const { decision } = (await point(b)) ?? {};
    expect(decision?.limitedBy === 'account_stop').toBe(isStopped);
    expect(decision?.abandonedShare).toBeCloseTo(abandoned / (connected + abandoned));
  });

  it('begins each of the law’s days with a new account', async () => {
    const b = await start({ agentsCount: 2, leadsCount: 200, startsAt: '2026-11-24T23:59:30' });
    await seedAnswers(b, b.centre.campaignId, { connected: 60, abandoned: 40 });
    await b.openForBusiness();
    await b.run(10_000);
    expect((await point(b))?.decision).toMatchObject({ limitedBy: 'account_stop', abandonedShare: 0.4 });
    await b.run(25_000);
    const { decision } = (await point(b)) ?? {};
    expect(decision?.abandonedShare).toBeNull();
    expect(decision?.limitedBy).not.toBe('account_stop');
  });

  it('places no further call when the team leaves, and takes back what rings before somebody answers to nobody', async () => {
    const late = rings({ kind: 'answer', afterMs: 12_000, talkMs: 20_000 });
    const b = await start({
      agentsCount: 5,
      leadsCount: 200,
      dialMode: 'power',
      powerRatio: 4,
      planFor: () => late,
    });
    await b.openForBusiness();
    await b.until('calls out', () => b.fake.dialled.length >= 20);
    for (const userId of b.centre.agentIds) await b.ask(userId, { kind: 'agent.pause', reason: 'break' });
    await b.run(300);
    expect((await agents(b)).map((agent) => agent.state)).toEqual(Array(5).fill('paused'));
    const dialled = b.fake.dialled.length;
    await b.run(20_000);
    expect(b.fake.dialled).toHaveLength(dialled);
    expect((await attempts(b)).filter((row) => row.is_abandoned === 1)).toEqual([]);
  });
});

describe('a trunk that carries nothing', () => {
  it('is tried with one call at a time, and the list is not burnt on it', async () => {
    const congested: CalleePlan = { ringAfterMs: null, reaction: { kind: 'congestion', afterMs: 300 } };
    const b = await start({ agentsCount: 8, leadsCount: 400, planFor: () => congested });
    await b.openForBusiness();
    await b.run(5_000);
    const dialled = b.fake.dialled.length;
    await b.run(20_000);
    expect(b.fake.dialled.length - dialled).toBeLessThanOrEqual(10);
    expect(b.fake.dialled.length - dialled).toBeGreaterThan(5);
    expect((await point(b))?.decision.limitedBy).toMatch(/trunk_failing|calls_per_second/);
  });
});

describe('power', () => {
  it('rings as many telephones for each free agent as its ratio says', async () => {
    const b = await start({ agentsCount: 4, leadsCount: 200, dialMode: 'power', powerRatio: 2.5 });
    await b.openForBusiness();
    await b.run(5_000);
    expect(b.fake.dialled).toHaveLength(10);
    await b.run(30_000);
    expect(await mostOut(b, 0)).toBe(10);
  });
});

describe('a caller whom nobody is free for', () => {
  const both = rings({ kind: 'answer', afterMs: 3_000, talkMs: 1_500 });
  const startTwoForOne = () =>
    start({ leadsCount: 2, dialMode: 'power', powerRatio: 2, planFor: () => both });

  it('gets the agent who comes free within two seconds', async () => {
    const b = await startTwoForOne();
    await b.openForBusiness();
    await b.until('one connected', () => b.fake.bridged.length === 1);
    const first = b.fake.bridged[0]?.attemptId;
    const call = (await attempts(b)).find((row) => row.id === first);
    const [userId = 'user_' as const] = b.centre.agentIds;
    await b.ask(userId, { kind: 'call.disposed', attemptId: call?.id ?? 'attempt_' });
    await b.until('both connected', () => b.fake.bridged.length === 2, 3_000);
    await b.run(10_000);
    const rows = await attempts(b);
    expect(rows).toMatchObject([
      { is_abandoned: 0, message_started_at: null, agent_id: userId },
      { is_abandoned: 0, message_started_at: null, agent_id: userId },
    ]);
    const second = rows.find((row) => row.id !== first);
    expect((second?.connected_at ?? 0) - (second?.answered_at ?? 0)).toBeGreaterThan(1_000);
    await expectSoundLedger(b);
  });

  it('hears the message, is abandoned, and stands in the account at once', async () => {
    const b = await startTwoForOne();
    await b.openForBusiness();
    await b.until('one connected', () => b.fake.bridged.length === 1);
    await b.run(2_300);
    await b.run(2_500);
    expect((await attempts(b)).filter((row) => row.message_started_at !== null)).toHaveLength(1);
    await b.run(5_000);
    expect((await point(b))?.decision).toMatchObject({ abandonedShare: 0.5, abandonedLimit: 0.03 });
    await b.run(10_000);
    expect((await attempts(b)).map((row) => row.is_abandoned).sort()).toEqual([0, 1]);
    expect(b.fake.bridged).toHaveLength(1);
    await expectSoundLedger(b);
  });

  it('who hangs up meanwhile was left waiting by nobody, and the agent who comes free stays free', async () => {
    let calls = 0;
    const impatient = rings({ kind: 'answer', afterMs: 3_000, hangUpAfterMs: 1_000 });
    const b = await start({
      leadsCount: 2,
      dialMode: 'power',
      powerRatio: 2,
      planFor: () => {
        calls += 1;
        return calls === 1 ? both : impatient;
      },
    });
    await b.openForBusiness();
    await b.until('one connected', () => b.fake.bridged.length === 1);
    await b.run(1_700);
    await b.finishWrapUps();
    await b.run(5_000);
    expect(b.fake.bridged).toHaveLength(1);
    expect((await attempts(b)).map((row) => row.is_abandoned)).toEqual([0, 0]);
    expect(await agents(b)).toMatchObject([{ state: 'ready', attempt_id: null }]);
    await expectSoundLedger(b);
  });

  it('gets one agent when two come free at once', async () => {
    const b = await start({
      agentsCount: 2,
      leadsCount: 3,
      dialMode: 'power',
      powerRatio: 1.5,
      planFor: () => both,
    });
    await b.openForBusiness();
    await b.until('two connected', () => b.fake.bridged.length === 2);
    for (const { user_id, attempt_id } of await agents(b)) {
      await b.ask(user_id, { kind: 'call.disposed', attemptId: attempt_id ?? 'attempt_' });
    }
    await b.until('the third connected', () => b.fake.bridged.length === 3, 3_000);
    await b.run(200);
    expect((await agents(b)).map((agent) => agent.state).sort()).toEqual(['ready', 'talking']);
    await b.run(10_000);
    expect(b.fake.bridged).toHaveLength(3);
    await expectSoundLedger(b);
  });

  it('is not cut into once the message has begun, though an agent comes free', async () => {
    const b = await startTwoForOne();
    await b.openForBusiness();
    await b.until('the message', async () =>
      (await attempts(b)).some((row) => row.message_started_at !== null),
    );
    await b.finishWrapUps();
    await b.run(500);
    expect(await agents(b)).toMatchObject([{ state: 'ready' }]);
    await b.run(10_000);
    expect(b.fake.bridged).toHaveLength(1);
  });
});

describe('campaigns that share their agents', () => {
  const placedFor = async (b: Bed, campaignId: CampaignId) =>
    (await attempts(b)).filter((row) => row.campaign_id === campaignId).length;

  it.each([
    { says: 'the second, which is more urgent', priority: 1, isSecondFirst: true },
    { says: 'the first, which is more urgent', priority: 9, isSecondFirst: false },
  ])('dial for $says', async ({ priority, isSecondFirst }) => {
    const b = await start({ agentsCount: 3, leadsCount: 300, dialMode: 'power', powerRatio: 2 });
    const numbers = Array.from({ length: 300 }, (_, index) => fictionNumber(5_000 + index));
    const secondId = await addCampaignBeside(b.database, b.ids, b.clock.nowMs(), {
      centre: b.centre,
      settings: { priority },
      numbers,
    });
    await b.openForBusiness();
    await b.run(10_000);
    const counts = [await placedFor(b, b.centre.campaignId), await placedFor(b, secondId)];
    expect(counts).toEqual(isSecondFirst ? [0, 6] : [6, 0]);
  });
});

it('a campaign whose memory cannot be read keeps no other from dialling', async () => {
  const b = await start({ dialMode: 'progressive' });
  const { campaignId, clientId } = b.centre;
  const numbers = [fictionNumber(5_000)];
  const otherId = await addCampaignBeside(b.database, b.ids, b.clock.nowMs(), {
    centre: b.centre,
    settings: { priority: 9 },
    numbers,
  });
  await b.database.db
    .insertInto('pacing_state')
    .values({ campaign_id: campaignId, client_id: clientId, state: '{', saved_at: 0 })
    .execute();
  await b.openForBusiness();
  await b.run(2_000);
  expect((await attempts(b)).map((row) => row.campaign_id)).toEqual([otherId]);
});

describe('what is kept of each decision', () => {
  it('is a series of bounded length whose pictures give the same decisions again', async () => {
    const b = await start({ agentsCount: 4, leadsCount: 600, planFor: rarely(6) });
    await b.openForBusiness();
    const fromMs = b.clock.nowMs();
    await b.work(95_000);
    const { db } = b.database;
    const asked = { campaignId: b.centre.campaignId, fromMs, toMs: b.clock.nowMs() + 1 };
    const points = await pacingPoints(db, b.centre.clientId, { ...asked, pointsMax: 600 });
    expect(points.length).toBeGreaterThanOrEqual(18);
    expect(points.length).toBeLessThanOrEqual(95);
    const thinned = await pacingPoints(db, b.centre.clientId, { ...asked, pointsMax: 5 });
    expect(thinned.length).toBe(5);
    const told = await db.selectFrom('event').select('at').where('kind', '=', 'campaign.paced').execute();
    expect(told.length).toBeGreaterThan(10);
    expect(told.length).toBeLessThanOrEqual(49);
    const pictures = await db
      .selectFrom('pacing_point')
      .selectAll()
      .where('snapshot', 'is not', null)
      .execute();
    expect(pictures.length).toBeGreaterThanOrEqual(3);
    for (const { decision, snapshot } of pictures) {
      // Written by the dialer alone.
      const picture = JSON.parse(snapshot ?? '') as Snapshot;
      expect(decide('predictive', picture)).toEqual(JSON.parse(decision));
    }
  });

  it('is let go of in time', async () => {
    const b = await start();
    await b.openForBusiness();
    await b.run(10_000);
    const { db } = b.database;
    const dayMs = 86_400_000;
    const oldAtMs = b.clock.nowMs() - 14 * dayMs;
    await db
      .updateTable('pacing_point')
      .set(({ eb }) => ({ at: eb('at', '-', 14 * dayMs) }))
      .execute();
    await db.updateTable('event').set({ at: oldAtMs }).where('kind', '=', 'campaign.paced').execute();
    const others = await db.selectFrom('event').select('id').where('kind', '!=', 'campaign.paced').execute();
    await restartDialer(b);
    const isOld = (row: { at: number }) => row.at <= oldAtMs;
    expect((await db.selectFrom('pacing_point').selectAll().execute()).some(isOld)).toBe(false);
    const left = await db.selectFrom('event').selectAll().execute();
    expect(left.some(isOld)).toBe(false);
    const ids = new Set(left.map((row) => row.id));
    expect(others.every(({ id }) => ids.has(id))).toBe(true);
  });
});
