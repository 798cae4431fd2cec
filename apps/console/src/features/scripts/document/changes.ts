import type { Script, ScriptOption, ScriptQuestion, ScriptStep, ShuffledBlock } from '@alize/model';
import { freshId, questionIds, stepIds } from './new-parts.ts';
import {
  withConditions,
  withLeaves,
  withoutLeaves,
  withoutQuestions,
  withRenamedQuestion,
} from './references.ts';

/** What can be done to a script while it is written. Places are indexes in the list as it is after the change. */
export type ScriptChange =
  | { readonly kind: 'replace'; readonly script: Script }
  | { readonly kind: 'change_script'; readonly to: Partial<Omit<Script, 'format' | 'steps'>> }
  | { readonly kind: 'add_step'; readonly step: ScriptStep; readonly at: number }
  | { readonly kind: 'change_step'; readonly stepId: string; readonly to: Partial<Omit<ScriptStep, 'id'>> }
  | { readonly kind: 'move_step'; readonly stepId: string; readonly to: number }
  | { readonly kind: 'remove_step'; readonly stepId: string }
  | {
      readonly kind: 'add_question';
      readonly stepId: string;
      readonly question: ScriptQuestion;
      readonly at: number;
    }
  | {
      readonly kind: 'change_question';
      readonly questionId: string;
      readonly to: Partial<Omit<ScriptQuestion, 'id'>>;
    }
  | { readonly kind: 'move_question'; readonly questionId: string; readonly to: number }
  | { readonly kind: 'remove_question'; readonly questionId: string }
  | { readonly kind: 'rename_question'; readonly questionId: string; readonly to: string }
  | {
      readonly kind: 'rename_option';
      readonly questionId: string;
      readonly from: string;
      readonly to: string;
    }
  | { readonly kind: 'remove_option'; readonly questionId: string; readonly value: string };

/**
 * The script after a change, with all that refers to what was changed: branches to a step that is gone lead to the
 * one after it, conditions on an answer that is no longer asked fall away. A change that names nothing there is none.
 */
export function changed(script: Script, change: ScriptChange): Script {
  switch (change.kind) {
    case 'replace':
      return change.script;
    case 'change_script':
      return { ...script, ...change.to };
    case 'add_step':
      return addStep(script, change.step, change.at);
    case 'change_step':
      return inStep(script, change.stepId, (step) => ({ ...step, ...change.to }));
    case 'move_step':
      return moveStep(script, change.stepId, change.to);
    case 'remove_step':
      return removeStep(script, change.stepId);
    case 'add_question':
      return inStep(script, change.stepId, (step) => ({
        ...step,
        questions: step.questions.toSpliced(change.at, 0, change.question),
      }));
    case 'change_question':
      return inQuestion(script, change.questionId, (question) => ({ ...question, ...change.to }));
    case 'move_question':
      return moveQuestion(script, change.questionId, change.to);
    case 'remove_question':
      return removeQuestion(script, change.questionId);
    case 'rename_question':
      return withRenamedQuestion(script, change.questionId, change.to);
    case 'rename_option':
      return renameOption(script, change);
    case 'remove_option':
      return removeOption(script, change.questionId, change.value);
  }
}

/** The step with this question; undefined when no step has it. */
export const stepOf = (script: Script, questionId: string): ScriptStep | undefined =>
  script.steps.find((step) => step.questions.some(({ id }) => id === questionId));

/** A copy of a step under a new id, its questions under new ones too; its own conditions follow them. */
export function copyOfStep(script: Script, stepId: string): ScriptStep | null {
  const step = script.steps.find(({ id }) => id === stepId);
  if (!step) return null;
  const taken = [...questionIds(script)];
  const only: Script = { ...script, steps: [step] };
  const copied = step.questions.reduce<Script>((copy, { id }) => {
    const name = freshId('q', taken);
    taken.push(name);
    return withRenamedQuestion(copy, id, name);
  }, only);
  const copy = copied.steps[0];
  return copy ? { ...copy, id: freshId('s', stepIds(script)) } : null;
}

function inStep(script: Script, stepId: string, change: (step: ScriptStep) => ScriptStep): Script {
  return { ...script, steps: script.steps.map((step) => (step.id === stepId ? change(step) : step)) };
}

function inQuestion(
  script: Script,
  questionId: string,
  change: (question: ScriptQuestion) => ScriptQuestion,
): Script {
  const step = stepOf(script, questionId);
  if (!step) return script;
  const questions = step.questions.map((each) => (each.id === questionId ? change(each) : each));
  return inStep(script, step.id, (each) => ({ ...each, questions }));
}

function addStep(script: Script, step: ScriptStep, at: number): Script {
  const steps = script.steps.toSpliced(at, 0, step);
  return { ...script, steps, shuffledBlocks: blocksAround(script.shuffledBlocks, steps, step.id) };
}

function moveStep(script: Script, stepId: string, to: number): Script {
  const steps = moved(script.steps, stepId, to);
  return steps === script.steps
    ? script
    : { ...script, steps, shuffledBlocks: blocksAround(script.shuffledBlocks, steps, stepId) };
}

/**
 * The blocks once a step has come to its place: it joins the block whose steps now stand on both sides of it, and
 * leaves its own when it no longer stands beside it.
 */
function blocksAround(
  blocks: readonly ShuffledBlock[],
  steps: readonly ScriptStep[],
  stepId: string,
): readonly ShuffledBlock[] {
  const order = steps.map(({ id }) => id);
  const at = order.indexOf(stepId);
  const [before, after] = [order[at - 1], order[at + 1]];
  const holds = (block: ShuffledBlock, id: string | undefined) =>
    id !== undefined && block.stepIds.includes(id);
  const belongs = (block: ShuffledBlock) =>
    holds(block, stepId)
      ? holds(block, before) || holds(block, after)
      : holds(block, before) && holds(block, after);
  return blocks.flatMap((block) => {
    const members = order.filter((id) => (id === stepId ? belongs(block) : block.stepIds.includes(id)));
    return members.length < 2 ? [] : [{ ...block, stepIds: members }];
  });
}

function removeStep(script: Script, stepId: string): Script {
  const at = script.steps.findIndex(({ id }) => id === stepId);
  const step = script.steps[at];
  if (!step) return script;
  const next = script.steps[at + 1]?.id ?? 'end';
  const left = script.steps.toSpliced(at, 1).map((each) => ({
    ...each,
    branches: each.branches.map((branch) => (branch.goTo === stepId ? { ...branch, goTo: next } : branch)),
  }));
  const shuffledBlocks = script.shuffledBlocks.flatMap((block) => {
    const members = block.stepIds.filter((id) => id !== stepId);
    return members.length < 2 ? [] : [{ ...block, stepIds: members }];
  });
  return withoutQuestions(
    { ...script, steps: left, shuffledBlocks },
    step.questions.map(({ id }) => id),
  );
}

function moveQuestion(script: Script, questionId: string, to: number): Script {
  const step = stepOf(script, questionId);
  if (!step) return script;
  return inStep(script, step.id, (each) => ({ ...each, questions: moved(each.questions, questionId, to) }));
}

function removeQuestion(script: Script, questionId: string): Script {
  const step = stepOf(script, questionId);
  if (!step) return script;
  const questions = step.questions.filter(({ id }) => id !== questionId);
  return withoutQuestions(
    inStep(script, step.id, (each) => ({ ...each, questions })),
    [questionId],
  );
}

function renameOption(
  script: Script,
  { questionId, from, to }: { readonly questionId: string; readonly from: string; readonly to: string },
): Script {
  const named = inQuestion(script, questionId, (question) => ({
    ...question,
    options: question.options.map((option: ScriptOption) =>
      option.value === from ? { ...option, value: to } : option,
    ),
  }));
  return withConditions(named, (condition) =>
    withLeaves(condition, (leaf) =>
      leaf.kind === 'answer' && leaf.questionId === questionId && leaf.value === from
        ? { ...leaf, value: to }
        : leaf,
    ),
  );
}

function removeOption(script: Script, questionId: string, value: string): Script {
  const left = inQuestion(script, questionId, (question) => ({
    ...question,
    options: question.options.filter((option) => option.value !== value),
  }));
  return withConditions(left, (condition) =>
    withoutLeaves(
      condition,
      (leaf) => leaf.kind === 'answer' && leaf.questionId === questionId && leaf.value === value,
    ),
  );
}

/** The list with one of its members at another place; the same list when it stands there or is not in it. */
export function moved<T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  to: number,
): readonly T[] {
  const from = list.findIndex((each) => each.id === id);
  const member = list[from];
  const place = Math.min(list.length - 1, Math.max(0, to));
  return !member || from === place ? list : list.toSpliced(from, 1).toSpliced(place, 0, member);
}
