import {
  type AttemptId,
  type AttemptResult,
  type CampaignId,
  type ClientId,
  type Consent,
  type Disposition,
  type LeadId,
  type NetworkResult,
  type PastAttempt,
  type PersonFacts,
  type PhoneNumber,
  type Refusal,
  type RegisterAnswer,
  type RegisterId,
  registerIds,
} from '@alize/model';
import { type ConsentRow, consentsOfNumbers, toConsent } from './consents.ts';
import { isAnyOf } from './is-any-of.ts';
import type { Db } from './open-database.ts';
import { type OutsideAttemptRow, outsideAttemptsOfNumbers, toOutsideAttempt } from './outside-attempts.ts';
import { numbersOfPerson, numbersOfPersons } from './persons.ts';
import { type RelationRow, relationsOfNumbers, toRelations } from './relations.ts';

/** Where a person is, as far as a lead says. */
export interface KnownPlace {
  readonly postalCode: string | null;
  readonly country: string | null;
  readonly state: string | null;
  readonly timeZone: string | null;
}
const nowhere: KnownPlace = { postalCode: null, country: null, state: null, timeZone: null };

/**
 * Attempts older than this bear on no rule: the longest periods that a law counts in are a year (Washington,
 * WAC 284-18; Italian code of conduct), with a month to spare.
 */
const attemptMemoryMs = 400 * 24 * 3600_000;

/** Somebody whose facts are asked. */
export interface PersonToRead {
  readonly phoneNumber: PhoneNumber;
  readonly place?: KnownPlace;
  /** Numbers that are said to be theirs too, and need not be on record as such. */
  readonly otherNumbers?: readonly PhoneNumber[];
}

/**
 * All that is on record of the person with this number for one client, over all their numbers, campaigns and lists:
 * eight statements, each by an index. What has run out is given too: the rules read the dates.
 */
export async function personFacts(
  db: Db,
  asked: PersonToRead & {
    readonly clientId: ClientId;
    readonly nowMs: number;
    /** The person's numbers, when they have been read already. */
    readonly numbers?: readonly PhoneNumber[];
  },
): Promise<PersonFacts> {
  const { clientId, phoneNumber } = asked;
  const numbers = asked.numbers ?? (await numbersOfPerson(db, clientId, phoneNumber));
  const records = await readRecords(db, asked, numbers);
  return toFacts(asked, numbers, records, await readRegisters(db, [phoneNumber]));
}

/**
 * The same of many people, in their order: nine statements in all, and next to nothing for those of whom nothing is on
 * record.
 */
export async function personFactsOfMany(
  db: Db,
  asked: { readonly clientId: ClientId; readonly nowMs: number },
  people: readonly PersonToRead[],
): Promise<readonly PersonFacts[]> {
  if (people.length === 0) return [];
  const said = people.flatMap(({ phoneNumber, otherNumbers = [] }) => [phoneNumber, ...otherNumbers]);
  const numbersOf = await numbersOfPersons(db, asked.clientId, [...new Set(said)]);
  const all = new Set([...numbersOf.values()].flat());
  const records = await readRecords(db, asked, [...all]);
  const registers = await readRegisters(
    db,
    people.map((person) => person.phoneNumber),
  );
  return people.map((person) => {
    const own = [person.phoneNumber, ...(person.otherNumbers ?? [])];
    const numbers = new Set(own.flatMap((number) => numbersOf.get(number) ?? []));
    return toFacts({ ...asked, ...person }, [...numbers], records, registers);
  });
}

/** What is on record, by number. */
interface Records {
  readonly consents: ByNumber<ConsentRow>;
  readonly relations: ByNumber<RelationRow>;
  readonly attempts: ByNumber<AttemptRow>;
  readonly outsideAttempts: ByNumber<OutsideAttemptRow>;
  readonly suppressions: ByNumber<SuppressionRow>;
}
type ByNumber<Row> = ReadonlyMap<PhoneNumber, readonly Row[]>;

async function readRecords(
  db: Db,
  { clientId, nowMs }: { readonly clientId: ClientId; readonly nowMs: number },
  numbers: readonly PhoneNumber[],
): Promise<Records> {
  const sinceMs = nowMs - attemptMemoryMs;
  return {
    consents: byNumber(await consentsOfNumbers(db, clientId, numbers)),
    relations: byNumber(await relationsOfNumbers(db, clientId, numbers)),
    attempts: byNumber(await attemptsOfNumbers(db, clientId, numbers, sinceMs)),
    outsideAttempts: byNumber(await outsideAttemptsOfNumbers(db, clientId, numbers, sinceMs)),
    suppressions: byNumber(await suppressionsOfNumbers(db, clientId, numbers)),
  };
}

function byNumber<Row extends { readonly phone_number: PhoneNumber }>(rows: readonly Row[]): ByNumber<Row> {
  return Map.groupBy(rows, (row) => row.phone_number);
}

function toFacts(
  { clientId, phoneNumber, place = nowhere }: PersonToRead & { readonly clientId: ClientId },
  numbers: readonly PhoneNumber[],
  records: Records,
  registers: Registers,
): PersonFacts {
  const of = <Row>(rows: ByNumber<Row>) => numbers.flatMap((number) => rows.get(number) ?? []);
  const consents = of(records.consents);
  const attempts = of(records.attempts);
  return {
    number: phoneNumber,
    ...place,
    consents: [...consents.map(toConsent), ...agreedCallbacks(clientId, attempts)],
    ...toRelations(clientId, of(records.relations)),
    attempts: [
      ...attempts.map((row) => toPastAttempt(clientId, row)),
      ...of(records.outsideAttempts).map((row) => toOutsideAttempt(clientId, row)),
    ],
    refusals: [...refusalsIn(clientId, attempts), ...withdrawalsIn(consents)],
    suppressions: of(records.suppressions).map(toSuppression),
    registers: registers.listing.get(phoneNumber) ?? registers.unlisted,
  };
}

interface AttemptRow {
  readonly id: AttemptId;
  readonly phone_number: PhoneNumber;
  readonly campaign_id: CampaignId;
  readonly lead_id: LeadId;
  readonly number_of_lead: number;
  readonly network_result: NetworkResult | null;
  readonly is_abandoned: number;
  readonly detected: 'person' | 'machine' | null;
  readonly object: string | null;
  readonly created_at: number;
  readonly sent_at: number | null;
  readonly ringing_at: number | null;
  readonly disposition: Disposition | null;
  readonly disposed_at: number | null;
  readonly callback_at: number | null;
}

/** Index attempt_number. */
async function attemptsOfNumbers(
  db: Db,
  clientId: ClientId,
  numbers: readonly PhoneNumber[],
  sinceMs: number,
): Promise<readonly AttemptRow[]> {
  return db
    .selectFrom('attempt')
    .select([
      'id',
      'phone_number',
      'campaign_id',
      'lead_id',
      'number_of_lead',
      'network_result',
      'is_abandoned',
      'detected',
      'object',
      'created_at',
      'sent_at',
      'ringing_at',
      'disposition',
      'disposed_at',
      'callback_at',
    ])
    .where('client_id', '=', clientId)
    .where(isAnyOf(db, 'phone_number', numbers))
    .where('created_at', '>', sinceMs)
    .execute();
}

function toPastAttempt(clientId: ClientId, row: AttemptRow): PastAttempt {
  return {
    atMs: row.created_at,
    sellerId: clientId,
    result: resultOf(row),
    campaignId: row.campaign_id,
    object: row.object,
  };
}

/** A call that lives, or of which nobody knows what became, counts as one that rang. */
function resultOf(row: AttemptRow): AttemptResult {
  const mayHaveRung = row.sent_at !== null || row.ringing_at !== null;
  switch (row.network_result) {
    case 'answered':
      if (row.is_abandoned === 1) return 'abandoned';
      return isMachine(row) ? 'machine' : 'answered';
    case 'busy':
      return 'busy';
    case 'invalid_number':
      return 'not_reached';
    case 'congestion':
      return row.ringing_at === null ? 'not_reached' : 'no_answer';
    case 'cancelled':
      return mayHaveRung ? 'no_answer' : 'not_reached';
    case 'no_answer':
    case 'unknown':
    case null:
      return 'no_answer';
    default:
      return row.network_result satisfies never;
  }
}

function isMachine(row: AttemptRow): boolean {
  return row.detected === 'machine' || row.disposition === 'answering_machine';
}

/**
 * A callback agreed in a call is an exact instant that the person accepted, with the call as its proof. It is a slot,
 * and no consent to anything else: as one it is over when it is given. The next call of the lead uses it up.
 */
function agreedCallbacks(clientId: ClientId, attempts: readonly AttemptRow[]): readonly Consent[] {
  const newest = new Map<LeadId, number>();
  for (const { lead_id, number_of_lead } of attempts) {
    newest.set(lead_id, Math.max(newest.get(lead_id) ?? 0, number_of_lead));
  }
  return attempts.flatMap((row) => {
    const isUsed = row.number_of_lead !== newest.get(row.lead_id);
    if (isUsed || row.disposition !== 'callback' || row.callback_at === null) return [];
    const givenAtMs = row.disposed_at ?? row.created_at;
    return [
      {
        sellerId: clientId,
        object: null,
        form: 'express' as const,
        givenAtMs,
        expiresAtMs: givenAtMs,
        proof: `call ${row.id}`,
        withdrawnAtMs: null,
        agreedSlotsMs: [row.callback_at],
        wasInformed: false,
        namesAutomaticDialling: false,
      },
    ];
  });
}

const refusalOf: Partial<Record<Disposition, Refusal['kind']>> = {
  not_interested: 'not_interested',
  do_not_call: 'objection',
};

function refusalsIn(clientId: ClientId, attempts: readonly AttemptRow[]): readonly Refusal[] {
  return attempts.flatMap((row) => {
    const kind = row.disposition === null ? undefined : refusalOf[row.disposition];
    return kind ? [{ sellerId: clientId, kind, atMs: row.disposed_at ?? row.created_at }] : [];
  });
}

function withdrawalsIn(consents: readonly ConsentRow[]): readonly Refusal[] {
  return consents.flatMap(({ client_id, withdrawn_at }) =>
    withdrawn_at === null ? [] : [{ sellerId: client_id, kind: 'withdrawal' as const, atMs: withdrawn_at }],
  );
}

type SuppressionRow = Awaited<ReturnType<typeof suppressionsOfNumbers>>[number];

/** Index suppression_number. */
function suppressionsOfNumbers(db: Db, clientId: ClientId, numbers: readonly PhoneNumber[]) {
  return db
    .selectFrom('suppression')
    .select(['phone_number', 'scope', 'reason', 'created_at', 'expires_at'])
    .where(isAnyOf(db, 'phone_number', numbers))
    .where((where) => where.or([where('client_id', 'is', null), where('client_id', '=', clientId)]))
    .execute();
}

function toSuppression(row: SuppressionRow) {
  return { scope: row.scope, reason: row.reason, fromMs: row.created_at, expiresAtMs: row.expires_at };
}

/** What our copies of the registers say; a register that was never brought in is left out. */
interface Registers {
  readonly unlisted: PersonFacts['registers'];
  /** Of the numbers that are on any. */
  readonly listing: ReadonlyMap<PhoneNumber, PersonFacts['registers']>;
}

async function readRegisters(db: Db, numbers: readonly PhoneNumber[]): Promise<Registers> {
  const held = await db.selectFrom('register').select(['id', 'checked_at']).execute();
  const unlisted: Partial<Record<RegisterId, RegisterAnswer>> = {};
  for (const { id: text, checked_at: checkedAtMs } of held) {
    const id = registerIds.find((each) => each === text);
    if (id) unlisted[id] = { isListed: false, checkedAtMs, listedSinceMs: null };
  }
  const listing = new Map<PhoneNumber, typeof unlisted>();
  for (const row of await registerEntries(db, held, numbers)) {
    const answers = listing.get(row.phone_number) ?? { ...unlisted };
    listing.set(row.phone_number, answers);
    const id = registerIds.find((each) => each === row.register_id);
    const answer = id && answers[id];
    if (answer) answers[id] = { ...answer, isListed: true, listedSinceMs: row.listed_since };
  }
  return { unlisted, listing };
}

/** The primary key of register_number is the index. */
async function registerEntries(
  db: Db,
  held: readonly { readonly id: string }[],
  numbers: readonly PhoneNumber[],
) {
  if (held.length === 0) return [];
  return db
    .selectFrom('register_number')
    .select(['register_id', 'phone_number', 'listed_since'])
    .where(
      'register_id',
      'in',
      held.map(({ id }) => id),
    )
    .where(isAnyOf(db, 'phone_number', numbers))
    .execute();
}
