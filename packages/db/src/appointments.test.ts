import type { CalendarId, CalendarSettings, Slot } from '@alize/model';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { onEachEngine } from '../test/engines.ts';
import { dayMs, first, nowMs, openTwoClients, type TwoClients } from '../test/two-clients.ts';
import { appointmentsOfClient, findAppointment, wantedByCall } from './appointments.ts';
import { readBooks, type StoredBook } from './calendar-books.ts';
import {
  calendarsWithInbound,
  deleteCalendar,
  findCalendar,
  insertCalendar,
  keepReading,
  saveCalendar,
  setInbound,
} from './calendars.ts';
import { changesOfAppointment } from './change-appointment.ts';
import { erasePerson } from './erasure.ts';
import { eventsAfter } from './events.ts';
import { bookHeld, moveAppointment, settleLead, sweepHolds } from './move-appointment.ts';
import { personFile } from './person-file.ts';
import { type PlaceAsked, placeAppointment } from './place-appointment.ts';

const hourMs = 3_600_000;
const startsAtMs = nowMs + dayMs;
const settings: CalendarSettings = {
  ...{ name: 'Agence', kind: 'place', hours: { zone: 'Europe/Paris', windows: [] }, holidaysOf: null },
  ...{ daysOff: [], durationMinutes: 60, everyMinutes: 60, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 },
  ...{ capacity: 1, perDayMax: null, noticeMinutes: 0, horizonDays: 60, areas: [], skills: [] },
  ...{ address: '', email: null, isActive: true },
};
const by = { whom: 'user', userId: 'user_1' } as const;
const mine: CalendarId = 'calendar_1';

/** In place of the rules: the place is free while nothing of the calendar is taken at that instant. */
function judge({ calendar, taken }: StoredBook, atMs: number): Slot | 'taken' {
  if (taken.some((span) => span.startsAtMs === atMs)) return 'taken';
  return { calendarId: calendar.id, startsAtMs: atMs, endsAtMs: atMs + hourMs, placesLeft: 1 };
}

onEachEngine((engine) => {
  let it: TwoClients;
  beforeEach(async () => {
    it = await openTwoClients(engine);
    for (const n of [1, 2] as const) {
      const calendar = { id: `calendar_${n}`, clientId: `client_${n}`, feedKey: `key${n}` } as const;
      await insertCalendar(it.db, calendar, settings, nowMs);
    }
  });
  afterEach(() => it.close());

  /** Places something for a call of its own. */
  async function place(more: Partial<PlaceAsked> & Pick<PlaceAsked, 'id'>) {
    const leadId = more.leadId ?? (await it.addLead());
    const asked: PlaceAsked = {
      ...{ clientId: 'client_1', campaignId: 'campaign_1', leadId, attemptId: null, calendarIds: [mine] },
      ...{ startsAtMs, note: '', by, nowMs, heldUntilMs: nowMs + 600_000, remindAtMs: null },
      ...more,
    };
    return it.db
      .transaction()
      .execute((tx) =>
        placeAppointment(tx, asked, ([book]) => (book ? judge(book, asked.startsAtMs) : 'taken')),
      );
  }
  const stateOf = async (id: `appointment_${string}`) =>
    (await findAppointment(it.db, 'client_1', id))?.state ?? null;
  const book = (id: `appointment_${string}`, atMs: number) =>
    it.db
      .transaction()
      .execute((tx) => bookHeld(tx, { clientId: 'client_1', id, by, remindAtMs: null, nowMs: atMs }, judge));

  describe('a hold', () => {
    test('keeps its place from others until it runs out, swept or not', async () => {
      expect(await place({ id: 'appointment_1' })).toEqual({ kind: 'placed', id: 'appointment_1' });
      expect(await place({ id: 'appointment_2' })).toEqual({ kind: 'refused', why: 'taken' });
      const late = nowMs + 600_000;
      expect(await place({ id: 'appointment_3', nowMs: late, heldUntilMs: late + 1 })).toMatchObject({
        kind: 'placed',
      });
    });

    test('is let go when its call takes another time, and renewed when it takes the same', async () => {
      const leadId = await it.addLead();
      const attemptId = await it.addCall(leadId);
      const call = { leadId, attemptId };
      await place({ id: 'appointment_1', ...call });
      const renewed = await place({ id: 'appointment_2', ...call, note: 'code 12', nowMs: nowMs + 1 });
      expect(renewed).toEqual({ kind: 'placed', id: 'appointment_1' });
      expect(await findAppointment(it.db, 'client_1', 'appointment_1')).toMatchObject({ note: 'code 12' });
      await place({ id: 'appointment_3', ...call, startsAtMs: startsAtMs + hourMs });
      expect(await stateOf('appointment_1')).toBe('released');
      expect(await wantedByCall(it.db, 'client_1', attemptId)).toBe('appointment_3');
    });

    test('that ran out is swept with a word to everybody, and can be booked while nobody took its place', async () => {
      await place({ id: 'appointment_1' });
      const late = nowMs + 700_000;
      expect(await sweepHolds(it.db, nowMs)).toBe(0);
      expect(await sweepHolds(it.db, late)).toBe(1);
      const told = (await eventsAfter(it.db, 0, 99)).map(({ event }) => event);
      expect(told.at(-1)).toMatchObject({ kind: 'appointment.changed', state: 'released' });
      expect(await book('appointment_1', late)).toEqual({ kind: 'done' });
      expect(await stateOf('appointment_1')).toBe('booked');
    });

    test('that ran out and whose place is taken is booked no more', async () => {
      await place({ id: 'appointment_1' });
      const late = nowMs + 700_000;
      await place({ id: 'appointment_2', nowMs: late, heldUntilMs: null });
      expect(await book('appointment_1', late)).toEqual({ kind: 'refused', why: 'taken' });
      expect(await stateOf('appointment_1')).toBe('held');
    });
  });

  test('a move frees the old place, raises the sequence, and forgets what was confirmed', async () => {
    await place({ id: 'appointment_1', heldUntilMs: null });
    await it.db.updateTable('appointment').set({ confirmed_at: nowMs }).execute();
    const asked = { clientId: 'client_1', id: 'appointment_1', calendarId: null, by, nowMs } as const;
    const to = { startsAtMs: startsAtMs + hourMs, reason: 'empêché', remindAtMs: null };
    const answer = await it.db.transaction().execute((tx) => moveAppointment(tx, { ...asked, ...to }, judge));
    expect(answer).toEqual({ kind: 'done' });
    expect(await findAppointment(it.db, 'client_1', 'appointment_1')).toMatchObject({
      ...{ state: 'booked', startsAtMs: startsAtMs + hourMs, sequence: 1, confirmedAtMs: null },
    });
    expect(await place({ id: 'appointment_2' })).toMatchObject({ kind: 'placed' });
    expect(await changesOfAppointment(it.db, 'client_1', 'appointment_1')).toMatchObject([
      { number: 1, kind: 'booked', byWhom: 'user', byName: 'A' },
      { number: 2, kind: 'moved', reason: 'empêché', before: { startsAtMs, calendarId: mine } },
    ]);
  });

  test('a page goes on where the one before ended, either way', async () => {
    for (const n of [1, 2, 3])
      await place({ id: `appointment_${n}`, startsAtMs: startsAtMs + n * hourMs, heldUntilMs: null });
    const ids = async (isLatestFirst: boolean, afterN: number | null) => {
      const after =
        afterN === null ? null : { atMs: startsAtMs + afterN * hourMs, id: `appointment_${afterN}` as const };
      const page = { after, isLatestFirst, limit: 2 };
      return (await appointmentsOfClient(it.db, 'client_1', {}, page)).map(({ id }) => id);
    };
    expect(await ids(false, null)).toEqual(['appointment_1', 'appointment_2']);
    expect(await ids(false, 2)).toEqual(['appointment_3']);
    expect(await ids(true, 2)).toEqual(['appointment_1']);
  });

  test('nothing of it is seen or taken by another client', async () => {
    await place({ id: 'appointment_1', heldUntilMs: null });
    expect(await findAppointment(it.db, 'client_2', 'appointment_1')).toBeNull();
    expect(await findCalendar(it.db, 'client_2', mine)).toBeNull();
    const page = { after: null, isLatestFirst: false, limit: 9 };
    expect(await appointmentsOfClient(it.db, 'client_2', {}, page)).toEqual([]);
    expect(await place({ id: 'appointment_2', calendarIds: ['calendar_2'] })).toMatchObject({
      kind: 'refused',
    });
  });

  test('a lead that did not come is closed as that, or opened to be called; one in a call is left alone', async () => {
    const leadId = await it.addLead({ state: 'closed', closed_reason: 'success', next_try_at: null });
    const settle = (next: 'no_show' | 'call_again') =>
      it.db.transaction().execute((tx) => settleLead(tx, 'client_1', leadId, next, nowMs));
    const lead = () => it.db.selectFrom('lead').selectAll().where('id', '=', leadId).executeTakeFirst();
    expect(await settle('no_show')).toBe(true);
    expect(await lead()).toMatchObject({ state: 'closed', closed_reason: 'no_show' });
    expect(await settle('call_again')).toBe(true);
    expect(await lead()).toMatchObject({ state: 'open', closed_reason: null, next_try_at: nowMs });
    expect(await settle('no_show')).toBe(false);
  });

  describe('a calendar', () => {
    test('is saved over the version that was meant, and no other', async () => {
      const saved = { id: mine, clientId: 'client_1', expected: 1 } as const;
      const save = (name: string) => saveCalendar(it.db, saved, { ...settings, name }, nowMs);
      expect(await save('Bastille')).toBe('saved');
      expect(await save('Nation')).toBe('stale');
      expect(await findCalendar(it.db, 'client_1', mine)).toMatchObject({ name: 'Bastille', version: 2 });
    });

    test('in which something was placed cannot be removed', async () => {
      await place({ id: 'appointment_1' });
      const remove = (id: CalendarId, clientId: `client_${string}`) =>
        it.db.transaction().execute((tx) => deleteCalendar(tx, clientId, id));
      expect(await remove(mine, 'client_1')).toBe(false);
      expect(await remove('calendar_2', 'client_2')).toBe(true);
    });

    test('is busy as its feed said last; what a feed says that is read no more is not kept', async () => {
      const inbound = { kind: 'ics', url: 'https://a.example.org/', user: null, password: null } as const;
      await it.db.transaction().execute((tx) => setInbound(tx, 'client_1', mine, inbound));
      const [calendar] = await calendarsWithInbound(it.db);
      if (!calendar) throw new Error('the calendar is missing');
      const busy = [{ startsAtMs, endsAtMs: startsAtMs + hourMs }];
      const keep = (reading: Parameters<typeof keepReading>[2]) =>
        it.db.transaction().execute((tx) => keepReading(tx, calendar, reading, nowMs));
      const span = { startsAtMs, endsAtMs: startsAtMs + 1, nowMs };
      const known = async () => (await readBooks(it.db, [calendar], span))[0]?.busy.length;
      await keep({ kind: 'read', busy, etag: '"1"' });
      expect(await known()).toBe(1);
      await keep({ kind: 'failed', code: 'unreachable' });
      expect(await known()).toBe(1);
      expect(await findCalendar(it.db, 'client_1', mine)).toMatchObject({
        ...{ inboundFailure: 'unreachable', inboundReadAtMs: nowMs, inboundEtag: '"1"' },
      });
      const other = { ...inbound, url: 'https://b.example.org/' };
      await it.db.transaction().execute((tx) => setInbound(tx, 'client_1', mine, other));
      await keep({ kind: 'read', busy, etag: null });
      expect(await known()).toBe(0);
    });
  });

  test('a person’s file has their appointments; erased, they are without words, and those to come cancelled', async () => {
    const leadId = await it.addLead({ state: 'closed' });
    await place({ id: 'appointment_1', leadId, heldUntilMs: null, note: 'code 12' });
    const file = await personFile(it.db, 'client_1', first);
    expect(file.appointments).toMatchObject([
      { id: 'appointment_1', note: 'code 12', calendarName: 'Agence' },
    ]);
    await erasePerson(it.db, {
      ...{ id: 'erasure_1', clientId: 'client_1', phoneNumber: first, numberSha256: 'x', atMs: nowMs },
      ...{ doneBy: 'user_1', keepSuppressed: false, makeSuppressionId: () => 'suppression_1' },
      forgetHandovers: async () => {},
      forgetAppointments: async (_tx, appointments) => {
        expect(appointments).toEqual([{ appointmentId: 'appointment_1', calendarId: mine }]);
      },
    });
    expect(await findAppointment(it.db, 'client_1', 'appointment_1')).toMatchObject({
      ...{ state: 'cancelled', note: '' },
    });
  });
});
