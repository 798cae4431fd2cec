import type { QuotaCellRow, Quotas } from './contract.ts';

/** Which cells are shown: all, those not full, or those whose target is out of reach. */
export const cellViews = ['all', 'open', 'short'] as const;
export type CellView = (typeof cellViews)[number];

/** A cell with what its standing follows from. */
export interface StandingCell extends QuotaCellRow {
  /** Leads that may turn out to be of this cell in the interview, or of others: an upper bound. */
  readonly leadsPossible: number;
  /** How many leads it lacks though each that is left or possible should answer; 0 where it can be filled. */
  readonly short: number;
}

/** Each cell with the leads that may still fill it. */
export function standingCells({ data, others }: Pick<Quotas, 'data' | 'others'>): readonly StandingCell[] {
  return data.map((cell) => {
    const leadsPossible = others
      .filter(({ labels }) => labels.every((label, at) => label === null || label === cell.labels[at]))
      .reduce((sum, { leadsLeft }) => sum + leadsLeft, 0);
    const lacking = cell.target - cell.done - cell.inCalls - cell.leadsLeft - leadsPossible;
    return { ...cell, leadsPossible, short: cell.isFull ? 0 : Math.max(0, lacking) };
  });
}

export function isShown({ isFull, short }: StandingCell, view: CellView): boolean {
  if (view === 'open') return !isFull;
  return view === 'all' || short > 0;
}
