import { expect, test } from 'vitest';
import { isZoneDataRecent, packs, packVersions, zoneDataDemanded } from './index.ts';

test.each([
  ['2025c', false],
  ['2026b', false],
  ['2026c', true],
  ['2026d', true],
  ['2027a', true],
  ['', false],
  ['unknown', false],
  ['9999', false],
])('zone data %j is recent enough: %s', (version, expected) => {
  expect(isZoneDataRecent(version)).toBe(expected);
});

test('the zone data demanded has Vancouver and Edmonton without winter time', () => {
  // What 2026c changed, asked of the data that runs these tests: both stay at UTC-7 and UTC-6 in winter.
  const winter = Temporal.Instant.from('2026-12-01T12:00:00Z');
  expect(winter.toZonedDateTimeISO('America/Vancouver').offset).toBe('-07:00');
  expect(winter.toZonedDateTimeISO('America/Edmonton').offset).toBe('-06:00');
  expect(isZoneDataRecent(zoneDataDemanded)).toBe(true);
});

test('every pack is named with its version', () => {
  expect(packVersions().split(' ')).toEqual(packs.map(({ id, version }) => `${id}@${version}`));
});
