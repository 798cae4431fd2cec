import type { QuotaGroup, QuotaPlan, QuotaSource } from '@alize/model';
import type { SurveySettings } from './contract.ts';
import { addDimension, combinationsOf, removeDimension, spread } from './spread.ts';

/** A number field as it stands while it is typed: empty is a text. */
export type Typed = number | string;

/** How a group knows its people. */
export const groupRules = ['values', 'beginnings', 'bounds'] as const;
export type GroupRule = (typeof groupRules)[number];

export interface GroupForm {
  readonly id: string;
  readonly label: string;
  readonly by: GroupRule;
  /** Values or beginnings, by commas. */
  readonly text: string;
  readonly from: Typed;
  readonly to: Typed;
  /** Per cent, for spreading interviews and for weights; not part of the plan. */
  readonly share: Typed;
}

export interface DimensionForm {
  readonly id: string;
  readonly label: string;
  /** `field:<name>`, `question:<id>`, or null while it is not chosen. */
  readonly source: string | null;
  readonly groups: readonly GroupForm[];
}

/** Quotas as the editor holds them: things may still be missing, numbers half typed. */
export interface PlanForm {
  readonly dimensions: readonly DimensionForm[];
  /** By cell key; an empty one means that nobody of the cell is wanted. */
  readonly targets: Readonly<Record<string, Typed>>;
}

export const emptyPlan: PlanForm = { dimensions: [], targets: {} };

export function formOf({ dimensions, cells }: QuotaPlan): PlanForm {
  return {
    dimensions: dimensions.map(({ source, groups, ...dimension }) => ({
      ...dimension,
      source: source.kind === 'field' ? `field:${source.field}` : `question:${source.questionId}`,
      groups: groups.map(groupForm),
    })),
    targets: Object.fromEntries(cells.map(({ key, target }) => [key, target])),
  };
}

const groupForm = ({ id, label, values, beginnings, from, to }: QuotaGroup): GroupForm => ({
  id,
  label,
  by: beginnings.length > 0 ? 'beginnings' : values.length > 0 ? 'values' : 'bounds',
  text: (beginnings.length > 0 ? beginnings : values).join(', '),
  from: from ?? '',
  to: to ?? '',
  share: '',
});

/** A plan in the contract's plain arrays. */
type SentPlan = NonNullable<SurveySettings['quotas']>;

/** What the api is sent; null for a form without dimensions: no quotas. Ask `formFaults` first. */
export function planOf({ dimensions, targets }: PlanForm): SentPlan | null {
  if (dimensions.length === 0) return null;
  return {
    dimensions: dimensions.map(dimensionOf),
    cells: combinationsOf(dimensions).flatMap(({ key }) => {
      const target = targetIn(targets, key);
      return target > 0 ? [{ key, target }] : [];
    }),
  };
}

function dimensionOf({ id, label, source, groups }: DimensionForm): SentPlan['dimensions'][number] {
  return { id, label: label.trim(), source: sourceOf(source ?? ''), groups: groups.map(groupOf) };
}

function sourceOf(text: string): QuotaSource {
  const [kind, ...rest] = text.split(':');
  const name = rest.join(':');
  return kind === 'question' ? { kind, questionId: name } : { kind: 'field', field: name };
}

function groupOf({
  id,
  label,
  by,
  text,
  from,
  to,
}: GroupForm): SentPlan['dimensions'][number]['groups'][number] {
  const words = wordsIn(text);
  return {
    id,
    label: label.trim(),
    values: by === 'values' ? words : [],
    beginnings: by === 'beginnings' ? words : [],
    from: by === 'bounds' ? boundOf(from) : null,
    to: by === 'bounds' ? boundOf(to) : null,
  };
}

/** What stands between commas, without what is empty or said twice. */
export const wordsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,;\n]/)
      .map((word) => word.trim())
      .filter(Boolean),
  ),
];

const boundOf = (typed: Typed): number | null => (typed === '' ? null : Number(typed));

/** The target of a cell; 0 where it is empty or half typed. */
export function targetIn(targets: PlanForm['targets'], key: string): number {
  const value = Number(targets[key] ?? 0);
  return Number.isInteger(value) && value > 0 ? value : 0;
}

/** Targets of all cells as numbers. */
const numbersOf = ({ dimensions, targets }: PlanForm): Record<string, number> =>
  Object.fromEntries(combinationsOf(dimensions).map(({ key }) => [key, targetIn(targets, key)]));

/** The sum of the targets of the cells that a plan has. */
export const totalOf = (form: PlanForm): number =>
  Object.values(numbersOf(form)).reduce((sum, target) => sum + target, 0);

/** With a dimension more; the targets are shared out over its groups. */
export function withDimension(form: PlanForm, dimension: DimensionForm): PlanForm {
  const ids = dimension.groups.map(({ id }) => id);
  return {
    dimensions: [...form.dimensions, dimension],
    targets: addDimension(numbersOf(form), form.dimensions.length, ids),
  };
}

/** Without the dimension at this place; the targets of its groups are added up. */
export function withoutDimension(form: PlanForm, place: number): PlanForm {
  const dimensions = form.dimensions.toSpliced(place, 1);
  return { dimensions, targets: dimensions.length === 0 ? {} : removeDimension(numbersOf(form), place) };
}

/** The sum of the shares of groups, 0 to 1. */
export const shareSum = (groups: readonly Pick<GroupForm, 'share'>[]): number =>
  groups.reduce((sum, { share }) => sum + (Number(share) || 0), 0) / 100;

/** Groups with equal shares, in hundredths of a per cent that sum up to 100. */
export function evenShares(groups: readonly GroupForm[]): readonly GroupForm[] {
  const parts = spread(
    10_000,
    groups.map(() => 1),
  );
  return groups.map((group, place) => ({ ...group, share: (parts[place] ?? 0) / 100 }));
}

/** More groups than this do not stand side by side. */
const columnsMax = 8;

/** The cells as a grid: the last criterion with few groups across, each combination of the others down. */
export function gridOf(dimensions: readonly DimensionForm[]) {
  const place =
    dimensions.length > 1 ? dimensions.findLastIndex(({ groups }) => groups.length <= columnsMax) : -1;
  const headings = dimensions.filter((_, at) => at !== place);
  const columns = (place < 0 ? [null] : (dimensions[place]?.groups ?? [])).map((group) => ({
    id: group?.id ?? '',
    label: group?.label ?? '',
  }));
  const rows = combinationsOf(headings).map(({ key, groups }) => ({
    key,
    labels: groups.map(({ label }) => label),
    keys: columns.map(({ id }) => (place < 0 ? key : key.split('/').toSpliced(place, 0, id).join('/'))),
  }));
  return { headings: headings.map(({ id, label }) => ({ id, label })), columns, rows };
}

/** The first id of this letter that none of these has. */
export function freeId(letter: string, taken: readonly { readonly id: string }[]): string {
  for (let number = 1; ; number += 1) {
    const id = `${letter}${number}`;
    if (!taken.some((one) => one.id === id)) return id;
  }
}

/** What a form lacks to be a plan, or may be meant otherwise: the name of a sentence and what it speaks of. */
export interface FormFault {
  readonly fault:
    | 'noName'
    | 'noSource'
    | 'sameSource'
    | 'noGroup'
    | 'groupNoName'
    | 'sameGroup'
    | 'bounds'
    | 'noTarget'
    | 'tooMany'
    | 'emptyCells';
  readonly isWarning?: true;
  readonly values: Readonly<Record<string, string | number>>;
}

/** As many as the api takes. */
const cellsMax = 500;
export const dimensionsMax = 5;
export const groupsMax = 60;

/**
 * What a form lacks to be a plan; whether that plan can be carried out is for `checkSurvey` to say. A form without
 * dimensions lacks nothing: it has no quotas.
 */
export function formFaults(form: PlanForm): readonly FormFault[] {
  if (form.dimensions.length === 0) return [];
  const faults = form.dimensions.flatMap((dimension, at) => dimensionFaults(dimension, at, form));
  const cells = combinationsOf(form.dimensions);
  if (cells.length > cellsMax) return [...faults, fault('tooMany', { count: cells.length, max: cellsMax })];
  if (cells.length === 0) return faults;
  if (totalOf(form) === 0) return [...faults, fault('noTarget', {})];
  const empty = cells.filter(({ key }) => targetIn(form.targets, key) === 0);
  const warning: FormFault = { fault: 'emptyCells', isWarning: true, values: { count: empty.length } };
  return empty.length > 0 ? [...faults, warning] : faults;
}

const fault = (name: FormFault['fault'], values: FormFault['values']): FormFault => ({ fault: name, values });

function dimensionFaults(dimension: DimensionForm, at: number, form: PlanForm): readonly FormFault[] {
  const name = dimension.label.trim() || `${at + 1}`;
  const isSame = ({ source }: DimensionForm) => source !== null && source === dimension.source;
  const faults: FormFault[] = [];
  if (!dimension.label.trim()) faults.push(fault('noName', { place: at + 1 }));
  if (dimension.source === null) faults.push(fault('noSource', { name }));
  if (form.dimensions.slice(0, at).some(isSame)) faults.push(fault('sameSource', { name }));
  if (dimension.groups.length === 0) faults.push(fault('noGroup', { name }));
  return [
    ...faults,
    ...dimension.groups.flatMap((group, place) => groupFaults(group, place, dimension, name)),
  ];
}

function groupFaults(
  { label, by, from, to }: GroupForm,
  place: number,
  { groups }: DimensionForm,
  name: string,
): readonly FormFault[] {
  const group = label.trim();
  if (!group) return [fault('groupNoName', { name, place: place + 1 })];
  if (groups.slice(0, place).some((one) => one.label.trim() === group))
    return [fault('sameGroup', { name, group })];
  const areNumbers = [from, to].every((bound) => Number.isFinite(Number(bound)));
  return by === 'bounds' && !areNumbers ? [fault('bounds', { name, group })] : [];
}

/** The names of what a finding's pointer speaks of: criterion, then group, as far as it says. */
export function placeOf({ dimensions }: QuotaPlan, pointer: string): readonly string[] {
  const [, dimensionAt, groupAt] = /^\/quotas\/dimensions\/(\d+)(?:\/groups\/(\d+))?/.exec(pointer) ?? [];
  const dimension = dimensions[Number(dimensionAt)];
  const group = dimension?.groups[Number(groupAt)];
  return [dimension, group].flatMap((one) => (one ? [one.label] : []));
}
