import type { Answer, Comparison, Condition } from '@alize/model';
import { type Answered, disqualifies, pointsOf } from './points.ts';
import type { ScriptFacts } from './script-facts.ts';
import { isList, isRecord } from './valid-answer.ts';

/**
 * Whether a condition holds at one point of the path, with what was answered up to there. Without an answer (or value
 * of the field) only `not_answered` holds. Numbers compare as numbers, dates and all else as text, whatever its case
 * and accents. A list equals its only value; of a matrix or an address without a row, `contains` looks at all of them.
 */
export function holds(condition: Condition, known: readonly Answered[], facts: ScriptFacts): boolean {
  switch (condition.kind) {
    case 'answer': {
      const answer = known.find(({ question }) => question.id === condition.questionId)?.answer;
      return compare(condition.is, partOf(answer, condition.row), condition.value);
    }
    case 'field': {
      const isKnown = Object.hasOwn(facts.fields, condition.field);
      return compare(condition.is, isKnown ? facts.fields[condition.field] : null, condition.value);
    }
    case 'score':
      return compare(
        condition.is,
        known.reduce((sum, each) => sum + pointsOf(each), 0),
        condition.value,
      );
    case 'disqualified':
      return known.some(disqualifies);
    case 'all':
      return condition.conditions.every((each) => holds(each, known, facts));
    case 'any':
      return condition.conditions.some((each) => holds(each, known, facts));
    case 'not':
      return !holds(condition.condition, known, facts);
  }
}

/** Every condition that stands inside this one, itself included. */
export function partsOfCondition(condition: Condition): readonly Condition[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return [condition, ...condition.conditions.flatMap(partsOfCondition)];
    case 'not':
      return [condition, ...partsOfCondition(condition.condition)];
    default:
      return [condition];
  }
}

/** Text as it is compared: without case, accents and outer blanks. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
}

function partOf(answer: Answer | undefined, row: string | null): Answer | null {
  if (answer === undefined) return null;
  if (!isRecord(answer)) return answer;
  if (row === null) return Object.values(answer);
  return (Object.hasOwn(answer, row) ? answer[row] : undefined) ?? null;
}

function compare(is: Comparison, given: Answer | null | undefined, value: string | number | null): boolean {
  if (given === null || given === undefined || given === '') return is === 'not_answered';
  switch (is) {
    case 'answered':
      return true;
    case 'not_answered':
      return false;
    case 'equals':
      return isSame(given, value);
    case 'not_equals':
      return !isSame(given, value);
    case 'contains':
      return textsOf(given).some((text) =>
        isList(given) ? text === folded(String(value)) : text.includes(folded(String(value))),
      );
    case 'at_least':
      return order(given, value) >= 0;
    case 'at_most':
      return order(given, value) <= 0;
  }
}

function isSame(given: Answer, value: string | number | null): boolean {
  return isList(given)
    ? given.length === 1 && given.every((only) => order(only, value) === 0)
    : order(given, value) === 0;
}

/** Below, at or above 0 as `given` comes before, equals or comes after the value; NaN when nothing is to be compared. */
function order(given: Answer, value: string | number | null): number {
  if (value === null || typeof given === 'object') return Number.NaN;
  if (typeof given === 'number' || typeof value === 'number') return numberIn(given) - numberIn(value);
  const [text, otherText] = [folded(String(given)), folded(String(value))];
  return text === otherText ? 0 : text < otherText ? -1 : 1;
}

/** NaN, which compares with nothing, for what is no number. */
function numberIn(value: string | number | boolean): number {
  return typeof value === 'boolean' || value === '' ? Number.NaN : Number(value);
}

function textsOf(given: Answer): readonly string[] {
  return (isList(given) ? given : [String(given)]).map(folded);
}
