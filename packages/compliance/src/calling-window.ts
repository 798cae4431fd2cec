import type { CallFacts } from './facts.ts';
import { isFrenchHoliday } from './french-calendar.ts';
import { type Moment, met, silent, type Verdict } from './rule.ts';

/** C. conso. D.223-9 al. 1: Monday to Friday, the person's own time; half-open. */
const windows = [
  { from: '10:00', to: '13:00' },
  { from: '14:00', to: '20:00' },
] as const;

/** POLICY: an agreed slot may be begun this long after its instant. */
const slotMinutes = 15;

/** First local day of the regime of loi 2025-594, art. 13 III. */
export const reformDate = '2026-08-11';

/** FR-HOURS: inside a window, and the telephone would have stopped ringing before its end. */
export function checkHours(facts: CallFacts, moment: Moment): Verdict {
  if (isFreed(facts, moment)) return silent;
  const ends = moment.local.add({ seconds: facts.ringSeconds });
  const isInside = windowsOf(moment.local).some(
    ({ from, to }) => isAtOrAfter(moment.local, from) && isAtOrAfter(to, ends),
  );
  return isInside ? met : refusedUntil(nextWindow(moment.local), facts, moment);
}

/** FR-HOL: no call on a public holiday. */
export function checkHoliday(facts: CallFacts, moment: Moment): Verdict {
  if (isFreed(facts, moment) || !isFrenchHoliday(moment.local.toPlainDate())) return silent;
  return refusedUntil(moment.local.add({ days: 1 }).startOfDay(), facts, moment);
}

/** FR-SLOT: the person agreed to this very instant. */
export function checkSlot(facts: CallFacts, moment: Moment): Verdict {
  return isInSlot(facts, moment) ? met : silent;
}

/** FR-SLOT-OLD: before the reform any express prior consent lifted days and hours. */
export function checkOldSlot(facts: CallFacts, moment: Moment): Verdict {
  return isFreed(facts, moment) ? met : silent;
}

function isFreed(facts: CallFacts, moment: Moment): boolean {
  const isOld = moment.local.toPlainDate().toString() < reformDate;
  const hasConsent = facts.consentAtMs !== null && facts.consentAtMs <= moment.ms;
  return isInSlot(facts, moment) || (isOld && hasConsent);
}

function isInSlot({ agreedSlotAtMs }: CallFacts, { ms }: Moment): boolean {
  return agreedSlotAtMs !== null && agreedSlotAtMs <= ms && ms < agreedSlotAtMs + slotMinutes * 60_000;
}

/** Refused until `next`, or until the agreed slot or (old regime) the consent when that comes sooner. */
function refusedUntil(next: Temporal.ZonedDateTime, facts: CallFacts, moment: Moment): Verdict {
  const sooner = [facts.agreedSlotAtMs, facts.consentAtMs].filter((ms) => ms !== null && ms > moment.ms);
  return { kind: 'refused', untilMs: Math.min(next.epochMilliseconds, ...sooner.map(Number)) };
}

/** The first window that begins after `local`; windows of holidays included, FR-HOL sees to those. */
function nextWindow(local: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  for (let days = 0; ; days += 1) {
    const next = windowsOf(local.add({ days })).find(({ from }) => !isAtOrAfter(local, from));
    if (next) return next.from;
  }
}

function windowsOf(local: Temporal.ZonedDateTime) {
  if (local.dayOfWeek > 5) return [];
  return windows.map(({ from, to }) => ({
    from: local.withPlainTime(from),
    to: local.withPlainTime(to),
  }));
}

function isAtOrAfter(one: Temporal.ZonedDateTime, other: Temporal.ZonedDateTime): boolean {
  return Temporal.ZonedDateTime.compare(one, other) >= 0;
}
