import type { QuotaPlan } from '@alize/model';
import { checkSurvey } from '@alize/surveys';
import { describe, expect, test } from 'vitest';
import {
  type DimensionForm,
  emptyPlan,
  evenShares,
  formFaults,
  formOf,
  freeId,
  type GroupForm,
  gridOf,
  placeOf,
  planOf,
  shareSum,
  totalOf,
  withDimension,
  withoutDimension,
} from './quota-form.ts';
import { frenchRegions, readyForm } from './ready-dimensions.ts';
import { combinationsOf } from './spread.ts';

const plan: QuotaPlan = {
  dimensions: [
    {
      id: 'sex',
      label: 'Sexe',
      source: { kind: 'field', field: 'civility' },
      groups: [
        { id: 'f', label: 'Femmes', values: ['Mme'], beginnings: [], from: null, to: null },
        { id: 'm', label: 'Hommes', values: ['M'], beginnings: [], from: null, to: null },
      ],
    },
    {
      id: 'age',
      label: 'Âge',
      source: { kind: 'question', questionId: 'age' },
      groups: [
        { id: 'young', label: 'Moins de 50 ans', values: [], beginnings: [], from: 18, to: 49 },
        { id: 'old', label: '50 ans et plus', values: [], beginnings: [], from: 50, to: null },
      ],
    },
  ],
  cells: [
    { key: 'f/young', target: 30 },
    { key: 'f/old', target: 20 },
    { key: 'm/young', target: 25 },
    { key: 'm/old', target: 15 },
  ],
};
const form = formOf(plan);
const group = (change: Partial<GroupForm>): GroupForm => ({
  ...{ id: 'g1', label: 'Groupe', by: 'values', text: 'x', from: '', to: '', share: '' },
  ...change,
});
const faultsOf = (groups: readonly GroupForm[], change: Partial<DimensionForm> = {}) =>
  formFaults({
    dimensions: [{ id: 'd1', label: 'Critère', source: 'field:city', groups, ...change }],
    targets: Object.fromEntries(groups.map(({ id }) => [id, 1])),
  }).map(({ fault }) => fault);

test('a plan goes through the form unchanged', () => {
  expect(planOf(form)).toEqual(plan);
  expect(formFaults(form)).toEqual([]);
});

test('cells without a target are left out, and said', () => {
  const poorer = { ...form, targets: { ...form.targets, 'm/old': '' } };
  expect(planOf(poorer)?.cells).toHaveLength(3);
  expect(formFaults(poorer)).toEqual([{ fault: 'emptyCells', isWarning: true, values: { count: 1 } }]);
});

test('no dimension is no quota, and that is right', () => {
  expect(planOf(emptyPlan)).toBeNull();
  expect(formFaults(emptyPlan)).toEqual([]);
});

test('a dimension added or taken away keeps the number of interviews', () => {
  const region = {
    id: 'region',
    label: 'Région',
    source: 'field:city',
    groups: [group({}), group({ id: 'g2' })],
  };
  const finer = withDimension(form, region);
  expect(totalOf(finer)).toBe(90);
  expect(Object.keys(finer.targets)).toHaveLength(8);
  expect(totalOf(withoutDimension(finer, 0))).toBe(90);
  expect(planOf(withoutDimension(withoutDimension(form, 1), 0))).toBeNull();
});

describe('what is wrong with a plan', () => {
  test.each<[string, readonly GroupForm[], Partial<DimensionForm>, readonly string[]]>([
    ['no name', [group({})], { label: ' ' }, ['noName']],
    ['nothing to read', [group({})], { source: null }, ['noSource']],
    ['no group', [], {}, ['noGroup']],
    ['a group without a name', [group({ label: '' })], {}, ['groupNoName']],
    ['a bound that is no number', [group({ by: 'bounds', from: 'dix' })], {}, ['bounds']],
    ['two groups of one name', [group({}), group({ id: 'g2' })], {}, ['sameGroup']],
  ])('%s', (_name, groups, change, faults) => {
    expect(faultsOf(groups, change)).toEqual(faults);
  });

  test('two dimensions that read the same', () => {
    const again = form.dimensions.map((dimension) => ({ ...dimension, source: 'field:city' }));
    expect(formFaults({ ...form, dimensions: again }).map(({ fault }) => fault)).toEqual(['sameSource']);
  });

  test('nobody wanted', () => {
    expect(formFaults({ ...form, targets: {} }).map(({ fault }) => fault)).toEqual(['noTarget']);
  });
});

test('ready-made dimensions are without fault, and every department is in one region', () => {
  const words = { dimension: (ready: string) => ready, group: (id: string) => id };
  const { dimensions } = readyForm(emptyPlan, ['sex', 'age', 'region'], words);
  const targets = { [combinationsOf(dimensions)[0]?.key ?? '']: 1 };
  expect(formFaults({ dimensions, targets }).filter(({ isWarning }) => !isWarning)).toEqual([]);
  const sources = { fields: ['civility', 'birthDate', 'postalCode'], questions: [] };
  expect(checkSurvey(planOf({ dimensions, targets }), null, sources)).toEqual([]);
  const departments = frenchRegions.flatMap(({ beginnings }) => beginnings?.split(', ') ?? []).sort();
  const all = Array.from({ length: 95 }, (_, index) => String(index + 1).padStart(2, '0'));
  expect(departments).toEqual([...all, '97', '98'].sort());
});

test('a new id is the first that is free', () => {
  expect(freeId('g', [{ id: 'g1' }, { id: 'g3' }])).toBe('g2');
});

test('equal shares sum up to 100 %', () => {
  const shares = evenShares([group({}), group({ id: 'g2' }), group({ id: 'g3' })]);
  expect(shares.map(({ share }) => share)).toEqual([33.34, 33.33, 33.33]);
  expect(shareSum(shares)).toBeCloseTo(1, 10);
  expect(shareSum([{ share: '' }, { share: 'x' }, { share: '40' }])).toBeCloseTo(0.4, 10);
});

test('the last criterion with few groups stands across', () => {
  const { columns, rows } = gridOf(form.dimensions);
  expect(columns.map(({ label }) => label)).toEqual(['Moins de 50 ans', '50 ans et plus']);
  expect(rows.map(({ keys }) => keys)).toEqual([
    ['f/young', 'f/old'],
    ['m/young', 'm/old'],
  ]);
  const many = Array.from({ length: 9 }, (_, place) => group({ id: `g${place}` }));
  const region = { id: 'region', label: 'Région', source: null, groups: many };
  const grid = gridOf([...form.dimensions, region]);
  expect(grid.headings.map(({ id }) => id)).toEqual(['sex', 'region']);
  expect(grid.rows[0]?.keys).toEqual(['f/young/g0', 'f/old/g0']);
  expect(gridOf([region]).columns).toHaveLength(1);
  expect(gridOf([region]).rows[0]?.keys).toEqual(['g0']);
});

test('a finding is told by the names of its criterion and group', () => {
  expect(placeOf(plan, '/quotas/dimensions/1/groups/0/to')).toEqual(['Âge', 'Moins de 50 ans']);
  expect(placeOf(plan, '/quotas/dimensions/0/source/field')).toEqual(['Sexe']);
  expect(placeOf(plan, '/quotas/cells/3/target')).toEqual([]);
});
