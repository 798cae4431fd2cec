import { leadFieldNames } from '@alize/leads';
import { expect, test } from 'vitest';
import { faultsOf, hasConsent, isUsable, keyOf, targetGroups, targetOf } from './target.ts';

const phone = { kind: 'phone', label: 'mobile' } as const;
const city = { kind: 'field', field: 'city' } as const;
const mapping = (...columns: Parameters<typeof faultsOf>[0]['columns']) => ({ columns, constants: [] });

test('every field of a lead stands once in the menu', () => {
  const fields = Object.values(targetGroups)
    .flat()
    .filter((key) => key.startsWith('field:'));
  expect(fields.toSorted()).toEqual(leadFieldNames.map((name) => `field:${name}`).toSorted());
});

test('a key of the menu is the target that it names', () => {
  for (const key of Object.values(targetGroups).flat()) {
    const target = targetOf(key, '');
    expect(target && keyOf(target)).toBe(key);
  }
  expect(targetOf('custom', 'Panier')).toEqual({ kind: 'custom', name: 'Panier', type: 'text' });
  expect(targetOf('nonsense', '')).toBeNull();
});

test('asks for a column of telephone numbers, or a constant', () => {
  expect(isUsable(faultsOf(mapping(city)))).toBe(false);
  expect(isUsable(faultsOf(mapping(city, phone)))).toBe(true);
});

test('several columns may hold numbers; of several cities one is kept, which is worth a word', () => {
  expect(faultsOf(mapping(phone, phone)).twice).toEqual([]);
  expect(faultsOf(mapping(phone, city, city, city)).twice).toEqual([city]);
  expect(isUsable(faultsOf(mapping(phone, city, city)))).toBe(true);
});

test('own columns need a name; two of the same name are one', () => {
  const own = (name: string) => ({ kind: 'custom', name, type: 'text' }) as const;
  expect(faultsOf(mapping(phone, own('Panier'), own('Panier '))).twice).toHaveLength(1);
  expect(isUsable(faultsOf(mapping(phone, own(' '))))).toBe(false);
});

test('a consent is one when its date is given', () => {
  const source = { kind: 'consent', part: 'source' } as const;
  const givenAt = { kind: 'consent', part: 'givenAt' } as const;
  expect(faultsOf(mapping(phone, source)).hasConsentWithoutDate).toBe(true);
  expect(hasConsent(mapping(phone, source))).toBe(false);
  expect(hasConsent(mapping(phone, source, givenAt))).toBe(true);
});
