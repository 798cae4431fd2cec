/** What an import had stored at an instant. */
export interface ImportMark {
  readonly atMs: number;
  readonly rowsDone: number;
}

/** How long a mark counts towards the speed, in ms. */
const windowMs = 5000;

/** The marks with a new one, without those too old to tell the speed. */
export function withMark(marks: readonly ImportMark[], mark: ImportMark): readonly ImportMark[] {
  return [...marks.filter((old) => mark.atMs - old.atMs <= windowMs), mark];
}

/** Rows a second over the last seconds; null before there are two marks apart in time. */
export function rowsPerSecond(marks: readonly ImportMark[]): number | null {
  const [first, last] = [marks[0], marks.at(-1)];
  if (!first || !last || last.atMs <= first.atMs) return null;
  return ((last.rowsDone - first.rowsDone) * 1000) / (last.atMs - first.atMs);
}

/** Milliseconds left at this speed; null when nobody can say. */
export function leftMs(marks: readonly ImportMark[], rowsTotal: number): number | null {
  const speed = rowsPerSecond(marks);
  const last = marks.at(-1);
  if (!last || speed === null || speed <= 0) return null;
  return (Math.max(0, rowsTotal - last.rowsDone) * 1000) / speed;
}
