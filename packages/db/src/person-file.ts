import type { Answers, CallFacts, Citation, ClientId, CustomValue, PhoneNumber } from '@alize/model';
import { deliveriesOfPerson } from './delivery-records.ts';
import { handoversOfPerson } from './handovers-of-person.ts';
import { correctionsOfPerson } from './lead-changes.ts';
import { leadsOfNumbers, phonesOfLeads } from './lead-phones.ts';
import type { Db } from './open-database.ts';
import { numbersOfPerson } from './persons.ts';

/** All that one client has on record of one person. Instants in UTC milliseconds. */
export type PersonFile = Awaited<ReturnType<typeof personFile>>;

/**
 * Everything on record of the person with this number, over all their numbers with this client: what the file of a
 * right of access must hold (GDPR art. 15). Entries of the centre's and the law's suppression lists are the same for
 * every client, so they are in it too; another client's data never is.
 */
export async function personFile(db: Db, clientId: ClientId, phoneNumber: PhoneNumber) {
  const numbers = await numbersOfPerson(db, clientId, phoneNumber);
  const person = { db, clientId, numbers };
  const attempts = await attemptsOf(person);
  return {
    numbers,
    leads: await leadsOf(person),
    attempts,
    rulings: await rulingsOf(person),
    consents: await consentsOf(person),
    relations: await relationsOf(person),
    appointments: await appointmentsOf(person),
    interviews: await interviewsOf(person),
    corrections: await correctionsOfPerson(db, person),
    suppressions: await suppressionsOf(person),
    refusals: attempts.flatMap(({ id, disposition, disposedAtMs }) =>
      disposition === 'not_interested' || disposition === 'do_not_call'
        ? [{ attemptId: id, kind: disposition, atMs: disposedAtMs }]
        : [],
    ),
    outsideAttempts: await outsideAttemptsOf(person),
    handovers: await handoversOfPerson(db, person),
    deliveries: await deliveriesOfPerson(db, person),
    /** None are made yet. */
    recordings: [],
  };
}

interface Person {
  readonly db: Db;
  readonly clientId: ClientId;
  readonly numbers: readonly PhoneNumber[];
}

/** Index lead_phone_number. */
async function leadsOf({ db, clientId, numbers }: Person) {
  const rows = await db
    .selectFrom('lead')
    .innerJoin('campaign', 'campaign.id', 'lead.campaign_id')
    .innerJoin('list', 'list.id', 'lead.list_id')
    .leftJoin('import', 'import.id', 'lead.import_id')
    .select([
      'lead.id',
      'campaign.name as campaignName',
      'list.name as listName',
      'lead.phone_number as phoneNumber',
      'lead.reference',
      'lead.civility',
      'lead.first_name as firstName',
      'lead.last_name as lastName',
      'lead.company',
      'lead.email',
      'lead.birth_date as birthDate',
      'lead.address',
      'lead.address_extra as addressExtra',
      'lead.postal_code as postalCode',
      'lead.city',
      'lead.country',
      'lead.state_of_address as stateOfAddress',
      'lead.time_zone as timeZone',
      'lead.comment',
      'lead.consent_at as consentAtMs',
      'lead.consent_source as consentSource',
      'lead.custom',
      'lead.state',
      'lead.closed_reason as closedReason',
      'lead.next_try_at as nextTryAtMs',
      'lead.created_at as createdAtMs',
      'import.file_name as fileName',
    ])
    .where('lead.client_id', '=', clientId)
    .where('lead.id', 'in', leadsOfNumbers(db, clientId, numbers))
    .orderBy('lead.id')
    .execute();
  const phones = await phonesOfLeads(
    db,
    clientId,
    rows.map(({ id }) => id),
  );
  return rows.map(({ custom, ...row }) => ({
    ...row,
    phones: phones.get(row.id) ?? [],
    // Written by this package alone, as JSON of such values.
    custom: JSON.parse(custom) as Record<string, CustomValue>,
  }));
}

/** Index attempt_number. */
async function attemptsOf({ db, clientId, numbers }: Person) {
  const rows = await db
    .selectFrom('attempt')
    .innerJoin('campaign', 'campaign.id', 'attempt.campaign_id')
    .leftJoin('user', 'user.id', 'attempt.agent_id')
    .leftJoin('outcome', 'outcome.attempt_id', 'attempt.id')
    .select([
      'attempt.id',
      'attempt.lead_id as leadId',
      'campaign.name as campaignName',
      'attempt.phone_number as phoneNumber',
      'attempt.caller_id as callerId',
      'attempt.dial_mode as dialMode',
      'attempt.object',
      'attempt.ruling_id as rulingId',
      'attempt.network_result as networkResult',
      'attempt.end_reason as endReason',
      'attempt.is_abandoned as isAbandoned',
      'attempt.detected',
      'user.name as agentName',
      'attempt.disposition',
      'attempt.disposed_at as disposedAtMs',
      'attempt.note',
      'attempt.callback_at as callbackAtMs',
      'attempt.created_at as createdAtMs',
      'attempt.ringing_at as ringingAtMs',
      'attempt.answered_at as answeredAtMs',
      'attempt.connected_at as connectedAtMs',
      'attempt.ended_at as endedAtMs',
      'outcome.kind as outcomeKind',
      'outcome.data as outcomeData',
    ])
    .where('attempt.client_id', '=', clientId)
    .where('attempt.phone_number', 'in', [...numbers])
    .orderBy('attempt.created_at')
    .execute();
  const answers = await answersOfCalls({ db, clientId, numbers });
  return rows.map(({ isAbandoned, outcomeKind, outcomeData, ...row }) => ({
    ...row,
    isAbandoned: isAbandoned === 1,
    answers: answers.filter(({ attemptId }) => attemptId === row.id).map(({ attemptId: _, ...rest }) => rest),
    // Written by insertOutcome alone.
    outcome: outcomeKind ? { kind: outcomeKind, data: JSON.parse(outcomeData ?? '{}') as Answers } : null,
  }));
}

async function answersOfCalls({ db, clientId, numbers }: Person) {
  const rows = await db
    .selectFrom('answer')
    .innerJoin('attempt', 'attempt.id', 'answer.attempt_id')
    .select([
      'answer.attempt_id as attemptId',
      'answer.question_id as questionId',
      'answer.value',
      'answer.at as atMs',
    ])
    .where('attempt.client_id', '=', clientId)
    .where('attempt.phone_number', 'in', [...numbers])
    .orderBy('answer.at')
    .execute();
  // Written by the agent's desk alone, as JSON.
  return rows.map((row) => ({ ...row, value: JSON.parse(row.value) as Answers[string] }));
}

/** Indexes lead_phone_number and ruling_lead. */
async function rulingsOf({ db, clientId, numbers }: Person) {
  const rows = await db
    .selectFrom('lead')
    .innerJoin('ruling', 'ruling.lead_id', 'lead.id')
    .select([
      'ruling.id',
      'ruling.lead_id as leadId',
      'ruling.attempt_id as attemptId',
      'ruling.at as atMs',
      'ruling.kind',
      'ruling.rules',
      'ruling.until as untilMs',
      'ruling.pack_version as packVersion',
      'ruling.zone_data_version as zoneDataVersion',
      'ruling.number_in_chain as numberInChain',
      'ruling.sha256',
      'ruling.facts',
    ])
    .where('lead.client_id', '=', clientId)
    .where('lead.id', 'in', leadsOfNumbers(db, clientId, numbers))
    .orderBy('ruling.at')
    .execute();
  return rows.map((row) => ({
    ...row,
    // Both written by appendRulings alone.
    rules: JSON.parse(row.rules) as Citation[],
    facts: row.facts === null ? null : (JSON.parse(row.facts) as CallFacts),
  }));
}

/** Indexes lead_phone_number and interview_lead. */
async function interviewsOf({ db, clientId, numbers }: Person) {
  const rows = await db
    .selectFrom('interview')
    .innerJoin('campaign', 'campaign.id', 'interview.campaign_id')
    .leftJoin('user', 'user.id', 'interview.agent_id')
    .select([
      'interview.id',
      'interview.lead_id as leadId',
      'campaign.name as campaignName',
      'interview.channel',
      'interview.state',
      'interview.cell',
      'interview.answers',
      'user.name as agentName',
      'interview.started_at as startedAtMs',
      'interview.ended_at as endedAtMs',
    ])
    .where('interview.client_id', '=', clientId)
    .where('interview.lead_id', 'in', leadsOfNumbers(db, clientId, numbers))
    .orderBy('interview.started_at')
    .execute();
  // Written by storeInterview alone.
  return rows.map((row) => ({ ...row, answers: JSON.parse(row.answers) as Answers }));
}

/** Index consent_number. */
async function consentsOf({ db, clientId, numbers }: Person) {
  const rows = await db
    .selectFrom('consent')
    .select([
      'id',
      'phone_number as phoneNumber',
      'object',
      'form',
      'given_at as givenAtMs',
      'expires_at as expiresAtMs',
      'proof',
      'proof_sha256 as proofSha256',
      'wording',
      'channel',
      'was_informed as wasInformed',
      'names_automatic_dialling as namesAutomaticDialling',
      'agreed_slots as agreedSlots',
      'withdrawn_at as withdrawnAtMs',
      'withdrawn_how as withdrawnHow',
    ])
    .where('client_id', '=', clientId)
    .where('phone_number', 'in', [...numbers])
    .orderBy('given_at')
    .execute();
  return rows.map(({ wasInformed, namesAutomaticDialling, agreedSlots, ...row }) => ({
    ...row,
    wasInformed: wasInformed === 1,
    namesAutomaticDialling: namesAutomaticDialling === 1,
    // Written by insertConsents alone.
    agreedSlotsMs: JSON.parse(agreedSlots) as number[],
  }));
}

/** Index relation_number. */
async function relationsOf({ db, clientId, numbers }: Person) {
  const rows = await db
    .selectFrom('relation')
    .select([
      'id',
      'phone_number as phoneNumber',
      'kind',
      'at as atMs',
      'ended_at as endedAtMs',
      'object',
      'is_related as isRelated',
      'proof',
    ])
    .where('client_id', '=', clientId)
    .where('phone_number', 'in', [...numbers])
    .orderBy('at')
    .execute();
  return rows.map((row) => ({ ...row, isRelated: row.isRelated === 1 }));
}

/** Index appointment_lead. */
function appointmentsOf({ db, clientId, numbers }: Person) {
  return db
    .selectFrom('appointment')
    .innerJoin('calendar', 'calendar.id', 'appointment.calendar_id')
    .select([
      'appointment.id',
      'appointment.lead_id as leadId',
      'appointment.attempt_id as attemptId',
      'calendar.name as calendarName',
      'appointment.state',
      'appointment.starts_at as startsAtMs',
      'appointment.ends_at as endsAtMs',
      'appointment.booked_at as bookedAtMs',
      'appointment.confirmed_at as confirmedAtMs',
      'appointment.reason',
      'appointment.note',
    ])
    .where('appointment.client_id', '=', clientId)
    .where('appointment.lead_id', 'in', leadsOfNumbers(db, clientId, numbers))
    .orderBy('appointment.starts_at')
    .execute();
}

/** Index suppression_number. */
function suppressionsOf({ db, clientId, numbers }: Person) {
  return db
    .selectFrom('suppression')
    .select([
      'id',
      'phone_number as phoneNumber',
      'scope',
      'reason',
      'source',
      'created_at as createdAtMs',
      'expires_at as expiresAtMs',
    ])
    .where('phone_number', 'in', [...numbers])
    .where((where) => where.or([where('client_id', '=', clientId), where('client_id', 'is', null)]))
    .orderBy('created_at')
    .execute();
}

/** The unique key of outside_attempt is the index. */
function outsideAttemptsOf({ db, clientId, numbers }: Person) {
  return db
    .selectFrom('outside_attempt')
    .select(['id', 'phone_number as phoneNumber', 'at as atMs', 'result', 'object', 'source'])
    .where('client_id', '=', clientId)
    .where('phone_number', 'in', [...numbers])
    .orderBy('at')
    .execute();
}
