import type { QuotaPlan } from '@alize/model';
import type { SurveySettings } from './contract.ts';
import { type DimensionForm, formOf, shareSum } from './quota-form.ts';

/** A criterion by which answers may be weighted, with the shares of its groups in per cent as they are typed. */
export interface Margin extends DimensionForm {
  readonly isOn: boolean;
}

type Weights = SurveySettings['weights'];

/** The criteria of the quotas with the shares that are stored; none without quotas. */
export function marginsOf(quotas: QuotaPlan | null, weights: Weights): readonly Margin[] {
  if (!quotas) return [];
  return formOf(quotas).dimensions.map((dimension) => {
    const shares = weights?.find(({ dimensionId }) => dimensionId === dimension.id)?.shares;
    const groups = dimension.groups.map((group) => ({ ...group, share: percentOf(shares?.[group.id]) }));
    return { ...dimension, groups, isOn: shares !== undefined };
  });
}

const percentOf = (share: number | undefined) =>
  share === undefined ? '' : Math.round(share * 1_000_000) / 10_000;

/** Whether a criterion can be stored: off, or with shares that sum up to 100 %. */
export const isComplete = ({ isOn, groups }: Margin): boolean =>
  !isOn || (groups.every(({ share }) => share !== '') && Math.abs(shareSum(groups) - 1) < 0.001);

/** What the api is sent; null when no criterion is on. */
export function weightsOf(margins: readonly Margin[]): Weights {
  const on = margins.filter(({ isOn }) => isOn);
  if (on.length === 0) return null;
  return on.map(({ id, groups }) => ({
    dimensionId: id,
    shares: Object.fromEntries(
      groups.map((group) => [group.id, Math.round(Number(group.share) * 10_000) / 1_000_000]),
    ),
  }));
}
