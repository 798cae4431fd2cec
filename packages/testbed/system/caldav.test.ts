import { type CalendarEvent, deleteCalendarEvent, fetchBusyTimes, putCalendarEvent } from '@alize/delivery';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CaldavServer, startRadicale } from './radicale.ts';

const startsAtMs = Date.UTC(2026, 10, 24, 9);
const hourMs = 3_600_000;
const window = { fromMs: startsAtMs - 24 * hourMs, toMs: startsAtMs + 72 * hourMs, timeZone: 'Europe/Paris' };
const uid = 'appointment_0198c0de0000700080000000000000aa@alize';
const appointment: CalendarEvent = {
  ...{ uid, sequence: 0, changedAtMs: startsAtMs, startsAtMs, endsAtMs: startsAtMs + hourMs },
  ...{ summary: 'Rendez-vous ; « chez elle »', description: 'Code 12', location: '', url: null },
  isCancelled: false,
};
const foreign = [
  ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Essai//FR', 'BEGIN:VEVENT', 'UID:reunion@example.org'],
  ...['DTSTAMP:20261101T000000Z', 'DTSTART;TZID=Europe/Paris:20261102T140000', 'DURATION:PT1H'],
  ...['SUMMARY:Réunion & point <hebdomadaire>', 'RRULE:FREQ=DAILY;UNTIL=20261125T235900Z'],
  ...['END:VEVENT', 'END:VCALENDAR', ''],
].join('\r\n');

describe.skipIf(process.env.ALIZE_TEST_SKIP_REASON)('a client’s calendar on a real CalDAV server', () => {
  let server: CaldavServer;
  beforeAll(async () => {
    server = await startRadicale();
  });
  afterAll(() => server?.stop());
  const access = () => ({
    url: server.url,
    user: server.user,
    password: server.password,
    allowedHosts: ['127.0.0.1'],
  });
  const busy = async () => {
    const answer = await fetchBusyTimes({ ...access(), kind: 'caldav', etag: null }, window);
    return answer.kind === 'read' ? answer.busy.map((span) => (span.startsAtMs - startsAtMs) / hourMs) : null;
  };

  test('says when it is busy: each repetition of what others wrote, nothing of what we wrote', async () => {
    expect(await busy()).toEqual([]);
    await server.put('reunion.ics', foreign);
    await putCalendarEvent(access(), appointment);
    // 14:00 in Paris is four hours after our 10:00, from the day before to the day after.
    expect(await busy()).toEqual([-20, 4, 28]);
  });

  test('has our appointment once however often it is written, as it was written last', async () => {
    await putCalendarEvent(access(), appointment);
    const moved = {
      ...appointment,
      sequence: 1,
      startsAtMs: startsAtMs + hourMs,
      endsAtMs: startsAtMs + 2 * hourMs,
    };
    await putCalendarEvent(access(), moved);
    const kept = await server.get(`${encodeURIComponent(uid)}.ics`);
    expect(kept).toContain('SEQUENCE:1');
    expect(kept).toContain('DTSTART:20261124T100000Z');
    expect(kept).not.toContain('METHOD');
  });

  test('loses it when it is cancelled; once more is no failure', async () => {
    await deleteCalendarEvent(access(), uid);
    expect(await server.get(`${encodeURIComponent(uid)}.ics`)).toBeNull();
    await deleteCalendarEvent(access(), uid);
  });

  test('is refused by name with a wrong password, and not asked at all at a private address', async () => {
    const wrong = { ...access(), password: 'faux', kind: 'caldav', etag: null } as const;
    await expect(fetchBusyTimes(wrong, window)).rejects.toMatchObject({
      code: 'refused_by_receiver',
      status: 401,
    });
    const hidden = { ...access(), allowedHosts: [] };
    await expect(putCalendarEvent(hidden, appointment)).rejects.toMatchObject({ code: 'address_refused' });
  });
});
