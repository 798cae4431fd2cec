import type { DeliveryId, NoticeKind, WebhookId } from '@alize/model';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { onEachEngine, onSqlite } from '../test/engines.ts';
import { dayMs, nowMs, openTwoClients, type TwoClients, userId } from '../test/two-clients.ts';
import {
  announce,
  changeWebhook,
  closeTry,
  deleteWebhook,
  deliveriesOfClient,
  enqueue,
  eventsAfter,
  findDelivery,
  findWebhook,
  insertWebhook,
  type NewDelivery,
  resendDelivery,
  rotateWebhookSecret,
  sweepDeliveries,
  type TakenDelivery,
  type TryResult,
  takeDeliveries,
  waitingLanes,
  webhooksOfClient,
  webhookToSend,
} from './index.ts';

type RotationOf = [Parameters<typeof rotateWebhookSecret>[1], Parameters<typeof rotateWebhookSecret>[2]];

const minuteMs = 60_000;
const sent: TryResult = { kind: 'sent', status: 200, answer: 'merci' };
const failedUntil = (nextTryAtMs: number | null, isGone = false): TryResult => ({
  ...{ kind: 'failed', failure: 'receiver_failed', status: 503, answer: 'non', nextTryAtMs, isGone },
});

onEachEngine((engine) => {
  let on: TwoClients;
  let made = 0;
  beforeEach(async () => {
    made = 0;
    on = await openTwoClients(engine);
  });
  afterEach(() => on.close());

  const nextId = (): DeliveryId => {
    made += 1;
    return `delivery_${String(made).padStart(4, '0')}`;
  };
  const addWebhook = (id: WebhookId, more: { kinds?: readonly NoticeKind[]; client?: 1 | 2 } = {}) =>
    insertWebhook(on.db, {
      ...{ id, clientId: `client_${more.client ?? 1}`, url: 'https://hook.example.org/', description: '' },
      ...{ kinds: more.kinds ?? [], secret: 'new', createdBy: userId, atMs: nowMs },
    });
  const add = async (more: Partial<NewDelivery> = {}): Promise<DeliveryId> => {
    const id = nextId();
    const delivery: NewDelivery = {
      ...{ clientId: 'client_1', way: 'webhook', target: 'webhook_1', noticeKind: 'call.disposed' },
      ...{ payload: { n: made }, orderKey: null, leadId: null, campaignId: null, atMs: nowMs, ...more },
    };
    await on.db.transaction().execute((tx) => enqueue(tx, delivery, id));
    return id;
  };
  const take = (more: Partial<Parameters<typeof takeDeliveries>[1]> = {}) => {
    const atMs = more.nowMs ?? nowMs;
    return takeDeliveries(on.db, {
      ...{ lane: 'webhook_1', limit: 10, nowMs: atMs, untilMs: atMs + 2 * minuteMs },
      ...more,
    });
  };
  const idsOf = (taken: readonly TakenDelivery[]) => taken.map(({ id }) => id);
  const close = (delivery: TakenDelivery | undefined, result: TryResult, atMs = nowMs) => {
    if (!delivery) throw new Error('nothing was taken');
    return closeTry(on.db, delivery, { atMs, endedAtMs: atMs + 30, result });
  };
  const find = (id: DeliveryId) => findDelivery(on.db, 'client_1', id);

  describe('a notice', () => {
    const tell = (kind: NoticeKind, clientId: 'client_1' | 'client_2' = 'client_1') =>
      on.db.transaction().execute((tx) =>
        announce(
          tx,
          {
            ...{ clientId, kind, atMs: nowMs, data: { a: 1 }, campaignId: 'campaign_1', leadId: 'lead_1' },
          },
          nextId,
        ),
      );

    it('goes to every active webhook of its client that wants its kind', async () => {
      await addWebhook('webhook_1');
      await addWebhook('webhook_2', { kinds: ['lead.qualified'] });
      await addWebhook('webhook_3', { kinds: ['call.disposed', 'import.ended'] });
      await addWebhook('webhook_4', { client: 2 });
      await on.db.updateTable('webhook').set({ is_active: 0 }).where('id', '=', 'webhook_3').execute();
      expect(await tell('lead.qualified')).toHaveLength(2);
      expect(await tell('call.disposed')).toHaveLength(1);
      const found = await deliveriesOfClient(on.db, 'client_1', {}, { before: null, limit: 10 });
      expect(found.map(({ target, noticeKind }) => `${target} ${noticeKind}`).sort()).toEqual([
        'webhook_1 call.disposed',
        'webhook_1 lead.qualified',
        'webhook_2 lead.qualified',
      ]);
      expect((await find('delivery_0001'))?.payload).toEqual({
        type: 'lead.qualified',
        timestamp: '2026-11-24T10:00:00.000Z',
        data: { a: 1 },
      });
    });

    it('is told only when its fact is stored', async () => {
      await addWebhook('webhook_1');
      const failing = on.db.transaction().execute(async (tx) => {
        await announce(
          tx,
          {
            ...{ clientId: 'client_1', kind: 'call.disposed', atMs: nowMs, data: {} },
            ...{ campaignId: null, leadId: null },
          },
          nextId,
        );
        throw new Error('not stored');
      });
      await expect(failing).rejects.toThrow('not stored');
      expect(await waitingLanes(on.db)).toEqual([]);
    });
  });

  describe('what is due', () => {
    it('waits in lanes: a webhook, a calendar, or the way itself', async () => {
      await add();
      await add({ target: 'webhook_2' });
      await add({ way: 'email', target: 'a@example.org' });
      await add({ way: 'email', target: 'b@example.org' });
      await add({ way: 'calendar', target: 'calendar_1' });
      await add({ way: 'csv_drop', target: 'campaign_1' });
      expect(await waitingLanes(on.db)).toEqual([
        'calendar_1',
        'csv_drop',
        'email',
        'webhook_1',
        'webhook_2',
      ]);
    });

    it('is taken once, the oldest first, until its time is over', async () => {
      const ids = [await add(), await add(), await add()];
      expect(idsOf(await take({ limit: 2 }))).toEqual(ids.slice(0, 2));
      expect(idsOf(await take())).toEqual(ids.slice(2));
      expect(await take()).toEqual([]);
      expect(idsOf(await take({ nowMs: nowMs + 2 * minuteMs }))).toEqual(ids);
    });

    it('is taken by one of many who ask at once', async () => {
      for (let n = 0; n < 40; n += 1) await add();
      const takers = Array.from({ length: 8 }, () => take({ limit: 5 }));
      const taken = (await Promise.all(takers)).flatMap(idsOf);
      expect(new Set(taken).size).toBe(taken.length);
      expect(taken.length).toBeGreaterThan(0);
    });

    it('follows the one before of its order, whatever the others do', async () => {
      const first = await add({ orderKey: 'lead_1' });
      const second = await add({ orderKey: 'lead_1' });
      const other = await add({ orderKey: 'lead_2' });
      const elsewhere = await add({ orderKey: 'lead_1', target: 'webhook_2' });
      const [head, ...rest] = await take();
      expect([head?.id, ...idsOf(rest)]).toEqual([first, other]);
      expect(idsOf(await take({ lane: 'webhook_2' }))).toEqual([elsewhere]);

      await close(rest[0], sent);
      await close(head, failedUntil(nowMs + 5 * minuteMs));
      const third = await add({ orderKey: 'lead_1', atMs: nowMs + minuteMs });
      expect(await take({ nowMs: nowMs + 2 * minuteMs })).not.toContainEqual(
        expect.objectContaining({ id: second }),
      );
      const [again] = await take({ nowMs: nowMs + 5 * minuteMs, limit: 1 });
      expect(again).toMatchObject({ id: first, triesCount: 2 });
      await close(again, sent, nowMs + 5 * minuteMs);
      const [next] = await take({ nowMs: nowMs + 6 * minuteMs, limit: 1 });
      expect(next?.id).toBe(second);
      await close(next, failedUntil(null), nowMs + 6 * minuteMs);
      // Given up, it holds up nobody.
      expect(idsOf(await take({ nowMs: nowMs + 7 * minuteMs }))).toContain(third);
    });

    onSqlite(engine, () => {
      it('is found by an index, however much was sent before', async () => {
        const plan = await sql<{ detail: string }>`explain query plan
          select id from delivery where state = 'due' and lane = 'webhook_1' and next_try_at <= 5
          and (order_key is null or not exists (select 1 from delivery as earlier where earlier.state = 'due'
            and earlier.target = delivery.target and earlier.order_key = delivery.order_key
            and earlier.number < delivery.number))
          order by next_try_at, number limit 4`.execute(on.db);
        const lines = plan.rows.map(({ detail }) => detail).join('\n');
        expect(lines).toContain('USING INDEX delivery_due');
        expect(lines).toMatch(/earlier USING (COVERING )?INDEX delivery_order/);
        expect(lines).not.toContain('TEMP B-TREE');
      });
    });
  });

  describe('a try', () => {
    it('that is taken ends the delivery, with its log and its event', async () => {
      await addWebhook('webhook_1');
      const id = await add();
      const [taken] = await take();
      expect(await close(taken, sent)).toBe(true);
      expect(await find(id)).toMatchObject({
        ...{ state: 'sent', triesCount: 1, nextTryAtMs: null, failure: null, status: 200, answer: 'merci' },
        ...{ sentAtMs: nowMs + 30, tries: [{ atMs: nowMs, durationMs: 30, failure: null, status: 200 }] },
      });
      expect((await eventsAfter(on.db, 0, 10)).map(({ clientId, event }) => [clientId, event])).toEqual([
        ['client_1', { kind: 'delivery.changed', deliveryId: id, way: 'webhook', state: 'sent' }],
      ]);
      expect(await findWebhook(on.db, 'client_1', 'webhook_1')).toMatchObject({ lastSentAtMs: nowMs + 30 });
    });

    it('that fails waits for the next, and is given up when there is none', async () => {
      const id = await add();
      const [taken] = await take();
      await close(taken, failedUntil(nowMs + 5_000));
      expect(await find(id)).toMatchObject({ state: 'due', nextTryAtMs: nowMs + 5_000, status: 503 });
      expect(await take({ nowMs: nowMs + 4_999 })).toEqual([]);
      const [again] = await take({ nowMs: nowMs + 5_000 });
      await close(again, failedUntil(null), nowMs + 5_000);
      expect(await find(id)).toMatchObject({
        ...{ state: 'dead', nextTryAtMs: null, failure: 'receiver_failed', triesCount: 2 },
        tries: [{ failure: 'receiver_failed' }, { failure: 'receiver_failed' }],
      });
      expect(await eventsAfter(on.db, 0, 10)).toHaveLength(1);
    });

    it('that reports after another has begun is not heard', async () => {
      const id = await add();
      const [late] = await take();
      const [taken] = await take({ nowMs: nowMs + 3 * minuteMs });
      expect(await close(late, failedUntil(null))).toBe(false);
      expect(await close(taken, sent)).toBe(true);
      expect(await close(taken, failedUntil(null))).toBe(false);
      expect(await find(id)).toMatchObject({ state: 'sent', tries: [{ status: 200 }] });
    });
  });

  describe('a delivery sent again', () => {
    it('is due at once, with all its tries, under its id', async () => {
      const id = await add();
      const [taken] = await take();
      await close(taken, failedUntil(null));
      expect(await resendDelivery(on.db, 'client_1', id, nowMs + dayMs)).toBe(true);
      const [again] = await take({ nowMs: nowMs + dayMs });
      expect(again).toMatchObject({ id, triesCount: 1, payload: { n: 1 } });
      await close(again, sent, nowMs + dayMs);
      expect(await find(id)).toMatchObject({ state: 'sent', tries: [{ status: 503 }, { status: 200 }] });
    });

    it('does not overtake the try that is on its way', async () => {
      const id = await add();
      const [taken] = await take();
      await resendDelivery(on.db, 'client_1', id, nowMs + 1_000);
      expect(await take({ nowMs: nowMs + 1_000 })).toEqual([]);
      expect(await close(taken, sent)).toBe(true);
    });

    it('is no other client’s', async () => {
      const id = await add();
      expect(await resendDelivery(on.db, 'client_2', id, nowMs)).toBe(false);
      expect(await findDelivery(on.db, 'client_2', id)).toBeNull();
      expect(await deliveriesOfClient(on.db, 'client_2', {}, { before: null, limit: 10 })).toEqual([]);
    });
  });

  it('pages go from the newest to the oldest, by filter', async () => {
    for (let n = 0; n < 5; n += 1) await add({ atMs: nowMs + Math.floor(n / 2) });
    await add({ way: 'email', target: 'a@example.org', noticeKind: 'lead.qualified', leadId: 'lead_1' });
    const seen: DeliveryId[] = [];
    let before: { atMs: number; id: DeliveryId } | null = null;
    for (;;) {
      const page: Awaited<ReturnType<typeof deliveriesOfClient>> = await deliveriesOfClient(
        on.db,
        'client_1',
        { way: 'webhook' },
        { before, limit: 2 },
      );
      const last = page.at(-1);
      if (!last) break;
      before = { atMs: last.createdAtMs, id: last.id };
      seen.push(...page.map(({ id }) => id));
    }
    expect(seen).toEqual([5, 4, 3, 2, 1].map((n) => `delivery_000${n}`));
    const narrow = {
      target: 'a@example.org',
      state: 'due',
      noticeKind: 'lead.qualified',
      leadId: 'lead_1',
    } as const;
    expect(await deliveriesOfClient(on.db, 'client_1', narrow, { before: null, limit: 10 })).toHaveLength(1);
  });

  it('what was sent goes after 30 days, what was given up after 90, what waits stays', async () => {
    const [gone, dead, due] = [await add(), await add(), await add()];
    const [first, second] = await take({ limit: 2 });
    await close(first, sent, nowMs);
    await close(second, failedUntil(null), nowMs);
    const left = async () =>
      (await deliveriesOfClient(on.db, 'client_1', {}, { before: null, limit: 9 })).map(({ id }) => id);
    expect(await sweepDeliveries(on.db, nowMs + 30 * dayMs)).toBe(0);
    expect(await sweepDeliveries(on.db, nowMs + 30 * dayMs + 30)).toBe(1);
    expect(await left()).toEqual([due, dead]);
    expect(await sweepDeliveries(on.db, nowMs + 90 * dayMs + 30)).toBe(1);
    expect(await left()).toEqual([due]);
    expect(await on.db.selectFrom('delivery_try').selectAll().execute()).toEqual([]);
    expect(gone).not.toBe(dead);
  });

  describe('a webhook', () => {
    beforeEach(() => addWebhook('webhook_1'));
    const see = () => findWebhook(on.db, 'client_1', 'webhook_1');
    const rotate = (...[webhook, change]: RotationOf) =>
      on.db.transaction().execute((tx) => rotateWebhookSecret(tx, webhook, change));
    const change = (expected: number, what: Parameters<typeof changeWebhook>[2]) =>
      on.db
        .transaction()
        .execute((tx) => changeWebhook(tx, { id: 'webhook_1', clientId: 'client_1', expected }, what, nowMs));

    it('that says it is gone is switched off, and what waits for it is given up', async () => {
      await add();
      const waiting = await add();
      const [taken] = await take({ limit: 1 });
      await close(taken, failedUntil(null, true));
      expect(await see()).toMatchObject({
        ...{ isActive: false, disabledReason: 'gone', dueCount: 0, deadCount: 2, version: 2 },
      });
      expect(await find(waiting)).toMatchObject({ state: 'dead', failure: 'not_configured' });
      expect(await webhookToSend(on.db, 'client_1', 'webhook_1', nowMs)).toBeNull();
    });

    it('that takes nothing for five days is switched off, one that took something is not', async () => {
      const fail = async (atMs: number) => {
        await add({ atMs });
        const [taken] = await take({ nowMs: atMs, limit: 1 });
        await close(taken, failedUntil(null), atMs);
      };
      await fail(nowMs);
      await fail(nowMs + 4 * dayMs);
      expect(await see()).toMatchObject({ isActive: true, failingSinceMs: nowMs + 30 });
      await add({ atMs: nowMs + 4 * dayMs });
      const [good] = await take({ nowMs: nowMs + 4 * dayMs });
      await close(good, sent, nowMs + 4 * dayMs);
      expect(await see()).toMatchObject({ isActive: true, failingSinceMs: null });
      await fail(nowMs + 5 * dayMs);
      await fail(nowMs + 10 * dayMs - 1);
      expect(await see()).toMatchObject({ isActive: true });
      await fail(nowMs + 10 * dayMs);
      expect(await see()).toMatchObject({ isActive: false, disabledReason: 'failing' });
    });

    it('is as good as new when it is switched on again', async () => {
      await add();
      expect(await change(1, { isActive: false })).toBe('changed');
      expect(await see()).toMatchObject({ isActive: false, disabledReason: null, deadCount: 1 });
      const version = (await see())?.version ?? 0;
      expect(await change(version, { isActive: true, url: 'https://neuf.example.org/' })).toBe('changed');
      expect(await see()).toMatchObject({
        ...{ isActive: true, failingSinceMs: null, url: 'https://neuf.example.org/', kinds: [] },
      });
    });

    it('is changed by the version that was seen alone', async () => {
      expect(await change(1, { description: 'CRM' })).toBe('changed');
      expect(await change(1, { description: 'autre' })).toBe('stale');
      expect(await see()).toMatchObject({ description: 'CRM', version: 2 });
    });

    it('signs by its old secret too until that has had its time', async () => {
      const ids = { id: 'webhook_1', clientId: 'client_1' } as const;
      const rotation = { secret: 'newer', beforeUntilMs: nowMs + dayMs, atMs: nowMs };
      expect(await rotate(ids, rotation)).toBe(true);
      const secretsAt = async (atMs: number) =>
        (await webhookToSend(on.db, 'client_1', 'webhook_1', atMs))?.secrets;
      expect(await secretsAt(nowMs + dayMs - 1)).toEqual(['newer', 'new']);
      expect(await secretsAt(nowMs + dayMs)).toEqual(['newer']);
      const again = { secret: 'newest', beforeUntilMs: nowMs + dayMs + 1, atMs: nowMs + 1 };
      expect(await rotate(ids, again)).toBe(true);
      expect(await secretsAt(nowMs + dayMs)).toEqual(['newest', 'newer', 'new']);
    });

    it('that is removed leaves what waited for it given up', async () => {
      const id = await add();
      const remove = () =>
        on.db.transaction().execute((tx) => deleteWebhook(tx, 'client_1', 'webhook_1', nowMs));
      expect(await remove()).toBe(true);
      expect(await find(id)).toMatchObject({ state: 'dead' });
      expect(await remove()).toBe(false);
    });

    it('is no other client’s', async () => {
      const other = { id: 'webhook_1', clientId: 'client_2' } as const;
      const inTx = <T>(work: Parameters<ReturnType<typeof on.db.transaction>['execute']>[0]) =>
        on.db.transaction().execute(work) as Promise<T>;
      expect(await findWebhook(on.db, 'client_2', 'webhook_1')).toBeNull();
      expect(await webhooksOfClient(on.db, 'client_2')).toEqual([]);
      expect(await inTx((tx) => changeWebhook(tx, { ...other, expected: 1 }, { url: 'x' }, nowMs))).toBe(
        'missing',
      );
      expect(await inTx((tx) => deleteWebhook(tx, 'client_2', 'webhook_1', nowMs))).toBe(false);
      const rotation = { secret: 'x', beforeUntilMs: nowMs, atMs: nowMs };
      expect(await rotate(other, rotation)).toBe(false);
      expect(await webhookToSend(on.db, 'client_2', 'webhook_1', nowMs)).toBeNull();
      expect(await see()).toMatchObject({ url: 'https://hook.example.org/', version: 1 });
    });
  });
});
