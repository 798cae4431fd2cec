/** An entry of a live list: it knows where it stands, so that it can go without a search. */
export interface Placed {
  position: number;
}

export function enlist<T extends Placed>(list: T[], one: T): void {
  one.position = list.length;
  list.push(one);
}

/** The last takes the place of the one that goes. */
export function delist<T extends Placed>(list: T[], one: T): void {
  const last = list.pop();
  if (!last || last === one) return;
  list[one.position] = last;
  last.position = one.position;
}
