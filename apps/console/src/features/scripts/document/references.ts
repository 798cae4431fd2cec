import type { Condition, Script } from '@alize/model';
import { isGroup, type Leaf } from './condition-edit.ts';

/** The condition without the parts that no longer mean anything; null when none is left. */
export function withoutLeaves(condition: Condition, isGone: (leaf: Leaf) => boolean): Condition | null {
  if (condition.kind === 'not') {
    const inner = withoutLeaves(condition.condition, isGone);
    return inner && { kind: 'not', condition: inner };
  }
  if (!isGroup(condition)) return isGone(condition) ? null : condition;
  const left = condition.conditions.flatMap((each) => withoutLeaves(each, isGone) ?? []);
  return left.length === 0 && condition.conditions.length > 0 ? null : { ...condition, conditions: left };
}

/** The condition with each leaf changed. */
export function withLeaves(condition: Condition, change: (leaf: Leaf) => Leaf): Condition {
  if (condition.kind === 'not') return { kind: 'not', condition: withLeaves(condition.condition, change) };
  if (!isGroup(condition)) return change(condition);
  return { ...condition, conditions: condition.conditions.map((each) => withLeaves(each, change)) };
}

/** Every condition of the script put through `change`; a branch whose condition comes to nothing goes with it. */
export function withConditions(script: Script, change: (condition: Condition) => Condition | null): Script {
  const shown = (showIf: Condition | null) => showIf && change(showIf);
  const steps = script.steps.map((step) => ({
    ...step,
    showIf: shown(step.showIf),
    questions: step.questions.map((question) => ({ ...question, showIf: shown(question.showIf) })),
    branches: step.branches.flatMap(({ when, goTo }) => {
      const still = change(when);
      return still ? [{ when: still, goTo }] : [];
    }),
  }));
  return { ...script, steps };
}

/** The script after these questions are gone: nothing asks for their answers any more. */
export function withoutQuestions(script: Script, gone: readonly string[]): Script {
  if (gone.length === 0) return script;
  const isGone = (leaf: Leaf) => leaf.kind === 'answer' && gone.includes(leaf.questionId);
  return withConditions(script, (condition) => withoutLeaves(condition, isGone));
}

/** The script after a question took another name: conditions and texts follow. */
export function withRenamedQuestion(script: Script, from: string, to: string): Script {
  const renamed = withConditions(script, (condition) =>
    withLeaves(condition, (leaf) =>
      leaf.kind === 'answer' && leaf.questionId === from ? { ...leaf, questionId: to } : leaf,
    ),
  );
  const text = (words: string) =>
    words.replaceAll(new RegExp(`(\\{\\{\\s*answer:)${from}(?=[\\s|}])`, 'g'), `$1${to}`);
  return {
    ...renamed,
    steps: renamed.steps.map((step) => ({
      ...step,
      say: text(step.say),
      webSay: text(step.webSay),
      note: text(step.note),
      questions: step.questions.map((question) => ({
        ...question,
        id: question.id === from ? to : question.id,
      })),
    })),
    objections: renamed.objections.map((objection) => ({ ...objection, answer: text(objection.answer) })),
  };
}
