/** Something that will happen at one instant at most; pooled, never thrown away. */
export class Timer {
  /** Simulated milliseconds; −1 while nothing is planned. */
  dueMs = -1;
  readonly slot: number;
  readonly fire: () => void;

  constructor(slot: number, fire: () => void) {
    this.slot = slot;
    this.fire = fire;
  }
}

/** Timers that one run can hold; an instant and a slot share the 53 whole bits of a number. */
const slots = 2 ** 22;

/**
 * All that is to come, by instant: a binary heap of plain numbers (instant × slots + slot). A timer set anew or cleared
 * leaves its old entry behind, known as stale when it comes to the top.
 */
export class Timers {
  readonly #timers: Timer[] = [];
  #heap = new Float64Array(1024);
  #size = 0;

  add(fire: () => void): Timer {
    if (this.#timers.length === slots) throw new RangeError('The scenario is too large to be simulated.');
    const timer = new Timer(this.#timers.length, fire);
    this.#timers.push(timer);
    return timer;
  }

  /** Plans the timer, at a whole millisecond; an earlier plan of it is forgotten. */
  set(timer: Timer, atMs: number): void {
    timer.dueMs = Math.round(atMs);
    this.#push(timer.dueMs * slots + timer.slot);
  }

  clear(timer: Timer): void {
    timer.dueMs = -1;
  }

  /** The next instant at which something happens; Infinity when nothing will. */
  nextMs(): number {
    while (this.#size > 0) {
      const top = this.#heap[0] ?? 0;
      const dueMs = Math.floor(top / slots);
      if (this.#timers[top - dueMs * slots]?.dueMs === dueMs) return dueMs;
      this.#pop();
    }
    return Number.POSITIVE_INFINITY;
  }

  /** Lets happen all that is due at this instant, what is planned for it meanwhile included. */
  fireAt(nowMs: number): void {
    while (this.nextMs() === nowMs) {
      const timer = this.#timers[(this.#heap[0] ?? 0) - nowMs * slots];
      this.#pop();
      if (!timer) return;
      timer.dueMs = -1;
      timer.fire();
    }
  }

  #push(key: number): void {
    if (this.#size === this.#heap.length) this.#grow();
    const heap = this.#heap;
    let at = this.#size++;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = heap[above] ?? 0;
      if (other <= key) break;
      heap[at] = other;
      at = above;
    }
    heap[at] = key;
  }

  #pop(): void {
    const heap = this.#heap;
    const size = --this.#size;
    const key = heap[size] ?? 0;
    let at = 0;
    for (let below = 1; below < size; below = 2 * at + 1) {
      if (below + 1 < size && (heap[below + 1] ?? 0) < (heap[below] ?? 0)) below++;
      const other = heap[below] ?? 0;
      if (other >= key) break;
      heap[at] = other;
      at = below;
    }
    heap[at] = key;
  }

  #grow(): void {
    const larger = new Float64Array(this.#heap.length * 2);
    larger.set(this.#heap);
    this.#heap = larger;
  }
}
