import {
  attemptResults,
  type CallConfig,
  type CallFacts,
  type CallRequest,
  type Consent,
  type Contract,
  callModes,
  consentForms,
  isPhoneNumber,
  lineTypes,
  type PastAttempt,
  type PhoneNumber,
  type Purchase,
  personKinds,
  purposes,
  type Refusal,
  type RegisterAnswer,
  refusalKinds,
  registerIds,
  type SuppressionEntry,
  sectors,
} from '@alize/model';
import fc from 'fast-check';

const dayMs = 86_400_000;

/** Beginnings of numbers of every pack, and of some countries without one of their own, with their digits in all. */
const beginnings: readonly (readonly [beginning: string, digits: number])[] = [
  ...(['+336', '+331', '+337', '+339', '+33976', '+3363998'] as const).map((one) => [one, 11] as const),
  ...(['+262692', '+262269', '+590690', '+594694', '+596696'] as const).map((one) => [one, 12] as const),
  ...(['+68775', '+68182', '+50841'] as const).map((one) => [one, 9] as const),
  ['+68987', 11],
  // Overlays, states in two zones, and states with much law of their own.
  ...['+1364', '+1930', '+1458', '+1850', '+1305', '+1212', '+1215', '+1307', '+1602', '+1405', '+1251'].map(
    (one) => [one, 11] as const,
  ),
  ...(['+1604', '+1236', '+1416', '+1709', '+1867', '+1780'] as const).map((one) => [one, 11] as const),
  ...(['+44207', '+447', '+441142', '+4930', '+49171', '+393', '+3906'] as const).map(
    (one) => [one, 12] as const,
  ),
  ...(['+3491', '+34928', '+346', '+3247'] as const).map((one) => [one, 11] as const),
  ['+3222', 10],
  ['+4179', 11],
  ['+4144', 11],
  ['+35191', 12],
  ['+351291', 12],
  ['+4366', 12],
  ['+26134', 12],
];

export const number: fc.Arbitrary<PhoneNumber> = fc
  .tuple(fc.constantFrom(...beginnings), fc.integer({ min: 222_222_222, max: 999_999_999 }))
  .map(([[beginning, digits], tail]) => phoneNumber(`${beginning}${String(tail)}`.slice(0, digits + 1)));

export const americanNumber: fc.Arbitrary<PhoneNumber> = fc
  .nat(8_999_999)
  // Wyoming, which has no row of its own in the table of states.
  .map((tail) => phoneNumber(`+1307${String(tail + 2_000_000).slice(0, 7)}`));

/** Instants around the reforms of 2026 and the changes of the clock. */
export const now = fc.oneof(
  fc.integer({ min: Date.UTC(2026, 6, 1), max: Date.UTC(2027, 6, 1) }),
  // Full quarters of an hour, where windows begin and end.
  fc.nat(365 * 96).map((quarter) => Date.UTC(2026, 6, 1) + quarter * 900_000),
);

/** Facts of a call at about `nowMs`, with whatever the person has lived through with this seller and others. */
export function factsAround(
  nowMs: number,
  calls: fc.Arbitrary<PhoneNumber> = number,
): fc.Arbitrary<CallFacts> {
  return fc.record({
    number: calls,
    lineType: fc.option(fc.constantFrom(...lineTypes)),
    person: fc.constantFrom(...personKinds),
    postalCode: fc.option(
      fc.constantFrom('75011', '67000', '97400', '33101', '10001', 'V6B 1A1', '1000', 'x'),
      { freq: 1 },
    ),
    country: fc.option(fc.constantFrom('FR', 'US', 'CA', 'GB', 'DE', 'ES', 'IT', 'BE', 'CH', 'MG'), {
      freq: 1,
    }),
    state: fc.option(fc.constantFrom('FL', 'TX', 'NY', 'WY', 'BC', 'DE-BY', 'GB-SCT', 'x'), { freq: 1 }),
    timeZone: fc.option(fc.constantFrom('Indian/Mayotte', 'America/Denver', 'Asia/Kolkata', 'nowhere'), {
      freq: 1,
    }),
    seller,
    purpose: fc.constantFrom(...purposes),
    sector: fc.option(fc.constantFrom(...sectors), { freq: 1 }),
    object: fc.option(object),
    mode: fc.constantFrom(...callModes),
    campaignId: fc.option(fc.constantFrom('c1', 'c2')),
    callerId: callerIdAround(nowMs),
    trunkKind: fc.option(mostly(fc.constant<'sip'>('sip'), fc.constant<'demonstration'>('demonstration')), {
      freq: 3,
    }),
    consents: fc.array(consentAround(nowMs), { maxLength: 3 }),
    contracts: fc.array(contractAround(nowMs), { maxLength: 2 }),
    requests: fc.array(requestAround(nowMs), { maxLength: 2 }),
    purchases: fc.array(purchaseAround(nowMs), { maxLength: 2 }),
    attempts: fc.array(attemptAround(nowMs), { maxLength: 6 }),
    refusals: fc.array(refusalAround(nowMs), { maxLength: 1 }),
    suppressions: fc.oneof(
      { weight: 8, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(suppressionAround(nowMs), { maxLength: 2 }) },
    ),
    registers: registersAround(nowMs),
    config,
  });
}

export function attemptAround(nowMs: number): fc.Arbitrary<PastAttempt> {
  return fc.record({
    atMs: near(nowMs, -45, 1),
    sellerId: sellerId,
    result: fc.constantFrom(...attemptResults),
    campaignId: fc.option(fc.constantFrom('c1', 'c2')),
    object: fc.option(object),
  });
}

export function refusalAround(nowMs: number): fc.Arbitrary<Refusal> {
  return fc.record({
    sellerId: sellerId,
    kind: fc.constantFrom(...refusalKinds),
    atMs: near(nowMs, -100, 1),
  });
}

export function suppressionAround(nowMs: number): fc.Arbitrary<SuppressionEntry> {
  return fc.record({
    scope: fc.constantFrom('client', 'centre', 'law'),
    reason: fc.constant('objection'),
    fromMs: near(nowMs, -100, 0),
    expiresAtMs: fc.option(near(nowMs, -10, 30)),
  });
}

const object = fc.constantFrom('assurance', 'energy');
const sellerId = fc.constantFrom('seller', 'seller', 'seller', 'other');

const seller = fc.record({
  id: fc.constant('seller'),
  employees: fc.option(fc.constantFrom(10, 250)),
  turnoverEuros: fc.option(fc.constantFrom(1e6, 60e6)),
  balanceSheetEuros: fc.option(fc.constantFrom(1e6, 60e6)),
  sellsMainlyToConsumers: fc.option(fc.boolean()),
  sector: fc.option(fc.constantFrom(...sectors)),
});

/** Numbers that some country and mode accept, and the mobile that few do. */
const shown = fc.constantFrom(
  ...([
    ['+33162000001', 'npv'],
    ['+33270000002', 'npv'],
    ['+33377000003', 'npv'],
    ['+33568000004', 'npv'],
    ['+33142000001', 'geographic'],
    ['+33612000001', 'mobile'],
    ['+442071234567', 'geographic'],
    ['+12125550123', null],
    ['+34400123456', 'es_400'],
    ['+393401234567', 'other'],
  ] as const),
);

function callerIdAround(nowMs: number): fc.Arbitrary<CallFacts['callerId']> {
  const standing = fc.record({
    holder: mostly(fc.constant('the seller'), fc.constant(null)),
    authorisation: mostly(fc.constant('contract 1'), fc.constant(null)),
    allowedModes: mostly(fc.constant(null), fc.uniqueArray(fc.constantFrom(...callModes))),
    validFromMs: mostly(fc.constant(null), near(nowMs, -20, 20)),
    validToMs: mostly(fc.constant(null), near(nowMs, -20, 20)),
    isRegistered: mostly(fc.constant(true), fc.constant(false)),
    isWithheld: mostly(fc.constant(false), fc.constant(true)),
  });
  return fc
    .tuple(shown, standing)
    .map(([[digits, category], rest]) => ({ number: phoneNumber(digits), category, ...rest }));
}

function consentAround(nowMs: number): fc.Arbitrary<Consent> {
  return fc.record({
    sellerId: sellerId,
    object: fc.option(object),
    form: fc.constantFrom(...consentForms, 'written', 'written'),
    givenAtMs: near(nowMs, -400, 5),
    expiresAtMs: mostly(fc.constant(null), near(nowMs, -10, 10)),
    proof: mostly(fc.constant('record 1'), fc.constant(null)),
    withdrawnAtMs: mostly(fc.constant(null), near(nowMs, -10, 1)),
    agreedSlotsMs: fc.array(near(nowMs, -1, 6), { maxLength: 2 }),
    wasInformed: mostly(fc.constant(true), fc.constant(false)),
    namesAutomaticDialling: fc.boolean(),
  });
}

function contractAround(nowMs: number): fc.Arbitrary<Contract> {
  return fc.record({
    sellerId: sellerId,
    fromMs: near(nowMs, -400, 5),
    endedAtMs: fc.option(near(nowMs, -40, 10)),
    isRelated: fc.boolean(),
  });
}

function requestAround(nowMs: number): fc.Arbitrary<CallRequest> {
  return fc.record({
    sellerId: sellerId,
    atMs: near(nowMs, -10, 3),
    object: fc.option(object),
    proof: mostly(fc.constant('record 1'), fc.constant(null)),
  });
}

function purchaseAround(nowMs: number): fc.Arbitrary<Purchase> {
  return fc.record({ sellerId: sellerId, atMs: near(nowMs, -600, 3), isSimilar: fc.boolean() });
}

function registersAround(nowMs: number): fc.Arbitrary<CallFacts['registers']> {
  const answer: fc.Arbitrary<RegisterAnswer> = fc.record({
    isListed: mostly(fc.constant(false), fc.constant(true)),
    checkedAtMs: near(nowMs, -50, 0),
    listedSinceMs: fc.option(near(nowMs, -100, 0)),
  });
  return fc.record(Object.fromEntries(registerIds.map((id) => [id, answer])), { requiredKeys: [] });
}

const config: fc.Arbitrary<CallConfig> = fc.record({
  ringSeconds: fc.constantFrom(30, 20, 60),
  connectGuardSeconds: fc.constantFrom(2, 0, 10),
  off: fc.constant([]),
  overrides: fc.constant([]),
  hours: mostly(fc.constant(null), fc.constant({ from: '09:30', to: '18:00' })),
  attemptsMax: mostly(fc.constant(null), fc.constantFrom(1, 3)),
});

function near(nowMs: number, fromDays: number, toDays: number): fc.Arbitrary<number> {
  return fc.integer({ min: nowMs + fromDays * dayMs, max: nowMs + toDays * dayMs });
}

/** Fourteen times in fifteen the ordinary value, so that not every call founders on the same rule. */
function mostly<T, U>(ordinary: fc.Arbitrary<T>, other: fc.Arbitrary<U>): fc.Arbitrary<T | U> {
  return fc.oneof({ weight: 14, arbitrary: ordinary }, { weight: 1, arbitrary: other });
}

function phoneNumber(text: string): PhoneNumber {
  if (!isPhoneNumber(text)) throw new Error(`not a number: ${text}`);
  return text;
}
