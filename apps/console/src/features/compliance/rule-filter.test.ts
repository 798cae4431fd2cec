import { expect, test } from 'vitest';
import type { DatedRule } from './compliance-queries.ts';
import { rulesThatFit } from './rule-filter.ts';

const rule = (change: Partial<DatedRule>): DatedRule => ({
  id: 'FR-HOURS',
  about: 'lead',
  strength: 'LAW',
  citation: 'C. conso. D.223-9',
  status: 'verified',
  purposes: ['sales_cold'],
  validFrom: null,
  validTo: null,
  text: { fr: 'Pas le dimanche ni un jour férié.', en: 'Not on Sundays.' },
  inForce: true,
  // A variant of the union that has no values of its own.
  ...({ effect: 'forbidden', value: null } as const),
  ...(change as object),
});
const old = rule({ id: 'FR-OLD', inForce: false });
const house = rule({ id: 'FR-HOUSE', strength: 'POLICY', purposes: ['survey'] });
const rules = [rule({}), old, house];
const idsOf = (search: Parameters<typeof rulesThatFit>[1]) => rulesThatFit(rules, search).map(({ id }) => id);

test('only what is in force that day, unless all is asked for', () => {
  expect(idsOf({})).toEqual(['FR-HOURS', 'FR-HOUSE']);
  expect(idsOf({ every: true })).toEqual(['FR-HOURS', 'FR-OLD', 'FR-HOUSE']);
});

test('by purpose and by strength', () => {
  expect(idsOf({ purpose: 'survey' })).toEqual(['FR-HOUSE']);
  expect(idsOf({ strength: 'LAW' })).toEqual(['FR-HOURS']);
});

test.each([
  ['ferie dimanche', 2],
  ['SUNDAYS', 2],
  ['d.223-9', 2],
  ['house', 1],
  ['dimanche house', 1],
  ['samedi', 0],
])('%j is found %i times, whatever its accents and capitals', (text, count) => {
  expect(idsOf({ text })).toHaveLength(count);
});
