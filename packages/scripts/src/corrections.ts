import type { Answer, Answers, CustomValue, FillableField, Script, ScriptOption } from '@alize/model';
import { knownAtEnd, walk } from './follow.ts';
import type { Answered } from './points.ts';
import type { ScriptFacts } from './script-facts.ts';
import { isList, isRecord } from './valid-answer.ts';

/** A field of the lead as the person has put it right. */
export interface Correction {
  readonly field: FillableField;
  readonly value: CustomValue;
}

/**
 * What the answers of the path say of the lead's own fields, by the questions' `fills`. An address puts right all the
 * fields of an address; several choices become one text. A later question wins over an earlier one of the same field.
 */
export function correctionsOf(script: Script, answers: Answers, facts: ScriptFacts): readonly Correction[] {
  const given = knownAtEnd(walk(script, answers, facts)).flatMap(correctionsBy);
  return given.filter(({ field }, at) => given.findLastIndex((each) => each.field === field) === at);
}

const fieldOfPart = {
  street: 'address',
  extra: 'addressExtra',
  postalCode: 'postalCode',
  city: 'city',
  country: 'country',
} as const;

function correctionsBy({ question: { fills, options }, answer }: Answered): readonly Correction[] {
  if (fills === null) return [];
  if (isRecord(answer)) {
    // `Object.entries` forgets the type of the keys; they are those of the record.
    const parts = Object.entries(fieldOfPart) as [string, FillableField][];
    return parts.flatMap(([part, field]) => {
      const value = Object.hasOwn(answer, part) ? answer[part] : undefined;
      return value === undefined ? [] : [{ field, value }];
    });
  }
  // A column of the client's own is read by people: it gets the words of a choice, not its code.
  if (fills.startsWith('custom:')) return [{ field: fills, value: inWords(options, answer) }];
  return [{ field: fills, value: isList(answer) ? answer.join(', ') : String(answer) }];
}

function inWords(
  options: readonly ScriptOption[],
  answer: Exclude<Answer, Readonly<Record<string, string>>>,
) {
  const labelOf = (chosen: string) => options.find(({ value }) => value === chosen)?.label ?? chosen;
  if (isList(answer)) return answer.map(labelOf).join(', ');
  return typeof answer === 'string' ? labelOf(answer) : answer;
}
