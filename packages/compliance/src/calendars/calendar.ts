/** Holidays by the text that closes them, never by "the country's holidays". */
export const calendarIds = [
  /** C. trav. L.3133-1: the eleven of France. */
  'fr-l3133-1',
  /** Alsace-Moselle (L.3134-13) and the overseas abolition days (L.3422-2); by state `FR-57`, `FR-67`, `FR-68` and by territory. */
  'fr-local',
  'us-federal',
  'us-al',
  'us-la',
  'us-pa',
  'us-ri',
  'us-ut',
  /** Statutory holidays of British Columbia. */
  'ca-bc',
  /** By Land (`DE-BY`); the union of all Länder when it is not known. */
  'de',
  'es',
  'it',
  'be',
  'ch',
  /** England and Wales, Scotland, Northern Ireland: the union, unless the state (`GB-SCT`…) is known. */
  'uk-bank',
  /** 1 January, Easter Monday, 1 May, 25 and 26 December: what almost all of the EU keeps. */
  'eu-common',
] as const;
export type CalendarId = (typeof calendarIds)[number];

/**
 * Days of a calendar in one year, for a person who may be in any of `territories` and `states`: as days since
 * 1970-01-01 of the local calendar, ascending. Pure, the same answer for the same question.
 */
export type HolidaysOf = (
  calendar: CalendarId,
  year: number,
  where: { readonly territories: readonly string[]; readonly states: readonly string[] },
) => readonly number[];
