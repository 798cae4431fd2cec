import { isPhoneNumber, makeId, type PhoneNumber, type Purpose } from '@alize/model';
import { describe, expect, test } from 'vitest';
import type { CallFacts } from './index.ts';
import { judge } from './index.ts';

const metropolitan = number('+33612345678');
const fiction = number('+33639980001');
const consented = paris('2026-09-01 10:00');

const facts: CallFacts = {
  attemptId: makeId('attempt', 1, new Uint8Array(10)),
  rulingId: makeId('ruling', 1, new Uint8Array(10)),
  leadId: makeId('lead', 1, new Uint8Array(10)),
  campaignId: makeId('campaign', 1, new Uint8Array(10)),
  clientId: makeId('client', 1, new Uint8Array(10)),
  phoneNumber: metropolitan,
  postalCode: null,
  purpose: 'sales_consented',
  dialMode: 'progressive',
  callerId: { number: number('+33162000001'), category: 'npv' },
  trunk: { id: makeId('trunk', 1, new Uint8Array(10)), kind: 'sip' },
  consentAtMs: consented,
  agreedSlotAtMs: null,
  suppressions: [],
  attemptInstantsMs: [],
  ringSeconds: 30,
};

describe('hours of sales calls, in the person’s own time', () => {
  test.each([
    ['Monday at ten', '2026-11-23 10:00', 'clear', ''],
    ['a second before ten', '2026-11-23 09:59:59', 'FR-HOURS', '2026-11-23 10:00'],
    ['the last call that stops ringing by 13:00', '2026-11-23 12:59:30', 'clear', ''],
    ['a call that would still ring at 13:00', '2026-11-23 12:59:31', 'FR-HOURS', '2026-11-23 14:00'],
    ['lunch', '2026-11-23 13:30', 'FR-HOURS', '2026-11-23 14:00'],
    ['two o’clock', '2026-11-23 14:00', 'clear', ''],
    ['a call that would still ring at 20:00', '2026-11-23 19:59:45', 'FR-HOURS', '2026-11-24 10:00'],
    ['evening', '2026-11-23 20:00', 'FR-HOURS', '2026-11-24 10:00'],
    ['Friday evening', '2026-11-27 20:30', 'FR-HOURS', '2026-11-30 10:00'],
    ['Saturday', '2026-11-28 11:00', 'FR-HOURS', '2026-11-30 10:00'],
    ['Sunday the clocks went back', '2026-10-25 11:00', 'FR-HOURS', '2026-10-26 10:00'],
    ['Friday before the clocks go forward', '2027-03-26 20:30', 'FR-HOURS', '2027-03-30 10:00'],
  ])('%s (%s): %s %s', (_name, at, rule, until) => {
    expect(ruled({}, at)).toBe(answer(rule, until));
  });
});

describe('public holidays', () => {
  test.each([
    ['2026-01-01 11:00', '2026-01-02 10:00'],
    ['2026-04-06 11:00', '2026-04-07 10:00'],
    ['2026-05-01 11:00', '2026-05-04 10:00'],
    ['2026-05-08 11:00', '2026-05-11 10:00'],
    ['2026-05-14 11:00', '2026-05-15 10:00'],
    ['2026-05-25 11:00', '2026-05-26 10:00'],
    ['2026-07-14 11:00', '2026-07-15 10:00'],
    ['2026-11-11 11:00', '2026-11-12 10:00'],
    ['2026-12-25 11:00', '2026-12-28 10:00'],
  ])('%s is closed until %s', (at, until) => {
    expect(ruled({ purpose: 'press_subscription', consentAtMs: null }, at)).toBe(answer('FR-HOL', until));
  });

  test('a holiday evening names both rules', () => {
    expect(ruled({}, '2026-11-11 21:00')).toBe('refused FR-HOURS FR-HOL until 2026-11-12T10:00');
  });

  test('waits over Christmas and the weekend behind it', () => {
    expect(ruled({}, '2026-12-24 20:00')).toBe(answer('FR-HOURS', '2026-12-28 10:00'));
  });

  test('Good Friday and 26 December are not in the list of the law', () => {
    expect(ruled({ consentAtMs: paris('2026-10-01 10:00') }, '2027-03-26 11:00')).toBe('clear');
    expect(ruled({ consentAtMs: paris('2028-10-01 10:00') }, '2028-12-26 11:00')).toBe('clear');
  });
});

describe('consent', () => {
  const none = { consentAtMs: null };
  test.each<[Purpose, string, string]>([
    ['sales_cold', '2026-08-10 11:00', 'clear'],
    ['sales_cold', '2026-08-11 11:00', 'refused FR-CONSENT for ever'],
    ['sales_consented', '2026-08-11 11:00', 'refused FR-CONSENT for ever'],
    ['sales_ex_customer', '2026-08-11 11:00', 'refused FR-CONSENT for ever'],
    ['sales_cold', '2026-08-10 20:30', 'refused FR-HOURS for ever'],
    ['sales_contract_in_progress', '2026-08-11 11:00', 'clear'],
    ['press_subscription', '2026-08-11 11:00', 'clear'],
    ['callback_requested', '2026-08-11 11:00', 'refused FR-REQUEST for ever'],
    ['survey', '2026-08-11 11:00', 'clear'],
    ['charity', '2026-08-11 11:00', 'clear'],
    ['political', '2026-08-11 11:00', 'clear'],
    ['b2b_sales', '2026-08-11 11:00', 'clear'],
    ['service', '2026-08-11 11:00', 'clear'],
    ['collections', '2026-08-11 11:00', 'clear'],
  ])('without consent: %s at %s is %s', (purpose, at, expected) => {
    expect(ruled({ ...none, purpose }, at)).toBe(expected);
  });

  test.each([
    ['a day old', '2026-11-22 10:00', 'clear'],
    ['one minute from its year', '2025-11-23 11:01', 'clear'],
    ['a year old', '2025-11-23 11:00', 'refused FR-CONSENT for ever'],
    ['given ten minutes from now', '2026-11-23 11:10', 'refused FR-CONSENT until 2026-11-23T11:10'],
    ['given tonight', '2026-11-23 21:00', 'refused FR-CONSENT until 2026-11-24T10:00'],
  ])('a consent %s (%s), on 2026-11-23 at 11:00: %s', (_name, given, expected) => {
    expect(ruled({ consentAtMs: paris(given) }, '2026-11-23 11:00')).toBe(expected);
  });

  test('never again when the consent runs out before the next window', () => {
    expect(ruled({ consentAtMs: paris('2025-11-23 22:00') }, '2026-11-23 20:00')).toBe(
      'refused FR-HOURS for ever',
    );
  });

  test('before 2026-08-11 a consent lifted hours and holidays, from then on it does not', () => {
    const old = { consentAtMs: paris('2026-01-05 10:00') };
    expect(ruled(old, '2026-08-10 21:00')).toBe('clear');
    expect(ruled(old, '2026-07-14 11:00')).toBe('clear');
    expect(ruled(old, '2026-08-11 21:00')).toBe(answer('FR-HOURS', '2026-08-12 10:00'));
  });

  test('a requested call is made within five working days of the request', () => {
    const asked = { purpose: 'callback_requested', consentAtMs: paris('2026-11-06 15:00') } as const;
    expect(ruled(asked, '2026-11-13 11:00')).toBe('clear');
    expect(ruled(asked, '2026-11-16 11:00')).toBe('refused FR-REQUEST for ever');
  });
});

describe('an agreed date and time', () => {
  const slot = { agreedSlotAtMs: paris('2026-11-28 11:30') };

  test.each([
    ['2026-11-28 11:29', 'refused FR-HOURS until 2026-11-28T11:30'],
    ['2026-11-28 11:30', 'clear'],
    ['2026-11-28 11:44', 'clear'],
    ['2026-11-28 11:45', 'refused FR-HOURS until 2026-11-30T10:00'],
  ])('opens that Saturday moment only: %s %s', (at, expected) => {
    expect(ruled(slot, at)).toBe(expected);
  });

  test('opens a holiday too', () => {
    expect(ruled({ agreedSlotAtMs: paris('2026-11-11 18:00') }, '2026-11-11 18:05')).toBe('clear');
  });

  test.each([
    ['2026-08-10 21:00', ['FR-SLOT-OLD', 'FR-FREQ', 'FR-NPV']],
    ['2026-08-11 21:00', ['FR-CONSENT', 'FR-SLOT', 'FR-FREQ', 'FR-NPV']],
  ])('is named by the rule in force at %s', (at, rules) => {
    const agreed = { consentAtMs: paris('2026-08-01 10:00'), agreedSlotAtMs: paris(at) };
    const ruling = judge({ ...facts, ...agreed }, instant(paris(at)));
    expect(ruling.rules.map(({ rule }) => rule)).toEqual(rules);
  });

  test('lifts neither consent nor frequency', () => {
    expect(ruled({ ...slot, consentAtMs: null }, '2026-11-28 11:30')).toBe('refused FR-CONSENT for ever');
    const tried = at('2026-11-24 10:00', '2026-11-25 10:00', '2026-11-26 10:00', '2026-11-27 10:00');
    expect(ruled({ ...slot, ...tried }, '2026-11-28 11:30')).toBe(answer('FR-FREQ', '2026-12-24 10:00'));
  });
});

describe('four attempts in thirty calendar days', () => {
  const four = at('2026-11-02 19:00', '2026-11-05 11:00', '2026-11-12 15:00', '2026-11-20 12:00');

  test('a fourth attempt is allowed, a fifth is not', () => {
    const three = { attemptInstantsMs: four.attemptInstantsMs.slice(1) };
    expect(ruled(three, '2026-11-23 11:00')).toBe('clear');
    expect(ruled(four, '2026-11-23 11:00')).toBe(answer('FR-FREQ', '2026-12-02 10:00'));
  });

  test('the fifth waits for the thirtieth day after the first of the four, whatever its hour', () => {
    expect(ruled(four, '2026-12-01 19:30')).toBe(answer('FR-FREQ', '2026-12-02 10:00'));
    expect(ruled(four, '2026-12-02 10:00')).toBe('clear');
  });

  test('counts days as the person called lives them', () => {
    const late = at('2026-11-02 23:30', '2026-11-05 11:00', '2026-11-12 15:00', '2026-11-20 12:00');
    expect(ruled(late, '2026-12-02 10:00')).toBe('clear');
  });

  test('surveys are not counted', () => {
    expect(ruled({ ...four, purpose: 'survey' }, '2026-11-23 11:00')).toBe('clear');
  });
});

describe('caller ID of automatic dialling', () => {
  const ordinary = { callerId: { number: number('+33123456789'), category: 'geographic' } };

  test.each(['progressive', 'power', 'predictive'] as const)('%s shows an NPV or nothing', (dialMode) => {
    expect(ruled({ ...ordinary, dialMode }, '2026-11-23 11:00')).toBe('refused FR-NPV for ever');
    expect(ruled({ dialMode }, '2026-11-23 11:00')).toBe('clear');
  });

  test('surveys and calls to companies are no exception', () => {
    expect(ruled({ ...ordinary, purpose: 'survey' }, '2026-11-23 11:00')).toBe('refused FR-NPV for ever');
    expect(ruled({ ...ordinary, purpose: 'b2b_sales' }, '2026-11-23 11:00')).toBe('refused FR-NPV for ever');
  });

  test('one call for one click may show an ordinary number', () => {
    expect(ruled({ ...ordinary, dialMode: 'preview' }, '2026-11-23 11:00')).toBe('clear');
  });
});

describe('where a call may go at all', () => {
  const demonstration = { trunk: { ...facts.trunk, kind: 'demonstration' } } as const;

  test.each([
    [
      'a fiction number on the demonstration trunk, on Sunday night',
      '+33639980001',
      'demonstration',
      'clear',
    ],
    ['a fiction number on a real trunk', '+33199001234', 'sip', 'refused fiction_on_real_trunk for ever'],
    [
      'a real number on the demonstration trunk',
      '+33612345678',
      'demonstration',
      'refused number_on_demonstration_trunk FR-HOURS for ever',
    ],
    ['a premium number', '+33899701234', 'sip', 'refused number_forbidden for ever'],
    ['a toll-free number', '+33800123456', 'sip', 'refused number_forbidden for ever'],
    ['a number too short', '+33361234', 'sip', 'refused number_forbidden for ever'],
    ['a personal number in Britain', '+447000123456', 'sip', 'refused no_rule_pack for ever'],
    ['a premium number in Britain', '+449098790000', 'sip', 'refused number_forbidden for ever'],
    ['Belgium', '+32470123456', 'sip', 'refused no_rule_pack for ever'],
    ['Réunion', '+262692123456', 'sip', 'refused no_rule_pack for ever'],
    ['Réunion written as metropolitan', '+33692123456', 'sip', 'refused no_rule_pack for ever'],
    ['Mayotte written as metropolitan', '+33269612345', 'sip', 'refused no_rule_pack for ever'],
  ] as const)('%s', (_name, called, kind, expected) => {
    const trunk = { ...facts.trunk, kind };
    expect(ruled({ phoneNumber: number(called), trunk }, '2026-11-29 23:00')).toBe(expected);
  });

  test('a metropolitan number with an overseas postal code is overseas', () => {
    expect(ruled({ postalCode: '97400' }, '2026-11-23 11:00')).toBe('refused no_rule_pack for ever');
    expect(ruled({ postalCode: '75011' }, '2026-11-23 11:00')).toBe('clear');
  });

  test('nobody on a suppression list is called, not even on the demonstration trunk', () => {
    const suppressions = [{ scope: 'client', reason: 'objection' }] as const;
    expect(ruled({ suppressions }, '2026-11-23 11:00')).toBe('refused suppressed for ever');
    expect(ruled({ ...demonstration, phoneNumber: fiction, suppressions }, '2026-11-23 11:00')).toBe(
      'refused suppressed for ever',
    );
  });
});

test('a clear ruling carries what the call may be made with, and what allowed it', () => {
  const now = Temporal.Instant.fromEpochMilliseconds(paris('2026-11-23 11:00'));
  const ruling = judge(facts, now);
  expect(ruling).toMatchObject({
    kind: 'clear',
    clearance: {
      phoneNumber: metropolitan,
      callerId: '+33162000001',
      attemptId: facts.attemptId,
      rulingId: facts.rulingId,
      trunkId: facts.trunk.id,
      madeAtMs: now.epochMilliseconds,
    },
  });
  expect(ruling.rules.map(({ rule }) => rule)).toEqual(['FR-CONSENT', 'FR-HOURS', 'FR-FREQ', 'FR-NPV']);
});

test('a refusal ends at the earliest instant: clear then, refused at every quarter of an hour before', () => {
  const cases: readonly Partial<CallFacts>[] = [
    {},
    { agreedSlotAtMs: paris('2026-12-26 09:00') },
    at('2026-12-01 19:00', '2026-12-05 11:00', '2026-12-12 15:00', '2026-12-20 12:00'),
    { consentAtMs: paris('2026-12-27 11:00') },
  ];
  for (const change of cases) {
    const start = paris('2026-12-24 20:00');
    const ruling = judge({ ...facts, ...change }, instant(start));
    if (ruling.kind !== 'refused' || ruling.untilMs === null) throw new Error('expected a refusal that ends');
    for (let ms = start; ms < ruling.untilMs; ms += 900_000) {
      expect(judge({ ...facts, ...change }, instant(ms)).kind).toBe('refused');
    }
    expect(judge({ ...facts, ...change }, instant(ruling.untilMs)).kind).toBe('clear');
    expect(judge({ ...facts, ...change }, instant(ruling.untilMs - 1)).kind).toBe('refused');
  }
});

/** `clear`, or the refusing rules and the local instant they end at. */
function ruled(change: Partial<CallFacts>, local: string): string {
  const ruling = judge({ ...facts, ...change }, instant(paris(local)));
  if (ruling.kind === 'clear') return 'clear';
  const rules = ruling.rules.map(({ rule }) => rule).join(' ');
  if (ruling.untilMs === null) return `refused ${rules} for ever`;
  const until = instant(ruling.untilMs).toZonedDateTimeISO('Europe/Paris').toPlainDateTime();
  return `refused ${rules} until ${until.toString({ smallestUnit: 'minute' })}`;
}

function answer(rule: string, until: string): string {
  return rule === 'clear' ? 'clear' : `refused ${rule} until ${until.replace(' ', 'T')}`;
}

function at(...local: readonly string[]) {
  return { attemptInstantsMs: local.map(paris) };
}

function paris(local: string): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Paris').epochMilliseconds;
}

function instant(ms: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(ms);
}

function number(text: string): PhoneNumber {
  if (!isPhoneNumber(text)) throw new Error(text);
  return text;
}
