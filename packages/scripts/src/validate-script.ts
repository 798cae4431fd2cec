import {
  type Language,
  questionKinds,
  type Script,
  type ScriptBranch,
  type ScriptQuestion,
  type ScriptStep,
} from '@alize/model';
import { type ScriptProblemCode, sentences } from './script-problem.ts';

export interface ScriptProblem {
  /** JSON pointer into the document, e.g. `/steps/0/questions/1/options`. */
  readonly path: string;
  readonly code: ScriptProblemCode;
  readonly sentence: Readonly<Record<Language, string>>;
}

export type ScriptCheck =
  | { readonly kind: 'valid'; readonly script: Script }
  | { readonly kind: 'invalid'; readonly problems: readonly ScriptProblem[] };

/** Longest text, and most entries of any list. */
const lengthMax = 10_000;
const entriesMax = 200;

/**
 * Reads a document from outside as a script, or says all that is wrong with it. Keys that a script does not have
 * are left out; a missing list, `isLegal`, `isRequired`, `min` or `max` takes its empty value. Never throws.
 */
export function validateScript(document: unknown): ScriptCheck {
  const reader = new Reader();
  const script = readScript(reader, document);
  checkLinks(reader, script);
  if (reader.problems.length > 0) return { kind: 'invalid', problems: reader.problems };
  return { kind: 'valid', script };
}

/** Collects what is wrong while values of the expected types are read. */
class Reader {
  readonly problems: ScriptProblem[] = [];

  report(path: string, code: ScriptProblemCode): void {
    this.problems.push({ path, code, sentence: sentences[code] });
  }

  /** The object's entries; none, and a problem, when it is no object. */
  object(value: unknown, path: string): ReadonlyMap<string, unknown> {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return new Map(Object.entries(value));
    }
    this.report(path, 'wrong_type');
    return new Map();
  }

  list<T>(value: unknown, path: string, read: (item: unknown, path: string) => T): readonly T[] {
    if (value === undefined) return [];
    if (!Array.isArray(value)) this.report(path, 'wrong_type');
    else if (value.length > entriesMax) this.report(path, 'too_many');
    else return value.map((item, at) => read(item, `${path}/${at}`));
    return [];
  }

  text(value: unknown, path: string): string {
    if (typeof value === 'string' && value.trim() !== '' && value.length <= lengthMax) return value;
    if (typeof value === 'string')
      this.report(path, value.length > lengthMax ? 'text_too_long' : 'text_missing');
    else this.report(path, value === undefined ? 'text_missing' : 'wrong_type');
    return '';
  }

  id(value: unknown, path: string): string {
    const isId = typeof value === 'string' && /^[A-Za-z0-9][\w-]{0,63}$/.test(value) && value !== 'end';
    if (isId) return value;
    this.report(path, 'id_malformed');
    return '';
  }

  flag(value: unknown, path: string): boolean {
    if (typeof value === 'boolean') return value;
    if (value !== undefined) this.report(path, 'wrong_type');
    return false;
  }

  number(value: unknown, path: string): number | null {
    if (value === null || value === undefined) return null;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    this.report(path, 'wrong_type');
    return null;
  }
}

function readScript(reader: Reader, document: unknown): Script {
  const entries = reader.object(document, '');
  const steps = reader.list(entries.get('steps'), '/steps', (item, path) => readStep(reader, item, path));
  if (steps.length === 0) reader.report('/steps', 'no_steps');
  const objections = reader.list(entries.get('objections'), '/objections', (item, path) => {
    const entry = reader.object(item, path);
    return {
      title: reader.text(entry.get('title'), `${path}/title`),
      answer: reader.text(entry.get('answer'), `${path}/answer`),
    };
  });
  return { steps, objections };
}

function readStep(reader: Reader, value: unknown, path: string): ScriptStep {
  const entries = reader.object(value, path);
  return {
    id: reader.id(entries.get('id'), `${path}/id`),
    title: reader.text(entries.get('title'), `${path}/title`),
    say: reader.text(entries.get('say'), `${path}/say`),
    isLegal: reader.flag(entries.get('isLegal'), `${path}/isLegal`),
    questions: reader.list(entries.get('questions'), `${path}/questions`, (item, at) =>
      readQuestion(reader, item, at),
    ),
    branches: reader.list(entries.get('branches'), `${path}/branches`, (item, at) =>
      readBranch(reader, item, at),
    ),
  };
}

function readQuestion(reader: Reader, value: unknown, path: string): ScriptQuestion {
  const entries = reader.object(value, path);
  const kind = questionKinds.find((each) => each === entries.get('kind'));
  if (!kind) reader.report(`${path}/kind`, 'kind_unknown');
  const question: ScriptQuestion = {
    id: reader.id(entries.get('id'), `${path}/id`),
    kind: kind ?? 'text',
    label: reader.text(entries.get('label'), `${path}/label`),
    isRequired: reader.flag(entries.get('isRequired'), `${path}/isRequired`),
    options: reader.list(entries.get('options'), `${path}/options`, (item, at) => {
      const option = reader.object(item, at);
      return {
        value: reader.text(option.get('value'), `${at}/value`),
        label: reader.text(option.get('label'), `${at}/label`),
      };
    }),
    min: reader.number(entries.get('min'), `${path}/min`),
    max: reader.number(entries.get('max'), `${path}/max`),
  };
  checkQuestion(reader, question, path);
  return question;
}

function checkQuestion(reader: Reader, { kind, options, min, max }: ScriptQuestion, path: string): void {
  const needsOptions = kind === 'single' || kind === 'multiple';
  if (needsOptions && options.length === 0) reader.report(`${path}/options`, 'options_missing');
  for (const at of repeated(options.map(({ value }) => value))) {
    reader.report(`${path}/options/${at}/value`, 'option_repeated');
  }
  if (kind === 'scale' && (min === null || max === null)) reader.report(`${path}/max`, 'range_missing');
  if (min !== null && max !== null && min >= max) reader.report(`${path}/max`, 'range_inverted');
}

function readBranch(reader: Reader, value: unknown, path: string): ScriptBranch {
  const entries = reader.object(value, path);
  return {
    questionId: reader.text(entries.get('questionId'), `${path}/questionId`),
    equals: reader.text(entries.get('equals'), `${path}/equals`),
    goTo: reader.text(entries.get('goTo'), `${path}/goTo`),
  };
}

/** Ids are given once, and branches name what exists. */
function checkLinks(reader: Reader, { steps }: Script): void {
  const questions = steps.flatMap((step, stepAt) =>
    step.questions.map((question, at) => ({ question, path: `/steps/${stepAt}/questions/${at}` })),
  );
  for (const at of repeated(steps.map(({ id }) => id))) reader.report(`/steps/${at}/id`, 'id_repeated');
  for (const at of repeated(questions.map(({ question }) => question.id))) {
    reader.report(`${questions[at]?.path}/id`, 'id_repeated');
  }
  steps.forEach((step, stepAt) => {
    step.branches.forEach((branch, at) => {
      const path = `/steps/${stepAt}/branches/${at}`;
      const question = questions.find((each) => each.question.id === branch.questionId)?.question;
      checkBranch(reader, { branch, path, question, stepIds: steps.map(({ id }) => id) });
    });
  });
}

function checkBranch(
  reader: Reader,
  link: {
    readonly branch: ScriptBranch;
    readonly path: string;
    readonly question: ScriptQuestion | undefined;
    readonly stepIds: readonly string[];
  },
): void {
  const { branch, path, question } = link;
  if (!question) reader.report(`${path}/questionId`, 'branch_question_unknown');
  else if (question.options.length > 0 && !question.options.some(({ value }) => value === branch.equals)) {
    reader.report(`${path}/equals`, 'branch_value_unknown');
  }
  if (branch.goTo !== 'end' && !link.stepIds.includes(branch.goTo)) {
    reader.report(`${path}/goTo`, 'branch_step_unknown');
  }
}

/** Places of the values that stood earlier in the list already; empty ones have a problem of their own. */
function repeated(values: readonly string[]): readonly number[] {
  return values.flatMap((value, at) => (value !== '' && values.indexOf(value) < at ? [at] : []));
}
