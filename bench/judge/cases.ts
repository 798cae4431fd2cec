import { defaultCallConfig, readNumber } from '@alize/compliance';
import type { CallFacts, PastAttempt, PhoneNumber } from '@alize/model';

const dayMs = 86_400_000;

/** Monday 2026-11-23, 11:00 in Paris and 10:00 in New York's afternoon: inside every window that is asked for here. */
export const frenchNow = Temporal.Instant.from('2026-11-23T10:00:00Z');
export const americanNow = Temporal.Instant.from('2026-11-23T18:00:00Z');

/** Ten thousand numbers, so that no answer can be remembered by its number. */
const numbersCount = 10_000;

/**
 * A French consumer with a full history: a consent among older ones, two contracts, a request, two purchases, thirty
 * attempts of this seller (three in the last 30 days) and ten of another, a refusal of long ago, an expired suppression.
 */
export function frenchCases(): readonly CallFacts[] {
  const nowMs = frenchNow.epochMilliseconds;
  return Array.from({ length: numbersCount }, (_, index) => ({
    ...shared('seller', nowMs),
    number: numberOf(`+336${String(12_000_000 + index * 811).slice(0, 8)}`),
    purpose: 'sales_consented' as const,
    mode: 'predictive' as const,
    object: 'assurance',
    callerId: { ...shownNumber, number: numberOf('+33162000001'), category: 'npv' as const },
    consents: [400, 100, 50].map((days) => consentOf(nowMs - days * dayMs)),
    attempts: [...attemptsOf('seller', nowMs, 30, 8.5), ...attemptsOf('other', nowMs, 10, 3)],
    refusals: [{ sellerId: 'seller', kind: 'not_interested' as const, atMs: nowMs - 200 * dayMs }],
    suppressions: [{ scope: 'client' as const, reason: 'asked', fromMs: 0, expiresAtMs: nowMs - 90 * dayMs }],
  }));
}

/**
 * The widest American one: an area code of two states' zones, an address in a third state with two zones of its own,
 * so that federal rules and three states' are heard in every zone, with registers, written consent and 30 attempts.
 */
export function americanCases(): readonly CallFacts[] {
  const nowMs = americanNow.epochMilliseconds;
  return Array.from({ length: numbersCount }, (_, index) => ({
    ...shared('seller', nowMs),
    number: numberOf(`+1850${String(4_120_000 + index * 17).slice(0, 7)}`),
    lineType: 'mobile' as const,
    state: 'TX',
    purpose: 'sales_cold' as const,
    mode: 'predictive' as const,
    object: 'insurance',
    callerId: { ...shownNumber, number: numberOf('+12125550123'), category: 'geographic' as const },
    consents: [500, 300, 20].map((days) => ({
      ...consentOf(nowMs - days * dayMs),
      object: 'insurance',
      form: 'written' as const,
    })),
    attempts: [...attemptsOf('seller', nowMs, 30, 2), ...attemptsOf('other', nowMs, 10, 3)],
    registers: {
      us_national_dnc: { isListed: true, checkedAtMs: nowMs - 5 * dayMs, listedSinceMs: nowMs - 900 * dayMs },
      us_state_dnc: { isListed: false, checkedAtMs: nowMs - 5 * dayMs, listedSinceMs: null },
      us_reassigned: { isListed: false, checkedAtMs: nowMs - 5 * dayMs, listedSinceMs: null },
    },
  }));
}

const shownNumber = {
  holder: 'the seller',
  authorisation: 'contract 1',
  allowedModes: null,
  validFromMs: null,
  validToMs: null,
  isRegistered: true,
  isWithheld: false,
};

function shared(id: string, nowMs: number) {
  return {
    lineType: null,
    person: 'consumer' as const,
    postalCode: null,
    country: null,
    state: null,
    timeZone: null,
    seller: {
      id,
      employees: 40,
      turnoverEuros: 9e6,
      balanceSheetEuros: 3e6,
      sellsMainlyToConsumers: true,
      sector: 'insurance' as const,
    },
    sector: 'insurance' as const,
    campaignId: 'campaign',
    trunkKind: 'sip' as const,
    contracts: [1, 2].map((years) => ({
      sellerId: id,
      fromMs: nowMs - years * 365 * dayMs,
      endedAtMs: nowMs - 30 * dayMs,
      isRelated: true,
    })),
    requests: [{ sellerId: id, atMs: nowMs - 80 * dayMs, object: null, proof: 'form' }],
    purchases: [300, 700].map((days) => ({ sellerId: id, atMs: nowMs - days * dayMs, isSimilar: true })),
    refusals: [] as CallFacts['refusals'],
    suppressions: [] as CallFacts['suppressions'],
    registers: {},
    config: defaultCallConfig,
  };
}

function consentOf(givenAtMs: number) {
  return {
    sellerId: 'seller',
    object: 'assurance',
    form: 'express' as const,
    givenAtMs,
    expiresAtMs: null,
    proof: 'form',
    withdrawnAtMs: null,
    agreedSlotsMs: [],
    wasInformed: true,
    namesAutomaticDialling: true,
  };
}

function attemptsOf(
  sellerId: string,
  nowMs: number,
  count: number,
  everyDays: number,
): readonly PastAttempt[] {
  return Array.from({ length: count }, (_, index) => ({
    atMs: nowMs - (index + 1) * everyDays * dayMs,
    sellerId,
    result: index % 3 === 0 ? ('busy' as const) : ('no_answer' as const),
    campaignId: 'earlier',
    object: null,
  }));
}

function numberOf(text: string): PhoneNumber {
  const number = readNumber(text, null);
  if (!number) throw new Error(`not a number: ${text}`);
  return number;
}
