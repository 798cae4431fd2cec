import { defaultCallConfig, findRule, readNumber } from '@alize/compliance';
import type { CallConfig, CallerIdFacts, CallFacts, Language, PhoneNumber, Seller } from '@alize/model';
import type { z } from '@hono/zod-openapi';
import type { complianceContract as contract } from './contract/index.ts';
import { Problem, type ProblemCode, problems } from './problem.ts';
import { isZone } from './zone-name.ts';

export type Question = z.output<typeof contract.rulingQuestion>;

/** All that the ruling depends on but the number called. */
export type FactsButNumber = Omit<CallFacts, 'number'>;

/**
 * The facts of the question, as the judge takes them. Throws a Problem with a pointer for a caller ID that is no number,
 * a zone that does not exist, hours that end before they begin, and a setting that a rule's strength forbids.
 */
export function factsOf(question: Question, language: Language): FactsButNumber {
  refuseUnknownZone(question, language);
  const { seller } = question;
  return {
    lineType: question.lineType ?? null,
    person: question.person,
    postalCode: question.postalCode ?? null,
    country: question.country ?? null,
    state: question.state ?? null,
    timeZone: question.timeZone ?? null,
    seller: sellerOf(question),
    purpose: question.purpose,
    sector: question.sector ?? null,
    object: question.object ?? null,
    mode: question.mode,
    campaignId: question.campaign ?? null,
    callerId: callerIdOf(question, language),
    trunkKind: null,
    suppressions: [],
    ...historyOf(question, seller.id),
    config: configOf(question, language),
  };
}

/** A number as people write it, by the country of the address, else French; null when it cannot be one. */
export function numberIn(question: Question, written: string): PhoneNumber | null {
  return readNumber(written, question.country ?? 'FR');
}

const sentences = {
  oneOfBoth: {
    fr: 'Donnez soit number, soit numbers.',
    en: 'Give either number or numbers.',
  },
  recordOfOne: {
    fr: 'Ce qui est enregistré se consulte pour un seul numéro à la fois : donnez number.',
    en: 'What is on record is looked up for one number at a time: give number.',
  },
  ownSeller: {
    fr: 'Ce qui est enregistré l’est pour votre donneur d’ordre : seller.id doit être le sien.',
    en: 'What is on record is your client’s: seller.id must be theirs.',
  },
  hours: {
    fr: 'La plage doit finir après son début.',
    en: 'The window must end after it begins.',
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

/** A problem with one field; the sentence is the problem's own. */
export function problemAt(pointer: string, code: ProblemCode, language: Language): Problem {
  return new Problem(code, { errors: [{ pointer, detail: problems[code][language] }] });
}

/** A question whose fields do not go together. */
export function disagreementAt(pointer: string, about: keyof typeof sentences, language: Language): Problem {
  return new Problem('invalid_request', { errors: [{ pointer, detail: sentences[about][language] }] });
}

function refuseUnknownZone({ timeZone }: Question, language: Language): void {
  if (timeZone && !isZone(timeZone)) throw problemAt('/timeZone', 'time_zone_unknown', language);
}

function sellerOf({ seller }: Question): Seller {
  const { id, employees, turnoverEuros, balanceSheetEuros, sellsMainlyToConsumers, sector } = seller;
  return {
    id,
    employees: employees ?? null,
    turnoverEuros: turnoverEuros ?? null,
    balanceSheetEuros: balanceSheetEuros ?? null,
    sellsMainlyToConsumers: sellsMainlyToConsumers ?? null,
    sector: sector ?? null,
  };
}

/** A number given as a text is one that the seller may show. */
function callerIdOf(question: Question, language: Language): CallerIdFacts {
  const { callerId, seller } = question;
  if (typeof callerId === 'string') {
    const number = numberIn(question, callerId);
    if (number === null) throw problemAt('/callerId', 'number_unreadable', language);
    return { ...plainCallerId, number, holder: seller.id, authorisation: asAsked };
  }
  const number = numberIn(question, callerId.number);
  if (number === null) throw problemAt('/callerId/number', 'number_unreadable', language);
  return {
    number,
    category: callerId.category ?? null,
    // Left out, the number is taken to be in order; null says that nothing is on record.
    holder: callerId.holder === undefined ? seller.id : callerId.holder,
    authorisation: callerId.authorisation === undefined ? asAsked : callerId.authorisation,
    allowedModes: callerId.allowedModes ?? null,
    validFromMs: msOf(callerId.validFrom),
    validToMs: msOf(callerId.validTo),
    isRegistered: callerId.registered,
    isWithheld: callerId.withheld,
  };
}

/** What stands for a document that the question leaves out. */
const asAsked = 'as asked';

const plainCallerId = {
  category: null,
  allowedModes: null,
  validFromMs: null,
  validToMs: null,
  isRegistered: true,
  isWithheld: false,
} as const;

type History = Pick<
  CallFacts,
  'consents' | 'contracts' | 'requests' | 'purchases' | 'attempts' | 'refusals' | 'registers'
>;

function historyOf(question: Question, ownId: string): History {
  const sellerOfRecord = ({ sellerId }: { sellerId?: string | null | undefined }) => sellerId ?? ownId;
  return {
    consents: question.consents.map((one) => ({
      sellerId: sellerOfRecord(one),
      object: one.object ?? null,
      form: one.form,
      givenAtMs: Date.parse(one.givenAt),
      expiresAtMs: msOf(one.expiresAt),
      proof: one.proof ?? null,
      withdrawnAtMs: msOf(one.withdrawnAt),
      agreedSlotsMs: one.agreedSlots.map((slot) => Date.parse(slot)),
      wasInformed: one.informed,
      namesAutomaticDialling: one.namesAutomaticDialling,
    })),
    contracts: question.contracts.map((one) => ({
      sellerId: sellerOfRecord(one),
      fromMs: Date.parse(one.from),
      endedAtMs: msOf(one.endedAt),
      isRelated: one.related,
    })),
    requests: question.requests.map((one) => ({
      sellerId: sellerOfRecord(one),
      atMs: Date.parse(one.at),
      object: one.object ?? null,
      proof: one.proof ?? null,
    })),
    purchases: question.purchases.map((one) => ({
      sellerId: sellerOfRecord(one),
      atMs: Date.parse(one.at),
      isSimilar: one.similar,
    })),
    attempts: question.attempts.map((one) => ({
      atMs: Date.parse(one.at),
      sellerId: sellerOfRecord(one),
      result: one.result,
      campaignId: one.campaign ?? null,
      object: one.object ?? null,
    })),
    refusals: question.refusals.map((one) => ({
      sellerId: sellerOfRecord(one),
      kind: one.kind,
      atMs: Date.parse(one.at),
    })),
    registers: registersOf(question),
  };
}

function registersOf({ registers }: Question): CallFacts['registers'] {
  const answers = Object.entries(registers).flatMap(([id, answer]) => {
    if (!answer) return [];
    const { listed, checkedAt, listedSince } = answer;
    return [[id, { isListed: listed, checkedAtMs: Date.parse(checkedAt), listedSinceMs: msOf(listedSince) }]];
  });
  return Object.fromEntries(answers);
}

function configOf({ config }: Question, language: Language): CallConfig {
  const { off, overrides, hours } = config;
  for (const [index, rule] of off.entries())
    refuseBinding(`/config/off/${index}`, rule, ['POLICY'], language);
  for (const [index, { rule }] of overrides.entries()) {
    refuseBinding(`/config/overrides/${index}/rule`, rule, ['POLICY', 'CODE'], language);
  }
  if (hours && hours.from >= hours.to) throw disagreementAt('/config/hours/to', 'hours', language);
  return {
    ringSeconds: config.ringSeconds ?? defaultCallConfig.ringSeconds,
    connectGuardSeconds: config.connectGuardSeconds ?? defaultCallConfig.connectGuardSeconds,
    off,
    overrides,
    hours: hours ?? null,
    attemptsMax: config.attemptsMax ?? null,
  };
}

function refuseBinding(pointer: string, id: string, allowed: readonly string[], language: Language): void {
  const rule = findRule(id);
  if (!rule) throw problemAt(pointer, 'rule_unknown', language);
  if (allowed.includes(rule.strength)) return;
  throw problemAt(pointer, rule.strength === 'CODE' ? 'rule_kind_wrong' : 'rule_is_law', language);
}

/** The contract lets nothing through that is not ISO 8601 with offset, which `Date.parse` reads exactly. */
function msOf(text: string | null | undefined): number | null {
  return text === null || text === undefined ? null : Date.parse(text);
}
