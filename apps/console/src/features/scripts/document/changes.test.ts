import type { Condition, Script } from '@alize/model';
import { describe, expect, test } from 'vitest';
import { changed, copyOfStep, moved } from './changes.ts';
import { emptyScript, newOption, newQuestion, newStep } from './new-parts.ts';

const is = (questionId: string, value: string): Condition => ({
  kind: 'answer',
  questionId,
  row: null,
  is: 'equals',
  value,
});
const yesNo = { options: [newOption('yes', { label: 'Oui' }), newOption('no', { label: 'Non' })] };

const script: Script = {
  ...emptyScript,
  steps: [
    newStep('a', {
      questions: [
        newQuestion('owner', 'single', yesNo),
        newQuestion('age', 'number', { showIf: is('owner', 'yes') }),
      ],
      branches: [{ when: is('owner', 'no'), goTo: 'c' }],
    }),
    newStep('b', { say: 'Vous avez répondu {{answer:owner}}, {{answer:owners|rien}}.' }),
    newStep('c', { showIf: { kind: 'all', conditions: [is('owner', 'yes'), { kind: 'disqualified' }] } }),
    newStep('d'),
  ],
  shuffledBlocks: [{ id: 'x', stepIds: ['b', 'c'] }],
};
const orderOf = ({ steps }: Script) => steps.map(({ id }) => id).join('');
const blocksOf = ({ shuffledBlocks }: Script) => shuffledBlocks.map(({ stepIds }) => stepIds.join(''));

describe('a step', () => {
  test('goes to its new place', () => {
    expect(orderOf(changed(script, { kind: 'move_step', stepId: 'a', to: 2 }))).toBe('bcad');
    expect(orderOf(changed(script, { kind: 'move_step', stepId: 'd', to: -5 }))).toBe('dabc');
  });

  test('that stays where it is changes nothing', () => {
    expect(changed(script, { kind: 'move_step', stepId: 'b', to: 1 })).toBe(script);
    expect(changed(script, { kind: 'move_step', stepId: 'unknown', to: 0 })).toBe(script);
  });

  test('that is moved between the steps of a block joins it', () => {
    expect(blocksOf(changed(script, { kind: 'move_step', stepId: 'd', to: 2 }))).toEqual(['bdc']);
  });

  test('that is moved away leaves its block, and a block of one is none', () => {
    expect(blocksOf(changed(script, { kind: 'move_step', stepId: 'c', to: 3 }))).toEqual([]);
    expect(blocksOf(changed(script, { kind: 'move_step', stepId: 'c', to: 1 }))).toEqual(['cb']);
  });

  test('that is removed hands the branches that led to it to the step after it', () => {
    const left = changed(script, { kind: 'remove_step', stepId: 'c' });
    expect(left.steps[0]?.branches.map(({ goTo }) => goTo)).toEqual(['d']);
    expect(blocksOf(left)).toEqual([]);
  });

  test('that was the last hands its branches to the end', () => {
    const toLast = changed(script, {
      kind: 'change_step',
      stepId: 'a',
      to: { branches: [{ when: is('owner', 'no'), goTo: 'd' }] },
    });
    const left = changed(toLast, { kind: 'remove_step', stepId: 'd' });
    expect(left.steps[0]?.branches[0]?.goTo).toBe('end');
  });

  test('takes the conditions on its questions along when it goes', () => {
    const left = changed(script, { kind: 'remove_step', stepId: 'a' });
    expect(left.steps.find(({ id }) => id === 'c')?.showIf).toEqual({
      kind: 'all',
      conditions: [{ kind: 'disqualified' }],
    });
  });

  test('is copied with questions of new names, on which its own conditions now hang', () => {
    const copy = copyOfStep(script, 'a');
    expect(copy?.id).toBe('s1');
    expect(copy?.questions.map(({ id }) => id)).toEqual(['q1', 'q2']);
    expect(copy?.questions[1]?.showIf).toEqual(is('q1', 'yes'));
    expect(copy?.branches[0]?.when).toEqual(is('q1', 'no'));
  });
});

describe('a question', () => {
  test('that is removed takes the branches and conditions that need it along', () => {
    const left = changed(script, { kind: 'remove_question', questionId: 'owner' });
    expect(left.steps[0]?.branches).toEqual([]);
    expect(left.steps[0]?.questions).toMatchObject([{ id: 'age', showIf: null }]);
  });

  test('is renamed wherever it is spoken of, and no other is', () => {
    const renamed = changed(script, { kind: 'rename_question', questionId: 'owner', to: 'proprietaire' });
    expect(renamed.steps[0]?.questions[0]?.id).toBe('proprietaire');
    expect(renamed.steps[0]?.branches[0]?.when).toEqual(is('proprietaire', 'no'));
    expect(renamed.steps[1]?.say).toBe('Vous avez répondu {{answer:proprietaire}}, {{answer:owners|rien}}.');
  });

  test('keeps its conditions on an option that takes another value', () => {
    const renamed = changed(script, { kind: 'rename_option', questionId: 'owner', from: 'no', to: 'non' });
    expect(renamed.steps[0]?.questions[0]?.options[1]).toMatchObject({ value: 'non', label: 'Non' });
    expect(renamed.steps[0]?.branches[0]?.when).toEqual(is('owner', 'non'));
  });

  test('loses the branches on an option that is taken away', () => {
    const left = changed(script, { kind: 'remove_option', questionId: 'owner', value: 'no' });
    expect(left.steps[0]?.branches).toEqual([]);
    expect(left.steps[0]?.questions[1]?.showIf).toEqual(is('owner', 'yes'));
  });
});

test('a member is moved within its list and never beyond it', () => {
  const list = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  expect(moved(list, 'a', 9).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  expect(moved(list, 'b', 1)).toBe(list);
});
