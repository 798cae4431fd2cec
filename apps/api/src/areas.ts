import { type ApiArea, type ApiScope, apiAreas } from '@alize/model';
import { rights } from './rights.ts';

/**
 * The area of each path, by the first that fits. Paths that are in none are for people alone: their session, the
 * agent's desk, the keys themselves.
 */
const areaOfPath: readonly (readonly [RegExp, ApiArea])[] = [
  [/^\/v1\/leads\/:id\/interview-link$/, 'surveys'],
  [/^\/v1\/(leads|lists|imports|uploads|mapping-templates)\b/, 'leads'],
  [/^\/v1\/campaigns\/:id\/(leads|lists|imports)\b/, 'leads'],
  [/^\/v1\/campaigns\/:id\/(booking|slots)\b/, 'appointments'],
  [/^\/v1\/(appointments|calendars)\b/, 'appointments'],
  [/^\/v1\/campaigns\/:id\/(survey|quotas)\b/, 'surveys'],
  [/^\/v1\/campaigns\/:id\/handovers?\b/, 'handovers'],
  [/^\/v1\/handovers\b/, 'handovers'],
  [/^\/v1\/campaigns\/:id\/(refusals|abandonment)\b/, 'compliance'],
  [/^\/v1\/(campaigns|setup)\b/, 'campaigns'],
  [/^\/v1\/(scripts|script-versions|script-fields)\b/, 'scripts'],
  [/^\/v1\/(attempts|outcomes|live|events)\b/, 'results'],
  [/^\/v1\/(webhooks|deliveries|delivery-ways)\b/, 'webhooks'],
  [/^\/v1\/users\b/, 'people'],
  [
    /^\/v1\/(compliance|suppressions|consents|relations|registers|rule-settings|outside-attempts|caller-ids|client)\b/,
    'compliance',
  ],
];

/** Asked by POST because numbers do not belong in an address; they change nothing. */
const readingPosts =
  /\/(search|forecast|rulings|review|preview)$|^\/v1\/compliance\/(abandonment|person-file)$/;

/** What a key must have to ask this; null: no key may, for it acts as a manager. */
export function scopeOf(method: string, path: string): ApiScope | null {
  const area = areaOfPath.find(([pattern]) => pattern.test(path))?.[1];
  const right = rights[`${method} ${path}`];
  const isForOthers = Array.isArray(right) && !right.includes('manager');
  if (!area || isForOthers) return null;
  const isReading =
    ['GET', 'HEAD', 'OPTIONS'].includes(method) || (method === 'POST' && readingPosts.test(path));
  return `${area}:${isReading ? 'read' : 'write'}`;
}

/** Whether these scopes let this through: `write` includes `read`. */
export function allows(scopes: readonly ApiScope[], needed: ApiScope): boolean {
  return (
    scopes.includes(needed) ||
    apiAreas.some((area) => needed === `${area}:read` && scopes.includes(`${area}:write`))
  );
}
