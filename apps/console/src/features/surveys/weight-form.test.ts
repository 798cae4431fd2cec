import type { QuotaPlan } from '@alize/model';
import { expect, test } from 'vitest';
import { isComplete, marginsOf, weightsOf } from './weight-form.ts';

const group = (id: string) => ({ id, label: id, values: [id], beginnings: [], from: null, to: null });
const quotas: QuotaPlan = {
  dimensions: [
    {
      id: 'sex',
      label: 'Sexe',
      source: { kind: 'field', field: 'civility' },
      groups: [group('f'), group('m')],
    },
    { id: 'city', label: 'Ville', source: { kind: 'field', field: 'city' }, groups: [group('paris')] },
  ],
  cells: [],
};
const weights = [{ dimensionId: 'sex', shares: { f: 0.523, m: 0.477 } }];

test('shares go through the form as they are; what is not weighted by stays off', () => {
  const margins = marginsOf(quotas, weights);
  expect(margins.map(({ isOn }) => isOn)).toEqual([true, false]);
  expect(margins[0]?.groups.map(({ share }) => share)).toEqual([52.3, 47.7]);
  expect(margins.every(isComplete)).toBe(true);
  expect(weightsOf(margins)).toEqual(weights);
});

test('no criterion on is no weighting, and no quotas no criterion', () => {
  expect(weightsOf(marginsOf(quotas, null))).toBeNull();
  expect(marginsOf(null, null)).toEqual([]);
});

test('shares that are missing or do not sum up keep it from being stored', () => {
  const [sex] = marginsOf(quotas, [{ dimensionId: 'sex', shares: { f: 0.6 } }]);
  expect(sex && isComplete(sex)).toBe(false);
});
