/** Zones in which people with a French number live, by the start of the number; the first is for everyone else. */
const zones = [
  ['Europe/Paris', /^/],
  ['America/Guadeloupe', /^\+590/],
  ['America/Cayenne', /^\+594/],
  ['America/Martinique', /^\+596/],
  ['Indian/Reunion', /^\+262/],
  ['Pacific/Noumea', /^\+687/],
  ['Pacific/Tahiti', /^\+689/],
] as const;

export const calleeZones: readonly string[] = zones.map(([zone]) => zone);

/** The zone of the person behind a number in E.164, as far as the number tells. */
export function calleeZone(phoneNumber: string): string {
  return zones.findLast(([, start]) => start.test(phoneNumber))?.[0] ?? 'Europe/Paris';
}

/** The instant of a local date (`2026-11-24`) and time (`14:30`), in UTC ms; null when one is not whole. */
export function instantOf(date: string | null, time: string, zone: string): number | null {
  if (date === null || !/^\d{4}-\d\d-\d\d$/.test(date) || !/^([01]\d|2[0-3]):[0-5]\d/.test(time)) return null;
  return Temporal.PlainDateTime.from(`${date}T${time.slice(0, 5)}`).toZonedDateTime(zone).epochMilliseconds;
}

export type QuickChoice = 'inOneHour' | 'tomorrowMorning' | 'tomorrowAfternoon' | 'nextMonday';

/** The local date and time of a quick choice; in one hour is rounded up to five minutes. */
export function quickTime(choice: QuickChoice, nowMs: number, zone: string): { date: string; time: string } {
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(zone);
  if (choice === 'inOneHour') {
    const at = now.add({ hours: 1, minutes: (5 - (now.minute % 5)) % 5 });
    return { date: at.toPlainDate().toString(), time: at.toPlainTime().toString().slice(0, 5) };
  }
  const days = choice === 'nextMonday' ? 8 - now.dayOfWeek : 1;
  const time = choice === 'tomorrowAfternoon' ? '14:00' : '10:00';
  return { date: now.toPlainDate().add({ days }).toString(), time };
}
