/** What an API key may touch. Each area is read or written. */
export const apiAreas = [
  'campaigns',
  'leads',
  'scripts',
  'results',
  'appointments',
  'surveys',
  'handovers',
  'compliance',
  'people',
  'webhooks',
] as const;
export type ApiArea = (typeof apiAreas)[number];
/** `write` includes `read`. */
export type ApiScope = `${ApiArea}:${'read' | 'write'}`;
export const apiScopes: readonly ApiScope[] = apiAreas.flatMap((area): readonly ApiScope[] => [
  `${area}:read`,
  `${area}:write`,
]);
