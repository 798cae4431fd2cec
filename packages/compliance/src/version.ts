import { versionOf } from './engine/law.ts';
import { packs } from './packs/index.ts';

/** Every pack with its version, as a campaign's evidence names them. */
export function packVersions(): string {
  return packs.map(versionOf).join(' ');
}

/**
 * The oldest time-zone data the packs can be applied by: older data has Vancouver and Edmonton an hour off, and
 * Casablanca (IANA tz 2026a to 2026c).
 */
export const zoneDataDemanded = '2026c';

/** True when this version of the time-zone data (`2026c`) is at least the one demanded. */
export function isZoneDataRecent(version: string): boolean {
  return /^[0-9]{4}[a-z]+$/.test(version) && version >= zoneDataDemanded;
}
