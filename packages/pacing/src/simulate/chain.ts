/** Something that can wait in one line, from which it may also step out in the middle. */
export interface Link<T> {
  before: T | null;
  after: T | null;
}

/** First come, first served; joining and leaving cost the same however long the line. */
export class Chain<T extends Link<T>> {
  first: T | null = null;
  #last: T | null = null;

  join(one: T): void {
    one.before = this.#last;
    one.after = null;
    if (this.#last) this.#last.after = one;
    else this.first = one;
    this.#last = one;
  }

  leave(one: T): void {
    if (one.before) one.before.after = one.after;
    else this.first = one.after;
    if (one.after) one.after.before = one.before;
    else this.#last = one.before;
    one.before = null;
    one.after = null;
  }
}
