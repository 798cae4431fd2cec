import type { Answer, Answers } from '@alize/model';
import { type InterviewerEffect, type InterviewerSum, interviewerEffect } from './interviewer-effects.ts';
import { type Bounded, meanInterval, wilson } from './margins.ts';
import type { SurveyQuestion } from './questions.ts';

/** A complete interview, as it is counted. */
export interface CountedInterview {
  readonly answers: Answers;
  /** Questions on its path. */
  readonly askedIds: ReadonlySet<string>;
  /** 1 where nothing is weighted. */
  readonly weight: number;
  /** Null on the web. */
  readonly interviewerId: string | null;
}

export interface OptionCount {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly share: Bounded | null;
}

export interface NumberSummary {
  readonly mean: { readonly value: number; readonly low: number | null; readonly high: number | null };
  readonly deviation: number | null;
  readonly min: number;
  readonly max: number;
  readonly median: number;
  readonly histogram: readonly {
    readonly from: number;
    readonly to: number;
    readonly count: number;
    readonly share: number;
  }[];
}

export interface QuestionResult {
  readonly id: string;
  readonly stepId: string;
  readonly label: string;
  readonly kind: string;
  readonly asked: number;
  readonly base: number;
  readonly options: readonly OptionCount[];
  readonly rows: readonly {
    readonly value: string;
    readonly label: string;
    readonly base: number;
    readonly options: readonly OptionCount[];
  }[];
  readonly numbers: NumberSummary | null;
  readonly distinct: number | null;
}

export interface EffectResult extends InterviewerEffect {
  readonly questionId: string;
  readonly label: string;
  readonly option: { readonly value: string; readonly label: string } | null;
}

/** Beyond so many different texts only “more” is known. */
const distinctMax = 10_000;
const barsMax = 21;
const effectsMax = 30;

/** Counts interviews one by one, in memory that does not grow with how many there are. */
export class SurveyTally {
  readonly #questions: readonly QuestionTally[];

  constructor(questions: readonly SurveyQuestion[]) {
    this.#questions = questions
      .filter(({ kind }) => kind !== 'appointment')
      .map((question) => new QuestionTally(question));
  }

  add(interview: CountedInterview): void {
    for (const question of this.#questions) question.add(interview);
  }

  questions(): readonly QuestionResult[] {
    return this.#questions.map((question) => question.result());
  }

  /** The strongest first. */
  effects(): readonly EffectResult[] {
    return this.#questions
      .flatMap((question) => question.effects())
      .sort((one, other) => other.intraclassCorrelation - one.intraclassCorrelation)
      .slice(0, effectsMax);
  }
}

interface Share {
  count: number;
  weight: number;
}
interface Moments {
  count: number;
  sum: number;
  squares: number;
}

class QuestionTally {
  readonly #question: SurveyQuestion;
  #asked = 0;
  #base = 0;
  readonly #bases = new Map<string, Weighed>();
  readonly #shares = new Map<string, Share>();
  /** By value; numbers that differ much are few in a questionnaire. */
  readonly #numbers = new Map<number, Share>();
  readonly #texts = new Set<string>();
  readonly #interviewers = new Map<string, Map<string, Moments>>();

  constructor(question: SurveyQuestion) {
    this.#question = question;
  }

  add(interview: CountedInterview): void {
    const { id } = this.#question;
    if (!interview.askedIds.has(id)) return;
    this.#asked++;
    const answer = interview.answers[id];
    if (answer === undefined) return;
    this.#base++;
    this.#count(answer, interview);
  }

  #count(answer: Answer, interview: CountedInterview): void {
    const { kind } = this.#question;
    switch (kind) {
      case 'single':
        this.#choose('', [String(answer)], interview);
        break;
      case 'multiple':
        this.#choose('', listOf(answer), interview);
        break;
      case 'matrix':
        for (const [row, value] of Object.entries(recordOf(answer))) this.#choose(row, [value], interview);
        break;
      case 'number':
      case 'scale':
        this.#measure(Number(answer), interview);
        break;
      default:
        if (this.#texts.size < distinctMax) this.#texts.add(JSON.stringify(answer));
    }
  }

  #choose(row: string, values: readonly string[], { weight, interviewerId }: CountedInterview): void {
    const base = this.#bases.get(row) ?? new Weighed();
    this.#bases.set(row, base.and(weight));
    for (const value of new Set(values)) {
      const key = keyOf(row, value);
      const share = this.#shares.get(key) ?? { count: 0, weight: 0 };
      share.count++;
      share.weight += weight;
      this.#shares.set(key, share);
      if (row === '' && interviewerId) add(this.#momentsOf(key, interviewerId), 1);
    }
    if (row === '' && interviewerId) this.#momentsOf(allKey, interviewerId).count++;
  }

  #measure(value: number, { weight, interviewerId }: CountedInterview): void {
    if (!Number.isFinite(value)) return;
    this.#bases.set('', (this.#bases.get('') ?? new Weighed()).and(weight));
    const share = this.#numbers.get(value) ?? { count: 0, weight: 0 };
    share.count++;
    share.weight += weight;
    this.#numbers.set(value, share);
    if (interviewerId) {
      const moments = this.#momentsOf(allKey, interviewerId);
      moments.count++;
      add(moments, value);
    }
  }

  #momentsOf(key: string, interviewerId: string): Moments {
    const byInterviewer = this.#interviewers.get(key) ?? new Map<string, Moments>();
    this.#interviewers.set(key, byInterviewer);
    const moments = byInterviewer.get(interviewerId) ?? { count: 0, sum: 0, squares: 0 };
    byInterviewer.set(interviewerId, moments);
    return moments;
  }

  result(): QuestionResult {
    const { id, stepId, label, kind, rows } = this.#question;
    const isChoice = kind === 'single' || kind === 'multiple';
    const isOpen = !isChoice && kind !== 'matrix' && kind !== 'number' && kind !== 'scale';
    return {
      ...{ id, stepId, label, kind, asked: this.#asked, base: this.#base },
      options: isChoice ? this.#options('') : [],
      rows:
        kind === 'matrix'
          ? rows.map((row) => ({
              value: row.value,
              label: row.label,
              base: this.#bases.get(row.value)?.count ?? 0,
              options: this.#options(row.value),
            }))
          : [],
      numbers: kind === 'number' || kind === 'scale' ? this.#summary() : null,
      distinct: isOpen ? this.#texts.size : null,
    };
  }

  #options(row: string): readonly OptionCount[] {
    const base = this.#bases.get(row);
    return this.#question.options.map(({ value, label }) => {
      const share = this.#shares.get(keyOf(row, value)) ?? { count: 0, weight: 0 };
      const bounded =
        base && base.weight > 0 ? wilson(Math.min(1, share.weight / base.weight), base.effective()) : null;
      return { value, label, count: share.count, share: bounded };
    });
  }

  #summary(): NumberSummary | null {
    const base = this.#bases.get('');
    if (!base || base.weight === 0) return null;
    const values = [...this.#numbers].sort(([one], [other]) => one - other);
    const mean = values.reduce((sum, [value, { weight }]) => sum + value * weight, 0) / base.weight;
    const spread = values.reduce((sum, [value, { weight }]) => sum + weight * (value - mean) ** 2, 0);
    // With weights of mean 1 this is the sample's variance by n - 1.
    const deviation =
      base.count > 1 ? Math.sqrt((spread / base.weight) * (base.count / (base.count - 1))) : null;
    const effective = Math.max(1, base.effective());
    return {
      mean: meanInterval({ mean, deviation: deviation ?? 0, base: effective }),
      deviation,
      min: values[0]?.[0] ?? 0,
      max: values.at(-1)?.[0] ?? 0,
      median: medianOf(values, base.weight),
      histogram: histogramOf(this.#points(values), base.weight),
    };
  }

  /** Of a scale every point from its own minimum on, chosen or not; of a number the values given. */
  #points(values: readonly (readonly [number, Share])[]): readonly (readonly [number, Share])[] {
    const { kind, min, max } = this.#question;
    if (kind !== 'scale' || min === null || max === null || max - min > barsMax) return values;
    const given = new Map(values);
    const points = Array.from({ length: max - min + 1 }, (_, at) => min + at);
    return points.map((point) => [point, given.get(point) ?? { count: 0, weight: 0 }]);
  }

  effects(): readonly EffectResult[] {
    const { id, label, kind, options } = this.#question;
    const all = this.#interviewers.get(allKey);
    if (!all) return [];
    if (kind === 'number' || kind === 'scale') {
      const effect = interviewerEffect([...all].map(([user, moments]) => ({ id: user, ...moments })));
      return effect ? [{ ...effect, questionId: id, label, option: null }] : [];
    }
    return options.flatMap(({ value, label: optionLabel }) => {
      const chosen = this.#interviewers.get(keyOf('', value));
      const sums = [...all].map(([user, { count }]): InterviewerSum => {
        const sum = chosen?.get(user)?.sum ?? 0;
        return { id: user, count, sum, squares: sum };
      });
      const effect = interviewerEffect(sums);
      return effect ? [{ ...effect, questionId: id, label, option: { value, label: optionLabel } }] : [];
    });
  }
}

/** Under which the interviews of a question are counted, whatever the answer. */
const allKey = '*';
const keyOf = (row: string, value: string) => `=${row}\n${value}`;

function add(moments: Moments, value: number): void {
  moments.sum += value;
  moments.squares += value * value;
}

/** A base: how many, their weights, and what these cost. */
class Weighed {
  count = 0;
  weight = 0;
  #squares = 0;

  and(weight: number): this {
    this.count++;
    this.weight += weight;
    this.#squares += weight * weight;
    return this;
  }

  effective(): number {
    return this.#squares === 0 ? 0 : this.weight ** 2 / this.#squares;
  }
}

function medianOf(values: readonly (readonly [number, Share])[], weight: number): number {
  let sum = 0;
  for (const [at, [value, share]] of values.entries()) {
    sum += share.weight;
    if (Math.abs(sum - weight / 2) < 1e-9 * weight) return (value + (values[at + 1]?.[0] ?? value)) / 2;
    if (sum > weight / 2) return value;
  }
  return values.at(-1)?.[0] ?? 0;
}

function histogramOf(values: readonly (readonly [number, Share])[], weight: number) {
  const bar = (from: number, to: number, within: readonly (readonly [number, Share])[]) => ({
    ...{ from, to },
    count: within.reduce((sum, [, share]) => sum + share.count, 0),
    share: within.reduce((sum, [, share]) => sum + share.weight, 0) / weight,
  });
  if (values.length <= barsMax) return values.map((each) => bar(each[0], each[0], [each]));
  const low = values[0]?.[0] ?? 0;
  const width = ((values.at(-1)?.[0] ?? 0) - low) / barsMax;
  return Array.from({ length: barsMax }, (_, at) => {
    const from = low + at * width;
    const isLast = at === barsMax - 1;
    return bar(
      from,
      from + width,
      values.filter(([value]) => value >= from && (isLast || value < from + width)),
    );
  });
}

const listOf = (answer: Answer): readonly string[] => (Array.isArray(answer) ? answer : [String(answer)]);
const recordOf = (answer: Answer): Readonly<Record<string, string>> =>
  // What is an object and no list is a record of texts.
  typeof answer === 'object' && !Array.isArray(answer) ? (answer as Readonly<Record<string, string>>) : {};
