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
import { sql } from 'kysely';
import { type ConsentRow, consentsOfNumbers, toConsent } from './consents.ts';
import type { Db } from './open-database.ts';
import { outsideAttemptsOfNumbers } from './outside-attempts.ts';
import { numbersOfPerson } from './persons.ts';
import { relationsOfNumbers } from './relations.ts';

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

/**
 * All that is on record of the person with this number for one client, over all their numbers, campaigns and lists:
 * seven statements, each by an index. What has run out is given too: the rules read the dates.
 */
export async function personFacts(
  db: Db,
  asked: {
    readonly clientId: ClientId;
    readonly phoneNumber: PhoneNumber;
    readonly nowMs: number;
    readonly place?: KnownPlace;
    /** The person's numbers, when they have been read already. */
    readonly numbers?: readonly PhoneNumber[];
  },
): Promise<PersonFacts> {
  const { clientId, phoneNumber, nowMs, place = nowhere } = asked;
  const numbers = asked.numbers ?? (await numbersOfPerson(db, clientId, phoneNumber));
  const consents = await consentsOfNumbers(db, clientId, numbers);
  const attempts = await attemptsOfNumbers(db, clientId, numbers, nowMs - attemptMemoryMs);
  return {
    number: phoneNumber,
    ...place,
    consents: [...consents.map(toConsent), ...agreedCallbacks(clientId, attempts)],
    ...(await relationsOfNumbers(db, clientId, numbers)),
    attempts: [
      ...attempts.map((row) => toPastAttempt(clientId, row)),
      ...(await outsideAttemptsOfNumbers(db, clientId, numbers, nowMs - attemptMemoryMs)),
    ],
    refusals: [...refusalsIn(clientId, attempts), ...withdrawalsIn(consents)],
    suppressions: await suppressionsOfNumbers(db, clientId, numbers),
    registers: await registersOf(db, phoneNumber),
  };
}

interface AttemptRow {
  readonly id: AttemptId;
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
    .where('phone_number', 'in', [...numbers])
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

/** Index suppression_number. */
async function suppressionsOfNumbers(db: Db, clientId: ClientId, numbers: readonly PhoneNumber[]) {
  const rows = await db
    .selectFrom('suppression')
    .select(['scope', 'reason', 'created_at', 'expires_at'])
    .where('phone_number', 'in', [...numbers])
    .where((where) => where.or([where('client_id', 'is', null), where('client_id', '=', clientId)]))
    .execute();
  return rows.map((row) => ({
    scope: row.scope,
    reason: row.reason,
    fromMs: row.created_at,
    expiresAtMs: row.expires_at,
  }));
}

/** What our copies of the registers say of a number; a register that was never brought in is left out. */
async function registersOf(db: Db, phoneNumber: PhoneNumber): Promise<PersonFacts['registers']> {
  const rows = await db
    .selectFrom('register')
    .leftJoin('register_number', (join) =>
      join
        .onRef('register_number.register_id', '=', 'register.id')
        .on('register_number.phone_number', '=', phoneNumber),
    )
    .select([
      'register.id',
      'register.checked_at',
      'register_number.listed_since',
      sql<number>`register_number.phone_number is not null`.as('is_listed'),
    ])
    .execute();
  const answers: Partial<Record<RegisterId, RegisterAnswer>> = {};
  for (const row of rows) {
    const id = registerIds.find((each) => each === row.id);
    if (!id) continue;
    answers[id] = {
      isListed: Boolean(row.is_listed),
      checkedAtMs: row.checked_at,
      listedSinceMs: row.listed_since,
    };
  }
  return answers;
}
