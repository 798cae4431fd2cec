import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { readBusyTimes } from './icalendar-read.ts';
import {
  type CalendarEvent,
  eventFile,
  feedFile,
  invitationFile,
  isOwnUid,
  uidOf,
} from './icalendar-write.ts';

const startsAtMs = Date.UTC(2026, 10, 24, 9);
const uid = uidOf('appointment_0198c0de0000700080000000000000aa');
const event: CalendarEvent = {
  ...{ uid, sequence: 0, changedAtMs: Date.UTC(2026, 10, 20), startsAtMs, endsAtMs: startsAtMs + 3_600_000 },
  summary: 'Bilan habitation ; Mme Nénuphar, « chez elle »',
  description: 'Sonner deux fois\r\nCode : A12',
  location: '3 rue des Lilas, 75011 Paris',
  url: 'https://alize.example.org/rdv/x',
  isCancelled: false,
};
const organizer = { name: 'Assurances "Boréal"', email: 'rendez-vous@example.org' };
const attendee = { name: 'Mme Nénuphar', email: 'personne@example.org' };

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const component = calendar.getFirstSubcomponent('vevent');
  if (!component) throw new Error('there is no event');
  return { calendar, component, event: new ICAL.Event(component) };
}

describe('an invitation', () => {
  const text = invitationFile({ event, organizer, attendee, language: 'fr' });

  test('says the same after another program has read it', () => {
    const found = read(text);
    expect(found.calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(found.event).toMatchObject({
      ...{ uid, sequence: 0, summary: event.summary, location: event.location },
      description: 'Sonner deux fois\nCode : A12',
    });
    expect(found.event.startDate.toJSDate().getTime()).toBe(startsAtMs);
    expect(found.component.getFirstPropertyValue('organizer')).toBe('mailto:rendez-vous@example.org');
    expect(found.component.getFirstProperty('attendee')?.getParameter('cn')).toBe('Mme Nénuphar');
  });

  test('has lines of 75 bytes at most, each ended by CR LF', () => {
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    const lines = text.split('\r\n');
    expect(lines.join('')).not.toMatch(/[\r\n]/);
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  test('that is cancelled says so under the same UID', () => {
    const cancelled = { ...event, sequence: 2, isCancelled: true };
    const found = read(invitationFile({ event: cancelled, organizer, attendee, language: 'fr' }));
    expect(found.calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(found.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(found.event).toMatchObject({ uid, sequence: 2 });
  });

  test('cannot be made to say more by what stands in its texts', () => {
    const hostile = {
      ...event,
      summary: 'x\r\nATTENDEE:mailto:autre@example.org',
      description: '\u0000\nEND:VEVENT',
    };
    const name = '"\r\nX-MAL:1';
    const found = read(
      invitationFile({ event: hostile, organizer: { ...organizer, name }, attendee, language: 'fr' }),
    );
    expect(found.component.getAllProperties('attendee')).toHaveLength(1);
    expect(found.component.getFirstProperty('x-mal')).toBeNull();
  });
});

test('a feed holds its events, and a collection’s file has no METHOD', () => {
  const other = { ...event, uid: uidOf('appointment_2'), startsAtMs: startsAtMs + 86_400_000 };
  const feed = read(feedFile('Agence Bastille', [event, other]));
  expect(feed.calendar.getAllSubcomponents('vevent')).toHaveLength(2);
  expect(feed.calendar.getFirstPropertyValue('x-wr-calname')).toBe('Agence Bastille');
  expect(read(eventFile(event)).calendar.getFirstPropertyValue('method')).toBeNull();
});

test('what we have written makes us busy nowhere', () => {
  expect(isOwnUid(uid)).toBe(true);
  const window = { fromMs: 0, toMs: startsAtMs * 2, timeZone: 'Europe/Paris' };
  expect(readBusyTimes(feedFile('x', [event]), window)).toEqual([]);
});
