import type { QuestionKind, Script, ScriptOption, ScriptQuestion, ScriptStep } from '@alize/model';

/** A script without a step. */
export const emptyScript: Script = {
  format: 2,
  steps: [],
  objections: [],
  scoring: null,
  shuffledBlocks: [],
};

export const newStep = (id: string, more: Partial<Omit<ScriptStep, 'id'>> = {}): ScriptStep => ({
  id,
  title: '',
  say: '',
  webSay: '',
  legal: [],
  note: '',
  showIf: null,
  questions: [],
  branches: [],
  ending: null,
  ...more,
});

export const newOption = (value: string, more: Partial<Omit<ScriptOption, 'value'>> = {}): ScriptOption => ({
  value,
  label: '',
  points: 0,
  isDisqualifying: false,
  isExclusive: false,
  isFixed: false,
  ...more,
});

/** A question of this kind with what it cannot do without: two options, the ends of a scale, a row. */
export function newQuestion(
  id: string,
  kind: QuestionKind,
  more: Partial<Omit<ScriptQuestion, 'id' | 'kind'>> = {},
): ScriptQuestion {
  return { ...blankQuestion, ...needsOf(kind), id, kind, ...more };
}

/** The same question as another kind: what the new kind has no use for goes, what it needs comes. */
export function asKind(question: ScriptQuestion, kind: QuestionKind): ScriptQuestion {
  const needs = needsOf(kind);
  const hasOptions = 'options' in needs;
  const hasBands = kind === 'number' || kind === 'scale';
  return {
    ...blankQuestion,
    ...needs,
    ...(hasOptions && question.options.length > 0 && { options: question.options }),
    ...(hasOptions && { isShuffled: question.isShuffled }),
    ...(hasBands && { bands: question.bands }),
    id: question.id,
    kind,
    label: question.label,
    help: question.help,
    isRequired: question.isRequired,
    showIf: question.showIf,
    fills: question.fills,
  };
}

const blankQuestion: Omit<ScriptQuestion, 'id' | 'kind'> = {
  label: '',
  help: '',
  isRequired: true,
  options: [],
  rows: [],
  min: null,
  max: null,
  minLabel: '',
  maxLabel: '',
  showIf: null,
  isShuffled: false,
  fills: null,
  bands: [],
};

function needsOf(kind: QuestionKind): Partial<ScriptQuestion> {
  const options = [newOption('o1'), newOption('o2')];
  if (kind === 'single' || kind === 'multiple') return { options };
  if (kind === 'matrix') return { options, rows: [{ value: 'r1', label: '' }] };
  return kind === 'scale' ? { min: 0, max: 10 } : {};
}

/** The first of `s1`, `s2`, … that is not taken. */
export function freshId(prefix: string, taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(`${prefix}${number}`)) number += 1;
  return `${prefix}${number}`;
}

export const stepIds = (script: Script): readonly string[] => script.steps.map(({ id }) => id);

export const questionIds = (script: Script): readonly string[] =>
  script.steps.flatMap((step) => step.questions.map(({ id }) => id));

/** True for a name that this editor gave, and that may still follow the words of the label. */
export const isGivenName = (name: string): boolean => /^[oqr]\d+$/.test(name);

const nameLengthMax = 32;

/**
 * A name for exports and webhooks out of a label: `Êtes-vous propriétaire ?` is `etes-vous-proprietaire`; with a
 * number behind it where that is taken. Null for a label without letters or digits.
 */
export function nameOf(label: string, taken: readonly string[]): string | null {
  const plain = label.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== '');
  const name = words.join('-').slice(0, nameLengthMax).replace(/-+$/, '');
  if (name === '' || name === 'end') return null;
  return taken.includes(name) ? freshId(`${name}-`, taken) : name;
}
