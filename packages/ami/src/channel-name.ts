/** The seat of an agent's channel (`PJSIP/seat-001-0000002a` -> `seat-001`), or null for any other channel. */
export function seatOf(channel: string): string | null {
  return /^PJSIP\/(seat-\d{3})-[0-9a-f]+$/.exec(channel)?.[1] ?? null;
}

/** True for the name of a single PJSIP channel: never a pattern, never another technology. */
export function isChannelName(value: string): boolean {
  return /^PJSIP\/[a-z0-9-]+-[0-9a-f]{8,}$/.test(value);
}
