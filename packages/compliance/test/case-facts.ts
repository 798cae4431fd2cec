import type {
  AttemptResult,
  CallConfig,
  CallerIdFacts,
  CallFacts,
  ConsentForm,
  PhoneNumber,
  RefusalKind,
} from '@alize/model';
import { defaultCallConfig, readNumber } from '../src/index.ts';
import type { CaseFile, WrittenCase } from './read-cases.ts';

/** What a written case asks of `judge`. Throws, with the words, when they cannot be read. */
export function factsOf(file: CaseFile, written: WrittenCase): CallFacts {
  const values = { ...valuesOf(file.defaults.facts), ...valuesOf(written.facts) };
  const isAlone = written.history.startsWith('only');
  const history = [...(isAlone ? [] : entriesOf(file.defaults.history)), ...entriesOf(written.history)];
  const facts = { ...plainFacts(file, written, values), ...sellerAndConfig(file, values) };
  return history.reduce((known, entry) => withEntry(known, entry, file.zone), facts);
}

/** The instant of `2026-08-11 10:00`, with its own zone behind it or the file's; or an instant ending in Z. */
export function instantAt(written: string, zone: string): Temporal.Instant {
  if (written.endsWith('Z')) return Temporal.Instant.from(written);
  const [date, time = '12:00', ownZone = zone] = written.split(' ');
  return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(ownZone).toInstant();
}

type Values = Readonly<Record<string, string>>;

function valuesOf(cell: string): Values {
  const pairs = cell.split(';').map((pair) => pair.trim());
  return Object.fromEntries(
    pairs
      .filter((pair) => pair !== '')
      .map((pair) => {
        const [key, ...value] = pair.split('=');
        if (!key || value.length === 0) throw new Error(`facts are key=value: ${pair}`);
        return [known(key.trim()), value.join('=').trim()] as const;
      }),
  );
}

const keys =
  'purpose person postal country state zone line sector object mode campaign seller caller caller_category caller_holder caller_authorisation caller_modes caller_from caller_to caller_unregistered withheld employees turnover balance consumers seller_sector ring guard off override hours attempts_max'.split(
    ' ',
  );

function known(key: string): string {
  if (!keys.includes(key)) throw new Error(`no such fact: ${key}`);
  return key;
}

function plainFacts(file: CaseFile, written: WrittenCase, values: Values) {
  const said = (key: string) => values[key] || null;
  // The words of a table are checked by what they make the judge say; a wrong one fails its row.
  return {
    number: numberIn(written.number || file.defaults.number, file.country),
    lineType: said('line'),
    person: said('person') ?? 'consumer',
    postalCode: said('postal'),
    country: said('country'),
    state: said('state'),
    timeZone: said('zone'),
    purpose: said('purpose'),
    sector: said('sector'),
    object: said('object'),
    mode: said('mode'),
    campaignId: said('campaign'),
    trunkKind: null,
    consents: [],
    contracts: [],
    requests: [],
    purchases: [],
    attempts: [],
    refusals: [],
    suppressions: [],
    registers: {},
  } as unknown as Omit<CallFacts, 'seller' | 'callerId' | 'config'>;
}

function sellerAndConfig(file: CaseFile, values: Values) {
  const number = (key: string) => (values[key] ? Number(values[key]) : null);
  const seller = {
    id: values.seller || 'seller',
    employees: number('employees'),
    turnoverEuros: number('turnover'),
    balanceSheetEuros: number('balance'),
    sellsMainlyToConsumers: values.consumers ? values.consumers === 'yes' : null,
    sector: (values.seller_sector || null) as CallFacts['seller']['sector'],
  };
  return { seller, callerId: callerIdOf(file, values), config: configOf(values) };
}

function callerIdOf(file: CaseFile, values: Values): CallerIdFacts {
  const day = (key: string) =>
    values[key] ? instantAt(`${values[key]} 00:00`, file.zone).epochMilliseconds : null;
  return {
    number: numberIn(values.caller ?? '', file.country),
    category: (values.caller_category || null) as CallerIdFacts['category'],
    holder: (values.caller_holder ?? 'the seller') || null,
    authorisation: (values.caller_authorisation ?? 'contract 1') || null,
    allowedModes: (values.caller_modes?.split('|') ?? null) as CallerIdFacts['allowedModes'],
    validFromMs: day('caller_from'),
    validToMs: day('caller_to'),
    isRegistered: values.caller_unregistered !== 'yes',
    isWithheld: values.withheld === 'yes',
  };
}

function configOf(values: Values): CallConfig {
  const [from, to] = values.hours?.split('-') ?? [];
  return {
    ringSeconds: Number(values.ring || defaultCallConfig.ringSeconds),
    connectGuardSeconds: Number(values.guard || defaultCallConfig.connectGuardSeconds),
    off: values.off?.split('|') ?? [],
    overrides: (values.override?.split('|') ?? []).map((rule) => ({ rule, reason: 'as agreed' })),
    hours: from && to ? { from, to } : null,
    attemptsMax: values.attempts_max ? Number(values.attempts_max) : null,
  };
}

function numberIn(written: string, country: string): PhoneNumber {
  const number = readNumber(written, country);
  if (!number) throw new Error(`not a number: ${written}`);
  return number;
}

interface Entry {
  readonly word: string;
  readonly rest: string;
  readonly details: readonly string[];
}

function entriesOf(cell: string): readonly Entry[] {
  return cell
    .split(';')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '' && entry !== 'only')
    .map((entry) => {
      const [, word, rest = '', details = ''] = /^(\w+) ([^(]*?) *(?:\((.*)\))?$/.exec(entry) ?? [];
      if (!word) throw new Error(`history is a word, an instant and (details): ${entry}`);
      return { word, rest, details: details.split(',').map((detail) => detail.trim()) };
    });
}

function withEntry(facts: CallFacts, entry: Entry, zone: string): CallFacts {
  const atMs = (written: string) => instantAt(written, zone).epochMilliseconds;
  const has = (word: string) => entry.details.includes(word);
  const value = (key: string) =>
    entry.details.find((detail) => detail.startsWith(`${key}=`))?.slice(key.length + 1) ?? null;
  const time = (key: string) => (value(key) === null ? null : atMs(value(key) ?? ''));
  const sellerId = value('seller') ?? facts.seller.id;
  const first = entry.details[0] ?? '';
  switch (entry.word) {
    case 'consent': {
      const forms = ['tacit', 'express', 'written'] as const satisfies readonly ConsentForm[];
      const consent = {
        sellerId,
        object: has('no-object') ? null : (value('object') ?? facts.object),
        form: forms.find(has) ?? 'express',
        givenAtMs: atMs(entry.rest),
        expiresAtMs: time('expires'),
        proof: has('no-proof') ? null : 'record 1',
        withdrawnAtMs: time('withdrawn'),
        agreedSlotsMs: entry.details
          .filter((detail) => detail.startsWith('slot='))
          .map((detail) => atMs(detail.slice(5))),
        wasInformed: !has('not-informed'),
        namesAutomaticDialling: has('automatic'),
      };
      return { ...facts, consents: [...facts.consents, consent] };
    }
    case 'contract': {
      const contract = {
        sellerId,
        fromMs: atMs(entry.rest),
        endedAtMs: time('ended'),
        isRelated: !has('unrelated'),
      };
      return { ...facts, contracts: [...facts.contracts, contract] };
    }
    case 'request': {
      const request = {
        sellerId,
        atMs: atMs(entry.rest),
        object: value('object'),
        proof: has('no-proof') ? null : 'record 1',
      };
      return { ...facts, requests: [...facts.requests, request] };
    }
    case 'purchase':
      return {
        ...facts,
        purchases: [...facts.purchases, { sellerId, atMs: atMs(entry.rest), isSimilar: !has('different') }],
      };
    case 'attempt': {
      const result = first.includes('=') || first === '' ? 'no_answer' : (first as AttemptResult);
      const attempt = {
        atMs: atMs(entry.rest),
        sellerId,
        result,
        campaignId: value('campaign'),
        object: value('object'),
      };
      return { ...facts, attempts: [...facts.attempts, attempt] };
    }
    case 'refusal':
      return {
        ...facts,
        refusals: [...facts.refusals, { sellerId, kind: first as RefusalKind, atMs: atMs(entry.rest) }],
      };
    case 'register': {
      const [id = '', ...instant] = entry.rest.split(' ');
      const answer = {
        isListed: has('listed'),
        checkedAtMs: atMs(instant.join(' ')),
        listedSinceMs: time('since'),
      };
      return { ...facts, registers: { ...facts.registers, [id]: answer } };
    }
    case 'suppressed': {
      const suppression = {
        scope: first as 'client' | 'centre' | 'law',
        reason: 'objection',
        fromMs: atMs(entry.rest),
        expiresAtMs: time('expires'),
      };
      return { ...facts, suppressions: [...facts.suppressions, suppression] };
    }
    default:
      throw new Error(`no such word of history: ${entry.word}`);
  }
}
