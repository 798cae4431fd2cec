import type { QuotaPlan } from '@alize/model';
import { describe, expect, test } from 'vitest';
import { cellOf } from './cell.ts';
import { checkSurvey } from './check-plan.ts';
import { inOrderOfWant, wantOf } from './wanted.ts';

const group = (id: string, change: Partial<QuotaPlan['dimensions'][0]['groups'][0]>) => ({
  ...{ id, label: id, values: [], beginnings: [], from: null, to: null },
  ...change,
});
const plan: QuotaPlan = {
  dimensions: [
    {
      id: 'sex',
      label: 'Sexe',
      source: { kind: 'field', field: 'civility' },
      groups: [group('m', { values: ['M'] }), group('f', { values: ['Mme', 'Madame'] })],
    },
    {
      id: 'age',
      label: 'Âge',
      source: { kind: 'field', field: 'birthDate' },
      groups: [group('young', { from: 18, to: 34 }), group('old', { from: 35 })],
    },
    {
      id: 'region',
      label: 'Région',
      source: { kind: 'field', field: 'postalCode' },
      groups: [group('idf', { beginnings: ['75', '92'] }), group('other', { values: ['Réunion'] })],
    },
  ],
  cells: [{ key: 'm/young/idf', target: 10 }],
};
const day = '2026-11-23';

describe('the cell of a person', () => {
  test.each([
    [{ civility: 'M', birthDate: '2000-01-01', postalCode: '75011' }, 'm/young/idf'],
    [{ civility: 'madame', birthDate: '1960-05-01', postalCode: 'REUNION' }, 'f/old/other'],
    // 35 tomorrow, and today.
    [{ civility: 'M', birthDate: '1991-11-24', postalCode: '92 100' }, 'm/young/idf'],
    [{ civility: 'M', birthDate: '1991-11-23', postalCode: '92100' }, 'm/old/idf'],
    // Not known, and of no group.
    [{ civility: null, birthDate: '', postalCode: '75011' }, '?/?/idf'],
    [{ civility: 'M', birthDate: '2015-01-01', postalCode: '13001' }, 'm/!/!'],
  ])('%j is %s', (fields, key) => {
    expect(cellOf(plan, { fields, answers: {}, day })).toBe(key);
  });

  test('may come from answers', () => {
    const asked: QuotaPlan = {
      dimensions: [
        {
          id: 'children',
          label: 'Enfants',
          source: { kind: 'question', questionId: 'q1' },
          groups: [group('none', { from: 0, to: 0 }), group('some', { from: 1 })],
        },
      ],
      cells: [],
    };
    expect(cellOf(asked, { fields: {}, answers: {}, day })).toBe('?');
    expect(cellOf(asked, { fields: {}, answers: { q1: 0 }, day })).toBe('none');
    expect(cellOf(asked, { fields: {}, answers: { q1: 3 }, day })).toBe('some');
  });
});

describe('what is still wanted', () => {
  const cells = [
    { key: 'm/young', target: 10, doneCount: 9 },
    { key: 'm/old', target: 10, doneCount: 10 },
    { key: 'f/young', target: 20, doneCount: 4 },
  ];
  test('is the share that is missing, and nothing of full cells and of those without a quota', () => {
    expect(wantOf(cells, 'm/young')).toBeCloseTo(0.1);
    expect(wantOf(cells, 'm/old')).toBeNull();
    expect(wantOf(cells, 'f/old')).toBeNull();
    expect(wantOf(cells, 'm/!')).toBeNull();
    expect(wantOf(cells, 'm/?')).toBeCloseTo(0.05);
  });
  test('comes poorest first', () => {
    expect(inOrderOfWant(cells, ['m/young', 'm/old', 'f/young', '?/?', 'm/?'])).toEqual([
      'f/young',
      '?/?',
      'm/young',
      'm/?',
    ]);
  });
});

describe('the check of a plan', () => {
  const sources = { fields: ['civility', 'birthDate', 'postalCode'], questions: [] };
  const pointers = (change: Partial<QuotaPlan>) =>
    checkSurvey({ ...plan, ...change }, null, sources).map(({ pointer }) => pointer);
  const [sex] = plan.dimensions;

  test('finds nothing in a good one', () => {
    expect(checkSurvey(plan, [{ dimensionId: 'sex', shares: { m: 0.48, f: 0.52 } }], sources)).toEqual([]);
  });
  test('finds cells of unknown groups, twice, and targets that are not whole', () => {
    expect(pointers({ cells: [{ key: 'm/young', target: 1 }] })).toEqual(['/quotas/cells/0/key']);
    expect(
      pointers({
        cells: [
          { key: 'm/old/idf', target: 1.5 },
          { key: 'm/old/idf', target: 2 },
        ],
      }),
    ).toEqual(['/quotas/cells/0/target', '/quotas/cells/1/key']);
  });
  test.each([
    [group('a', { values: ['Élysée'] }), group('b', { values: ['elysee'] })],
    [group('a', { beginnings: ['75'] }), group('b', { beginnings: ['7501'] })],
    [group('a', { values: ['75011'] }), group('b', { beginnings: ['75'] })],
    [group('a', { from: 18, to: 25 }), group('b', { from: 25, to: 34 })],
    [group('a', { from: 18 }), group('b', { to: 20 })],
  ])('finds groups that overlap', (one, other) => {
    const dimensions = sex ? [{ ...sex, groups: [one, other] }] : [];
    expect(pointers({ dimensions, cells: [] })).toEqual(['/quotas/dimensions/0/groups/1']);
  });
  test('finds shares that do not sum to 1, and weights without quotas', () => {
    const shares = { m: 0.4, f: 0.4 };
    expect(
      checkSurvey(plan, [{ dimensionId: 'sex', shares }], sources).map(({ pointer }) => pointer),
    ).toEqual(['/weights/0/shares']);
    expect(
      checkSurvey(null, [{ dimensionId: 'sex', shares }], sources).map(({ pointer }) => pointer),
    ).toEqual(['/weights/0/dimensionId']);
  });
});
