import { chiSquareTail } from './distributions.ts';

export interface ChiSquare {
  readonly value: number;
  readonly degrees: number;
  readonly p: number;
  readonly cramersV: number;
  readonly expectedMin: number;
  /** Some expected count is below 1, or more than a fifth of them below 5 (Cochran 1954, Biometrics 10:417–451). */
  readonly isUncertain: boolean;
}

/**
 * Pearson's chi-square test of a table of counts that row and column have nothing to do with one another, and Cramér's
 * V (1946, Mathematical Methods of Statistics, p. 282). Empty rows and columns are left out; null when fewer than two
 * of either are left.
 */
export function chiSquare(counts: readonly (readonly number[])[]): ChiSquare | null {
  const table = withoutEmpty(counts);
  const rows = table.map(sumOf);
  const columns = columnSums(table);
  if (rows.length < 2 || columns.length < 2) return null;
  const total = sumOf(rows);
  let value = 0;
  const expected: number[] = [];
  table.forEach((row, at) => {
    row.forEach((count, columnAt) => {
      const wanted = ((rows[at] ?? 0) * (columns[columnAt] ?? 0)) / total;
      expected.push(wanted);
      value += (count - wanted) ** 2 / wanted;
    });
  });
  const degrees = (rows.length - 1) * (columns.length - 1);
  const small = expected.filter((each) => each < 5).length / expected.length;
  const expectedMin = Math.min(...expected);
  return {
    value,
    degrees,
    p: chiSquareTail(value, degrees),
    cramersV: Math.sqrt(value / (total * (Math.min(rows.length, columns.length) - 1))),
    expectedMin,
    isUncertain: expectedMin < 1 || small > 0.2,
  };
}

/**
 * How far each count lies from what chance would bring, in standard errors (adjusted residuals: Haberman 1973,
 * Biometrics 29:205–220); null where a row or column is empty or all.
 */
export function residuals(counts: readonly (readonly number[])[]): readonly (readonly (number | null)[])[] {
  const rows = counts.map(sumOf);
  const columns = columnSums(counts);
  const total = sumOf(rows);
  return counts.map((row, at) =>
    row.map((count, columnAt) => {
      const inRow = (rows[at] ?? 0) / total;
      const inColumn = (columns[columnAt] ?? 0) / total;
      const variance = total * inRow * inColumn * (1 - inRow) * (1 - inColumn);
      return variance > 0 ? (count - total * inRow * inColumn) / Math.sqrt(variance) : null;
    }),
  );
}

function withoutEmpty(counts: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const columns = columnSums(counts);
  return counts.filter((row) => sumOf(row) > 0).map((row) => row.filter((_, at) => (columns[at] ?? 0) > 0));
}

export const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);

export function columnSums(counts: readonly (readonly number[])[]): readonly number[] {
  const width = Math.max(0, ...counts.map((row) => row.length));
  return Array.from({ length: width }, (_, at) => sumOf(counts.map((row) => row[at] ?? 0)));
}
