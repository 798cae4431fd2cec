import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFakeSms, createOvhSms, type SmsPort, smsSize, thriftySms } from './index.ts';
import { keepsSmsPromises, refusedNumber } from './sms.case.ts';

describe('the fake', () => {
  keepsSmsPromises(() => {
    const port = createFakeSms((to) => to === refusedNumber);
    return { port, sent: () => port.sent };
  });
});

describe('OVHcloud', () => {
  const keys = { applicationKey: 'ak', applicationSecret: 'as', consumerKey: 'ck' };
  const account = { service: 'sms-ab1234-1', ...keys, sender: null };
  /** The operator's clock is ahead of ours. */
  const aheadSeconds = 4_000;
  let server: Server;
  let url: string;
  let port: SmsPort;
  let jobs: { message: string; receivers: readonly string[] }[];
  let timesAsked: number;
  let drifted: number;
  let answered: { status: number; body: unknown } | null;

  beforeEach(async () => {
    [jobs, timesAsked, drifted, answered] = [[], 0, 0, null];
    server = createServer(async (request, response) => {
      const { status, body } = answer(request, await text(request));
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // An address is a text for pipes only.
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/1.0`;
    port = createOvhSms({ ...account, url }, Date.now);
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const theirSeconds = () => Math.floor(Date.now() / 1000) + aheadSeconds + drifted;

  /** What the operator answers: it checks clock, keys and signature as its documentation says. */
  function answer(request: IncomingMessage, body: string): { status: number; body: unknown } {
    if (request.url === '/1.0/auth/time') {
      timesAsked += 1;
      return { status: 200, body: theirSeconds() };
    }
    const { 'x-ovh-application': key, 'x-ovh-consumer': consumer } = request.headers;
    const { 'x-ovh-timestamp': time, 'x-ovh-signature': signature } = request.headers;
    if (key !== 'ak' || consumer !== 'ck') return { status: 403, body: { errorCode: 'INVALID_CREDENTIAL' } };
    if (Math.abs(Number(time) - theirSeconds()) > 60)
      return { status: 400, body: { errorCode: 'QUERY_TIME_OUT', message: 'Query out of time' } };
    const address = `${url}/sms/sms-ab1234-1/jobs`;
    const right = createHash('sha1').update(`as+ck+POST+${address}+${body}+${time}`).digest('hex');
    if (signature !== `$1$${right}`) return { status: 400, body: { errorCode: 'INVALID_SIGNATURE' } };
    if (request.method !== 'POST' || request.url !== '/1.0/sms/sms-ab1234-1/jobs')
      return { status: 404, body: { errorCode: 'NOT_FOUND' } };
    if (answered) return answered;
    const job = JSON.parse(body);
    if (job.receivers.includes(refusedNumber))
      return { status: 200, body: { ids: [], validReceivers: [], invalidReceivers: job.receivers } };
    jobs.push(job);
    return { status: 200, body: { ids: [jobs.length], validReceivers: job.receivers, invalidReceivers: [] } };
  }

  keepsSmsPromises(() => ({
    port,
    sent: () => jobs.map(({ message, receivers }) => ({ to: receivers[0] ?? '', text: message })),
  }));

  test('is asked for its time once, and again when it says that the clocks differ', async () => {
    await port.send({ to: '+33639980001', text: 'a' });
    await port.send({ to: '+33639980001', text: 'b' });
    expect(timesAsked).toBe(1);
    drifted = 500;
    await port.send({ to: '+33639980001', text: 'c' });
    expect([timesAsked, jobs.length]).toEqual([2, 3]);
  });

  test('gets messages about an appointment without a clause of advertising, answerable or by their sender', async () => {
    await port.send({ to: '+33639980001', text: 'à demain' });
    const named = createOvhSms({ ...account, url, sender: 'ALIZE' }, Date.now);
    await named.send({ to: '+33639980001', text: '你好' });
    expect(jobs).toMatchObject([
      { noStopClause: true, senderForResponse: true, coding: '7bit' },
      { noStopClause: true, senderForResponse: false, sender: 'ALIZE', coding: '8bit' },
    ]);
  });

  test.each([
    [401, 'not_configured'],
    [402, 'not_configured'],
    [403, 'not_configured'],
    [404, 'not_configured'],
    [400, 'refused_by_receiver'],
    [409, 'refused_by_receiver'],
    [429, 'receiver_failed'],
    [500, 'receiver_failed'],
    [503, 'receiver_failed'],
  ])('that answers %i has not sent it', async (status, code) => {
    answered = { status, body: { errorCode: 'CODE', message: 'not for +33639980001' } };
    const sent = port.send({ to: '+33639980001', text: 'a' });
    await expect(sent).rejects.toMatchObject({ code, status, answer: 'CODE' });
  });

  test('with other keys is not configured', async () => {
    const wrong = createOvhSms({ ...account, url, consumerKey: 'other' }, Date.now);
    await expect(wrong.send({ to: '+33639980001', text: 'a' })).rejects.toMatchObject({
      code: 'not_configured',
    });
  });

  test('that is not there is unreachable', async () => {
    server.closeAllConnections();
    server.close();
    await expect(port.send({ to: '+33639980001', text: 'a' })).rejects.toMatchObject({ code: 'unreachable' });
  });
});

describe('a text as a message', () => {
  test.each([
    ['', 'gsm7', 0, 1],
    ['a'.repeat(160), 'gsm7', 160, 1],
    ['a'.repeat(161), 'gsm7', 161, 2],
    ['a'.repeat(306), 'gsm7', 306, 2],
    ['a'.repeat(307), 'gsm7', 307, 3],
    ['€'.repeat(80), 'gsm7', 160, 1],
    [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 'gsm7', 306, 3],
    ['é'.repeat(160), 'gsm7', 160, 1],
    ['ê'.repeat(70), 'ucs2', 70, 1],
    ['ê'.repeat(71), 'ucs2', 71, 2],
    ['😀'.repeat(35), 'ucs2', 70, 1],
    [`${'ê'.repeat(66)}😀${'ê'.repeat(66)}`, 'ucs2', 134, 3],
  ])('takes its parts (%#)', (message, coding, units, parts) => {
    expect(smsSize(message)).toEqual({ coding, units, parts });
  });

  test('travels with plain signs where that makes it shorter, and as it is where it does not', () => {
    expect(thriftySms('C’est « demain » à 10 h…')).toBe('C\'est "demain" à 10 h...');
    expect(thriftySms('C’est la fête')).toBe('C’est la fête');
  });
});
