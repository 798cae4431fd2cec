const canonical: ReadonlySet<string> = new Set(Intl.supportedValuesOf('timeZone'));

/** The IANA zone a name means, in its usual letters; null when there is none. An offset (`+03:00`) is no zone. */
export function zoneNamed(name: string): string | null {
  if (canonical.has(name)) return name;
  if (!/^[A-Za-z]/.test(name)) return null;
  try {
    return new Temporal.ZonedDateTime(0n, name).timeZoneId;
  } catch {
    return null;
  }
}
