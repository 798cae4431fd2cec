/** `2026-09-01`, then perhaps a time, then perhaps an offset or `Z`. */
const iso =
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:[T ]+(?<time>\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(?<offset>Z|[+-]\d{2}:?\d{2})?)?$/i;
/** `01/09/2026`, `1.9.26`, day first as the French write it, then perhaps a time (`10:30`, `10h30`). */
const french =
  /^(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4}|\d{2})(?:(?:\s+à)?\s+(?<time>\d{1,2}[:hH]\d{2}(?::\d{2})?))?$/;

/**
 * The instant a date in a file means, in UTC milliseconds: its midnight in `zone` when it has no time, so that a
 * consent never lives longer than it may. Null when it is no date. Never throws.
 */
export function consentInstant(text: string, zone: string): number | null {
  const found = (iso.exec(text) ?? french.exec(text))?.groups;
  if (!found) return null;
  const { day = '', month = '', year = '', time = '00:00', offset } = found;
  const date = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const clock = time.replace(/h/i, ':').padStart(time.length > 5 ? 8 : 5, '0');
  try {
    const local = Temporal.PlainDateTime.from(`${date}T${clock}`);
    return local.toZonedDateTime(zoneFor(offset, zone)).epochMilliseconds;
  } catch {
    return null;
  }
}

function zoneFor(offset: string | undefined, zone: string): string {
  if (offset === undefined) return zone;
  return offset.toUpperCase() === 'Z' ? 'UTC' : offset;
}
