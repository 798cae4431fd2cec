/** A date (`2026-11-24`) and a time (`14:30`) as they are typed; empty until they are whole. */
export interface TypedMoment {
  readonly date: string;
  readonly time: string;
}

/**
 * An instant as ISO text with the offset of the zone at that moment: `2026-11-24T14:30:00+01:00`; null while one of
 * the two is not whole. By Intl, because browsers of people who answer by a link may lack Temporal.
 */
export function momentAnswer({ date, time }: TypedMoment, timeZone: string): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^([01]\d|2[0-3]):[0-5]\d/.test(time)) return null;
  const local = `${date}T${time.slice(0, 5)}:00`;
  const asUtcMs = Date.parse(`${local}Z`);
  // The offset of a moment nearby may be that of before a change of clocks: ask again at the moment it gives.
  const nearMs = asUtcMs - offsetMinutes(asUtcMs, timeZone) * 60_000;
  return local + written(offsetMinutes(nearMs, timeZone));
}

/** The date and time of an answer in the zone; text without an offset is taken as it stands. */
export function typedMoment(answer: string, timeZone: string): TypedMoment {
  if (!/(Z|[+-]\d\d:\d\d)$/.test(answer)) {
    const [date = '', time = ''] = answer.split('T');
    return { date, time: time.slice(0, 5) };
  }
  const atMs = Date.parse(answer);
  if (Number.isNaN(atMs)) return { date: '', time: '' };
  const local = new Date(atMs + offsetMinutes(atMs, timeZone) * 60_000).toISOString();
  return { date: local.slice(0, 10), time: local.slice(11, 16) };
}

/** How far the zone is ahead of UTC at an instant. */
function offsetMinutes(atMs: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(atMs);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign, hours, minutes] = /^GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function written(offset: number): string {
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const padded = (value: number) => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${padded(hours)}:${padded(minutes)}`;
}
