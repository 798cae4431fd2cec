import type { RetryRules } from '@alize/model';

/**
 * Retry rules to start a campaign with. What is made for is the person, not the number: an unanswered number gives way
 * to the lead's next one soon, and the next round falls into another part of the day (Weeks, Kulka and Pierson, Public
 * Opinion Quarterly 51, 1987). A busy line has somebody at it: soon again, on the same number. `answered` is for calls
 * that were answered and reached no agent: 72 hours, as the codes of practice ask after an abandoned call. Three calls
 * a day: the German code of conduct's limit. In France the law's own limit, four calls in 30 days, comes first.
 */
export const standardRetryRules = {
  attemptsMax: 8,
  attemptsPerDayMax: 3,
  byResult: {
    busy: { afterMinutes: 20, attemptsMax: 5 },
    no_answer: { afterMinutes: 180, attemptsMax: 6, isAtBestHour: true, otherNumberAfterMinutes: 15 },
    congestion: { afterMinutes: 15, attemptsMax: 5 },
    cancelled: { afterMinutes: 30, attemptsMax: 5 },
    invalid_number: { afterMinutes: 1440, attemptsMax: 1, otherNumberAfterMinutes: 1 },
    answered: { afterMinutes: 4320, attemptsMax: 3 },
    unknown: { afterMinutes: 180, attemptsMax: 4 },
  },
  byDisposition: {
    answering_machine: { afterMinutes: 180, attemptsMax: 6, isAtBestHour: true, otherNumberAfterMinutes: 15 },
    wrong_person: { afterMinutes: 1440, attemptsMax: 4, isAtBestHour: true },
    language_barrier: { afterMinutes: 1440, attemptsMax: 2 },
    dropped: { afterMinutes: 5, attemptsMax: 3 },
    none: { afterMinutes: 1440, attemptsMax: 4 },
  },
} as const satisfies RetryRules;
