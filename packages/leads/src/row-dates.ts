import { birthDate, consentInstant, isoDate } from './read-date.ts';

/** Reads the dates of one file; the same date is read once, for a file has few that differ. */
export interface RowDates {
  readonly consent: (text: string) => { readonly atMs: number; readonly instant: string } | null;
  readonly birth: (text: string) => string | null;
  readonly iso: (text: string) => string | null;
}

/** Readers of dates, those without a zone read in `timeZone`. */
export function rowDates(timeZone: string): RowDates {
  return {
    consent: remembered((text) => {
      const atMs = consentInstant(text, timeZone);
      return atMs === null ? null : { atMs, instant: new Date(atMs).toISOString() };
    }),
    birth: remembered(birthDate),
    iso: remembered(isoDate),
  };
}

const keptMax = 10_000;

/** The same function, which looks up what it answered before; when it knows too much it forgets all. */
function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= keptMax) known.clear();
    const value = read(text);
    known.set(text, value);
    return value;
  };
}
