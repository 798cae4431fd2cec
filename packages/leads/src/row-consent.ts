import type { LeadConsent } from '@alize/model';
import type { RowDates } from './row-dates.ts';
import type { Plan } from './row-plan.ts';
import type { RowText } from './row-text.ts';

/** The consent of a row: none without its date. A date that cannot be read is the row's error. */
export function rowConsent(row: RowText, slots: Plan['consent'], dates: RowDates): LeadConsent | null {
  const date = row.of(slots.givenAt);
  if (date === '') return null;
  const given = dates.consent(date);
  if (given === null) return row.refuse('consent_date_unreadable', date);
  if (!isIso(date)) row.note('date_read', date, given.instant);
  return {
    givenAtMs: given.atMs,
    wording: row.of(slots.wording) || null,
    source: row.of(slots.source) || null,
    proof: row.of(slots.proof) || null,
    object: row.of(slots.object) || null,
  };
}

/** `2026-…`: as we would write it. */
function isIso(date: string): boolean {
  return date.charCodeAt(4) === 0x2d;
}
