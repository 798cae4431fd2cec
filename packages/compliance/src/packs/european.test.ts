import { describe, expect, it } from 'vitest';
import { definitionInForce } from '../abandonment/definition-in-force.ts';
import type { Pack } from '../pack.ts';
import { be } from './be.ts';
import { ch } from './ch.ts';
import { de } from './de.ts';
import { es } from './es.ts';
import { euDefault } from './eu-default.ts';
import { it as italy } from './it.ts';
import { uk } from './uk.ts';

const european: readonly Pack[] = [uk, de, es, italy, be, ch, euDefault];

/** Before and after every day on which a rule of these packs begins or ends. */
const days = [
  '2010-06-01',
  '2022-08-01',
  '2024-09-01',
  '2025-06-07',
  '2025-12-28',
  '2026-06-19',
  '2026-10-17',
];

describe.each(european)('the pack $id', (pack) => {
  it('names each of its rules once, with the prefix of the pack', () => {
    const ids = pack.rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(ids.map((id) => id.slice(0, 3))).size).toBe(1);
  });

  it.each(days)('counts abandoned calls by exactly one rule on %s', (day) => {
    const atMs = Temporal.Instant.from(`${day}T12:00:00Z`).epochMilliseconds;
    expect(definitionInForce(pack, { atMs, zone: 'UTC' })).not.toBeNull();
  });

  it('forbids outright by law only, never as a code or a policy', () => {
    const bans = pack.rules.filter(({ effect, strength }) => effect === 'forbidden' && strength !== 'LAW');
    expect(bans).toEqual([]);
  });

  it('honours an objection whatever the kind of sale', () => {
    const rests = pack.rules.filter((rule) => rule.effect === 'rest' && rule.value.lasting === 'for_good');
    expect(rests.map(({ strength }) => strength)).toEqual(['LAW']);
    expect(rests[0]?.purposes).toEqual(expect.arrayContaining(['sales_contract_in_progress', 'charity']));
  });
});

it('protects each territory by one pack only', () => {
  const territories = european.flatMap((pack) => pack.territories);
  expect(new Set(territories).size).toBe(territories.length);
});

it('puts every member of the EU and the EEA but France under one of these packs', () => {
  const members =
    'AT BE BG CY CZ DE DK EE ES FI GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' ');
  expect(european.flatMap((pack) => pack.territories)).toEqual(expect.arrayContaining(members));
});
