import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type BusySource, feedAddress, fetchBusyTimes } from './icalendar-fetch.ts';

const startsAtMs = Date.UTC(2026, 10, 24, 9);
const window = { fromMs: startsAtMs - 1, toMs: startsAtMs + 86_400_000, timeZone: 'Europe/Paris' };
const file = [
  ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', 'BEGIN:VEVENT', 'UID:1'],
  ...['DTSTART:20261124T090000Z', 'DURATION:PT1H', 'END:VEVENT', 'END:VCALENDAR', ''],
].join('\r\n');

let server: Server;
let answer: { status: number; body: string };
let seen: { etag: string | undefined; authorization: string | undefined } | undefined;
beforeEach(async () => {
  seen = undefined;
  answer = { status: 200, body: file };
  server = createServer((request, response) => {
    const { 'if-none-match': etag, authorization } = request.headers;
    seen = { etag, authorization };
    const isKnown = etag === '"7"' && answer.status === 200;
    response.writeHead(isKnown ? 304 : answer.status, { etag: '"7"', 'content-type': 'text/calendar' });
    response.end(isKnown ? '' : answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function source(more: Partial<BusySource> = {}): BusySource {
  // An address is a text for pipes only.
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/agenda.ics`;
  const access = { user: null, password: null, allowedHosts: ['127.0.0.1'] };
  return { kind: 'ics', url, etag: null, ...access, ...more };
}

describe('a feed', () => {
  test('is read whole the first time, and not again while it stays as it was', async () => {
    const busy = [{ startsAtMs, endsAtMs: startsAtMs + 3_600_000 }];
    expect(await fetchBusyTimes(source(), window)).toEqual({ kind: 'read', busy, etag: '"7"' });
    expect(await fetchBusyTimes(source({ etag: '"7"' }), window)).toEqual({ kind: 'unchanged' });
    expect(await fetchBusyTimes(source({ etag: '"6"' }), window)).toMatchObject({ kind: 'read' });
  });

  test('is asked with a name and a password when it has them', async () => {
    await fetchBusyTimes(source({ user: 'agence', password: 'mot' }), window);
    expect(seen?.authorization).toBe(`Basic ${Buffer.from('agence:mot').toString('base64')}`);
  });

  test.each([
    ['that is not there', { status: 404, body: '' }, 'refused_by_receiver'],
    ['that asks for a password', { status: 401, body: '' }, 'refused_by_receiver'],
    ['that leads elsewhere', { status: 302, body: '' }, 'refused_by_receiver'],
    ['whose server fails', { status: 503, body: '' }, 'receiver_failed'],
    ['that is a page', { status: 200, body: '<html></html>' }, 'not_icalendar'],
    ['of more than 5 MB', { status: 200, body: ' '.repeat(5 * 1024 * 1024 + 1) }, 'too_large'],
  ])('%s is refused by name', async (_name, given, code) => {
    answer = given;
    await expect(fetchBusyTimes(source(), window)).rejects.toMatchObject({ code });
  });

  test('at a private address is never asked', async () => {
    await expect(fetchBusyTimes(source({ allowedHosts: [] }), window)).rejects.toMatchObject({
      code: 'address_refused',
    });
    expect(seen).toBeUndefined();
  });
});

describe('a CalDAV collection', () => {
  const caldav = () => fetchBusyTimes(source({ kind: 'caldav' }), window);
  const multistatus = (text: string) =>
    `<?xml version="1.0"?><D:multistatus xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">${text}</D:multistatus>`;
  const response = (text: string) =>
    `<D:response><D:href>/1</D:href><D:propstat><D:prop><C:calendar-data>${text}</C:calendar-data></D:prop></D:propstat></D:response>`;

  test.each([
    ['with no event', multistatus(''), 0],
    ['with one', multistatus(response(file)), 1],
    ['in a block of characters', multistatus(response(`<![CDATA[${file}]]>`)), 1],
    ['with line ends as references', multistatus(response(file.replaceAll('\r\n', '&#13;\n'))), 1],
  ])('%s', async (_name, body, count) => {
    answer = { status: 207, body };
    expect(await caldav()).toMatchObject({ kind: 'read', busy: { length: count } });
  });

  test.each([
    ['no XML', 'rien'],
    ['XML that does not end', '<D:multistatus>'],
    ['another document', '<html/>'],
    ['entities of its own', `<!DOCTYPE a [<!ENTITY b "x">]>${multistatus(response('&b;'))}`],
  ])('that answers %s is refused by name', async (_name, body) => {
    answer = { status: 207, body };
    await expect(caldav()).rejects.toMatchObject({ code: 'not_icalendar' });
  });
});

test('an address for calendar programs is one of https', () => {
  expect(feedAddress('webcal://agenda.example.org/a.ics')).toBe('https://agenda.example.org/a.ics');
  expect(feedAddress('https://agenda.example.org/a.ics')).toBe('https://agenda.example.org/a.ics');
});
