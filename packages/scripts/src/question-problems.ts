import { civilities, type ScriptOption, type ScriptQuestion } from '@alize/model';
import { folded } from './condition.ts';
import { outcomeNames } from './outcome.ts';
import { type ScriptProblem, type ScriptProblemCode, scriptProblem } from './script-problem.ts';

/** What keeps a question from being asked, by itself. */
export function questionProblems(question: ScriptQuestion, path: string): readonly ScriptProblem[] {
  const { id, kind, label, options, rows, min, max } = question;
  const problem = (isWrong: boolean, at: string, code: ScriptProblemCode) =>
    isWrong ? [scriptProblem(`${path}/${at}`, code)] : [];
  const reserved: readonly string[] = outcomeNames.filter((name) => name !== ownName[kind]);
  const isRange = kind === 'number' || kind === 'scale' || kind === 'multiple';
  return [
    ...problem(reserved.includes(id), 'id', 'id_reserved'),
    ...problem(label.trim() === '', 'label', 'text_missing'),
    ...problem(needsOptions(question) && options.length === 0, 'options', 'options_missing'),
    ...entryProblems(options, `${path}/options`),
    ...problem(kind === 'matrix' && rows.length === 0, 'rows', 'rows_missing'),
    ...entryProblems(rows, `${path}/rows`),
    ...problem(kind === 'scale' && !(Number.isInteger(min) && Number.isInteger(max)), 'max', 'range_missing'),
    ...problem(
      isRange && min !== null && max !== null && isInverted(kind, min, max),
      'max',
      'range_inverted',
    ),
    ...problem(!canFill(question), 'fills', 'fill_unfit'),
  ];
}

/** Names of an outcome that are the answer's own. */
const ownName: Partial<Record<ScriptQuestion['kind'], string>> = {
  datetime: 'appointmentAt',
  appointment: 'appointmentId',
};

/** True for questions that are answered from a list. */
export function needsOptions({ kind }: ScriptQuestion): boolean {
  return kind === 'single' || kind === 'multiple' || kind === 'matrix';
}

/** Places of the values that stood earlier in the list already; empty ones have a problem of their own. */
export function repeated(values: readonly string[]): readonly number[] {
  const seen = new Set<string>();
  return values.flatMap((value, at) => {
    const isRepeated = value !== '' && seen.has(value);
    seen.add(value);
    return isRepeated ? [at] : [];
  });
}

function isInverted(kind: ScriptQuestion['kind'], min: number, max: number): boolean {
  return kind === 'multiple' ? min > max : min >= max;
}

/** Of options, and of the rows of a matrix: each has a value of its own, and words. */
function entryProblems(
  entries: readonly Pick<ScriptOption, 'value' | 'label'>[],
  path: string,
): readonly ScriptProblem[] {
  return [
    ...entries.flatMap((entry, at) =>
      (['value', 'label'] as const)
        .filter((key) => entry[key].trim() === '')
        .map((key) => scriptProblem(`${path}/${at}/${key}`, 'text_missing')),
    ),
    ...repeated(entries.map(({ value }) => folded(value))).map((at) =>
      scriptProblem(`${path}/${at}/value`, 'option_repeated'),
    ),
  ];
}

/** An answer must be of the form that the lead's field has: a civility by its code, a country by its two letters. */
function canFill({ kind, fills, options }: ScriptQuestion): boolean {
  const isText = kind === 'text' || kind === 'single';
  const are = (test: (value: string) => boolean) =>
    kind === 'single' && options.every(({ value }) => test(value));
  switch (fills) {
    case null:
      return true;
    case 'civility':
      return are((value) => civilities.some((civility) => civility === value));
    case 'country':
      return are((value) => /^[A-Z]{2}$/.test(value));
    case 'email':
      return kind === 'email';
    case 'birthDate':
      return kind === 'date';
    case 'address':
      return isText || kind === 'address';
    case 'firstName':
    case 'lastName':
    case 'company':
    case 'addressExtra':
    case 'postalCode':
    case 'city':
    case 'region':
      return isText;
    default:
      return kind !== 'matrix' && kind !== 'address' && kind !== 'appointment';
  }
}
