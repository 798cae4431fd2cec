import { expect, test } from 'vitest';
import type { Pack, Rule } from '../pack.ts';
import { packs } from '../packs/index.ts';
import { definitionInForce } from './definition-in-force.ts';
import { laws } from './laws.case.ts';

const head = {
  strength: 'POLICY',
  citation: 'test',
  status: 'verified',
  purposes: ['survey'],
  about: 'campaign',
  text: { fr: 'essai', en: 'test' },
} as const;
const until: Rule = {
  ...head,
  id: 'OLD',
  validFrom: null,
  validTo: '2026-08-11',
  effect: 'abandonment',
  value: laws.fr,
};
const since: Rule = { ...until, id: 'NEW', validFrom: '2026-08-11', validTo: null, value: laws.it };
const other: Rule = {
  ...head,
  id: 'FORBIDDEN',
  validFrom: null,
  validTo: null,
  effect: 'forbidden',
  value: null,
};
const pack = (...rules: readonly Rule[]): Pack => ({
  id: 'fr',
  version: '1',
  name: { fr: 'France', en: 'France' },
  territories: ['FR'],
  readOn: '2026-11-23',
  rules,
});
const inForce = (found: Pack, at: string) =>
  definitionInForce(found, { atMs: Date.parse(at), zone: 'Europe/Paris' });

test.each([
  ['2026-08-10T21:59:59.999Z', 'OLD'],
  ['2026-08-10T22:00:00Z', 'NEW'],
])('at %s, local time of the zone, the rule is %s', (at, id) => {
  expect(inForce(pack(other, until, since), at)?.rule.id).toBe(id);
});

test('brings the definition along', () => {
  expect(inForce(pack(since), '2026-11-23T12:00:00Z')?.definition).toEqual(laws.it);
});

test('a pack may have none', () => {
  expect(inForce(pack(other, until), '2026-11-23T12:00:00Z')).toBeNull();
});

test('two at once are an error that names them', () => {
  const twice = pack(since, { ...since, id: 'AGAIN' });
  expect(() => inForce(twice, '2026-11-23T12:00:00Z')).toThrow('NEW, AGAIN');
});

test.each(packs)('pack $id counts abandoned calls, with a target below its limit', (each) => {
  const definition = inForce(each, '2026-11-23T12:00:00Z')?.definition;
  expect(definition?.ratioTarget).toBeLessThan(definition?.ratioMax ?? 0);
});
