import type { QuotaPlan } from '@alize/model';
import { describe, expect, test } from 'vitest';
import { codebook } from './codebook.ts';
import { CrossTally } from './cross-tally.ts';
import { type DataRow, dataCells } from './data-row.ts';
import type { SurveyQuestion } from './questions.ts';
import { savFile } from './sav-file.ts';
import { spssName } from './spss-name.ts';
import { spssSyntax } from './spss-syntax.ts';
import { SurveyTally } from './tally.ts';
import { dataShape } from './variables.ts';

const option = (value: string, label: string) => ({
  ...{ value, label, points: 0, isDisqualifying: false, isExclusive: false, isFixed: false },
});
const question = (id: string, change: Partial<SurveyQuestion>): SurveyQuestion => ({
  ...{ id, stepId: 's1', kind: 'single', label: id, help: '', isRequired: true, options: [], rows: [] },
  ...{
    min: null,
    max: null,
    minLabel: '',
    maxLabel: '',
    showIf: null,
    isShuffled: false,
    fills: null,
    bands: [],
  },
  ...change,
});
const questions = [
  question('q1', { label: 'Content ?', options: [option('oui', 'Oui'), option('non', 'Non')] }),
  question('q2', { kind: 'multiple', options: [option('a', 'L’un'), option('b', 'L’autre')] }),
  question('q3', { kind: 'number' }),
  question('q4', {
    kind: 'matrix',
    rows: [{ value: 'r1', label: 'Accueil' }],
    options: [option('1', 'Bien')],
  }),
  question('with', { kind: 'text' }),
];
const plan: QuotaPlan = { dimensions: [], cells: [] };
const row: DataRow = {
  ...{ id: 'interview_1', state: 'complete', channel: 'phone', cell: null, startedAt: '2026-11-23 10:30:00' },
  ...{ durationMs: 61_400, interviewer: 1, weight: 1.25 },
  answers: { q1: 'non', q2: ['b'], q3: 12.5, q4: { r1: '1' } },
  askedIds: new Set(['q1', 'q2', 'q3', 'q4', 'with']),
};

describe('the columns', () => {
  const { variables, sets } = dataShape(questions, plan, 'fr');
  const cellsOf = (change: Partial<DataRow>) =>
    Object.fromEntries(
      dataCells(variables, { ...row, ...change }).map((cell, at) => [variables[at]?.name, cell]),
    );
  test('hold codes, yes and no, numbers and texts', () => {
    expect(cellsOf({})).toEqual({
      ...{ interview: 'interview_1', state: 2, channel: 1, started: '2026-11-23 10:30:00', seconds: 61 },
      ...{ interviewer: 1, weight: 1.25, q1: 2, q2_1: 0, q2_2: 1, q3: 12.5, q4_r1: 1, with_2: null },
    });
  });
  test('tell a question without an answer from one that was not put', () => {
    const cells = cellsOf({ answers: {}, askedIds: new Set(['q1']) });
    expect([cells.q1, cells.q2_1, cells.q3]).toEqual([-99, -98, -98]);
  });
  test('of a multiple question are one set', () => {
    expect(sets).toEqual([{ name: 'set_q2', label: 'q2', variables: ['q2_1', 'q2_2'] }]);
  });
});

test('names are such as SPSS takes, each once', () => {
  const taken = new Set<string>();
  expect(['Âge', 'age', '1er', 'all', 'a b-c_', 'é'].map((wanted) => spssName(wanted, taken))).toEqual([
    ...['Age', 'age_2', 'v_1er', 'all_2', 'a_b_c', 'e'],
  ]);
});

test('the syntax names variables, labels, missing values and sets, quotes doubled', () => {
  const shape = dataShape([question('q1', { label: "L'avis" }), ...questions.slice(1, 2)], plan, 'fr');
  const syntax = spssSyntax(shape, 'data.csv');
  expect(syntax).toContain("q1 'L''avis'");
  expect(syntax).toContain('MISSING VALUES q1 (-99, -98).');
  expect(syntax).toContain("MRSETS /MDGROUP NAME=$set_q2 LABEL='q2' VARIABLES=q2_1 q2_2 VALUE=1.");
});

test('the codebook writes what people typed as text', () => {
  const shape = dataShape([question('q1', { label: '<script>alert(1)</script>' })], plan, 'en');
  expect(codebook(shape, 'A & B', 'en')).not.toContain('<script>');
});

test('the system file has a header, and cases as long as it says', () => {
  const shape = dataShape(questions, plan, 'fr');
  const encoder = new TextEncoder();
  const file = savFile(shape, {
    label: 'Essai',
    createdOn: ['23 Nov 26', '10:30:00'],
    encode: (text) => encoder.encode(text),
  });
  const view = new DataView(file.head.buffer);
  expect(new TextDecoder().decode(file.head.subarray(0, 4))).toBe('$FL2');
  expect(file.caseOf(dataCells(shape.variables, row))).toHaveLength(8 * view.getInt32(68, true));
});

describe('the tally', () => {
  const counted = (answers: DataRow['answers'], weight = 1) => ({
    ...{ answers, weight, interviewerId: null },
    askedIds: new Set(['q1', 'q2', 'q3']),
  });
  test('counts shares of those who answered, of multiple questions too', () => {
    const tally = new SurveyTally(questions);
    tally.add(counted({ q1: 'oui', q2: ['a', 'b'], q3: 1 }));
    tally.add(counted({ q1: 'non', q2: ['a'], q3: 3 }));
    tally.add(counted({ q1: 'oui' }));
    const [q1, q2, q3] = tally.questions();
    expect(q1).toMatchObject({ asked: 3, base: 3 });
    expect(q1?.options.map(({ count }) => count)).toEqual([2, 1]);
    expect(q2).toMatchObject({ asked: 3, base: 2 });
    expect(q2?.options.map(({ share }) => share?.value)).toEqual([1, 0.5]);
    expect(q3?.numbers).toMatchObject({ mean: { value: 2 }, median: 2, min: 1, max: 3 });
  });
  test('draws every point of a scale from its own minimum, and of a number what was given', () => {
    const asked = { weight: 1, interviewerId: null, askedIds: new Set(['s', 'n']) };
    const tally = new SurveyTally([
      question('s', { kind: 'scale', min: 1, max: 5 }),
      question('n', { kind: 'number', min: 1, max: 5 }),
    ]);
    tally.add({ ...asked, answers: { s: 4, n: 4 } });
    const bars = tally
      .questions()
      .map(({ numbers }) => numbers?.histogram.map(({ from, count }) => [from, count]));
    expect(bars).toEqual([
      [
        [1, 0],
        [2, 0],
        [3, 0],
        [4, 1],
        [5, 0],
      ],
      [[4, 1]],
    ]);
  });
  test('weighs', () => {
    const tally = new SurveyTally(questions);
    tally.add(counted({ q1: 'oui' }, 3));
    tally.add(counted({ q1: 'non' }, 1));
    expect(tally.questions()[0]?.options.map(({ count, share }) => [count, share?.value])).toEqual([
      [1, 0.75],
      [1, 0.25],
    ]);
  });
});

test('a cross table counts who has both, and tests no multiple question', () => {
  const variable = (id: string, isMultiple: boolean, values: readonly string[]) => ({
    ...{ id, label: id, isMultiple, categories: values.map((value) => ({ value, label: value })) },
  });
  const tally = new CrossTally(variable('a', false, ['x', 'y']), variable('b', true, ['1', '2']));
  tally.add(['x'], ['1', '2'], 1);
  tally.add(['y'], ['2'], 1);
  tally.add(['y'], [], 1);
  const { base, cells, columnBases, chiSquare } = tally.result();
  expect({ base, columnBases, chiSquare }).toEqual({ base: 2, columnBases: [1, 2], chiSquare: null });
  expect(cells.map((each) => each.map(({ count }) => count))).toEqual([
    [1, 1],
    [0, 1],
  ]);
  expect(cells[0]?.[0]?.totalShare).toBe(0.5);
});
