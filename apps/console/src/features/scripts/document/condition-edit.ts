import type { Comparison, Condition, Script, ScriptQuestion } from '@alize/model';

/** What one row of the condition builder asks about: one comparison, or the opposite of it. */
export interface Row {
  readonly leaf: Leaf;
  readonly isDenied: boolean;
}
export type Leaf = Exclude<Condition, { kind: 'all' | 'any' | 'not' }>;
export type Group = Extract<Condition, { kind: 'all' | 'any' }>;

/** The condition as a group of conditions, as the builder shows it; none and one are groups too. */
export function asGroup(condition: Condition | null): Group {
  if (condition === null) return { kind: 'all', conditions: [] };
  return isGroup(condition) ? condition : { kind: 'all', conditions: [condition] };
}

/** The shortest condition that a group says: null for an empty one, its only member for a group of one. */
export function fromGroup(group: Group): Condition | null {
  const [first] = group.conditions;
  if (!first) return null;
  return group.conditions.length === 1 ? first : group;
}

export const isGroup = (condition: Condition): condition is Group =>
  condition.kind === 'all' || condition.kind === 'any';

/** A comparison without the `not` around it; null for a group, which has members of its own to be looked at. */
export function asRow(condition: Condition): Row | null {
  if (condition.kind === 'not') {
    const inner = asRow(condition.condition);
    return inner && { leaf: inner.leaf, isDenied: !inner.isDenied };
  }
  return isGroup(condition) ? null : { leaf: condition, isDenied: false };
}

/** The group inside a `not`, and whether it is denied; null for a comparison. */
export function asInnerGroup(
  condition: Condition,
): { readonly group: Group; readonly isDenied: boolean } | null {
  if (condition.kind === 'not') {
    const inner = asInnerGroup(condition.condition);
    return inner && { group: inner.group, isDenied: !inner.isDenied };
  }
  return isGroup(condition) ? { group: condition, isDenied: false } : null;
}

/** True for a condition that always holds: “go there in any case”. */
export const isAlways = (condition: Condition): boolean =>
  condition.kind === 'all' && condition.conditions.every(isAlways);

export const denied = (condition: Condition, isDenied: boolean): Condition =>
  isDenied ? { kind: 'not', condition } : condition;

/** The comparisons that make sense for the answers of a question. */
export function comparisonsFor(question: ScriptQuestion | undefined): readonly Comparison[] {
  const presence = ['answered', 'not_answered'] as const;
  switch (question?.kind) {
    case 'single':
    case 'matrix':
      return ['equals', 'not_equals', ...presence];
    case 'multiple':
      return ['contains', 'equals', ...presence];
    case 'number':
    case 'scale':
    case 'date':
    case 'datetime':
      return ['at_least', 'at_most', 'equals', 'not_equals', ...presence];
    case 'appointment':
      return presence;
    default:
      return ['equals', 'not_equals', 'contains', ...presence];
  }
}

export const fieldComparisons: readonly Comparison[] = [
  'equals',
  'not_equals',
  'contains',
  'at_least',
  'at_most',
  'answered',
  'not_answered',
];

export const needsValue = (is: Comparison): boolean => is !== 'answered' && is !== 'not_answered';

/** A first comparison for this question: with its first option, its lowest number, or its being answered. */
export function leafOn(question: ScriptQuestion): Leaf {
  const is = comparisonsFor(question)[0] ?? 'answered';
  const row =
    question.kind === 'matrix'
      ? (question.rows[0]?.value ?? null)
      : question.kind === 'address'
        ? 'postalCode'
        : null;
  return {
    kind: 'answer',
    questionId: question.id,
    row,
    is,
    value: needsValue(is) ? firstValue(question) : null,
  };
}

function firstValue({ kind, options, min }: ScriptQuestion): string | number {
  if (kind === 'number' || kind === 'scale') return min ?? 0;
  return options[0]?.value ?? '';
}

/** The questions that a condition of this step can look at: those of earlier steps, and its own where it is asked after them. */
export function questionsBefore(
  script: Script,
  stepId: string,
  upTo: 'step' | { readonly questionId: string } | 'end_of_step',
): readonly ScriptQuestion[] {
  const at = script.steps.findIndex(({ id }) => id === stepId);
  const earlier = script.steps.slice(0, Math.max(0, at)).flatMap((step) => step.questions);
  const own = script.steps[at]?.questions ?? [];
  if (upTo === 'step') return earlier;
  if (upTo === 'end_of_step') return [...earlier, ...own];
  return [
    ...earlier,
    ...own.slice(
      0,
      own.findIndex(({ id }) => id === upTo.questionId),
    ),
  ];
}
