import { describe, expect, test } from 'vitest';
import { scriptProblemCodes, validateScript } from './index.ts';
import { sentences } from './script-problem.ts';

const question = {
  id: 'isOwner',
  kind: 'single',
  label: 'Propriétaire ?',
  options: [{ value: 'yes', label: 'Oui' }],
};
const step = { id: 'hello', title: 'Accueil', say: 'Bonjour', questions: [question] };

test('takes a short document and fills in what it leaves out', () => {
  expect(
    validateScript({ steps: [{ id: 'hello', title: 'Accueil', say: 'Bonjour' }], colour: 'red' }),
  ).toEqual({
    kind: 'valid',
    script: {
      steps: [{ id: 'hello', title: 'Accueil', say: 'Bonjour', isLegal: false, questions: [], branches: [] }],
      objections: [],
    },
  });
});

describe('says where and what is wrong', () => {
  test.each<[string, unknown, readonly string[]]>([
    ['no document', null, ['wrong_type ', 'no_steps /steps']],
    ['no steps', { steps: [] }, ['no_steps /steps']],
    ['steps that are no list', { steps: 'hello' }, ['wrong_type /steps', 'no_steps /steps']],
    ['a step without words', { steps: [{ id: 'a', title: 'A' }] }, ['text_missing /steps/0/say']],
    ['a step named end', { steps: [{ ...step, id: 'end' }] }, ['id_malformed /steps/0/id']],
    ['a text too long', { steps: [{ ...step, say: 'x'.repeat(10_001) }] }, ['text_too_long /steps/0/say']],
    [
      'one id for two steps and two questions',
      { steps: [step, step] },
      ['id_repeated /steps/1/id', 'id_repeated /steps/1/questions/0/id'],
    ],
    ['a kind that is none', stepAsking({ kind: 'slider' }), ['kind_unknown /steps/0/questions/0/kind']],
    ['a choice of nothing', stepAsking({ options: [] }), ['options_missing /steps/0/questions/0/options']],
    [
      'an option given twice',
      stepAsking({ options: [...question.options, ...question.options] }),
      ['option_repeated /steps/0/questions/0/options/1/value'],
    ],
    ['a scale without ends', stepAsking({ kind: 'scale' }), ['range_missing /steps/0/questions/0/max']],
    [
      'a scale upside down',
      stepAsking({ kind: 'scale', min: 5, max: 1 }),
      ['range_inverted /steps/0/questions/0/max'],
    ],
    [
      'a branch into the void',
      { steps: [{ ...step, branches: [{ questionId: 'age', equals: '3', goTo: 'moon' }] }] },
      [
        'branch_question_unknown /steps/0/branches/0/questionId',
        'branch_step_unknown /steps/0/branches/0/goTo',
      ],
    ],
    [
      'a branch on an answer nobody can give',
      { steps: [{ ...step, branches: [{ questionId: 'isOwner', equals: 'no', goTo: 'end' }] }] },
      ['branch_value_unknown /steps/0/branches/0/equals'],
    ],
    [
      'an objection without an answer',
      { steps: [step], objections: [{ title: 'Trop cher' }] },
      ['text_missing /objections/0/answer'],
    ],
    [
      'a list without end',
      { steps: Array.from({ length: 201 }, () => step) },
      ['too_many /steps', 'no_steps /steps'],
    ],
  ])('%s', (_name, document, expected) => {
    const check = validateScript(document);
    const problems = check.kind === 'invalid' ? check.problems : [];
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual(expected);
  });
});

test.each(scriptProblemCodes)('%s has a sentence in both languages', (code) => {
  expect(sentences[code].fr).toMatch(/\.$/);
  expect(sentences[code].en).toMatch(/\.$/);
});

function stepAsking(change: object): unknown {
  return { steps: [{ ...step, questions: [{ ...question, ...change }] }] };
}
