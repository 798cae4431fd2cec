import { describe, expect, test } from 'vitest';
import { choice, is, noFacts, option, question, script, step } from '../test/parts.ts';
import { carriedOver, correctionsOf, outcomeOf } from './index.ts';

const appointmentId = `appointment_${'a'.repeat(32)}`;
const visit = script([
  step('hello', { legal: ['identity'] }),
  step('owner', {
    questions: [choice('isOwner', ['yes', 'no'], { isRequired: true })],
    branches: [{ when: is('isOwner', 'no'), goTo: 'end' }],
  }),
  step('why', { questions: [question('reason', { fills: 'comment' })] }),
  step('meet', {
    questions: [
      question('meeting', { kind: 'datetime' }),
      question('slot', { kind: 'appointment' }),
      question('mail', { kind: 'email', fills: 'email' }),
      question('mail2', { kind: 'email', fills: 'email' }),
      question('home', { kind: 'address', fills: 'address' }),
      choice('goods', ['car', 'boat'], { kind: 'multiple', fills: 'custom:Biens' }),
      question('people', { kind: 'number', fills: 'custom:Foyer' }),
    ],
  }),
]);
const answers = { 'said:hello': true, isOwner: 'yes', reason: 'old', meeting: '2026-12-01T10:00' };

describe('the outcome', () => {
  test('of an appointment has its instant', () => {
    expect(outcomeOf('appointment', visit, answers, noFacts)).toEqual({
      kind: 'appointment',
      data: { ...answers, appointmentAt: '2026-12-01T10:00' },
      missing: [],
    });
  });

  test('of an appointment in a calendar has its id', () => {
    const { data, missing } = outcomeOf('appointment', visit, { ...answers, slot: appointmentId }, noFacts);
    expect(data).toMatchObject({ appointmentId, slot: appointmentId });
    expect(missing).toEqual([]);
  });

  test('leaves out what was answered beside the path, and what does not fit', () => {
    const { data } = outcomeOf('survey', visit, { ...answers, isOwner: 'no', gone: 'x' }, noFacts);
    expect(data).toEqual({ 'said:hello': true, isOwner: 'no' });
  });

  test('of an appointment without an instant is not complete', () => {
    const { missing } = outcomeOf('appointment', visit, { isOwner: 'no', 'said:hello': true }, noFacts);
    expect(missing).toEqual(['appointmentAt']);
  });

  test('of a survey says what was left unanswered', () => {
    expect(outcomeOf('survey', visit, {}, noFacts).missing).toEqual(['said:hello', 'isOwner']);
  });

  test('of a qualification has its score, its stage, and whether the lead is qualified', () => {
    const options = [option('yes', { points: 60 }), option('no')];
    const form = script([step('ask', { questions: [question('buys', { kind: 'single', options })] })], {
      scoring: { stages: [{ id: 'hot', label: 'Chaud', from: 50 }], qualifiedFrom: 50 },
    });
    expect(outcomeOf('qualification', form, { buys: 'yes' }, noFacts).data).toEqual({
      ...{ buys: 'yes', score: 60, stage: 'hot', isQualified: true },
    });
  });
});

describe('corrections', () => {
  const corrected = (given: object) => correctionsOf(visit, { isOwner: 'yes', ...given }, noFacts);

  test.each<[string, object, readonly object[]]>([
    ['a text', { reason: 'old' }, [{ field: 'comment', value: 'old' }]],
    [
      'the last of two answers',
      { mail: 'a@example.org', mail2: 'b@example.org' },
      [{ field: 'email', value: 'b@example.org' }],
    ],
    [
      'each part of an address that was given',
      { home: { street: '1 rue Haute', postalCode: '69003', city: 'Lyon' } },
      [
        { field: 'address', value: '1 rue Haute' },
        { field: 'postalCode', value: '69003' },
        { field: 'city', value: 'Lyon' },
      ],
    ],
    [
      'several choices as one text',
      { goods: ['car', 'boat'] },
      [{ field: 'custom:Biens', value: 'car, boat' }],
    ],
    ['a number of a column of its own', { people: 4 }, [{ field: 'custom:Foyer', value: 4 }]],
    ['nothing by an answer that does not fit', { mail: 'nobody' }, []],
    ['nothing by an answer beside the path', { isOwner: 'no', reason: 'old' }, []],
  ])('%s', (_name, given, expected) => {
    expect(corrected(given)).toEqual(expected);
  });
});

describe('a call that goes on with an earlier one', () => {
  const before = { answers: { ...answers, slot: appointmentId, mail: 'a@example.org' }, stepId: 'meet' };

  test('begins at its step with its answers, but says anew what the law wants said', () => {
    expect(carriedOver(visit, before, noFacts)).toEqual({
      answers: { isOwner: 'yes', reason: 'old', meeting: '2026-12-01T10:00', mail: 'a@example.org' },
      stepId: 'meet',
    });
  });

  test('keeps of another version only what still fits it', () => {
    const changed = script([
      step('hello'),
      step('owner', { questions: [choice('isOwner', ['tenant', 'owner'])] }),
      step('why', { questions: [question('reason', { max: 20 })] }),
    ]);
    expect(carriedOver(changed, before, noFacts)).toEqual({ answers: { reason: 'old' }, stepId: null });
  });

  test('begins anew when the path no longer leads to its step', () => {
    const place = { answers: { isOwner: 'no' }, stepId: 'meet' };
    expect(carriedOver(visit, place, noFacts).stepId).toBeNull();
  });
});
