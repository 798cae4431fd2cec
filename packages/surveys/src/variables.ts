import {
  addressParts,
  interviewChannels,
  interviewStates,
  type Language,
  type QuotaPlan,
} from '@alize/model';
import type { SurveyQuestion } from './questions.ts';
import { spssName } from './spss-name.ts';

/** A column of the data, as a codebook tells it and SPSS knows it. */
export interface Variable {
  readonly name: string;
  readonly label: string;
  readonly kind: 'number' | 'text';
  /** Of a text, bytes at most. */
  readonly width: number;
  readonly decimals: number;
  readonly values: readonly { readonly code: number; readonly label: string }[];
  /** Codes that stand for no answer; empty for none. */
  readonly missing: readonly number[];
  readonly source: VariableSource;
}

export type VariableSource =
  | {
      readonly kind: 'paradata';
      readonly what: 'id' | 'state' | 'channel' | 'started' | 'seconds' | 'interviewer' | 'weight';
    }
  | { readonly kind: 'dimension'; readonly at: number; readonly groupIds: readonly string[] }
  | {
      readonly kind: 'answer';
      readonly questionId: string;
      /** A row of a matrix or a part of an address; null otherwise. */
      readonly row: string | null;
      /** Of a multiple question, the option that this column is about; null otherwise. */
      readonly option: string | null;
      /** Option values in the order of their codes; empty where the answer stands as it is. */
      readonly codes: readonly { readonly value: string; readonly code: number }[];
    };

/** Several columns of yes and no that are one question. */
export interface ResponseSet {
  readonly name: string;
  readonly label: string;
  readonly variables: readonly string[];
}

export interface DataShape {
  readonly variables: readonly Variable[];
  readonly sets: readonly ResponseSet[];
}

/** Codes of a question that was put and not answered, and of one that the path passed by. */
export const notAnsweredCode = -99;
export const notAskedCode = -98;
const textWidth = 500;

const words = {
  fr: {
    id: 'Entretien',
    state: 'État de l’entretien',
    channel: 'Canal',
    started: 'Début',
    seconds: 'Durée (s)',
    interviewer: 'Enquêteur (numéro)',
    weight: 'Poids de redressement',
    yes: 'Oui',
    no: 'Non',
    notAnswered: 'Sans réponse',
    notAsked: 'Non posée (filtre)',
    states: {
      started: 'Commencé',
      complete: 'Complet',
      screened_out: 'Hors cible',
      quota_full: 'Quota atteint',
      break_off: 'Abandon',
      refusal: 'Refus',
    },
    channels: { phone: 'Téléphone', web: 'Web' },
    parts: {
      street: 'rue',
      extra: 'complément',
      postalCode: 'code postal',
      city: 'ville',
      country: 'pays',
    },
  },
  en: {
    id: 'Interview',
    state: 'State of the interview',
    channel: 'Channel',
    started: 'Begun',
    seconds: 'Duration (s)',
    interviewer: 'Interviewer (number)',
    weight: 'Weight',
    yes: 'Yes',
    no: 'No',
    notAnswered: 'No answer',
    notAsked: 'Not asked (filter)',
    states: {
      started: 'Started',
      complete: 'Complete',
      screened_out: 'Screened out',
      quota_full: 'Quota full',
      break_off: 'Break-off',
      refusal: 'Refusal',
    },
    channels: { phone: 'Telephone', web: 'Web' },
    parts: {
      street: 'street',
      extra: 'second line',
      postalCode: 'postal code',
      city: 'city',
      country: 'country',
    },
  },
} as const;
type Words = (typeof words)[Language];

/** The columns of a campaign's interviews, in the order of the data, with names that SPSS takes. */
export function dataShape(
  questions: readonly SurveyQuestion[],
  plan: QuotaPlan | null,
  language: Language,
): DataShape {
  const taken = new Set<string>();
  const name = (wanted: string) => spssName(wanted, taken);
  const said = words[language];
  const variables = [...paradata(said, name), ...dimensions(plan, name)];
  const sets: ResponseSet[] = [];
  for (const question of questions) {
    const made = ofQuestion(question, said, name);
    variables.push(...made);
    if (question.kind === 'multiple' && made.length > 1)
      sets.push({
        name: spssName(`set_${question.id}`, taken),
        label: question.label,
        variables: made.map((each) => each.name),
      });
  }
  return { variables, sets };
}

const plainVariable = { width: 0, decimals: 0, values: [], missing: [] } as const;

function paradata(said: Words, name: (wanted: string) => string): readonly Variable[] {
  const one = (
    what: Extract<VariableSource, { kind: 'paradata' }>['what'],
    change: Partial<Variable> & { readonly kind: Variable['kind'] },
  ): Variable => ({
    ...plainVariable,
    name: name(what === 'id' ? 'interview' : what),
    label: said[what],
    ...change,
    source: { kind: 'paradata', what },
  });
  return [
    one('id', { kind: 'text', width: 48 }),
    one('state', { kind: 'number', values: interviewStates.map(coded(said.states)) }),
    one('channel', { kind: 'number', values: interviewChannels.map(coded(said.channels)) }),
    one('started', { kind: 'text', width: 19 }),
    one('seconds', { kind: 'number' }),
    one('interviewer', { kind: 'number' }),
    one('weight', { kind: 'number', decimals: 6 }),
  ];
}

const coded =
  <T extends string>(labels: Readonly<Record<T, string>>) =>
  (value: T, at: number) => ({ code: at + 1, label: labels[value] });

function dimensions(plan: QuotaPlan | null, name: (wanted: string) => string): readonly Variable[] {
  return (plan?.dimensions ?? []).map(({ id, label, groups }, at) => ({
    ...plainVariable,
    name: name(`quota_${id}`),
    label,
    kind: 'number',
    values: groups.map((group, groupAt) => ({ code: groupAt + 1, label: group.label })),
    source: { kind: 'dimension', at, groupIds: groups.map((group) => group.id) },
  }));
}

function ofQuestion(
  question: SurveyQuestion,
  said: Words,
  name: (wanted: string) => string,
): readonly Variable[] {
  const { id, label, kind, options, rows } = question;
  const answer = (
    row: string | null,
    option: string | null,
    codes: Extract<VariableSource, { kind: 'answer' }>['codes'] = [],
  ): VariableSource => ({ kind: 'answer', questionId: id, row, option, codes });
  const missingValues = [
    { code: notAnsweredCode, label: said.notAnswered },
    { code: notAskedCode, label: said.notAsked },
  ];
  const number = { ...plainVariable, kind: 'number', missing: [notAnsweredCode, notAskedCode] } as const;
  const text = { ...plainVariable, kind: 'text', width: textWidth } as const;
  const codes = codesOf(options.map(({ value }) => value));
  const optionLabels = options.map((option, at) => ({
    code: codes[at]?.code ?? at + 1,
    label: option.label,
  }));
  switch (kind) {
    case 'single':
      return [
        {
          ...number,
          name: name(id),
          label,
          values: [...optionLabels, ...missingValues],
          source: answer(null, null, codes),
        },
      ];
    case 'multiple':
      return options.map((option, at) => ({
        ...number,
        name: name(`${id}_${codes[at]?.code ?? at + 1}`),
        label: `${label} – ${option.label}`,
        values: [{ code: 1, label: said.yes }, { code: 0, label: said.no }, ...missingValues],
        source: answer(null, option.value),
      }));
    case 'matrix':
      return rows.map((row) => ({
        ...number,
        name: name(`${id}_${row.value}`),
        label: `${label} – ${row.label}`,
        values: [...optionLabels, ...missingValues],
        source: answer(row.value, null, codes),
      }));
    case 'number':
    case 'scale':
      return [
        {
          ...number,
          name: name(id),
          label,
          decimals: kind === 'scale' ? 0 : 2,
          values: missingValues,
          source: answer(null, null),
        },
      ];
    case 'address':
      return addressParts.map((part) => ({
        ...text,
        name: name(`${id}_${part}`),
        label: `${label} – ${said.parts[part]}`,
        source: answer(part, null),
      }));
    case 'text':
    case 'date':
    case 'datetime':
    case 'phone':
    case 'email':
      return [{ ...text, name: name(id), label, source: answer(null, null) }];
    case 'appointment':
      return [];
    default:
      return kind satisfies never;
  }
}

/** An option keeps its value as its code where all are different whole numbers and none stands for no answer. */
function codesOf(values: readonly string[]) {
  const numbers = values.map((value) => (/^\d{1,9}$/.test(value) ? Number(value) : null));
  const areCodes = numbers.every((each) => each !== null) && new Set(numbers).size === values.length;
  return values.map((value, at) => ({ value, code: areCodes ? Number(value) : at + 1 }));
}
