import type { CampaignPlan } from '@alize/db';
import { type Consent, isPhoneNumber, type PersonFacts, type PhoneNumber } from '@alize/model';
import { describe, expect, it } from 'vitest';
import { refusingRules, ruleOn } from './rule-on-lead.ts';

function number(text: string): PhoneNumber {
  if (!isPhoneNumber(text)) throw new Error('not E.164');
  return text;
}

const campaign: CampaignPlan = {
  id: 'campaign_1',
  clientId: 'client_1',
  state: 'running',
  isInSchedule: true,
  purpose: 'sales_consented',
  sector: 'insurance',
  object: 'assurance habitation',
  seller: {
    id: 'client_1',
    employees: null,
    turnoverEuros: null,
    balanceSheetEuros: null,
    sellsMainlyToConsumers: null,
    sector: 'insurance',
  },
  powerRatio: 1.5,
  abandonAim: null,
  dialMode: 'progressive',
  schedule: { zone: 'Europe/Paris', windows: [] },
  linesMax: 1,
  ringSeconds: 25,
  wrapUpSeconds: 30,
  scriptVersionId: 'scriptversion_1',
  changedAtMs: 0,
  callerId: {
    number: number('+33162000000'),
    category: 'npv',
    holder: 'client_1',
    authorisation: 'mandat 7',
    allowedModes: null,
    validFromMs: null,
    validToMs: null,
    isRegistered: true,
    isWithheld: false,
  },
  ruleSwitches: { off: [], overrides: [] },
  trunk: { id: 'trunk_1', name: 't', kind: 'sip', linesMax: 1, callsPerSecondMax: 1 },
  teamUserIds: new Set(),
  blockedReason: null,
  blockedDetail: null,
};

const consent: Consent = {
  sellerId: 'client_1',
  object: 'assurance habitation',
  form: 'express',
  givenAtMs: Date.UTC(2026, 9, 1),
  expiresAtMs: null,
  proof: 'formulaire 12',
  withdrawnAtMs: null,
  agreedSlotsMs: [],
  wasInformed: true,
  namesAutomaticDialling: false,
};

const person: PersonFacts = {
  number: number('+33612000001'),
  postalCode: '75011',
  country: null,
  state: null,
  timeZone: null,
  consents: [consent],
  contracts: [],
  requests: [],
  purchases: [],
  attempts: [],
  refusals: [],
  suppressions: [],
  registers: {},
};

/** The ruling on a Tuesday morning in Paris, or at a local time of that day. */
function rule(
  change: { campaign?: Partial<CampaignPlan>; person?: Partial<PersonFacts> } = {},
  localTime = '10:30',
) {
  const names = { attemptId: 'attempt_1', rulingId: 'ruling_1', salt: new Uint8Array(16) } as const;
  const facts = { ...person, ...change.person };
  const now = Temporal.PlainDateTime.from(`2026-11-24T${localTime}`).toZonedDateTime('Europe/Paris');
  return ruleOn({ ...campaign, ...change.campaign }, { leadId: 'lead_1', facts }, names, now.toInstant());
}

describe('a French consumer is called to be sold to', () => {
  it('with a whole record of consent', () => {
    const { ruling, facts } = rule();
    expect(ruling).toMatchObject({
      kind: 'clear',
      clearance: { attemptId: 'attempt_1', trunkId: 'trunk_1' },
    });
    expect(facts).toMatchObject({ person: 'consumer', config: { ringSeconds: 25 }, trunkKind: 'sip' });
  });

  it.each([
    ['no proof', { proof: null }],
    ['no word on how to withdraw', { wasInformed: false }],
    ['another object', { object: 'assurance auto' }],
    ['no object', { object: null }],
    ['another seller', { sellerId: 'client_2' }],
    ['a withdrawal', { withdrawnAtMs: Date.UTC(2026, 10, 1) }],
  ] as const)('but not by a consent with %s', (_, lack) => {
    const { ruling } = rule({ person: { consents: [{ ...consent, ...lack }] } });
    expect(ruling).toMatchObject({ kind: 'refused', untilMs: null });
    expect(refusingRules(ruling)).toContain('FR-CONSENT');
  });

  it('at an agreed instant outside of the hours, which is no consent by itself', () => {
    const atMs = Temporal.Instant.from('2026-11-24T20:30+01:00').epochMilliseconds;
    const givenAtMs = Date.UTC(2026, 10, 20, 10);
    const slot: Consent = {
      ...consent,
      object: null,
      givenAtMs,
      expiresAtMs: givenAtMs,
      proof: 'call attempt_0',
      agreedSlotsMs: [atMs],
      wasInformed: false,
    };
    expect(rule({}, '20:30').ruling.kind).toBe('refused');
    expect(rule({ person: { consents: [consent, slot] } }, '20:30').ruling.kind).toBe('clear');
    expect(refusingRules(rule({ person: { consents: [slot] } }, '20:30').ruling)).toEqual(['FR-CONSENT']);
  });
});

it('a company is no consumer', () => {
  const { ruling, facts } = rule({ campaign: { purpose: 'b2b_sales' }, person: { consents: [] } });
  expect(facts.person).toBe('company');
  expect(ruling.kind).toBe('clear');
});

it('a caller ID taken out of the registry closes no lead: it comes back once the campaign may be mended', () => {
  const callerId = { ...campaign.callerId, isRegistered: false };
  const { ruling, facts } = rule({ campaign: { callerId } });
  expect(refusingRules(ruling)).toContain('caller_id_unregistered');
  const nowMs = Temporal.Instant.from('2026-11-24T09:30Z').epochMilliseconds;
  expect(ruling).toMatchObject({ kind: 'refused', untilMs: nowMs + 5 * 60_000 });
  expect(facts.callerId.isRegistered).toBe(false);
});

it('a campaign that does not say what it is about closes no lead either', () => {
  const { ruling } = rule({ campaign: { object: null } });
  expect(refusingRules(ruling)).toEqual(['unknown_object']);
  expect(ruling).toMatchObject({ kind: 'refused', untilMs: expect.any(Number) });
});

it('what the client has switched off of our own prudence is off', () => {
  const refusals = [{ sellerId: 'client_1', kind: 'not_interested', atMs: Date.UTC(2026, 10, 10) }] as const;
  expect(refusingRules(rule({ person: { refusals } }).ruling)).toEqual(['FR-REFUSE-60']);
  const ruleSwitches = { off: ['FR-REFUSE-60'], overrides: [] };
  expect(rule({ campaign: { ruleSwitches }, person: { refusals } }).ruling.kind).toBe('clear');
});
