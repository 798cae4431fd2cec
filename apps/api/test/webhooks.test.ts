import { announce, enqueue } from '@alize/db';
import { signWebhook } from '@alize/delivery';
import type { NoticeKind } from '@alize/model';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addOtherClient } from './other-client.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { sendFile, settled } from './send-file.ts';
import { type Ask, askAs, startApi, type TestApi } from './start-api.ts';
import { until } from './until.ts';

interface Made {
  readonly id: `webhook_${string}`;
  readonly secret: string;
}
interface Delivery {
  readonly id: string;
  readonly state: string;
  readonly failure: string | null;
  readonly status: number | null;
  readonly triesCount: number;
  readonly tries: readonly unknown[];
}

let api: TestApi;
let manager: Ask;
let receiver: Receiver;
let status: number;
beforeEach(async () => {
  status = 200;
  receiver = await startReceiver(() => status);
  api = await startApi({ privateHostsAllowed: ['127.0.0.1'] });
  manager = (await api.logIn('responsable')).ask;
});
afterEach(async () => {
  receiver.close();
  await api.close();
});

const json = async <T>(response: Promise<Response>): Promise<T> => (await (await response).json()) as T;
const add = (body: object = {}) =>
  json<Made>(manager('POST', '/v1/webhooks', { url: receiver.url, ...body }));
const see = (id: string) => json<Record<string, unknown>>(manager('GET', `/v1/webhooks/${id}`));
const seeDelivery = (id: string) => json<Delivery>(manager('GET', `/v1/deliveries/${id}`));
const codeOf = async (response: Promise<Response>) => {
  const answer = await response;
  const { code } = (await answer.json()) as { code: string };
  return `${answer.status} ${code}`;
};
const sendTest = async (id: string) =>
  (await json<{ deliveryId: string }>(manager('POST', `/v1/webhooks/${id}/test`))).deliveryId;
const ends = (id: string, state: string) => until(async () => (await seeDelivery(id)).state === state);

/** A fact of the demonstration's client is stored, and told. */
async function tell(kind: NoticeKind, leadId: `lead_${string}` | null = null): Promise<void> {
  const { id: clientId } = await api.db.selectFrom('client').select('id').executeTakeFirstOrThrow();
  const notice = { clientId, kind, atMs: api.clock.nowMs(), data: { n: 1 }, campaignId: null, leadId };
  await api.db.transaction().execute((tx) => announce(tx, notice, () => api.ids.make('delivery')));
  // Any request that writes wakes the outbox, as the one that stored the fact would have.
  await manager('POST', '/v1/webhooks', {});
}

describe('a webhook', () => {
  test('is told its secret once, and by it knows the test message for ours', async () => {
    const { id, secret } = await add({ description: 'CRM' });
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
    expect(await see(id)).toMatchObject({ id, description: 'CRM', kinds: [], isActive: true });
    expect(JSON.stringify(await see(id))).not.toContain('whsec_');
    expect(JSON.stringify(await api.db.selectFrom('webhook').selectAll().execute())).not.toContain(secret);

    const deliveryId = await sendTest(id);
    await ends(deliveryId, 'sent');
    const [heard] = receiver.heard;
    const nowMs = Number(heard?.headers['webhook-timestamp']) * 1000;
    const right = signWebhook({ id: deliveryId, body: heard?.body ?? '', secrets: [secret], nowMs });
    expect(heard?.headers).toMatchObject(right);
    expect(JSON.parse(heard?.body ?? '')).toEqual({
      type: 'webhook.test',
      timestamp: expect.any(String),
      data: { webhookId: id },
    });
    expect(await seeDelivery(deliveryId)).toMatchObject({
      ...{ way: 'webhook', target: id, status: 200, answer: 'noté', triesCount: 1 },
      tries: [{ failure: null, status: 200, durationMs: expect.any(Number) }],
      payload: { type: 'webhook.test' },
    });
  });

  test('gets both signatures for a day after its secret has changed', async () => {
    const { id, secret } = await add();
    const rotated = await json<{ secret: string; secretBeforeUntilMs: number }>(
      manager('POST', `/v1/webhooks/${id}/rotate`),
    );
    expect(rotated.secret).not.toBe(secret);
    await ends(await sendTest(id), 'sent');
    api.clock.forward(24 * 3_600_000 + 1_000);
    manager = (await api.logIn('responsable')).ask;
    await ends(await sendTest(id), 'sent');
    const signatures = receiver.heard.map(({ headers }) => String(headers['webhook-signature']).split(' '));
    expect(signatures.map((each) => each.length)).toEqual([2, 1]);
  });

  test('is cut off by no second change of its secret: the one that it knows still signs', async () => {
    const { id, secret } = await add();
    await json(manager('POST', `/v1/webhooks/${id}/rotate`));
    await json(manager('POST', `/v1/webhooks/${id}/rotate`));
    const deliveryId = await sendTest(id);
    await ends(deliveryId, 'sent');
    const [heard] = receiver.heard;
    const nowMs = Number(heard?.headers['webhook-timestamp']) * 1_000;
    const known = signWebhook({ id: deliveryId, body: heard?.body ?? '', secrets: [secret], nowMs });
    expect(String(heard?.headers['webhook-signature']).split(' ')).toContain(known['webhook-signature']);
  });

  test('hears only of what it asked for', async () => {
    await add({ kinds: ['lead.qualified'] });
    await tell('call.disposed');
    await tell('lead.qualified');
    await receiver.until((heard) => heard.length === 1);
    expect(JSON.parse(receiver.heard[0]?.body ?? '')).toMatchObject({
      type: 'lead.qualified',
      data: { n: 1 },
    });
  });

  test('that answers badly is tried again, under the same id, until it takes the message', async () => {
    status = 500;
    const { id } = await add();
    const deliveryId = await sendTest(id);
    await until(async () => (await seeDelivery(deliveryId)).triesCount === 1 && receiver.heard.length === 1);
    await until(async () => (await seeDelivery(deliveryId)).status === 500);
    expect(await seeDelivery(deliveryId)).toMatchObject({ state: 'due', failure: 'receiver_failed' });
    expect(await see(id)).toMatchObject({ failingSinceMs: expect.any(Number) });
    status = 204;
    api.clock.forward(7_000);
    await ends(deliveryId, 'sent');
    expect(receiver.heard.map((heard) => heard.id)).toEqual([deliveryId, deliveryId]);
    expect(await see(id)).toMatchObject({ failingSinceMs: null });
  });

  test('that says 410 is switched off; sent again after it is switched on, the message arrives', async () => {
    status = 410;
    const { id } = await add();
    const deliveryId = await sendTest(id);
    await ends(deliveryId, 'dead');
    expect(await see(id)).toMatchObject({ isActive: false, disabledReason: 'gone', deadCount: 1 });
    expect(await codeOf(manager('POST', `/v1/webhooks/${id}/test`))).toBe('409 webhook_off');

    const dead = await json<{ data: Delivery[] }>(
      manager('GET', `/v1/deliveries?webhookId=${id}&state=dead&way=webhook`),
    );
    expect(dead.data.map((each) => each.id)).toEqual([deliveryId]);
    status = 200;
    const etag = (await manager('GET', `/v1/webhooks/${id}`)).headers.get('etag') ?? '';
    await manager('PATCH', `/v1/webhooks/${id}`, { isActive: true }, { 'if-match': etag });
    expect((await manager('POST', `/v1/deliveries/${deliveryId}/resend`)).status).toBe(202);
    await ends(deliveryId, 'sent');
    expect(receiver.heard).toHaveLength(2);
    expect(await see(id)).toMatchObject({ isActive: true, disabledReason: null });
  });

  test('that redirects to the inside is not followed', async () => {
    status = 302;
    const { id } = await add();
    const deliveryId = await sendTest(id);
    await until(async () => (await seeDelivery(deliveryId)).status === 302);
    expect(await seeDelivery(deliveryId)).toMatchObject({ failure: 'refused_by_receiver' });
  });

  test('that is slow holds up no other, and is sent to four times at once at most', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = await startReceiver(() => held.then(() => 200));
    await add({ url: slow.url });
    for (let n = 0; n < 10; n += 1) await tell('call.disposed');
    await slow.until((heard) => heard.length === 4);
    await add();
    await tell('import.ended');
    await receiver.until((heard) => heard.length === 1);
    expect(slow.heard).toHaveLength(4);
    release();
    await slow.until((heard) => heard.length === 11);
    slow.close();
  });

  test('hears what befell a lead in its order', async () => {
    await add();
    status = 503;
    await tell('call.disposed', 'lead_1');
    await receiver.until((heard) => heard.length === 1);
    await tell('outcome.recorded', 'lead_1');
    await tell('campaign.changed');
    await receiver.until((heard) => heard.length === 2);
    status = 200;
    api.clock.forward(400_000);
    await receiver.until((heard) => new Set(heard.map(({ id }) => id)).size === 3);
    const order = receiver.heard.map(({ body }) => (JSON.parse(body) as { type: string }).type);
    expect(order.indexOf('outcome.recorded')).toBeGreaterThan(order.lastIndexOf('call.disposed'));
  });
});

describe('what does not fit', () => {
  test.each([
    'https://127.0.0.2/',
    'https://localhost.localdomain@10.0.0.1/',
    'https://2130706434/',
    'https://0xa9fea9fe/',
    'https://[::ffff:169.254.169.254]/',
    'http://example.org/',
    'https://example.org:22/',
    'ftp://example.org/',
  ])('the address %s is refused, and nothing is stored', async (url) => {
    expect(await codeOf(manager('POST', '/v1/webhooks', { url }))).toBe('422 address_refused');
    const { id } = await add();
    const change = manager('PATCH', `/v1/webhooks/${id}`, { url }, { 'if-match': '"1"' });
    expect(await codeOf(change)).toBe('422 address_refused');
    expect(await see(id)).toMatchObject({ url: receiver.url });
  });

  test.each([
    {},
    { url: 'x' },
    { url: 'https://example.org/', kinds: ['lead.stolen'] },
    { url: 'https://example.org/', secret: 'mine' },
    { url: `https://example.org/${'a'.repeat(2_000)}` },
    { url: 'https://example.org/', description: 'a'.repeat(201) },
    { url: 7 },
  ])('is told, and nothing is stored (%#)', async (body) => {
    expect(await codeOf(manager('POST', '/v1/webhooks', body))).toBe('400 invalid_request');
    expect(await json(manager('GET', '/v1/webhooks'))).toEqual({ data: [] });
  });

  test('a change without a version, or of an old one, changes nothing', async () => {
    const { id } = await add();
    const change = (headers?: Record<string, string>) =>
      manager('PATCH', `/v1/webhooks/${id}`, { description: 'autre' }, headers);
    expect(await codeOf(change())).toBe('428 version_needed');
    expect(await codeOf(change({ 'if-match': '"9"' }))).toBe('412 version_stale');
    expect(await see(id)).toMatchObject({ description: '' });
    expect((await change({ 'if-match': '"1"' })).headers.get('etag')).toBe('"2"');
  });

  test('another client’s, nobody’s, and what is not for one’s role', async () => {
    const { clientId } = await addOtherClient(api);
    const { id } = await add();
    const deliveryId = await sendTest(id);
    await ends(deliveryId, 'sent');
    await api.db.updateTable('webhook').set({ client_id: clientId }).execute();
    await api.db.updateTable('delivery').set({ client_id: clientId }).execute();
    const asked = [
      manager('GET', `/v1/webhooks/${id}`),
      manager('PATCH', `/v1/webhooks/${id}`, { description: 'x' }, { 'if-match': '"1"' }),
      manager('DELETE', `/v1/webhooks/${id}`),
      manager('POST', `/v1/webhooks/${id}/test`),
      manager('POST', `/v1/webhooks/${id}/rotate`),
      manager('GET', `/v1/deliveries/${deliveryId}`),
      manager('POST', `/v1/deliveries/${deliveryId}/resend`),
    ];
    expect(await Promise.all(asked.map(codeOf))).toEqual(asked.map(() => '404 not_found'));
    expect(await json(manager('GET', '/v1/deliveries'))).toEqual({ data: [], next: null });
    const agent = (await api.logIn('agent')).ask;
    expect(await codeOf(agent('GET', '/v1/webhooks'))).toBe('403 not_allowed');
    expect(await codeOf(askAs(api.api, null)('GET', '/v1/deliveries'))).toBe('401 not_signed_in');
  });
});

test('a campaign that changes and a webhook that is removed: the one is told, the other hears no more', async () => {
  const { id } = await add({ kinds: ['campaign.changed'] });
  const { data } = await json<{ data: { id: string; state: string; name: string }[] }>(
    manager('GET', '/v1/campaigns'),
  );
  const running = data.find(({ state }) => state === 'running');
  await manager('POST', `/v1/campaigns/${running?.id}/pause`);
  await receiver.until((heard) => heard.length === 1);
  expect(JSON.parse(receiver.heard[0]?.body ?? '').data).toEqual({
    ...{ campaignId: running?.id, name: running?.name, state: 'paused', change: 'state' },
  });
  expect((await manager('DELETE', `/v1/webhooks/${id}`)).status).toBe(204);
  await manager('POST', `/v1/campaigns/${running?.id}/start`);
  expect(await json(manager('GET', '/v1/webhooks'))).toEqual({ data: [] });
  const told = await json<{ data: unknown[] }>(manager('GET', '/v1/deliveries'));
  expect(told.data).toHaveLength(1);
});

test('an import that is over is told, with what came in', async () => {
  await add({ kinds: ['import.ended'] });
  const { ask, cookie } = await api.logIn('responsable');
  const { data } = await json<{ data: { id: string }[] }>(ask('GET', '/v1/campaigns'));
  const bytes = new TextEncoder().encode('Téléphone;Nom\n0199001234;Roussel\nzéro;Petit\n');
  const begin = async (listName: string) => {
    const uploadId = await sendFile(api, cookie, 'liste.csv', bytes);
    const body = { uploadId, settings: {}, listName };
    return json<{ id: string }>(ask('POST', `/v1/campaigns/${data[0]?.id}/imports`, body));
  };
  const brought = await begin('Novembre');
  await settled(ask, brought.id, ['checked']);
  await ask('POST', `/v1/imports/${brought.id}/commit`);
  await receiver.until((heard) => heard.length === 1);
  const givenUp = await begin('Décembre');
  await settled(ask, givenUp.id, ['checked']);
  await ask('POST', `/v1/imports/${givenUp.id}/cancel`);
  await receiver.until((heard) => heard.length === 2);
  expect(receiver.heard.map(({ body }) => JSON.parse(body).data)).toMatchObject([
    {
      ...{ importId: brought.id, state: 'imported', fileName: 'liste.csv', failure: null, rows: 2 },
      ...{ listId: expect.stringMatching(/^list_/), fates: { refused: 1 } },
    },
    { importId: givenUp.id, state: 'cancelled', listId: null },
  ]);
});

test('what would come too late is not sent', async () => {
  const { id } = await add();
  const { id: clientId } = await api.db.selectFrom('client').select('id').executeTakeFirstOrThrow();
  const [atMs, deliveryId] = [api.clock.nowMs(), api.ids.make('delivery')];
  await enqueue(
    api.db,
    {
      ...{ clientId, way: 'webhook', target: id, noticeKind: 'call.disposed', payload: {}, orderKey: null },
      ...{ leadId: null, campaignId: null, atMs, expiresAtMs: atMs },
    },
    deliveryId,
  );
  await manager('POST', '/v1/webhooks', {});
  await ends(deliveryId, 'dead');
  expect(await seeDelivery(deliveryId)).toMatchObject({ failure: 'timed_out' });
  expect(receiver.heard).toEqual([]);
});

test('the ways that are set up are told', async () => {
  expect(await json(manager('GET', '/v1/delivery-ways'))).toEqual({
    email: { isConfigured: false },
    sms: { isConfigured: false },
  });
});
