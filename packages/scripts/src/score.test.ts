import type { Answers, ScriptQuestion } from '@alize/model';
import { describe, expect, test } from 'vitest';
import { is, noFacts, option, question, script, step } from '../test/parts.ts';
import { bestPointsOf } from './points.ts';
import { scoreOf } from './score.ts';

const band = (from: number | null, to: number | null, points: number) => ({
  ...{ from, to, points, isDisqualifying: false },
});
const project = question('project', {
  kind: 'single',
  isRequired: true,
  options: [
    option('soon', { points: 30 }),
    option('later', { points: 5 }),
    option('never', { isDisqualifying: true }),
  ],
});
const budget = question('budget', { kind: 'number', bands: [band(null, 30, 0), band(30, 80, 10)] });
const mood = question('mood', { kind: 'scale', min: 0, max: 10, bands: [band(0, 5, -5), band(5, 10, 20)] });
const wishes = question('wishes', {
  kind: 'multiple',
  options: [option('a', { points: 4 }), option('b', { points: 3 }), option('c', { points: -2 })],
});
const grid = question('grid', {
  kind: 'matrix',
  rows: [
    { value: 'r1', label: 'R1' },
    { value: 'r2', label: 'R2' },
  ],
  options: [option('good', { points: 2 }), option('bad', { points: 0 })],
});
const form = script(
  [
    step('project', { questions: [project] }),
    step('more', {
      showIf: { kind: 'not', condition: is('project', 'never') },
      questions: [budget, mood, wishes, grid, question('note')],
    }),
  ],
  {
    scoring: {
      stages: [
        { id: 'cold', label: 'Froid', from: 0 },
        { id: 'warm', label: 'Tiède', from: 20 },
        { id: 'hot', label: 'Chaud', from: 50 },
      ],
      qualifiedFrom: 40,
    },
  },
);

describe('the score', () => {
  test.each<[string, Answers, { points: number; stageId: string; isQualified: boolean }]>([
    ['of nothing', {}, { points: 0, stageId: 'cold', isQualified: false }],
    ['of one answer', { project: 'soon' }, { points: 30, stageId: 'warm', isQualified: false }],
    [
      'of a number below the end of its band',
      { project: 'soon', budget: 79.99 },
      { points: 40, stageId: 'warm', isQualified: true },
    ],
    ['past the last band of a number', { budget: 80 }, { points: 0, stageId: 'cold', isQualified: false }],
    [
      'at the end of a scale',
      { project: 'soon', mood: 10 },
      { points: 50, stageId: 'hot', isQualified: true },
    ],
    ['below the lowest stage', { mood: 1 }, { points: -5, stageId: 'cold', isQualified: false }],
    ['of several choices', { wishes: ['a', 'c'] }, { points: 2, stageId: 'cold', isQualified: false }],
    ['of rows', { grid: { r1: 'good', r2: 'good' } }, { points: 4, stageId: 'cold', isQualified: false }],
    ['of an answer that does not fit', { project: 'x' }, { points: 0, stageId: 'cold', isQualified: false }],
    [
      'of answers beside the path',
      { project: 'never', mood: 10, budget: 50, wishes: ['a', 'b'] },
      { points: 0, stageId: 'cold', isQualified: false },
    ],
  ])('%s', (_name, answers, expected) => {
    expect(scoreOf(form, answers, noFacts)).toMatchObject(expected);
  });

  test('is explained question by question, with what each could bring', () => {
    const { parts, pointsMax } = scoreOf(form, { project: 'soon', mood: 2 }, noFacts);
    expect(parts.map(({ questionId, points, pointsMax: max }) => [questionId, points, max])).toEqual([
      ['project', 30, 30],
      ['budget', 0, 10],
      ['mood', -5, 20],
      ['wishes', 0, 7],
      ['grid', 0, 4],
    ]);
    expect(pointsMax).toBe(71);
  });

  test('qualifies nobody who gave a disqualifying answer, however many points', () => {
    const scored = { ...form, scoring: { stages: [], qualifiedFrom: 0 } };
    expect(scoreOf(scored, { project: 'never' }, noFacts)).toMatchObject({
      ...{ isDisqualified: true, isQualified: false, stageId: null },
    });
    expect(scoreOf(scored, {}, noFacts).isQualified).toBe(true);
  });

  test('without scoring has points and qualifies nobody', () => {
    const scored = scoreOf({ ...form, scoring: null }, { project: 'soon' }, noFacts);
    expect(scored).toMatchObject({ points: 30, stageId: null, isQualified: false });
  });
});

describe('the best that can be had', () => {
  const costly = [option('a', { points: -4 }), option('b', { points: -2 })];
  test.each<[string, ScriptQuestion, number]>([
    [
      'of a choice that must be made',
      question('q', { kind: 'single', options: costly, isRequired: true }),
      -2,
    ],
    ['of one that need not', question('q', { kind: 'single', options: costly }), 0],
    ['of as many as may be chosen', question('q', { kind: 'multiple', max: 1, options: wishes.options }), 4],
    [
      'of a choice that excludes the others',
      question('q', {
        kind: 'multiple',
        options: [...wishes.options, option('all', { points: 9, isExclusive: true })],
      }),
      9,
    ],
    ['of text', question('q'), 0],
  ])('%s', (_name, asked, best) => {
    expect(bestPointsOf(asked)).toBe(best);
  });
});
