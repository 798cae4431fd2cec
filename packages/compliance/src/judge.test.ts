import { type CallFacts, isPhoneNumber, makeId, type PhoneNumber } from '@alize/model';
import { describe, expect, test } from 'vitest';
import { type CallIdentity, clearCall, defaultCallConfig, judge, packVersions } from './index.ts';

const metropolitan = number('+33612345678');
const fiction = number('+33639980001');
const shown = number('+33162000001');
const tuesday = paris('2026-11-24 11:00');

const call: CallIdentity = {
  attemptId: makeId('attempt', 1, new Uint8Array(10)),
  rulingId: makeId('ruling', 1, new Uint8Array(10)),
  leadId: makeId('lead', 1, new Uint8Array(10)),
  campaignId: makeId('campaign', 1, new Uint8Array(10)),
  clientId: makeId('client', 1, new Uint8Array(10)),
  trunkId: makeId('trunk', 1, new Uint8Array(10)),
};

const consent: CallFacts['consents'][number] = {
  sellerId: 'seller',
  object: 'assurance',
  form: 'express',
  givenAtMs: paris('2026-08-20 12:00'),
  expiresAtMs: null,
  proof: 'record 1',
  withdrawnAtMs: null,
  agreedSlotsMs: [],
  wasInformed: true,
  namesAutomaticDialling: true,
};

const facts: CallFacts = {
  number: metropolitan,
  lineType: null,
  person: 'consumer',
  postalCode: null,
  country: null,
  state: null,
  timeZone: null,
  seller: {
    id: 'seller',
    employees: null,
    turnoverEuros: null,
    balanceSheetEuros: null,
    sellsMainlyToConsumers: null,
    sector: null,
  },
  purpose: 'sales_consented',
  sector: null,
  object: 'assurance',
  mode: 'progressive',
  campaignId: null,
  callerId: {
    number: shown,
    category: 'npv',
    holder: 'the seller',
    authorisation: 'contract 1',
    allowedModes: null,
    validFromMs: null,
    validToMs: null,
    isRegistered: true,
    isWithheld: false,
  },
  trunkKind: 'sip',
  consents: [consent],
  contracts: [],
  requests: [],
  purchases: [],
  attempts: [],
  refusals: [],
  suppressions: [],
  registers: {},
  config: defaultCallConfig,
};

describe('a clearance', () => {
  test('carries which call it is for, what it may be made with, and the instant it was made in', () => {
    expect(clearCall(call, facts, instant(tuesday))).toMatchObject({
      kind: 'clear',
      clearance: { ...call, phoneNumber: metropolitan, callerId: shown, madeAtMs: tuesday },
    });
  });

  test('is not given with a refusal, which says until when', () => {
    const ruling = clearCall(call, facts, instant(paris('2026-11-24 13:30')));
    expect(ruling).toMatchObject({ kind: 'refused', untilMs: paris('2026-11-24 14:00') });
    expect(ruling).not.toHaveProperty('clearance');
  });

  test('is not given with a refusal for good, which says never', () => {
    const ruling = clearCall(call, { ...facts, consents: [] }, instant(tuesday));
    expect(ruling).toMatchObject({ kind: 'refused', untilMs: null });
    expect(ruling).not.toHaveProperty('clearance');
  });
});

describe('the demonstration trunk calls fiction numbers and nothing else', () => {
  test.each([
    ['fiction on it, on Sunday night', fiction, 'demonstration', 'allow fiction_number'],
    ['fiction on a real trunk', fiction, 'sip', 'block fiction_on_real_trunk FR-HOURS'],
    ['fiction, and no trunk is meant', fiction, null, 'after FR-HOURS'],
    ['a person on it', metropolitan, 'demonstration', 'block number_on_demonstration_trunk FR-HOURS'],
    [
      'a premium number on it',
      number('+33899701234'),
      'demonstration',
      'block number_on_demonstration_trunk number_forbidden',
    ],
    ['a person on a real trunk', metropolitan, 'sip', 'after FR-HOURS'],
  ] as const)('%s', (_name, called, trunkKind, expected) => {
    const { decision, reasons } = judge(
      { ...facts, number: called, trunkKind },
      instant(paris('2026-11-29 23:00')),
    );
    const verdict = decision === 'allow' ? 'allows' : 'refuses';
    const rules = reasons.filter((reason) => reason.verdict === verdict).map(({ rule }) => rule);
    expect([decision, ...rules].join(' ')).toBe(expected);
  });

  test('not even there is a suppressed number called', () => {
    const suppressions = [{ scope: 'client', reason: 'objection', fromMs: 0, expiresAtMs: null }] as const;
    const demonstration = { ...facts, number: fiction, trunkKind: 'demonstration', suppressions } as const;
    expect(judge(demonstration, instant(tuesday)).decision).toBe('block');
  });
});

describe('reasons', () => {
  test('tell what refuses first, then what would delay the call, then what lets it pass', () => {
    // Christmas Eve in the evening: hours refuse, Christmas delays.
    const { reasons } = judge(facts, instant(paris('2026-12-24 20:00')));
    const verdicts = reasons.map(({ verdict }) => verdict);
    const order = ['refuses', 'delays', 'allows'];
    expect(verdicts).toEqual(verdicts.toSorted((one, other) => order.indexOf(one) - order.indexOf(other)));
    expect(reasons.slice(0, 2)).toMatchObject([
      { rule: 'FR-HOURS', verdict: 'refuses' },
      { rule: 'FR-HOL', verdict: 'delays' },
    ]);
  });

  test('name a rule once, with its strength and where it stands written', () => {
    const { reasons } = judge(facts, instant(paris('2026-12-24 20:00')));
    const ids = reasons.map(({ rule }) => rule);
    expect(ids).toEqual([...new Set(ids)]);
    expect(reasons[0]).toMatchObject({ strength: 'LAW', citation: expect.stringContaining('D.223-9') });
  });

  test('of a clear call are the rules that were heard', () => {
    const { reasons } = judge(facts, instant(tuesday));
    expect(reasons.every(({ verdict }) => verdict === 'allows')).toBe(true);
    expect(reasons.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['FR-CONSENT', 'FR-HOURS', 'FR-FREQ', 'FR-NPV']),
    );
  });
});

test('an answer says where the person may be and which packs were applied', () => {
  const { place, packs } = judge({ ...facts, country: 'BE' }, instant(tuesday));
  expect(place.territories).toEqual(['FR', 'BE']);
  expect(packs.map((pack) => pack.split('@')[0])).toEqual(['fr', 'be']);
  for (const pack of packs) expect(packVersions()).toContain(pack);
});

test('a rule that cannot tell whether it concerns the call refuses until it would allow it anyway', () => {
  // Arizona asks for consent before a mobile is called; fixed or mobile is not known, and the consent comes at noon.
  const noon = Temporal.PlainDateTime.from('2026-11-24 12:00').toZonedDateTime('America/Phoenix');
  const arizona: CallFacts = {
    ...facts,
    number: number('+16022345678'),
    mode: 'manual',
    registers: { us_national_dnc: { isListed: false, checkedAtMs: tuesday, listedSinceMs: null } },
    consents: [{ ...consent, form: 'written', givenAtMs: noon.epochMilliseconds }],
  };
  const { decision, notBeforeMs, reasons } = judge(arizona, instant(noon.epochMilliseconds - 1));
  expect(reasons[0]).toMatchObject({ rule: 'unknown_line_type', verdict: 'refuses' });
  expect({ decision, notBeforeMs }).toEqual({ decision: 'after', notBeforeMs: noon.epochMilliseconds });
  expect(judge(arizona, noon.toInstant()).decision).toBe('allow');
});

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
