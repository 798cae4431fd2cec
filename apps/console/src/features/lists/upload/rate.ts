/** How much was done at an instant. */
export interface Mark {
  readonly atMs: number;
  readonly done: number;
}

/** How long a mark counts towards the speed, in ms: long enough that a single chunk does not make it jump. */
const windowMs = 10_000;

/** The marks with a new one, without those too old to tell the speed. */
export function withMark(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  return [...marks.filter((old) => mark.atMs - old.atMs <= windowMs), mark];
}

/** What is done a second, over the last seconds; null before there are two marks apart in time. */
export function ratePerSecond(marks: readonly Mark[]): number | null {
  const [first, last] = [marks[0], marks.at(-1)];
  if (!first || !last || last.atMs <= first.atMs) return null;
  return ((last.done - first.done) * 1000) / (last.atMs - first.atMs);
}

/** Seconds left at this speed; null when nobody can say. */
export function secondsLeft(marks: readonly Mark[], all: number): number | null {
  const rate = ratePerSecond(marks);
  const last = marks.at(-1);
  if (!last || rate === null || rate <= 0) return null;
  return Math.max(0, all - last.done) / rate;
}
