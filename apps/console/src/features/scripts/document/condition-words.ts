import {
  type Comparison,
  type Condition,
  fillableFields,
  type Script,
  type ScriptQuestion,
} from '@alize/model';
import type { TFunction } from 'i18next';

type Words = TFunction<'scripts'>;

/**
 * The condition as a sentence's clause: `« Propriétaire » est « Oui » et le score atteint 40`. What is denied is said
 * so in each of its parts, so that no “not (… and …)” is left to be worked out.
 */
export function conditionWords(condition: Condition, script: Script, t: Words): string {
  return clause(condition, { script, t, isDenied: false, isInner: false });
}

interface Context {
  readonly script: Script;
  readonly t: Words;
  readonly isDenied: boolean;
  /** Stands among others, so that it needs brackets when it has parts. */
  readonly isInner: boolean;
}

function clause(condition: Condition, context: Context): string {
  const { script, t, isDenied } = context;
  switch (condition.kind) {
    case 'not':
      return clause(condition.condition, { ...context, isDenied: !isDenied });
    case 'all':
    case 'any':
      return several(condition, context);
    case 'disqualified':
      return t(isDenied ? 'condition.notDisqualified' : 'condition.disqualified');
    case 'score':
      return predicate(condition, {
        subject: t('condition.score'),
        value: String(condition.value),
        isDenied,
        t,
      });
    case 'field':
      return predicate(condition, {
        subject: t('condition.field', { field: fieldName(condition.field, t) }),
        value: quoted(condition.value, t),
        isDenied,
        t,
      });
    case 'answer':
      return predicate(condition, {
        subject: subjectOf(condition, script, t),
        value: answerWord(condition, script, t),
        isDenied,
        t,
      });
  }
}

function several(condition: Extract<Condition, { kind: 'all' | 'any' }>, context: Context): string {
  const { t, isDenied, isInner } = context;
  const { conditions } = condition;
  const isAll = (condition.kind === 'all') !== isDenied;
  if (conditions.length === 0) return t(isAll ? 'condition.always' : 'condition.never');
  const [only] = conditions;
  if (only && conditions.length === 1) return clause(only, context);
  const parts = conditions.map((each) => clause(each, { ...context, isInner: true }));
  const joined = parts.join(t(isAll ? 'condition.and' : 'condition.or'));
  return isInner ? `(${joined})` : joined;
}

/** What each comparison is called when it is denied. */
const denials = {
  equals: 'not_equals',
  not_equals: 'equals',
  contains: 'not_contains',
  at_least: 'not_at_least',
  at_most: 'not_at_most',
  answered: 'not_answered',
  not_answered: 'answered',
} as const satisfies Record<Comparison, string>;

function predicate(
  { is }: { readonly is: Comparison },
  {
    subject,
    value,
    isDenied,
    t,
  }: { readonly subject: string; readonly value: string; readonly isDenied: boolean; readonly t: Words },
): string {
  return `${subject} ${t(`condition.is.${isDenied ? denials[is] : is}`, { value })}`;
}

type AnswerCondition = Extract<Condition, { kind: 'answer' }>;

const questionOf = (script: Script, id: string): ScriptQuestion | undefined =>
  script.steps.flatMap((step) => step.questions).find((question) => question.id === id);

function subjectOf({ questionId, row }: AnswerCondition, script: Script, t: Words): string {
  const question = questionOf(script, questionId);
  const label = question?.label || questionId;
  if (row === null) return t('condition.answer', { label });
  return t('condition.answerRow', { label, row: rowName(question, row, t) });
}

function rowName(question: ScriptQuestion | undefined, row: string, t: Words): string {
  if (question?.kind === 'address') return t(`addressPart.${addressPart(row)}`);
  return question?.rows.find((each) => each.value === row)?.label || row;
}

const parts = ['street', 'extra', 'postalCode', 'city', 'country'] as const;
const addressPart = (row: string) => parts.find((part) => part === row) ?? 'street';

/** An option goes by its label, a number as it is, a text between quotes. */
function answerWord({ questionId, value }: AnswerCondition, script: Script, t: Words): string {
  const option = questionOf(script, questionId)?.options.find((each) => each.value === value);
  return quoted(option?.label || value, t);
}

function quoted(value: string | number | null, t: Words): string {
  if (typeof value === 'number') return String(value);
  return value ? t('condition.quoted', { word: value }) : '…';
}

/** The lead's field as people call it; a column of the client's own by its heading. */
export function fieldName(field: string, t: Words): string {
  const known = fillableFields.find((each) => each === field);
  if (known) return t(`field.${known}`);
  return field.replace(/^custom:/, '') || '…';
}
