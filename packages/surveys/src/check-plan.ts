import type { Language, QuotaDimension, QuotaGroup, QuotaPlan, ScriptQuestion } from '@alize/model';
import { plain } from './cell.ts';

/** The population's share of each group of a dimension, 0 to 1. */
export interface WeightMargin {
  readonly dimensionId: string;
  readonly shares: Readonly<Record<string, number>>;
}

export interface SurveyFinding {
  /** JSON pointer into the document, e.g. `/quotas/cells/3/target`. */
  readonly pointer: string;
  readonly sentence: Readonly<Record<Language, string>>;
}

/** What a plan may read besides itself. */
export interface PlanSources {
  /** Names of the lead's fields, `custom:<name>` aside. */
  readonly fields: readonly string[];
  readonly questions: readonly ScriptQuestion[];
}

/** Whatever keeps quotas and weights from being carried out; none when they can be. */
export function checkSurvey(
  quotas: QuotaPlan | null,
  weights: readonly WeightMargin[] | null,
  sources: PlanSources,
): readonly SurveyFinding[] {
  const findings: SurveyFinding[] = [];
  const report: Report = (pointer, fr, en) => findings.push({ pointer, sentence: { fr, en } });
  if (quotas) {
    checkDimensions(report, quotas.dimensions, sources);
    checkCells(report, quotas);
  }
  if (weights) checkWeights(report, quotas, weights);
  return findings;
}

type Report = (pointer: string, fr: string, en: string) => void;

function checkDimensions(report: Report, dimensions: readonly QuotaDimension[], sources: PlanSources): void {
  dimensions.forEach((dimension, at) => {
    const pointer = `/quotas/dimensions/${at}`;
    if (dimensions.findIndex(({ id }) => id === dimension.id) < at)
      report(
        `${pointer}/id`,
        'Cet identifiant de critère sert déjà : choisissez-en un autre.',
        'This id of a dimension is taken: choose another.',
      );
    checkSource(report, `${pointer}/source`, dimension, sources);
    dimension.groups.forEach((group, groupAt) => {
      checkGroup(report, `${pointer}/groups/${groupAt}`, group, dimension.groups.slice(0, groupAt));
    });
  });
}

function checkSource(
  report: Report,
  pointer: string,
  { source }: QuotaDimension,
  { fields, questions }: PlanSources,
): void {
  if (source.kind === 'field') {
    if (source.field.startsWith('custom:') || fields.includes(source.field)) return;
    report(
      `${pointer}/field`,
      'La fiche n’a pas ce champ : prenez l’un des siens, ou custom: suivi du nom d’une de vos colonnes.',
      'Leads have no such field: take one of theirs, or custom: and the name of a column of your own.',
    );
    return;
  }
  const question = questions.find(({ id }) => id === source.questionId);
  if (!question)
    report(
      `${pointer}/questionId`,
      'Le script de la campagne ne pose pas cette question.',
      'The campaign’s script does not ask this question.',
    );
  else if (!['single', 'multiple', 'number', 'scale', 'date', 'text'].includes(question.kind))
    report(
      `${pointer}/questionId`,
      'Les réponses à cette question ne se rangent pas en groupes : prenez un choix, un nombre ou une date.',
      'Answers to this question cannot be put in groups: take a choice, a number or a date.',
    );
}

function checkGroup(report: Report, pointer: string, group: QuotaGroup, before: readonly QuotaGroup[]): void {
  const { id, values, beginnings, from, to } = group;
  if (before.some((each) => each.id === id))
    report(
      `${pointer}/id`,
      'Cet identifiant de groupe sert déjà dans ce critère : choisissez-en un autre.',
      'This id of a group is taken in this dimension: choose another.',
    );
  if (values.length + beginnings.length === 0 && from === null && to === null)
    report(
      pointer,
      'Ce groupe ne contient rien : donnez des valeurs, des débuts de valeur ou des bornes.',
      'This group holds nothing: give values, beginnings or bounds.',
    );
  if (from !== null && to !== null && from > to)
    report(
      `${pointer}/to`,
      'La borne supérieure est plus petite que la borne inférieure.',
      'The upper bound is below the lower one.',
    );
  const other = before.find((each) => overlap(each, group));
  if (other)
    report(
      pointer,
      `Ce groupe recouvre « ${other.label} » : une même personne serait dans les deux.`,
      `This group overlaps “${other.label}”: one person would be in both.`,
    );
}

function overlap(one: QuotaGroup, other: QuotaGroup): boolean {
  return (
    one.values.some((value) => other.values.some((each) => plain(each) === plain(value))) ||
    one.values.some((value) => other.beginnings.some((each) => plain(value).startsWith(plain(each)))) ||
    other.values.some((value) => one.beginnings.some((each) => plain(value).startsWith(plain(each)))) ||
    one.beginnings.some((value) =>
      other.beginnings.some((each) => isBeginningOf(plain(value), plain(each))),
    ) ||
    doBoundsOverlap(one, other)
  );
}

const isBeginningOf = (one: string, other: string) => one.startsWith(other) || other.startsWith(one);

function doBoundsOverlap(one: QuotaGroup, other: QuotaGroup): boolean {
  const isBounded = (group: QuotaGroup) => group.from !== null || group.to !== null;
  if (!isBounded(one) || !isBounded(other)) return false;
  const low = (group: QuotaGroup) => group.from ?? Number.NEGATIVE_INFINITY;
  const high = (group: QuotaGroup) => group.to ?? Number.POSITIVE_INFINITY;
  return low(one) <= high(other) && low(other) <= high(one);
}

function checkCells(report: Report, { dimensions, cells }: QuotaPlan): void {
  const seen = new Set<string>();
  cells.forEach(({ key, target }, at) => {
    const pointer = `/quotas/cells/${at}`;
    const groups = key.split('/');
    const isKnown =
      groups.length === dimensions.length &&
      dimensions.every((dimension, place) => dimension.groups.some(({ id }) => id === groups[place]));
    if (!isKnown)
      report(
        `${pointer}/key`,
        'Cette cellule nomme un groupe qui n’existe pas : un groupe par critère, dans leur ordre, séparés par « / ».',
        'This cell names a group that does not exist: one group of each dimension, in their order, joined by “/”.',
      );
    if (seen.has(key))
      report(`${pointer}/key`, 'Cette cellule est donnée deux fois.', 'This cell is given twice.');
    seen.add(key);
    if (!Number.isInteger(target) || target < 0 || target > 1_000_000)
      report(
        `${pointer}/target`,
        'L’objectif est un nombre entier d’entretiens, de 0 à 1 000 000.',
        'The target is a whole number of interviews, 0 to 1,000,000.',
      );
  });
}

function checkWeights(report: Report, quotas: QuotaPlan | null, weights: readonly WeightMargin[]): void {
  weights.forEach(({ dimensionId, shares }, at) => {
    const pointer = `/weights/${at}`;
    const dimension = quotas?.dimensions.find(({ id }) => id === dimensionId);
    if (!dimension || weights.findIndex((each) => each.dimensionId === dimensionId) < at) {
      report(
        `${pointer}/dimensionId`,
        'Le redressement porte sur un critère des quotas, chacun une seule fois.',
        'Weights are by a dimension of the quotas, each once.',
      );
      return;
    }
    checkShares(report, `${pointer}/shares`, dimension, shares);
  });
}

function checkShares(
  report: Report,
  pointer: string,
  { groups }: QuotaDimension,
  shares: WeightMargin['shares'],
): void {
  for (const id of Object.keys(shares)) {
    if (!groups.some((group) => group.id === id))
      report(
        `${pointer}/${id}`,
        'Ce groupe n’existe pas dans ce critère.',
        'This dimension has no such group.',
      );
  }
  for (const { id, label } of groups) {
    if (shares[id] === undefined)
      report(
        pointer,
        `Il manque la part de « ${label} » dans la population.`,
        `The share of “${label}” in the population is missing.`,
      );
  }
  const sum = Object.values(shares).reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) > 0.001)
    report(pointer, 'Les parts doivent faire 1 en tout (100 %).', 'The shares must sum to 1 (100%).');
}
