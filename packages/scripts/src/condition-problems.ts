import { addressParts, type Condition, type Script, type ScriptQuestion } from '@alize/model';
import { folded } from './condition.ts';
import { needsOptions } from './question-problems.ts';
import { type ScriptProblem, scriptProblem } from './script-problem.ts';

/** One comparison of a document, with where it stands in it. */
export interface ConditionPlace {
  readonly condition: Condition;
  readonly path: string;
  /** Of the step whose condition it is, or in which it stands. */
  readonly stepAt: number;
  /** How many questions of that step have been asked when it is looked at. */
  readonly askedCount: number;
}

/** Every condition of a document, those inside others included. */
export function conditionsOf({ steps }: Script): readonly ConditionPlace[] {
  return steps.flatMap((step, stepAt) => {
    const path = `/steps/${stepAt}`;
    const asked = step.questions.length;
    return [
      ...(step.showIf ? within(step.showIf, `${path}/showIf`, stepAt, 0) : []),
      ...step.questions.flatMap(({ showIf }, at) =>
        showIf ? within(showIf, `${path}/questions/${at}/showIf`, stepAt, at) : [],
      ),
      ...step.branches.flatMap(({ when }, at) => within(when, `${path}/branches/${at}/when`, stepAt, asked)),
    ];
  });
}

/** What keeps a single condition from ever being decided. */
export function conditionProblems(script: Script, place: ConditionPlace): readonly ScriptProblem[] {
  const { condition, path } = place;
  if (condition.kind === 'field') {
    return [
      ...(condition.field.trim() === '' ? [scriptProblem(`${path}/field`, 'text_missing')] : []),
      ...valueMissing(condition, path),
    ];
  }
  if (condition.kind !== 'answer') return [];
  const question = script.steps
    .flatMap((step) => step.questions)
    .find(({ id }) => id === condition.questionId);
  if (!question) return [scriptProblem(`${path}/questionId`, 'question_unknown')];
  return [
    ...(isAskedBefore(script, place, question)
      ? []
      : [scriptProblem(`${path}/questionId`, 'question_too_late')]),
    ...(hasRow(question, condition.row) ? [] : [scriptProblem(`${path}/row`, 'row_unknown')]),
    ...valueMissing(condition, path),
    ...(isOffered(question, condition) ? [] : [scriptProblem(`${path}/value`, 'value_unknown')]),
  ];
}

function within(
  condition: Condition,
  path: string,
  stepAt: number,
  askedCount: number,
): readonly ConditionPlace[] {
  const own = { condition, path, stepAt, askedCount };
  switch (condition.kind) {
    case 'all':
    case 'any':
      return [
        own,
        ...condition.conditions.flatMap((each, at) =>
          within(each, `${path}/conditions/${at}`, stepAt, askedCount),
        ),
      ];
    case 'not':
      return [own, ...within(condition.condition, `${path}/condition`, stepAt, askedCount)];
    default:
      return [own];
  }
}

/** The steps of a shuffled block come in any order, so that none of them may count on another. */
function isAskedBefore(
  { steps, shuffledBlocks }: Script,
  { stepAt, askedCount }: ConditionPlace,
  question: ScriptQuestion,
): boolean {
  const askedAt = steps.findIndex((step) => step.questions.includes(question));
  const [own, other] = [steps[stepAt]?.id ?? '', steps[askedAt]?.id ?? ''];
  if (askedAt === stepAt) return (steps[stepAt]?.questions.indexOf(question) ?? 0) < askedCount;
  const isInBlock = shuffledBlocks.some(({ stepIds }) => stepIds.includes(own) && stepIds.includes(other));
  return askedAt < stepAt && !isInBlock;
}

function hasRow({ kind, rows }: ScriptQuestion, row: string | null): boolean {
  if (row === null) return true;
  if (kind === 'matrix') return rows.some(({ value }) => value === row);
  return kind === 'address' && addressParts.some((part) => part === row);
}

type Comparing = Extract<Condition, { readonly kind: 'answer' | 'field' }>;

function valueMissing({ is, value }: Comparing, path: string): readonly ScriptProblem[] {
  const needsValue = is !== 'answered' && is !== 'not_answered';
  return needsValue && (value === null || value === '')
    ? [scriptProblem(`${path}/value`, 'value_missing')]
    : [];
}

function isOffered(question: ScriptQuestion, { is, value }: Comparing): boolean {
  const names = is === 'equals' || is === 'not_equals' || is === 'contains';
  if (!needsOptions(question) || !names || value === null || value === '') return true;
  return question.options.some((option) => folded(option.value) === folded(String(value)));
}
