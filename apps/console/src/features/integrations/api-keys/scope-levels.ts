import { type ApiArea, type ApiScope, apiAreas } from '@alize/model';

/** What a key may do in an area; to write is to read too. */
export const levels = ['none', 'read', 'write'] as const;
export type Level = (typeof levels)[number];
export type ScopeLevels = Readonly<Record<ApiArea, Level>>;

const forEach = (levelOf: (area: ApiArea) => Level): ScopeLevels =>
  // The cast holds because every area is in the list.
  Object.fromEntries(apiAreas.map((area) => [area, levelOf(area)])) as ScopeLevels;

/** The same in every area. */
export const everywhere = (level: Level): ScopeLevels => forEach(() => level);

export function levelsOf(scopes: readonly ApiScope[]): ScopeLevels {
  return forEach((area) => {
    if (scopes.includes(`${area}:write`)) return 'write';
    return scopes.includes(`${area}:read`) ? 'read' : 'none';
  });
}

/** The fewest scopes that say it: one an area at most. */
export function scopesOf(chosen: ScopeLevels): ApiScope[] {
  return apiAreas.flatMap((area): ApiScope[] => {
    const level = chosen[area];
    return level === 'none' ? [] : [`${area}:${level}`];
  });
}

/** A path to try a key with: one that it may read; null when it may read nothing that is a list. */
export function triedPath(chosen: ScopeLevels): string | null {
  return paths.find(([area]) => chosen[area] !== 'none')?.[1] ?? null;
}

const paths: readonly (readonly [ApiArea, string])[] = [
  ['campaigns', '/v1/campaigns'],
  ['appointments', '/v1/appointments?limit=10'],
  ['handovers', '/v1/handovers?limit=10'],
  ['results', '/v1/outcomes?limit=10'],
  ['scripts', '/v1/scripts'],
  ['webhooks', '/v1/webhooks'],
  ['people', '/v1/users'],
  ['compliance', '/v1/suppressions?limit=10'],
];
