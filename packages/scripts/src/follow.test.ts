import type { Answers, Script, ScriptQuestion } from '@alize/model';
import { describe, expect, test } from 'vitest';
import { isValidAnswer, missingAnswers, nextStepId, outcomeOf, pathOf } from './index.ts';

const question = (id: string, change: Partial<ScriptQuestion> = {}): ScriptQuestion => ({
  id,
  kind: 'text',
  label: id,
  isRequired: false,
  options: [],
  min: null,
  max: null,
  ...change,
});
const yesNo = [
  { value: 'yes', label: 'Oui' },
  { value: 'no', label: 'Non' },
];
const script: Script = {
  objections: [],
  steps: [
    { id: 'hello', title: 'Accueil', say: 'Bonjour', isLegal: true, questions: [], branches: [] },
    {
      id: 'owner',
      title: 'Propriétaire',
      say: 'Êtes-vous propriétaire ?',
      isLegal: false,
      questions: [question('isOwner', { kind: 'single', options: yesNo, isRequired: true })],
      branches: [{ questionId: 'isOwner', equals: 'no', goTo: 'end' }],
    },
    {
      id: 'rate',
      title: 'Avis',
      say: 'Votre avis ?',
      isLegal: false,
      questions: [
        question('rating', { kind: 'scale', min: 0, max: 10 }),
        question('wishes', { kind: 'multiple', options: yesNo }),
      ],
      branches: [
        { questionId: 'rating', equals: '10', goTo: 'meet' },
        { questionId: 'wishes', equals: 'yes', goTo: 'hello' },
      ],
    },
    {
      id: 'why',
      title: 'Pourquoi',
      say: 'Pourquoi ?',
      isLegal: false,
      questions: [question('reason')],
      branches: [],
    },
    {
      id: 'meet',
      title: 'Rendez-vous',
      say: 'Quand ?',
      isLegal: false,
      questions: [question('meeting', { kind: 'datetime', isRequired: true })],
      branches: [],
    },
  ],
};

describe('the next step', () => {
  test.each<[string, Answers, string]>([
    ['hello', {}, 'owner'],
    ['owner', {}, 'rate'],
    ['owner', { isOwner: 'yes' }, 'rate'],
    ['owner', { isOwner: 'no' }, 'end'],
    ['rate', { rating: 10 }, 'meet'],
    ['rate', { rating: 1 }, 'why'],
    ['rate', { wishes: ['no', 'yes'] }, 'hello'],
    ['meet', {}, 'end'],
    ['gone', {}, 'end'],
  ])('after %s with %o is %s', (stepId, answers, next) => {
    expect(nextStepId(script, stepId, answers)).toBe(next);
  });
});

describe('the path', () => {
  test('follows the answers', () => {
    expect(pathOf(script, { isOwner: 'yes', rating: 10 })).toEqual(['hello', 'owner', 'rate', 'meet']);
    expect(pathOf(script, { isOwner: 'no', rating: 10 })).toEqual(['hello', 'owner']);
  });

  test('ends where it would turn in a circle', () => {
    expect(pathOf(script, { wishes: ['yes'] })).toEqual(['hello', 'owner', 'rate']);
  });
});

describe('what is missing', () => {
  test('a legal sentence that was not ticked', () => {
    expect(missingAnswers(script, 'hello', {})).toEqual(['said:hello']);
    expect(missingAnswers(script, 'hello', { 'said:hello': true })).toEqual([]);
  });

  test('a required answer, and any that does not fit', () => {
    expect(missingAnswers(script, 'owner', {})).toEqual(['isOwner']);
    expect(missingAnswers(script, 'owner', { isOwner: 'perhaps' })).toEqual(['isOwner']);
    expect(missingAnswers(script, 'rate', {})).toEqual([]);
    expect(missingAnswers(script, 'rate', { rating: 11, wishes: [] })).toEqual(['rating']);
  });
});

test.each([
  ['date', '2026-11-23', true],
  ['date', '23/11/2026', false],
  ['date', '2026-02-29', false],
  ['date', '2028-02-29', true],
  ['date', '0000-99-99', false],
  ['datetime', '2026-11-23T10:30', true],
  ['datetime', '2026-11-23T10:30:00Z', true],
  ['datetime', '2026-11-23', false],
  ['datetime', '2026-11-23T24:00', false],
  ['datetime', '2026-11-23T10:30+01:00', true],
  ['datetime', '2026-02-30T10:30', false],
  ['number', 3.5, true],
  ['number', Number.NaN, false],
  ['number', '3', false],
  ['scale', 3.5, false],
  ['text', '  ', false],
] as const)('%s %s: %s', (kind, answer, isValid) => {
  expect(isValidAnswer(question('any', { kind }), answer)).toBe(isValid);
});

describe('the outcome', () => {
  const answers = {
    'said:hello': true,
    isOwner: 'yes',
    rating: 10,
    reason: 'old',
    meeting: '2026-12-01T10:00',
  };

  test('of an appointment has its instant, and no answer from beside the path', () => {
    expect(outcomeOf('appointment', script, answers)).toEqual({
      kind: 'appointment',
      data: {
        'said:hello': true,
        isOwner: 'yes',
        rating: 10,
        meeting: '2026-12-01T10:00',
        appointmentAt: '2026-12-01T10:00',
      },
      missing: [],
    });
  });

  test('of an appointment without an instant is not complete', () => {
    const { missing } = outcomeOf('appointment', script, { isOwner: 'no', 'said:hello': true });
    expect(missing).toEqual(['appointmentAt']);
  });

  test('of a qualification has a score from its scales', () => {
    expect(outcomeOf('qualification', script, { ...answers, rating: 7 }).data).toMatchObject({ score: 70 });
  });

  test('of a survey says what was left unanswered', () => {
    expect(outcomeOf('survey', script, {}).missing).toEqual(['said:hello', 'isOwner', 'meeting']);
  });
});
