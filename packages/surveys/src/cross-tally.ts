import { type ChiSquare, chiSquare, columnSums, residuals, sumOf } from './cross-table.ts';

/** What stands in a row or a column: its categories, and which of them an interview has. */
export interface CrossVariable {
  readonly id: string;
  readonly label: string;
  readonly isMultiple: boolean;
  readonly categories: readonly { readonly value: string; readonly label: string }[];
}

export interface CrossResult {
  readonly base: number;
  readonly rowBases: readonly number[];
  readonly columnBases: readonly number[];
  readonly cells: readonly (readonly CrossCell[])[];
  readonly chiSquare: ChiSquare | null;
}

export interface CrossCell {
  readonly count: number;
  readonly rowShare: number | null;
  readonly columnShare: number | null;
  readonly totalShare: number | null;
  readonly residual: number | null;
}

/**
 * Counts a cross table interview by interview. Percentages are of interviews: of a multiple question they may sum above
 * 1, and then nothing is tested. Tests are of unweighted counts.
 */
export class CrossTally {
  readonly #row: CrossVariable;
  readonly #column: CrossVariable;
  readonly #counts: number[][];
  readonly #weights: number[][];
  readonly #rows: { counts: number[]; weights: number[] };
  readonly #columns: { counts: number[]; weights: number[] };
  #base = 0;
  #weight = 0;

  constructor(row: CrossVariable, column: CrossVariable) {
    this.#row = row;
    this.#column = column;
    const table = () => row.categories.map(() => column.categories.map(() => 0));
    this.#counts = table();
    this.#weights = table();
    const zeros = (of: CrossVariable) => ({
      counts: of.categories.map(() => 0),
      weights: of.categories.map(() => 0),
    });
    this.#rows = zeros(row);
    this.#columns = zeros(column);
  }

  add(rowValues: readonly string[], columnValues: readonly string[], weight: number): void {
    const rows = placesOf(this.#row, rowValues);
    const columns = placesOf(this.#column, columnValues);
    if (rows.length === 0 || columns.length === 0) return;
    this.#base++;
    this.#weight += weight;
    for (const at of rows) count(this.#rows, at, weight);
    for (const at of columns) count(this.#columns, at, weight);
    for (const at of rows) {
      for (const columnAt of columns) {
        increase(this.#counts[at], columnAt, 1);
        increase(this.#weights[at], columnAt, weight);
      }
    }
  }

  result(): CrossResult {
    const isTested = !this.#row.isMultiple && !this.#column.isMultiple && this.#base > 0;
    const deviations = isTested ? residuals(this.#counts) : null;
    return {
      base: this.#base,
      rowBases: this.#rows.counts,
      columnBases: this.#columns.counts,
      cells: this.#counts.map((row, at) =>
        row.map((each, columnAt) => {
          const weight = this.#weights[at]?.[columnAt] ?? 0;
          return {
            count: each,
            rowShare: share(weight, this.#rows.weights[at]),
            columnShare: share(weight, this.#columns.weights[columnAt]),
            totalShare: share(weight, this.#weight),
            residual: deviations?.[at]?.[columnAt] ?? null,
          };
        }),
      ),
      chiSquare: isTested && sumOf(columnSums(this.#counts)) > 0 ? chiSquare(this.#counts) : null,
    };
  }
}

function placesOf({ categories }: CrossVariable, values: readonly string[]): readonly number[] {
  return [...new Set(values)].flatMap((value) => {
    const at = categories.findIndex((category) => category.value === value);
    return at < 0 ? [] : [at];
  });
}

function count(
  { counts, weights }: { counts: number[]; weights: number[] },
  at: number,
  weight: number,
): void {
  increase(counts, at, 1);
  increase(weights, at, weight);
}

function increase(numbers: number[] | undefined, at: number, by: number): void {
  if (numbers) numbers[at] = (numbers[at] ?? 0) + by;
}

const share = (part: number, whole: number | undefined) => (whole ? part / whole : null);
