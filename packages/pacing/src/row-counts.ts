const firstLength = 1024;

/** How often each row of some tables is named, and which rows are: a crowd has fewer rows than heads. */
export class RowCounts {
  #counts = new Uint32Array(firstLength);
  #named: number[] = [];

  /** One more for a row; rows are whole numbers from 0. */
  add(row: number): void {
    if (row >= this.#counts.length) this.#grow(row);
    const count = this.#counts[row] ?? 0;
    if (count === 0) this.#named.push(row);
    this.#counts[row] = count + 1;
  }

  /** Tells each row that was named and how often, in the order of their first time, and forgets them. */
  drain(tell: (row: number, count: number) => void): void {
    const named = this.#named;
    this.#named = [];
    for (const row of named) {
      const count = this.#counts[row] ?? 0;
      this.#counts[row] = 0;
      tell(row, count);
    }
  }

  #grow(row: number): void {
    const counts = new Uint32Array(Math.max(row + 1, this.#counts.length * 2));
    counts.set(this.#counts);
    this.#counts = counts;
  }
}
