/** Rows as they are wanted, over the borders of their pages. */
export interface RowSource<Row> {
  /** At most so many, at least one; none only at the end. */
  take(rowsMax: number): Promise<readonly Row[]>;
  isMore(): Promise<boolean>;
  /** Lets go of rows that nobody wants any more. */
  close(): Promise<void>;
}

/** The rows of some pages. */
export function createRowSource<Row>(pages: AsyncIterable<readonly Row[]>): RowSource<Row> {
  const iterator = pages[Symbol.asyncIterator]();
  let left: readonly Row[] = [];
  const fill = async () => {
    while (left.length === 0) {
      const next = await iterator.next();
      if (next.done) return;
      left = next.value;
    }
  };
  return {
    async take(rowsMax) {
      await fill();
      const taken = left.slice(0, rowsMax);
      left = left.slice(rowsMax);
      return taken;
    },
    async isMore() {
      await fill();
      return left.length > 0;
    },
    async close() {
      await iterator.return?.();
    },
  };
}
