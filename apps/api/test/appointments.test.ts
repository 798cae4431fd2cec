import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { goRound } from '../src/appointments/rounds.ts';
import { placeCall } from './place-call.ts';
import { type Ask, askAs, startApi, type TestApi } from './start-api.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const hours = {
  zone: 'Europe/Paris',
  windows: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '08:00', to: '20:00' })),
};

let api: TestApi;
let manager: Ask;
let agent: Ask;
let campaignId: string;
beforeEach(async () => {
  api = await startApi();
  manager = (await api.logIn('responsable')).ask;
  agent = (await api.logIn('agent')).ask;
  const campaign = await api.db
    .selectFrom('campaign')
    .select('id')
    .where('state', '=', 'running')
    .executeTakeFirstOrThrow();
  campaignId = campaign.id;
});
afterEach(() => api.close());

/** The answer of a request that must go well. */
async function good<T>(response: Promise<Response>): Promise<T> {
  const answer = await response;
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${text}`);
  // Each test says what it expects of it.
  return (text === '' ? null : JSON.parse(text)) as T;
}
/** Status and code of a request that must be refused. */
async function refusal(response: Promise<Response>): Promise<string> {
  const answer = await response;
  const body = (await answer.json()) as { code?: string };
  return `${answer.status} ${body.code}`;
}
const ifMatch = (version: number) => ({ 'if-match': `"${version}"` });

interface Slot {
  readonly calendarId: string;
  readonly startsAtMs: number;
}
interface Row extends Slot {
  readonly id: string;
  readonly state: string;
  readonly link: string;
}

const addCalendar = (more: object = {}) =>
  good<{ id: string; version: number }>(
    manager('POST', '/v1/calendars', { name: 'Agence Bastille', hours, noticeMinutes: 0, ...more }),
  );
const bookingPath = () => `/v1/campaigns/${campaignId}/booking`;
const putBooking = (calendarIds: readonly string[], more: object = {}) =>
  manager(
    'PUT',
    `/v1/campaigns/${campaignId}/booking`,
    {
      ...{ calendarIds, choice: 'round_robin', needsSkills: [], usesAreas: false, holdMinutes: 5 },
      ...{ emailConfirmation: true, smsConfirmation: true, reminders: [], language: 'fr', ...more },
    },
    ifMatch(0),
  );
const callSlots = async (attemptId: string) =>
  (await good<{ data: readonly Slot[] }>(agent('GET', `/v1/agent/call/${attemptId}/slots?days=3`))).data;
const hold = (attemptId: string, body: object) =>
  agent('POST', `/v1/agent/call/${attemptId}/appointment`, body);
const dispose = (attemptId: string, disposition: string) =>
  agent('POST', `/v1/agent/call/${attemptId}/disposition`, { disposition });
const one = (id: string) =>
  good<Row & { changes: { kind: string }[] }>(manager('GET', `/v1/appointments/${id}`));
const deliveries = () =>
  api.db.selectFrom('delivery').select(['way', 'target', 'notice_kind', 'payload']).orderBy('id').execute();
const mails = async () =>
  (await deliveries())
    .filter(({ way }) => way === 'email')
    .map(
      ({ payload }) =>
        JSON.parse(payload) as { subject: string; text: string; attachments: { content: string }[] },
    );

/** A booked appointment with a lead of the campaign that has an e-mail address. */
async function booked(more: object = {}) {
  const calendar = await addCalendar();
  await good(putBooking([calendar.id], more));
  const lead = await leadWithEmail();
  const { data } = await good<{ data: readonly Slot[] }>(
    manager('GET', `/v1/campaigns/${campaignId}/slots?leadId=${lead}&days=5`),
  );
  const slot = data.at(-10);
  if (!slot) throw new Error('there is no free slot');
  const body = { campaignId, leadId: lead, startsAtMs: slot.startsAtMs, note: 'Code 12' };
  const row = await good<Row>(manager('POST', '/v1/appointments', body, { 'idempotency-key': 'un' }));
  return { calendar, lead, row, body, slots: data };
}
async function leadWithEmail(): Promise<string> {
  const { id } = await api.db
    .selectFrom('lead')
    .select('id')
    .where('campaign_id', '=', campaignId as `campaign_${string}`)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  const said = {
    email: 'personne@example.org',
    address: '3 rue des Lilas',
    postal_code: '75011',
    city: 'Paris',
  };
  await api.db.updateTable('lead').set(said).where('id', '=', id).execute();
  return id;
}

describe('an agent in a call', () => {
  let attemptId: string;
  let calendar: { id: string };
  beforeEach(async () => {
    calendar = await addCalendar();
    await good(putBooking([calendar.id]));
    await agent('POST', '/v1/agent/sign-in');
    attemptId = (await placeCall(api, 'agent')).attemptId;
  });

  test('holds a time, which nobody else is offered, and a success books it and tells the person', async () => {
    const [slot] = await callSlots(attemptId);
    if (!slot) throw new Error('there is no free slot');
    const held = await good<Row>(hold(attemptId, { startsAtMs: slot.startsAtMs, note: 'sonner' }));
    expect(held).toMatchObject({ state: 'held', calendarId: calendar.id, startsAtMs: slot.startsAtMs });
    const lead = await leadWithEmail();
    const others = await good<{ data: readonly Slot[] }>(
      manager('GET', `/v1/campaigns/${campaignId}/slots?leadId=${lead}`),
    );
    expect(others.data.map(({ startsAtMs }) => startsAtMs)).not.toContain(slot.startsAtMs);
    await api.db.updateTable('lead').set({ email: 'personne@example.org' }).execute();
    expect((await dispose(attemptId, 'success')).status).toBe(204);
    expect(await one(held.id)).toMatchObject({
      state: 'booked',
      note: 'sonner',
      agentName: expect.any(String),
    });
    const [mail] = await mails();
    expect(mail?.subject).toContain('Votre rendez-vous avec Assurances Boréal');
    expect(mail?.attachments[0]?.content).toContain('METHOD:REQUEST');
    expect((await deliveries()).map(({ way }) => way)).toContain('sms');
  });

  test('is shown what the call holds after a reload, and lets it go', async () => {
    const [slot] = await callSlots(attemptId);
    const held = await good<Row>(hold(attemptId, { startsAtMs: slot?.startsAtMs }));
    const shown = await good<{ heldId: string }>(agent('GET', `/v1/agent/call/${attemptId}/slots`));
    expect(shown).toMatchObject({ heldId: held.id, held: { startsAtMs: slot?.startsAtMs } });
    expect((await agent('DELETE', `/v1/agent/call/${attemptId}/appointment`)).status).toBe(204);
    expect(await one(held.id)).toMatchObject({ state: 'released' });
    expect((await callSlots(attemptId))[0]?.startsAtMs).toBe(slot?.startsAtMs);
  });

  test('loses what is held when the call ends otherwise', async () => {
    const [slot] = await callSlots(attemptId);
    const held = await good<Row>(hold(attemptId, { startsAtMs: slot?.startsAtMs }));
    await dispose(attemptId, 'not_interested');
    expect(await one(held.id)).toMatchObject({ state: 'released' });
    expect(await mails()).toEqual([]);
  });

  test('who talks too long still books the time while it is free, and not once it is taken', async () => {
    const [slot, , other] = await callSlots(attemptId);
    const held = await good<Row>(hold(attemptId, { startsAtMs: other?.startsAtMs }));
    api.clock.forward(6 * 60_000);
    const body = { campaignId, leadId: await leadWithEmail(), startsAtMs: other?.startsAtMs };
    const rival = await good<Row>(manager('POST', '/v1/appointments', body, { 'idempotency-key': 'un' }));
    expect(await refusal(dispose(attemptId, 'success'))).toBe('409 slot_gone');
    await good(manager('POST', `/v1/appointments/${rival.id}/cancel`, { reason: 'essai' }));
    expect((await dispose(attemptId, 'success')).status).toBe(204);
    expect(await one(held.id)).toMatchObject({ state: 'booked' });
    expect(slot).toBeDefined();
  });

  test('is refused, with the reason, what is not to be had', async () => {
    const [slot] = await callSlots(attemptId);
    const startsAtMs = slot?.startsAtMs ?? 0;
    expect(await refusal(hold(attemptId, { startsAtMs: startsAtMs + 60_000 }))).toBe('422 slot_not_offered');
    expect(await refusal(hold(attemptId, { startsAtMs: startsAtMs - 20 * dayMs }))).toBe('422 slot_too_soon');
    expect(await refusal(hold(attemptId, { startsAtMs: startsAtMs + 364 * dayMs }))).toMatch(/^422 slot_/);
    const foreign = { startsAtMs, calendarId: `calendar_${'0'.repeat(32)}` };
    expect(await refusal(hold(attemptId, foreign))).toBe('422 calendar_not_booked');
    expect(await refusal(hold(attemptId, { startsAtMs, more: 1 }))).toBe('400 invalid_request');
    await dispose(attemptId, 'not_interested');
    expect(await refusal(hold(attemptId, { startsAtMs }))).toBe('409 call_not_yours');
  });
});

describe('a booked appointment', () => {
  test('is booked once for a key, and its time is gone for others', async () => {
    const { row, body } = await booked();
    const again = await good<Row>(manager('POST', '/v1/appointments', body, { 'idempotency-key': 'un' }));
    expect(again.id).toBe(row.id);
    const rival = manager('POST', '/v1/appointments', body, { 'idempotency-key': 'deux' });
    expect(await refusal(rival)).toBe('409 slot_gone');
    expect(await refusal(manager('POST', '/v1/appointments', body))).toBe('400 idempotency_key_missing');
  });

  test('moved and cancelled, it keeps its UID and raises its SEQUENCE', async () => {
    const { row, slots } = await booked();
    const to = slots.at(-5)?.startsAtMs;
    await good(manager('POST', `/v1/appointments/${row.id}/move`, { startsAtMs: to, reason: 'empêché' }));
    await good(manager('POST', `/v1/appointments/${row.id}/cancel`, { reason: 'déménagement' }));
    const files = (await mails()).map(({ attachments }) => attachments[0]?.content ?? '');
    expect(files.map((file) => /METHOD:(\w+)/.exec(file)?.[1])).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
    expect(files.map((file) => /SEQUENCE:(\d+)/.exec(file)?.[1])).toEqual(['0', '1', '2']);
    expect(new Set(files.map((file) => /UID:(.+)/.exec(file)?.[1])).size).toBe(1);
    const { changes } = await one(row.id);
    expect(changes.map(({ kind }) => kind)).toEqual(['booked', 'moved', 'cancelled']);
    const late = manager('POST', `/v1/appointments/${row.id}/cancel`, { reason: 'encore' });
    expect(await refusal(late)).toBe('409 appointment_settled');
  });

  test('that nobody came to closes its lead as a no-show, or has it called again', async () => {
    const { row, lead } = await booked();
    const missed = () => manager('POST', `/v1/appointments/${row.id}/no-show`, { reason: 'absente' });
    expect(await refusal(missed())).toBe('409 appointment_to_come');
    const done = { state: 'closed', closed_reason: 'success', next_try_at: null } as const;
    await api.db
      .updateTable('lead')
      .set(done)
      .where('id', '=', lead as `lead_${string}`)
      .execute();
    api.clock.forward(row.startsAtMs - api.clock.nowMs() + hourMs);
    manager = (await api.logIn('responsable')).ask;
    await good(missed());
    const state = () =>
      api.db
        .selectFrom('lead')
        .select(['state', 'closed_reason'])
        .where('id', '=', lead as `lead_${string}`)
        .executeTakeFirst();
    expect(await state()).toEqual({ state: 'closed', closed_reason: 'no_show' });
    await good(manager('POST', `/v1/appointments/${row.id}/kept`));
    expect(await state()).toEqual({ state: 'closed', closed_reason: 'success' });
    const booking = (await (await manager('GET', `/v1/campaigns/${campaignId}/booking`)).json()) as object;
    const again = { ...booking, afterNoShow: 'call_again' };
    await good(manager('PUT', `/v1/campaigns/${campaignId}/booking`, again, ifMatch(1)));
    await good(missed());
    expect(await state()).toEqual({ state: 'open', closed_reason: null });
  });

  test('is in the list, in its calendar’s week, and in the file', async () => {
    const { row, calendar } = await booked();
    const list = await good<{ data: Row[]; next: null }>(
      manager('GET', `/v1/appointments?campaignId=${campaignId}&state=booked&limit=1`),
    );
    expect(list).toMatchObject({ data: [{ id: row.id, timeZone: 'Europe/Paris' }], next: null });
    const date = Temporal.Instant.fromEpochMilliseconds(row.startsAtMs)
      .toZonedDateTimeISO('Europe/Paris')
      .toPlainDate();
    const week = await good<{ days: unknown[]; appointments: Row[] }>(
      manager('GET', `/v1/calendars/${calendar.id}/week?from=${date}`),
    );
    expect(week.days).toHaveLength(7);
    expect(week.appointments.map(({ id }) => id)).toEqual([row.id]);
    const file = await (await manager('GET', '/v1/appointments.csv')).text();
    expect(file).toContain('Agence Bastille');
    expect(file).toContain(row.id);
    expect((await manager('GET', '/v1/appointments.xlsx')).status).toBe(200);
  });
});

describe('the person, by their link', () => {
  const path = (link: string) => `/v1/public/appointments/${link.split('/').at(-1)}`;

  test('sees, confirms and cancels, and has the file for a calendar of their own', async () => {
    const { row } = await booked();
    const stranger = askAs(api.api, null);
    const seen = await good<object>(stranger('GET', path(row.link)));
    expect(seen).toMatchObject({ state: 'booked', clientName: 'Assurances Boréal', canConfirm: true });
    expect(JSON.stringify(seen)).not.toMatch(/Lilas|\+33|@example/);
    expect(await good(stranger('POST', `${path(row.link)}/confirm`))).toMatchObject({ canConfirm: false });
    const file = await stranger('GET', `${path(row.link)}/invitation.ics`);
    expect(file.headers.get('content-type')).toContain('text/calendar');
    expect(await file.text()).toContain('BEGIN:VEVENT');
    const cancelled = await good(stranger('POST', `${path(row.link)}/cancel`, { reason: 'empêchée' }));
    expect(cancelled).toMatchObject({ state: 'cancelled', canCancel: false });
    expect(await one(row.id)).toMatchObject({ state: 'cancelled', reason: 'empêchée' });
    expect((await one(row.id)).changes.at(-1)).toMatchObject({ byWhom: 'person' });
  });

  test('opens nothing any more a month after it is over', async () => {
    const { row } = await booked();
    const stranger = askAs(api.api, null);
    api.clock.forward(row.startsAtMs + 30 * dayMs - api.clock.nowMs());
    expect((await stranger('GET', path(row.link))).status).toBe(200);
    api.clock.forward(dayMs);
    for (const end of ['', '/invitation.ics'])
      expect(await refusal(stranger('GET', `${path(row.link)}${end}`))).toBe('410 link_expired');
  });

  test('opens nothing by a link that is not ours', async () => {
    const { row } = await booked();
    const token = row.link.split('/').at(-1) ?? '';
    const stranger = askAs(api.api, null);
    for (const wrong of [`${token.slice(0, -1)}x`, row.id, 'rien', `${row.id}.`]) {
      expect((await stranger('GET', `/v1/public/appointments/${wrong}`)).status).toBe(404);
    }
  });
});

test('a name that ten calendars want at once is given to one', async () => {
  const made = [];
  for (let at = 0; at < 10; at += 1) made.push(await addCalendar({ name: `Agence ${at}` }));
  const changes = made.map(({ id, version }) =>
    manager('PATCH', `/v1/calendars/${id}`, { name: 'Voulue' }, ifMatch(version)),
  );
  const statuses = (await Promise.all(changes)).map(({ status }) => status).sort();
  expect(statuses).toEqual([200, ...Array.from({ length: 9 }, () => 409)]);
});

test('the list of calendars says whose public holidays are known', async () => {
  const { holidayCountries } = await good<{ holidayCountries: string[] }>(manager('GET', '/v1/calendars'));
  for (const holidaysOf of holidayCountries) await addCalendar({ name: `De ${holidaysOf}`, holidaysOf });
  expect(holidayCountries).toContain('FR');
});

test('an instant or a day that no calendar has is refused', async () => {
  const { row, calendar } = await booked();
  const { lead_id: leadId } = await api.db
    .selectFrom('appointment')
    .select('lead_id')
    .executeTakeFirstOrThrow();
  for (const startsAtMs of [8.64e15, -8.64e15, Number.MAX_SAFE_INTEGER]) {
    const move = manager('POST', `/v1/appointments/${row.id}/move`, { startsAtMs, reason: 'x' });
    expect(await refusal(move)).toBe('400 invalid_request');
    const slots = `/v1/campaigns/${campaignId}/slots?leadId=${leadId}&fromMs=${startsAtMs}`;
    expect(await refusal(manager('GET', slots))).toBe('400 invalid_request');
  }
  const week = manager('GET', `/v1/calendars/${calendar.id}/week?from=2026-02-30`);
  expect(await refusal(week)).toBe('400 invalid_request');
});

test('a move that is asked twice is told once', async () => {
  const { row } = await booked();
  const to = { startsAtMs: row.startsAtMs + 4 * hourMs, reason: 'à sa demande' };
  const move = () => good<Row>(manager('POST', `/v1/appointments/${row.id}/move`, to));
  await move();
  const told = (await deliveries()).length;
  expect(await move()).toMatchObject({ startsAtMs: to.startsAtMs });
  expect((await deliveries()).length).toBe(told);
  expect((await one(row.id)).changes.filter(({ kind }) => kind === 'moved')).toHaveLength(1);
});

test('a message that has not left by the end of its appointment never leaves', async () => {
  const { row } = await booked();
  const written = await api.db
    .selectFrom('delivery')
    .select('expires_at')
    .where('way', '!=', 'webhook')
    .execute();
  expect(written.map(({ expires_at }) => (expires_at ?? 0) > row.startsAtMs)).not.toContain(false);
  expect(written.length).toBeGreaterThan(0);
});

describe('reminders', () => {
  const reminders = [
    { minutesBefore: 24 * 60, way: 'email' },
    { minutesBefore: 120, way: 'sms' },
  ];
  const quiet = { emailConfirmation: false, smsConfirmation: false };
  const sentAt = async (startsAtMs: number, hoursBefore: number) => {
    api.clock.forward(startsAtMs - hoursBefore * hourMs - api.clock.nowMs());
    await goRound(api.parts);
    await goRound(api.parts);
    return (await deliveries()).map(({ way }) => way);
  };

  test('leave when they are due, each once, and none once the appointment has begun', async () => {
    const { row } = await booked({ ...quiet, reminders });
    expect(await sentAt(row.startsAtMs, 25)).toEqual([]);
    expect(await sentAt(row.startsAtMs, 23)).toEqual(['email']);
    expect(await sentAt(row.startsAtMs, 3)).toEqual(['email']);
    expect(await sentAt(row.startsAtMs, 1.9)).toEqual(['email', 'sms']);
    expect(await sentAt(row.startsAtMs, -1)).toEqual(['email', 'sms']);
  });

  test('are not sent of what was cancelled, nor for an instant that was past when it was booked', async () => {
    const { row } = await booked({
      ...quiet,
      reminders: [{ minutesBefore: (20 * dayMs) / 60_000, way: 'sms' }],
    });
    expect(await sentAt(row.startsAtMs, 60)).toEqual([]);
    const { ask } = await api.logIn('responsable');
    const booking = { ...((await (await ask('GET', bookingPath())).json()) as object), reminders };
    await good(ask('PUT', bookingPath(), booking, ifMatch(1)));
    await good(ask('POST', `/v1/appointments/${row.id}/cancel`, { reason: 'x' }));
    expect(await sentAt(row.startsAtMs, 1)).toEqual([]);
  });

  test('leave although another, which was first, cannot be written', async () => {
    const { row: broken, slots } = await booked({ ...quiet, reminders });
    const calendar = await addCalendar({ name: 'Agence Nation' });
    const lead = await leadWithEmail();
    const startsAtMs = slots.at(-8)?.startsAtMs;
    const body = { campaignId, leadId: lead, startsAtMs, calendarId: calendar.id };
    const booking = await good<object>(manager('GET', bookingPath()));
    await good(manager('PUT', bookingPath(), { ...booking, calendarIds: [calendar.id] }, ifMatch(1)));
    await good(manager('POST', '/v1/appointments', body, { 'idempotency-key': 'autre' }));
    await api.db
      .updateTable('calendar')
      .set({ settings: '{}' })
      .where('name', '=', 'Agence Bastille')
      .execute();
    expect(await sentAt(broken.startsAtMs, 3)).toEqual(['email']);
  });

  test('follow what the campaign asks for later', async () => {
    const { row } = await booked({ ...quiet, reminders: [] });
    const booking = { ...((await (await manager('GET', bookingPath())).json()) as object), reminders };
    await good(manager('PUT', bookingPath(), booking, ifMatch(1)));
    expect(await sentAt(row.startsAtMs, 20)).toEqual(['email']);
  });
});

describe('calendars', () => {
  test('are changed over the version that was meant', async () => {
    const { id, version } = await addCalendar();
    const change = (headers: Record<string, string>) =>
      manager('PATCH', `/v1/calendars/${id}`, { capacity: 3 }, headers);
    expect(await refusal(change({}))).toBe('428 version_needed');
    expect(await good(change(ifMatch(version)))).toMatchObject({ capacity: 3, version: 2 });
    expect(await refusal(change(ifMatch(version)))).toBe('412 version_stale');
  });

  test.each([
    [{ name: 'Agence Bastille' }, '409 name_taken'],
    [{ holidaysOf: 'ZZ' }, '422 holidays_unknown'],
    [{ hours: { zone: 'Ici/Même', windows: [] } }, '422 schedule_invalid'],
    [
      { hours: { zone: 'Europe/Paris', windows: [{ day: 1, from: '10:00', to: '09:00' }] } },
      '422 schedule_invalid',
    ],
    [{ daysOff: [{ from: '2026-12-24', to: '2026-12-20', reason: '' }] }, '400 invalid_request'],
    [{ capacity: 0 }, '400 invalid_request'],
    [{ inconnu: 1 }, '400 invalid_request'],
  ])('are refused as they cannot be: %o', async (wrong, expected) => {
    await addCalendar();
    const calendars = () => api.db.selectFrom('calendar').select('id').execute();
    const before = await calendars();
    const body = { name: 'Autre', hours, ...wrong };
    expect(await refusal(manager('POST', '/v1/calendars', body))).toBe(expected);
    expect(await calendars()).toEqual(before);
  });

  test('show what is booked to whoever knows the address of the feed, until it is renewed', async () => {
    const { calendar } = await booked();
    const stranger = askAs(api.api, null);
    const { url } = await good<{ url: string }>(manager('GET', `/v1/calendars/${calendar.id}/feed`));
    const path = new URL(url).pathname;
    const text = await (await stranger('GET', path)).text();
    expect(text).toContain('X-WR-CALNAME:Agence Bastille');
    expect(text.replace(/\r\n /g, '')).toMatch(/DESCRIPTION:\+\d+\\nCode 12/);
    expect(text).not.toMatch(/personne@example|rdv\//);
    await good(manager('POST', `/v1/calendars/${calendar.id}/feed/renew`));
    expect((await stranger('GET', path)).status).toBe(404);
  });

  test('read no private address, and never show a password', async () => {
    const { id } = await addCalendar();
    const put = (url: string) =>
      manager('PUT', `/v1/calendars/${id}/inbound`, { kind: 'ics', url, user: 'a', password: 'secret-mot' });
    expect(await refusal(put('https://127.0.0.1/a.ics'))).toBe('422 address_refused');
    expect(await refusal(put('http://agenda.example.org/a.ics'))).toBe('422 address_refused');
    const shown = await good<{ inbound: object }>(put('https://agenda.example.org/a.ics'));
    expect(shown.inbound).toMatchObject({ user: 'a', hasPassword: true });
    expect(JSON.stringify(shown)).not.toContain('secret');
    const kept = api.db.selectFrom('calendar').select('inbound');
    const row = await kept.where('name', '=', 'Agence Bastille').executeTakeFirstOrThrow();
    expect(row.inbound).not.toContain('secret-mot');
  });
});
