import type { Score, Scoring } from '@alize/model';
import { expect, test } from 'vitest';
import { scorePicture, scoreVerdict } from './score-picture.ts';

const scoring: Scoring = {
  stages: [
    { id: 'cold', label: 'Froid', from: -20 },
    { id: 'warm', label: 'Tiède', from: 40 },
    { id: 'hot', label: 'Chaud', from: 80 },
  ],
  qualifiedFrom: 60,
};
const score = (points: number, more: Partial<Score> = {}): Score => ({
  ...{ points, pointsMax: 100, parts: [], stageId: null, isDisqualified: false },
  isQualified: points >= 60,
  ...more,
});

test('stages are bands of the scale, one after the other, from its beginning to its end', () => {
  const { bands, at, qualifiedAt } = scorePicture(score(50), scoring);
  expect(bands.map(({ from, to }) => [from, to])).toEqual([
    [0, 0.4],
    [0.4, 0.8],
    [0.8, 1],
  ]);
  expect(at).toBe(0.5);
  expect(qualifiedAt).toBe(0.6);
});

test('the scale grows with a score below zero or above what the answers promised', () => {
  expect(scorePicture(score(-10), scoring)).toMatchObject({ min: -10, at: 0 });
  expect(scorePicture(score(120), scoring)).toMatchObject({ max: 120, at: 1 });
});

test('says how many points are lacking, that it is enough, or by which answer the lead is out', () => {
  expect(scoreVerdict(score(52), scoring)).toEqual({ kind: 'lacking', points: 8 });
  expect(scoreVerdict(score(60), scoring)).toEqual({ kind: 'qualified' });
  const parts = [
    { questionId: 'a', label: 'Projet', points: 10, pointsMax: 30, isDisqualifying: false },
    { questionId: 'b', label: 'Locataire', points: 0, pointsMax: 0, isDisqualifying: true },
  ];
  expect(scoreVerdict(score(90, { parts, isDisqualified: true, isQualified: false }), scoring)).toEqual({
    kind: 'disqualified',
    by: ['Locataire'],
  });
});
