/**
 * A 32-bit seed from any text: FNV-1a over its UTF-16 code units, then the finalizer of MurmurHash3, so that texts that
 * differ in their last letter draw nothing alike. The seed of an interview is that of its lead's id.
 */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * The items in an order drawn for `seed` (Fisher and Yates); fixed ones keep their place. `of` names what is drawn, so
 * that each list has draws of its own: what happens to one question does not change the order of another.
 */
export function shuffled<T>(
  items: readonly T[],
  draw: { readonly seed: number; readonly of: string; readonly isFixed?: (item: T) => boolean },
): readonly T[] {
  const isFixed = draw.isFixed ?? (() => false);
  const movable = items.filter((item) => !isFixed(item));
  const next = generator(draw.seed ^ seedOf(draw.of));
  const drawn: T[] = [];
  while (movable.length > 0) drawn.push(...movable.splice(Math.floor(next() * movable.length), 1));
  let taken = 0;
  return items.map((item) => (isFixed(item) ? item : (drawn[taken++] ?? item)));
}

/** Numbers from 0 to below 1: mulberry32 (Tommy Ettinger, public domain), a full period of 2^32. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
