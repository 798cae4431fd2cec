import { type Answer, type Condition, comparisons, questionKinds, type Script } from '@alize/model';
import fc from 'fast-check';
import { validateScript } from '../src/index.ts';

const ids = ['q0', 'q1', 'q2', 'q3', 'q4', 'q5'] as const;
const stepIds = ['s0', 's1', 's2', 's3', 's4', 's5'] as const;
const values = ['a', 'b', 'c'] as const;

const simple = fc.oneof(
  fc.record({
    kind: fc.constant('answer' as const),
    questionId: fc.constantFrom(...ids),
    row: fc.constantFrom(null, 'a'),
    is: fc.constantFrom(...comparisons),
    value: fc.constantFrom<string | number>('a', 'b', 30),
  }),
  fc.record({
    kind: fc.constant('score' as const),
    is: fc.constant('at_least' as const),
    value: fc.integer({ min: -9, max: 9 }),
  }),
  fc.constant<Condition>({ kind: 'disqualified' }),
);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  simple,
  fc.record({
    kind: fc.constantFrom('all' as const, 'any' as const),
    conditions: fc.array(simple, { maxLength: 3 }),
  }),
  simple.map((inner): Condition => ({ kind: 'not', condition: inner })),
);

const option = (value: string) =>
  fc.record({
    ...{ value: fc.constant(value), label: fc.constant(value) },
    points: fc.integer({ min: -9, max: 9 }),
    ...{ isDisqualifying: fc.boolean(), isExclusive: fc.boolean(), isFixed: fc.boolean() },
  });
const question = (id: string) =>
  fc.record({
    id: fc.constant(id),
    kind: fc.constantFrom(...questionKinds),
    label: fc.constant(id),
    isRequired: fc.boolean(),
    options: fc.tuple(...values.map(option)).map((all) => [...all]),
    rows: fc.constant(values.map((value) => ({ value, label: value }))),
    ...{ min: fc.constant(0), max: fc.constant(10), isShuffled: fc.boolean() },
    showIf: fc.option(condition),
    bands: fc.constant([{ from: 0, to: 5, points: 3, isDisqualifying: false }]),
  });
const step = (id: string, at: number) =>
  fc.record({
    ...{ id: fc.constant(id), title: fc.constant(id), say: fc.constant(id) },
    legal: fc.constantFrom([], ['identity']),
    showIf: fc.option(condition),
    questions: question(`q${at}`).map((one) => [one]),
    branches: fc.array(fc.record({ when: condition, goTo: fc.constantFrom(...stepIds, 'end') }), {
      maxLength: 2,
    }),
  });

/** Documents of the right shape, most of them with branches back and conditions on what comes later. */
export const anyDocument = fc.record({
  steps: fc.tuple(...stepIds.map(step)).map((all) => [...all]),
  shuffledBlocks: fc.constantFrom([], [{ id: 'block', stepIds: ['s1', 's2', 's3'] }]),
});

/** The same, in which what would lead nowhere was taken out, so that they are valid. */
export const validScript: fc.Arbitrary<Script> = anyDocument.map((document) => {
  const isEarlier = (inner: Condition | null, at: number): boolean =>
    inner === null ||
    !JSON.stringify(inner)
      .match(/"questionId":"q(\d)"/g)
      ?.some((found) => Number(found.at(-2)) >= at);
  const steps = document.steps.map((each, at) => ({
    ...each,
    showIf: document.shuffledBlocks.length === 0 && isEarlier(each.showIf, at) ? rowless(each.showIf) : null,
    questions: each.questions.map((asked) => ({ ...asked, showIf: null })),
    branches: each.branches
      .filter(({ goTo }) => goTo === 'end' || goTo === 's4' || goTo === 's5')
      .filter(({ goTo, when }) => (goTo === 'end' || Number(goTo[1]) > at) && isEarlier(when, at))
      .map(({ when, goTo }) => ({ when: rowless(when), goTo })),
  }));
  const check = validateScript({
    ...document,
    steps: document.shuffledBlocks.length > 0 ? steps.map((each) => ({ ...each, branches: [] })) : steps,
  });
  if (check.kind === 'valid') return check.script;
  throw new Error(JSON.stringify(check.problems[0]));
});

/** Without rows and values that not every kind of question has. */
function rowless(condition: Condition | null): Condition {
  const text = JSON.stringify(condition ?? { kind: 'all', conditions: [] });
  return JSON.parse(
    text.replaceAll('"row":"a"', '"row":null').replaceAll('"value":30', '"value":"a"'),
  ) as Condition;
}

/** Answers of every shape, fitting or not. */
export const anyAnswers = fc.dictionary(
  fc.constantFrom(...ids, ...stepIds.map((id) => `said:${id}`)),
  fc.oneof(
    fc.constantFrom<Answer>('a', 'b', 3, 11, true, '2026-12-01', '+33639980001', 'a@example.org'),
    fc.subarray([...values]),
    fc.constantFrom<Answer>({ a: 'a', b: 'c' }, { street: 'x', city: 'y' }, {}),
    fc.string({ maxLength: 8 }),
  ),
);
