import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeWebhookSecret, sendWebhook, signWebhook } from './index.ts';

const secret = makeWebhookSecret(randomBytes);
const before = makeWebhookSecret(randomBytes);
const body = JSON.stringify({ type: 'webhook.test', timestamp: '2026-11-24T10:00:00Z', data: { é: 1 } });

let server: Server;
let heard: { headers: Record<string, string>; body: string }[];
let answer: { status: number; text: string };
beforeEach(async () => {
  heard = [];
  answer = { status: 200, text: 'merci' };
  server = createServer(async (request, response) => {
    // Each of these headings comes once.
    heard.push({ headers: request.headers as Record<string, string>, body: await text(request) });
    response.writeHead(answer.status).end(answer.text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const send = (secrets: readonly string[] = [secret], nowMs = Date.now()) =>
  sendWebhook({
    ...{ id: 'delivery_1', body, secrets, nowMs, allowedHosts: ['127.0.0.1'] },
    // An address is a text for pipes only.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/crochet`,
  });

describe('a receiver', () => {
  test('knows a message for ours by the library of Standard Webhooks', async () => {
    expect(await send()).toEqual({ kind: 'taken', status: 200, answer: 'merci' });
    const [message] = heard;
    expect(new Webhook(secret).verify(message?.body ?? '', message?.headers ?? {})).toEqual(JSON.parse(body));
    expect(message?.headers).toMatchObject({
      'webhook-id': 'delivery_1',
      'content-type': 'application/json',
    });
  });

  test('knows it by the new secret and by the one before while they change', async () => {
    await send([secret, before]);
    for (const known of [secret, before]) {
      expect(new Webhook(known).verify(heard[0]?.body ?? '', heard[0]?.headers ?? {})).toBeTruthy();
    }
    const stranger = new Webhook(makeWebhookSecret(randomBytes));
    expect(() => stranger.verify(heard[0]?.body ?? '', heard[0]?.headers ?? {})).toThrow();
  });

  test('knows a changed, an old and a renamed message for none of ours', () => {
    const headers = { ...signWebhook({ id: 'delivery_1', body, secrets: [secret], nowMs: Date.now() }) };
    const known = new Webhook(secret);
    expect(() => known.verify(`${body} `, headers)).toThrow();
    expect(() => known.verify(body, { ...headers, 'webhook-id': 'delivery_2' })).toThrow();
    const old = signWebhook({ id: 'delivery_1', body, secrets: [secret], nowMs: Date.now() - 600_000 });
    expect(() => known.verify(body, { ...old })).toThrow();
  });

  test.each([
    [302, 'refused_by_receiver'],
    [400, 'refused_by_receiver'],
    [401, 'refused_by_receiver'],
    [404, 'refused_by_receiver'],
    [408, 'receiver_failed'],
    [429, 'receiver_failed'],
    [500, 'receiver_failed'],
    [503, 'receiver_failed'],
  ])('that answers %i has not taken it', async (status, code) => {
    answer = { status, text: 'non' };
    await expect(send()).rejects.toMatchObject({ code, status, answer: 'non' });
  });

  test('that answers 410 wants no more', async () => {
    answer = { status: 410, text: '' };
    expect(await send()).toMatchObject({ kind: 'gone', status: 410 });
  });

  test('that says much is heard out only to the beginning', async () => {
    answer = { status: 200, text: 'x'.repeat(1_000_000) };
    expect((await send()).answer).toHaveLength(4_096);
  });
});
