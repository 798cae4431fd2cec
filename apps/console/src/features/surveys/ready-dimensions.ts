import { type DimensionForm, freeId, type GroupForm, type PlanForm, withDimension } from './quota-form.ts';

/** Dimensions to start from. Their groups are a proposal: each can be changed. */
export const readyDimensions = ['sex', 'age', 'region', 'blank'] as const;
export type ReadyDimension = (typeof readyDimensions)[number];

/** A ready-made group; one without a name of its own has it from the texts. */
export interface ReadyGroup {
  readonly id: string;
  readonly label?: string;
  readonly values?: string;
  readonly beginnings?: string;
  readonly from?: number;
  readonly to?: number;
}

const sex: readonly ReadyGroup[] = [
  { id: 'f', values: 'Mme' },
  { id: 'm', values: 'M' },
];

/** Bands of age that French opinion polls commonly publish. */
const age: readonly ReadyGroup[] = [
  { id: '18', from: 18, to: 24 },
  { id: '25', from: 25, to: 34 },
  { id: '35', from: 35, to: 49 },
  { id: '50', from: 50, to: 64 },
  { id: '65', from: 65 },
];

/**
 * The regions of France by the departments in their postal codes: law 2015-29 of 16 January 2015 (metropolitan
 * regions). A few communes have the postal code of a neighbouring department.
 */
export const frenchRegions: readonly ReadyGroup[] = [
  { id: 'ara', label: 'Auvergne-Rhône-Alpes', beginnings: '01, 03, 07, 15, 26, 38, 42, 43, 63, 69, 73, 74' },
  { id: 'bfc', label: 'Bourgogne-Franche-Comté', beginnings: '21, 25, 39, 58, 70, 71, 89, 90' },
  { id: 'bre', label: 'Bretagne', beginnings: '22, 29, 35, 56' },
  { id: 'cvl', label: 'Centre-Val de Loire', beginnings: '18, 28, 36, 37, 41, 45' },
  { id: 'cor', label: 'Corse', beginnings: '20' },
  { id: 'ges', label: 'Grand Est', beginnings: '08, 10, 51, 52, 54, 55, 57, 67, 68, 88' },
  { id: 'hdf', label: 'Hauts-de-France', beginnings: '02, 59, 60, 62, 80' },
  { id: 'idf', label: 'Île-de-France', beginnings: '75, 77, 78, 91, 92, 93, 94, 95' },
  { id: 'nor', label: 'Normandie', beginnings: '14, 27, 50, 61, 76' },
  {
    id: 'naq',
    label: 'Nouvelle-Aquitaine',
    beginnings: '16, 17, 19, 23, 24, 33, 40, 47, 64, 79, 86, 87',
  },
  {
    id: 'occ',
    label: 'Occitanie',
    beginnings: '09, 11, 12, 30, 31, 32, 34, 46, 48, 65, 66, 81, 82',
  },
  { id: 'pdl', label: 'Pays de la Loire', beginnings: '44, 49, 53, 72, 85' },
  { id: 'pac', label: 'Provence-Alpes-Côte d’Azur', beginnings: '04, 05, 06, 13, 83, 84' },
  { id: 'out', label: 'Outre-mer', beginnings: '97, 98' },
];

/** The lead's field that a ready-made dimension reads, and its groups. */
const readyPlan: Readonly<
  Record<Exclude<ReadyDimension, 'blank'>, { field: string; groups: readonly ReadyGroup[] }>
> = {
  sex: { field: 'civility', groups: sex },
  age: { field: 'birthDate', groups: age },
  region: { field: 'postalCode', groups: frenchRegions },
};

/** What ready-made dimensions and their groups are called, in the language of who edits. */
export interface ReadyWords {
  readonly dimension: (ready: ReadyDimension) => string;
  readonly group: (id: string) => string;
}

/** A plan with these dimensions added, in order. */
export const readyForm = (form: PlanForm, ready: readonly ReadyDimension[], words: ReadyWords): PlanForm =>
  ready.reduce((before, one) => withDimension(before, readyDimension(one, before, words)), form);

function readyDimension(ready: ReadyDimension, { dimensions }: PlanForm, words: ReadyWords): DimensionForm {
  const id = dimensions.some((one) => one.id === ready) ? freeId('d', dimensions) : ready;
  if (ready === 'blank') {
    const first = { ...emptyGroup, id: 'g1' };
    return { id: freeId('d', dimensions), label: '', source: null, groups: [first, { ...first, id: 'g2' }] };
  }
  const { field, groups } = readyPlan[ready];
  return {
    id,
    label: words.dimension(ready),
    source: `field:${field}`,
    groups: groups.map((group) => groupFormOf(group, group.label ?? words.group(group.id))),
  };
}

/** A group of which nothing is said yet. */
export const emptyGroup: GroupForm = {
  id: '',
  label: '',
  by: 'values',
  text: '',
  from: '',
  to: '',
  share: '',
};

/** A ready-made group as the editor holds it. */
function groupFormOf({ id, values, beginnings, from, to }: ReadyGroup, label: string): GroupForm {
  return {
    ...{ ...emptyGroup, id, label, text: beginnings ?? values ?? '', from: from ?? '', to: to ?? '' },
    by: beginnings ? 'beginnings' : values ? 'values' : 'bounds',
  };
}
