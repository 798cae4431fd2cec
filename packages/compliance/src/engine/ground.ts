import type { CallFacts, Consent } from '@alize/model';
import { civilOf, dayOf } from '../calendars/civil-day.ts';
import { addWorkingDays } from '../calendars/working-days.ts';
import type { Ground } from '../pack.ts';
import { isHoliday } from './holiday.ts';
import type { Question } from './verdict.ts';
import { dayMs, instantOf, localDay, localMoment } from './zone-clock.ts';

/** Whether a ground holds now; if not, from when it will at the earliest (Infinity: never by itself). */
export interface Standing {
  readonly holds: boolean;
  readonly fromMs: number;
  /** It would hold if the call said what it is about. */
  readonly lacksObject: boolean;
}

const holding: Standing = { holds: true, fromMs: -Infinity, lacksObject: false };
const lacking: Standing = { holds: false, fromMs: Infinity, lacksObject: false };

/** The best of several grounds. Consents count only when given after `sinceMs`. */
export function standingOf(grounds: readonly Ground[], question: Question, sinceMs = -Infinity): Standing {
  let best = lacking;
  for (const ground of grounds) {
    const standing = standingOfOne(ground, question, sinceMs);
    if (standing.holds) return standing;
    best = {
      holds: false,
      fromMs: Math.min(best.fromMs, standing.fromMs),
      lacksObject: best.lacksObject || standing.lacksObject,
    };
  }
  return best;
}

function standingOfOne(ground: Ground, question: Question, sinceMs: number): Standing {
  switch (ground.by) {
    case 'consent':
      return byConsent(ground, question, sinceMs);
    case 'contract':
      return byContract(ground, question);
    case 'purchase':
      return byPurchase(ground, question);
    case 'request':
      return byRequest(ground, question);
    case 'slot':
      return bySlot(ground.minutesMax, question);
  }
}

type ConsentGround = Extract<Ground, { by: 'consent' }>;

function byConsent(ground: ConsentGround, { facts, now }: Question, sinceMs: number): Standing {
  let fromMs = Infinity;
  let lacksObject = false;
  for (const consent of facts.consents) {
    if (consent.givenAtMs <= sinceMs || !isGood(consent, ground, facts)) continue;
    if (now.ms >= endOf(consent, ground)) continue;
    const object = ground.sameObject ? compareObjects(consent.object, facts.object) : 'same';
    if (object === 'unknown') lacksObject = true;
    if (object !== 'same') continue;
    if (consent.givenAtMs <= now.ms) return holding;
    fromMs = Math.min(fromMs, consent.givenAtMs);
  }
  return fromMs === Infinity && !lacksObject ? lacking : { holds: false, fromMs, lacksObject };
}

const formRank = { tacit: 0, express: 1, written: 2 } as const;

/** Its seller's, as strong as asked, on record, and never taken back. */
function isGood(consent: Consent, ground: ConsentGround, facts: CallFacts): boolean {
  return (
    consent.sellerId === facts.seller.id &&
    formRank[consent.form] >= formRank[ground.form ?? 'tacit'] &&
    !(ground.proven && consent.proof === null) &&
    !(ground.informed && !consent.wasInformed) &&
    !isTakenBack(consent, facts)
  );
}

/** A withdrawal counts whatever its instant: a clock that went back does not bring a consent to life again. */
function isTakenBack(consent: Consent, { refusals }: CallFacts): boolean {
  return (
    consent.withdrawnAtMs !== null ||
    refusals.some(
      ({ kind, sellerId, atMs }) =>
        kind !== 'not_interested' && sellerId === consent.sellerId && atMs >= consent.givenAtMs,
    )
  );
}

function endOf(consent: Consent, { daysMax }: ConsentGround): number {
  const ownEnd = consent.expiresAtMs ?? Infinity;
  return daysMax === undefined ? ownEnd : Math.min(ownEnd, consent.givenAtMs + daysMax * dayMs);
}

/** `unknown` when the record names an object and the call does not. A record that names none covers nothing. */
function compareObjects(onRecord: string | null, ofCall: string | null): 'same' | 'other' | 'unknown' {
  if (onRecord === null) return 'other';
  if (ofCall === null) return 'unknown';
  return fold(onRecord) === fold(ofCall) ? 'same' : 'other';
}

function fold(words: string): string {
  return words.trim().toLowerCase();
}

function byContract(ground: Extract<Ground, { by: 'contract' }>, { facts, now }: Question): Standing {
  let fromMs = Infinity;
  for (const contract of facts.contracts) {
    if (contract.sellerId !== facts.seller.id || (ground.related && !contract.isRelated)) continue;
    const endMs =
      contract.endedAtMs === null ? Infinity : contract.endedAtMs + (ground.endedDaysMax ?? 0) * dayMs;
    if (now.ms >= endMs) continue;
    if (contract.fromMs <= now.ms) return holding;
    fromMs = Math.min(fromMs, contract.fromMs);
  }
  return fromMs === Infinity ? lacking : { holds: false, fromMs, lacksObject: false };
}

function byPurchase(ground: Extract<Ground, { by: 'purchase' }>, { facts, now }: Question): Standing {
  let fromMs = Infinity;
  for (const purchase of facts.purchases) {
    if (purchase.sellerId !== facts.seller.id || (ground.similar && !purchase.isSimilar)) continue;
    if (now.ms >= addMonths(now.zone, purchase.atMs, ground.monthsMax)) continue;
    if (purchase.atMs <= now.ms) return holding;
    fromMs = Math.min(fromMs, purchase.atMs);
  }
  return fromMs === Infinity ? lacking : { holds: false, fromMs, lacksObject: false };
}

function byRequest(ground: Extract<Ground, { by: 'request' }>, question: Question): Standing {
  const { facts, now } = question;
  let fromMs = Infinity;
  let lacksObject = false;
  for (const request of facts.requests) {
    if (request.sellerId !== facts.seller.id || (ground.proven && request.proof === null)) continue;
    if (now.ms >= endOfRequest(ground, request.atMs, question)) continue;
    // Who asked to be called and named nothing asked about everything.
    const isBound = ground.sameObject && request.object !== null;
    const object = isBound ? compareObjects(request.object, facts.object) : 'same';
    if (object === 'unknown') lacksObject = true;
    if (object !== 'same') continue;
    if (request.atMs <= now.ms) return holding;
    fromMs = Math.min(fromMs, request.atMs);
  }
  return fromMs === Infinity && !lacksObject ? lacking : { holds: false, fromMs, lacksObject };
}

/** The end of the last working day, or of the months, that follow the request. */
function endOfRequest(
  { workingDaysMax, monthsMax }: Extract<Ground, { by: 'request' }>,
  atMs: number,
  { place, now }: Question,
): number {
  const months = monthsMax === undefined ? Infinity : addMonths(now.zone, atMs, monthsMax);
  if (!workingDaysMax) return months;
  const { days, calendar } = workingDaysMax;
  const last = addWorkingDays(localDay(now.zone, atMs), days, (day) => isHoliday(calendar, day, place));
  return Math.min(months, instantOf(now.zone, last + 1, 0));
}

/** An agreed slot is a consent to one instant: it must be provable and not taken back. */
function bySlot(minutesMax: number, { facts, now }: Question): Standing {
  let fromMs = Infinity;
  for (const consent of facts.consents) {
    if (consent.sellerId !== facts.seller.id || consent.proof === null || isTakenBack(consent, facts))
      continue;
    for (const slotMs of consent.agreedSlotsMs) {
      if (slotMs <= now.ms && now.ms < slotMs + minutesMax * 60_000) return holding;
      if (slotMs > now.ms) fromMs = Math.min(fromMs, slotMs);
    }
  }
  return fromMs === Infinity ? lacking : { holds: false, fromMs, lacksObject: false };
}

/** The same local day and time so many months later; the last day of a shorter month. */
export function addMonths(zone: string, ms: number, months: number): number {
  const { day, msOfDay } = localMoment(zone, ms);
  const { year, month, dayOfMonth } = civilOf(day);
  const count = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  const monthEnd = dayOf(toYear + Math.floor(toMonth / 12), (toMonth % 12) + 1, 1) - 1;
  return instantOf(zone, Math.min(dayOf(toYear, toMonth, 1) + dayOfMonth - 1, monthEnd), msOfDay);
}
