import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { calendarsByIds, type Db, insertCalendar, openDatabase, readBooks } from '@alize/db';
import { onEachEngine } from '@alize/db/engines';
import type { CalendarId, CalendarSettings } from '@alize/model';
import { createIds, readSettings, systemClock } from '@alize/runtime';
import { expect, test } from 'vitest';
import { seedDemonstration, syncTrunks } from '../src/index.ts';
import type { Race } from './race-for-slots.ts';

const racer = fileURLToPath(new URL('race-for-slots.ts', import.meta.url));
const processes = 8;
const triesOfEach = 25;
const hourMs = 3_600_000;
const settings: CalendarSettings = {
  ...{ name: 'Agence', kind: 'place', holidaysOf: null, daysOff: [], durationMinutes: 60, everyMinutes: 60 },
  ...{ bufferBeforeMinutes: 0, bufferAfterMinutes: 0, capacity: 1, perDayMax: null, noticeMinutes: 0 },
  ...{ horizonDays: 60, areas: [], skills: [], address: '', email: null, isActive: true },
  hours: { zone: 'UTC', windows: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '00:00', to: '24:00' })) },
};

/** Places of the calendar that is raced for. */
const races = [[1], [3]];

onEachEngine((engine) => {
  test('200 tries of eight processes at once for one time get as many places as there are, and no more', async () => {
    const made = await engine.make();
    const database = openDatabase(made.place);
    const lead = await fill(database.db);
    const startsAtMs = Math.ceil(Date.now() / hourMs + 24) * hourMs;
    const children = Array.from({ length: processes }, () => fork(racer, [made.place]));
    await Promise.all(children.map(nextWord));
    for (const [n, capacities] of races.entries()) {
      const calendarIds = await addCalendars(database.db, lead.clientId, n, capacities);
      const race: Race = { ...lead, calendarIds, startsAtMs, tries: triesOfEach };
      expect(await run(children, race)).toBe(capacities.reduce((sum, capacity) => sum + capacity, 0));
      const calendars = await calendarsByIds(database.db, lead.clientId, calendarIds);
      const span = { startsAtMs, endsAtMs: startsAtMs + hourMs, nowMs: Date.now() };
      const books = await readBooks(database.db, calendars, span);
      expect(books.map(({ taken }) => taken.length)).toEqual(capacities);
    }
    const ends = children.map(
      (child) =>
        new Promise((resolve) => {
          child.once('exit', resolve);
          child.disconnect();
        }),
    );
    await Promise.all(ends);
    await database.close();
    await made.remove();
    // Eight processes beside one another on a busy machine of two cores.
  }, 90_000);
});

/** All begin at once; answers how many places they got in all. */
async function run(children: readonly ChildProcess[], race: Race): Promise<number> {
  const answers = children.map(nextWord);
  for (const child of children) child.send(race);
  const got = await Promise.all(answers);
  return got.reduce((sum, { placed }) => sum + placed, 0);
}

/** What a racer says next. */
function nextWord(child: ChildProcess): Promise<{ readonly placed: number }> {
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', () => reject(new Error('a racer has died')));
  });
}

async function addCalendars(
  db: Db,
  clientId: Race['clientId'],
  n: number,
  capacities: readonly number[],
): Promise<readonly CalendarId[]> {
  const ids = capacities.map((_, at): CalendarId => `calendar_${n}${at}`);
  for (const [at, id] of ids.entries()) {
    const own = { ...settings, name: id, capacity: capacities[at] ?? 1 };
    await insertCalendar(db, { id, clientId, feedKey: id }, own, 0);
  }
  return ids;
}

/** Fills a database with the demonstration; answers a lead of it. */
async function fill(db: Db) {
  const ids = createIds(systemClock);
  await syncTrunks({ db, ids }, readSettings({}).trunks);
  await seedDemonstration({ db, clock: systemClock, ids, random: (count) => randomBytes(count) }, 'essai');
  return db
    .selectFrom('lead')
    .select(['id as leadId', 'client_id as clientId', 'campaign_id as campaignId'])
    .executeTakeFirstOrThrow();
}
