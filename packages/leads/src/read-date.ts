/** A date as a file writes it, each part in ISO form. */
interface WrittenDate {
  readonly day: string;
  /** `10:30:00`; null when only a day is written. */
  readonly time: string | null;
  /** `Z`, `+02:00` or `[Europe/Paris]`; empty when none is written. */
  readonly zone: string;
}

/** By the names of the groups below; what is not written is not there. */
type Parts = Readonly<Partial<Record<PartName, string>>>;
type PartName =
  | 'year'
  | 'month'
  | 'monthName'
  | 'date'
  | 'hour'
  | 'minute'
  | 'second'
  | 'offset'
  | 'zoneName'
  | 'serial'
  | 'fraction';

/** Perhaps a time (`10:30`, `10h30`, `à 10 h`), then perhaps `Z`, an offset or a zone in brackets. */
const clock =
  '(?:(?:T|,?\\s+|\\s+à\\s+)(?<hour>\\d{1,2})\\s?[:hH]\\s?(?<minute>\\d{2})?(?::(?<second>\\d{2})(?:[.,]\\d+)?)?\\s*(?<offset>Z|[+-]\\d{2}:?\\d{2})?(?:\\[(?<zoneName>[\\w/+-]+)\\])?)?';
const iso = new RegExp(`^(?<year>\\d{4})([-/.])(?<month>\\d{1,2})\\2(?<date>\\d{1,2})${clock}$`, 'i');
/** `20260901`. */
const basic = /^(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<date>\d{2})$/;
/** `01/09/2026`, `1.9.26`: day first, as the French write it. */
const french = new RegExp(
  `^(?<date>\\d{1,2})([/.\\- ])(?<month>\\d{1,2})\\2(?<year>\\d{4}|\\d{2})${clock}$`,
  'i',
);
/** `1er septembre 2026`, `1 Sept. 2026`, `01-Sep-26`. */
const named = new RegExp(
  `^(?<date>\\d{1,2})(?:er|st|nd|rd|th)?[\\s-]+(?<monthName>\\p{L}{3,9})\\.?[\\s,-]+(?<year>\\d{4}|\\d{2})${clock}$`,
  'iu',
);
/** A day as Excel counts it, years 1927 to 2099, with the time as its fraction. */
const serial = /^(?<serial>[1-6]\d{4}|7[0-2]\d{3})(?:[.,](?<fraction>\d{1,15}))?$/;

/** Beginnings of the months, French and English, without accents. */
const monthBeginnings = 'jan|fev|feb|mar|avr|apr|mai|may|juin|jun|juil|jul|aou|aug|sep|oct|nov|dec'.split(
  '|',
);
const monthNumbers = [1, 2, 2, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 10, 11, 12];

/**
 * The instant a date in a file means, in UTC milliseconds: its midnight in `zone` when it has no time, so that a
 * consent never lives longer than it may. ISO, French and named dates, and Excel's count of days. Null when it is no
 * date. Never throws.
 */
export function consentInstant(text: string, zone: string): number | null {
  const written = readWritten(text, thisCentury);
  if (written === null) return null;
  try {
    const local = Temporal.PlainDateTime.from(`${written.day}T${written.time ?? '00:00'}`);
    return local.toZonedDateTime(zoneFor(written.zone, zone)).epochMilliseconds;
  } catch {
    return null;
  }
}

/** The ISO date of a birth: two digits of a year are 2000 to 2009, or the century before. Null when it is none. */
export function birthDate(text: string): string | null {
  return readWritten(text, birthCentury)?.day ?? null;
}

/** A date as ISO text, with its time when it has one: `2026-09-01`, `2026-09-01T10:30:00`. Null when it is none. */
export function isoDate(text: string): string | null {
  const written = readWritten(text, thisCentury);
  if (written === null) return null;
  return written.time === null ? written.day : `${written.day}T${written.time}${written.zone}`;
}

function thisCentury(): string {
  return '20';
}

/** Who is called is grown up. */
function birthCentury(year: string): string {
  return year < '10' ? '20' : '19';
}

function readWritten(text: string, century: (year: string) => string): WrittenDate | null {
  const parts = (french.exec(text) ?? iso.exec(text) ?? named.exec(text) ?? basic.exec(text))?.groups;
  if (parts) return fromParts(parts, century);
  const counted = serial.exec(text)?.groups;
  return counted ? fromSerial(counted) : null;
}

function fromParts(parts: Parts, century: (year: string) => string): WrittenDate | null {
  const { year = '', date = '', monthName, hour, minute = '00', second = '00', offset, zoneName } = parts;
  const month = monthName === undefined ? parts.month : monthOf(monthName);
  if (month === undefined) return null;
  const day = [year.length === 2 ? century(year) + year : year, twoDigits(month), twoDigits(date)].join('-');
  if (!isDay(day) || Number(hour ?? 0) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const time = hour === undefined ? null : `${twoDigits(hour)}:${minute}:${second}`;
  return { day, time, zone: offset?.toUpperCase() ?? (zoneName === undefined ? '' : `[${zoneName}]`) };
}

function twoDigits(number: string): string {
  return number.padStart(2, '0');
}

function monthOf(name: string): string | undefined {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const number = monthNumbers[monthBeginnings.findIndex((beginning) => plain.startsWith(beginning))];
  return number?.toString();
}

const dayMs = 86_400_000;
/** The 1st of January 1970, as Excel counts the days. */
const serialOf1970 = 25_569;

function fromSerial({ serial: days = '', fraction }: Parts): WrittenDate {
  const seconds = Math.round(Number(`0.${fraction ?? 0}`) * 86_400);
  const atMs = (Number(days) - serialOf1970) * dayMs + seconds * 1000;
  const text = new Date(atMs).toISOString();
  return { day: text.slice(0, 10), time: fraction === undefined ? null : text.slice(11, 19), zone: '' };
}

/** A day of the calendar: not the 31st of February, and a year of four digits that people live in. */
function isDay(day: string): boolean {
  const atMs = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(atMs) && new Date(atMs).toISOString().startsWith(day) && day >= '1900';
}

/** What is written, else what is usual: `Z` -> `UTC`, `[Europe/Paris]` -> `Europe/Paris`. */
function zoneFor(written: string, usual: string): string {
  if (written === '') return usual;
  return written === 'Z' ? 'UTC' : written.replace(/[[\]]/g, '');
}
