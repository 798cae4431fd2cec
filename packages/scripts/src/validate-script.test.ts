import { describe, expect, test } from 'vitest';
import { scriptProblemCodes, validateDraft, validateScript } from './index.ts';
import { sentences } from './script-problem.ts';

const question = {
  id: 'isOwner',
  kind: 'single',
  label: 'Propriétaire ?',
  options: [
    { value: 'yes', label: 'Oui' },
    { value: 'no', label: 'Non' },
  ],
};
const step = { id: 'hello', title: 'Accueil', say: 'Bonjour', questions: [question] };
const later = { id: 'later', title: 'Suite', say: 'Suite' };
const is = (change: object = {}) => ({
  ...{ kind: 'answer', questionId: 'isOwner', row: null, is: 'equals', value: 'yes' },
  ...change,
});
const stepAsking = (change: object): unknown => ({
  steps: [{ ...step, questions: [{ ...question, ...change }] }],
});
const branching = (branch: object): unknown => ({ steps: [{ ...step, branches: [branch] }, later] });
const block = (stepIds: readonly string[], steps = ['a', 'b', 'c', 'd']): unknown => ({
  steps: steps.map((id) => ({ id, title: id, say: id })),
  shuffledBlocks: [{ id: 'block', stepIds }],
});
let nested: object = is();
for (let depth = 0; depth < 7; depth++) nested = { kind: 'not', condition: nested };

test('takes a short document and fills in what it leaves out', () => {
  expect(validateScript({ steps: [{ id: 'hello', title: 'Accueil', say: 'Bonjour' }] })).toEqual({
    kind: 'valid',
    script: {
      format: 2,
      steps: [
        {
          ...{ id: 'hello', title: 'Accueil', say: 'Bonjour', webSay: '', note: '', legal: [], showIf: null },
          ...{ questions: [], branches: [], ending: null },
        },
      ],
      ...{ objections: [], scoring: null, shuffledBlocks: [] },
    },
  });
});

test('takes again what it gave', () => {
  const check = validateScript({
    ...{ format: 2, shuffledBlocks: [], objections: [{ title: 'Trop cher', answer: '**Non**' }] },
    steps: [{ ...step, legal: ['identity'], branches: [{ when: is(), goTo: 'end' }], ending: 'success' }],
    scoring: { stages: [{ id: 'hot', label: 'Chaud', from: 50 }], qualifiedFrom: 50 },
  });
  expect(check).toMatchObject({ kind: 'valid' });
  expect(check.kind === 'valid' && validateScript(check.script)).toEqual(check);
});

describe('says where and what is wrong', () => {
  test.each<[string, unknown, readonly string[]]>([
    ['no document', null, ['wrong_type ']],
    ['no steps', { steps: [] }, ['no_steps /steps']],
    ['steps that are no list', { steps: 'hello' }, ['wrong_type /steps']],
    ['another format', { format: 1, steps: [later] }, ['format_unknown /format']],
    ['a key that is none', { steps: [later], colour: 'red' }, ['unknown_key /colour']],
    ['a key misspelt', stepAsking({ isrequired: true }), ['unknown_key /steps/0/questions/0/isrequired']],
    ['a key that a pointer must escape', { steps: [later], 'a/b~c': 1 }, ['unknown_key /a~1b~0c']],
    ['a prototype', JSON.parse('{"steps":[],"__proto__":1}'), ['unknown_key /__proto__']],
    ['a step without words', { steps: [{ id: 'a', title: 'A' }] }, ['text_missing /steps/0/say']],
    ['a step named end', { steps: [{ ...step, id: 'end' }] }, ['id_malformed /steps/0/id']],
    ['a text too long', { steps: [{ ...step, say: 'x'.repeat(10_001) }] }, ['text_too_long /steps/0/say']],
    ['HTML in words', { steps: [{ ...step, say: 'a <b>b</b>' }] }, ['html_refused /steps/0/say']],
    [
      'HTML in words for the web',
      { steps: [{ ...step, webSay: '<b>a</b>' }] },
      ['html_refused /steps/0/webSay'],
    ],
    ['HTML in a note', { steps: [{ ...step, note: '<!-- -->' }] }, ['html_refused /steps/0/note']],
    [
      'HTML in an objection',
      { steps: [step], objections: [{ title: 'Non', answer: '</p>' }] },
      ['html_refused /objections/0/answer'],
    ],
    [
      'one id for two steps and two questions',
      { steps: [step, step] },
      ['id_repeated /steps/1/id', 'id_repeated /steps/1/questions/0/id'],
    ],
    ['an id of an outcome', stepAsking({ id: 'score' }), ['id_reserved /steps/0/questions/0/id']],
    ['a kind that is none', stepAsking({ kind: 'slider' }), ['word_unknown /steps/0/questions/0/kind']],
    ['a choice of nothing', stepAsking({ options: [] }), ['options_missing /steps/0/questions/0/options']],
    [
      'an option given twice, accents aside',
      stepAsking({
        options: [
          { value: 'été', label: 'A' },
          { value: 'Ete', label: 'B' },
        ],
      }),
      ['option_repeated /steps/0/questions/0/options/1/value'],
    ],
    ['a matrix without rows', stepAsking({ kind: 'matrix' }), ['rows_missing /steps/0/questions/0/rows']],
    ['a scale without ends', stepAsking({ kind: 'scale' }), ['range_missing /steps/0/questions/0/max']],
    [
      'a scale upside down',
      stepAsking({ kind: 'scale', min: 5, max: 1 }),
      ['range_inverted /steps/0/questions/0/max'],
    ],
    ['a number that is text', stepAsking({ min: '5' }), ['wrong_type /steps/0/questions/0/min']],
    [
      'a number beyond all bounds',
      stepAsking({ min: 1e12 }),
      ['number_out_of_bounds /steps/0/questions/0/min'],
    ],
    [
      'a civility by a text',
      stepAsking({ kind: 'text', fills: 'civility' }),
      ['fill_unfit /steps/0/questions/0/fills'],
    ],
    ['a field that is none', stepAsking({ fills: 'phones' }), ['word_unknown /steps/0/questions/0/fills']],
    [
      'a branch into the void',
      branching({ when: is({ questionId: 'age' }), goTo: 'moon' }),
      [
        'question_unknown /steps/0/branches/0/when/questionId',
        'branch_step_unknown /steps/0/branches/0/goTo',
      ],
    ],
    [
      'a branch on an answer nobody can give',
      branching({ when: is({ value: 'perhaps' }), goTo: 'end' }),
      ['value_unknown /steps/0/branches/0/when/value'],
    ],
    [
      'a comparison with nothing',
      branching({ when: is({ value: null }), goTo: 'end' }),
      ['value_missing /steps/0/branches/0/when/value'],
    ],
    [
      'a row of what has none',
      branching({ when: is({ row: 'r1' }), goTo: 'end' }),
      ['row_unknown /steps/0/branches/0/when/row'],
    ],
    [
      'a branch back',
      branching({ when: is(), goTo: 'hello' }),
      ['branch_backwards /steps/0/branches/0/goTo'],
    ],
    [
      'a condition on what is asked later',
      { steps: [{ ...later, showIf: is() }, step] },
      ['question_too_late /steps/0/showIf/questionId'],
    ],
    [
      'a question that waits for itself',
      stepAsking({ showIf: is() }),
      ['question_too_late /steps/0/questions/0/showIf/questionId'],
    ],
    [
      'a condition inside others',
      branching({
        when: { kind: 'all', conditions: [{ kind: 'not', condition: is({ value: 'x' }) }] },
        goTo: 'end',
      }),
      ['value_unknown /steps/0/branches/0/when/conditions/0/condition/value'],
    ],
    [
      'conditions without end',
      branching({ when: nested, goTo: 'end' }),
      [`too_deep /steps/0/branches/0/when${'/condition'.repeat(6)}`],
    ],
    [
      'a condition that is none',
      branching({ when: { kind: 'maybe' }, goTo: 'end' }),
      ['word_unknown /steps/0/branches/0/when/kind'],
    ],
    ['a block of one step', block(['b']), ['block_broken /shuffledBlocks/0/stepIds']],
    ['a block with a gap', block(['a', 'c']), ['block_broken /shuffledBlocks/0/stepIds']],
    ['a block of nothing known', block(['x', 'y']), ['block_broken /shuffledBlocks/0/stepIds']],
    [
      'a step in two blocks',
      {
        ...(block(['a', 'b']) as object),
        shuffledBlocks: [
          { id: 'one', stepIds: ['a', 'b'] },
          { id: 'two', stepIds: ['b', 'c'] },
        ],
      },
      ['block_overlaps /shuffledBlocks/1/stepIds/0'],
    ],
    [
      'a branch into the middle of a block',
      {
        steps: [
          { ...step, branches: [{ when: is(), goTo: 'b' }] },
          ...['a', 'b'].map((id) => ({ id, title: id, say: id })),
        ],
        shuffledBlocks: [{ id: 'block', stepIds: ['a', 'b'] }],
      },
      ['branch_into_block /steps/0/branches/0/goTo'],
    ],
    [
      'a branch within a block, whose steps have no order',
      {
        steps: [{ ...step, branches: [{ when: is(), goTo: 'later' }] }, later],
        shuffledBlocks: [{ id: 'block', stepIds: ['hello', 'later'] }],
      },
      ['branch_backwards /steps/0/branches/0/goTo'],
    ],
    [
      'stages out of order',
      {
        steps: [step],
        scoring: {
          stages: [
            { id: 'a', label: 'A', from: 5 },
            { id: 'b', label: 'B', from: 5 },
          ],
          qualifiedFrom: 5,
        },
      },
      ['stages_unordered /scoring/stages/1/from'],
    ],
    [
      'an objection without an answer',
      { steps: [step], objections: [{ title: 'Trop cher' }] },
      ['text_missing /objections/0/answer'],
    ],
    ['an ending that is none', { steps: [{ ...step, ending: 'won' }] }, ['word_unknown /steps/0/ending']],
  ])('%s', (_name, document, expected) => {
    const check = validateScript(document);
    const problems = check.kind === 'invalid' ? check.problems : [];
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual(expected);
  });

  test('a list without end, by its bound, and no more than a hundred problems', () => {
    const check = validateScript({ steps: Array.from({ length: 201 }, () => ({ id: '!' })) });
    const problems = check.kind === 'invalid' ? check.problems : [];
    expect(problems[0]).toMatchObject({ code: 'too_many', path: '/steps' });
    expect(problems[0]?.sentence.fr).toContain('200');
    expect(problems).toHaveLength(100);
  });
});

describe('a draft', () => {
  test('may lack texts, answers and ways', () => {
    const draft = {
      steps: [{ id: 'a', questions: [{ id: 'q', kind: 'single' }], branches: [{ when: is(), goTo: 'x' }] }],
    };
    expect(validateDraft(draft)).toMatchObject({ kind: 'valid' });
    expect(validateScript(draft)).toMatchObject({ kind: 'invalid' });
  });

  test('is of the shape of a script all the same', () => {
    expect(validateDraft({ steps: [], isDraft: true })).toMatchObject({ kind: 'invalid' });
  });
});

test.each(scriptProblemCodes)('%s has a sentence in both languages', (code) => {
  expect(sentences[code].fr).toMatch(/\.$/);
  expect(sentences[code].en).toMatch(/\.$/);
});
