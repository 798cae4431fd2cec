/** What somebody typed, put onto a version that another person saved meanwhile. */
export interface Rebased<T> {
  /** Their version with every field that was changed here. */
  readonly value: T;
  /** The fields that both changed, each to something else. */
  readonly clashes: readonly (keyof T & string)[];
}

/** `base` is what both began with. Values are compared as the JSON they are sent as. */
export function rebased<T extends object>(base: T, mine: T, theirs: T): Rebased<T> {
  const fields = Object.keys(mine) as (keyof T & string)[];
  const changed = fields.filter((field) => !isSame(mine[field], base[field]));
  const clashes = changed.filter(
    (field) => !isSame(theirs[field], base[field]) && !isSame(theirs[field], mine[field]),
  );
  const kept = Object.fromEntries(changed.map((field) => [field, mine[field]]));
  return { value: { ...theirs, ...kept }, clashes };
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
