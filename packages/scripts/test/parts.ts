import type { Condition, Script, ScriptOption, ScriptQuestion, ScriptStep } from '@alize/model';
import type { ScriptFacts } from '../src/index.ts';

/** A script's parts for tests: only what matters is said. */
export const option = (value: string, change: Partial<ScriptOption> = {}): ScriptOption => ({
  ...{ value, label: value, points: 0, isDisqualifying: false, isExclusive: false, isFixed: false },
  ...change,
});

export const question = (id: string, change: Partial<ScriptQuestion> = {}): ScriptQuestion => ({
  ...{ id, kind: 'text', label: id, help: '', isRequired: false, options: [], rows: [] },
  ...{ min: null, max: null, minLabel: '', maxLabel: '', showIf: null, isShuffled: false },
  ...{ fills: null, bands: [] },
  ...change,
});

/** A choice of one among these values. */
export const choice = (id: string, values: readonly string[], change: Partial<ScriptQuestion> = {}) =>
  question(id, { kind: 'single', options: values.map((value) => option(value)), ...change });

export const step = (id: string, change: Partial<ScriptStep> = {}): ScriptStep => ({
  ...{
    id,
    title: id,
    say: id,
    webSay: '',
    legal: [],
    note: '',
    showIf: null,
    questions: [],
    branches: [],
    ending: null,
  },
  ...change,
});

export const script = (steps: readonly ScriptStep[], change: Partial<Script> = {}): Script => ({
  ...{ format: 2, steps, objections: [], scoring: null, shuffledBlocks: [] },
  ...change,
});

/** The answer to a question is this value. */
export const is = (questionId: string, value: string | number): Condition => ({
  ...{ kind: 'answer', questionId, row: null, is: 'equals', value },
});

export const noFacts: ScriptFacts = { fields: {}, seed: 7 };
