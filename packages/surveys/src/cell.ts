import type { Answer, Answers, QuotaDimension, QuotaGroup, QuotaPlan } from '@alize/model';

/** In a cell's key: which group is not known yet. */
export const unknownGroup = '?';
/** In a cell's key: the value is known and belongs to no group. */
export const outsideGroup = '!';

export type FieldValue = string | number | boolean | null | undefined;

/** What is known of a person when their cell is asked for. */
export interface CellFacts {
  /** The lead's fields by name, `custom:<name>` among them. */
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Of their interview; none before it. */
  readonly answers: Answers;
  /** ISO date on which ages are reckoned. */
  readonly day: string;
}

/**
 * The key of the cell that a person is in: a group id for each dimension, in the order of the plan, joined by `/`; `?`
 * where it is not known, `!` where their value is of no group. A date counts as years of age at `day`.
 *
 *     cellOf(plan, { fields: { civility: 'Mme', birthDate: '1990-05-02' }, answers: {}, day: '2026-11-23' }) // 'f/35-49'
 */
export function cellOf(plan: QuotaPlan, facts: CellFacts): string {
  return plan.dimensions.map((dimension) => groupOf(dimension, facts)).join('/');
}

function groupOf(dimension: QuotaDimension, facts: CellFacts): string {
  const values = valuesOf(dimension, facts);
  if (values.length === 0) return unknownGroup;
  const group = dimension.groups.find((each) => values.some((value) => holds(each, value, facts.day)));
  return group?.id ?? outsideGroup;
}

function valuesOf({ source }: QuotaDimension, { fields, answers }: CellFacts): readonly string[] {
  const given = source.kind === 'field' ? fields[source.field] : answers[source.questionId];
  return (isList(given) ? given : [given]).flatMap((value) => {
    if (value === null || value === undefined || typeof value === 'object') return [];
    const text = plain(String(value));
    return text === '' ? [] : [text];
  });
}

/** `Array.isArray` does not narrow a readonly array. */
const isList = (value: FieldValue | Answer): value is readonly string[] => Array.isArray(value);

function holds(group: QuotaGroup, value: string, day: string): boolean {
  if (group.values.some((each) => plain(each) === value)) return true;
  if (group.beginnings.some((each) => withoutBlanks(value).startsWith(withoutBlanks(plain(each)))))
    return true;
  if (group.from === null && group.to === null) return false;
  const number = numberOf(value, day);
  return (
    number !== null &&
    (group.from === null || number >= group.from) &&
    (group.to === null || number <= group.to)
  );
}

/** Of a date the whole years from it to `day`; else the number that the value is. */
function numberOf(value: string, day: string): number | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return yearsBetween(value, day);
  const number = Number(value.replace(',', '.'));
  return Number.isFinite(number) ? number : null;
}

/** Whole years; somebody born on 29 February is a year older on 1 March where there is none. */
function yearsBetween(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** Without case, accents and blanks around. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

const withoutBlanks = (text: string) => text.replace(/\s+/g, '');
