import type { CrossTable } from './contract.ts';

/** What a cross table says of the link between its two variables. */
export interface CrossReading {
  readonly link: 'untested' | 'uncertain' | 'none' | 'slight' | 'weak' | 'medium' | 'strong';
  /** Cells whose count stands out from what chance would bring; by row, then column. */
  readonly isOutstanding: (row: number, column: number) => boolean;
}

/** A link is told when chance alone would bring it less often than this. */
const significance = 0.05;
/** Beyond it an adjusted standardised residual stands out at 5 %. */
const residualMin = 1.96;

/**
 * The strength in words follows Cohen's w (Statistical Power Analysis, 1988, 7.2): 0.1 weak, 0.3 medium, 0.5 strong,
 * where w is Cramér's V times the root of the smaller of rows and columns less one.
 */
export function readCross({ chiSquare, rowBases, columnBases, cells }: CrossTable): CrossReading {
  const isOutstanding = (row: number, column: number) =>
    Math.abs(cells[row]?.[column]?.residual ?? 0) >= residualMin;
  if (!chiSquare) return { link: 'untested', isOutstanding };
  if (chiSquare.isUncertain) return { link: 'uncertain', isOutstanding };
  if (chiSquare.p >= significance) return { link: 'none', isOutstanding };
  const filled = (bases: readonly number[]) => bases.filter((base) => base > 0).length;
  const freedom = Math.max(1, Math.min(filled(rowBases), filled(columnBases)) - 1);
  return { link: strengthOf(chiSquare.cramersV * Math.sqrt(freedom)), isOutstanding };
}

function strengthOf(w: number): 'slight' | 'weak' | 'medium' | 'strong' {
  if (w >= 0.5) return 'strong';
  if (w >= 0.3) return 'medium';
  return w >= 0.1 ? 'weak' : 'slight';
}
