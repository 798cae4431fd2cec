/** Filled to at most this share, then it grows by half. */
const loadMax = 0.8;
const firstCapacity = 1024;

/**
 * The line on which each key first stood, in typed arrays: two million numbers take some 40 MB. Numbers are kept as
 * they are, so none is taken for another. Texts are kept as 106 bits of hash: among two million the chance that any
 * two are taken for one is 10^-20.
 */
export class LineByKey {
  readonly #isText: boolean;
  #count = 0;
  #lines = new Uint32Array(firstCapacity);
  #first = new Float64Array(firstCapacity);
  /** Second half of a text's hash; empty for numbers. */
  #second: Float64Array;

  constructor(kind: 'number' | 'text') {
    this.#isText = kind === 'text';
    this.#second = new Float64Array(this.#isText ? firstCapacity : 0);
  }

  /** The line of a whole number below 2^53; null when it is new. */
  lineOfNumber(key: number): number | null {
    return this.#lineAt(this.#placeOf(key, 0));
  }

  lineOfText(key: string): number | null {
    return this.#lineAt(this.#placeOf(hash(key, 1), hash(key, 2)));
  }

  addNumber(key: number, line: number): void {
    this.#add(key, 0, line);
  }

  addText(key: string, line: number): void {
    this.#add(hash(key, 1), hash(key, 2), line);
  }

  #lineAt(place: number): number | null {
    return this.#lines[place] || null;
  }

  #add(first: number, second: number, line: number): void {
    if (this.#count >= loadMax * this.#lines.length) this.#grow();
    const place = this.#placeOf(first, second);
    if (this.#lines[place] !== 0) return;
    this.#put(place, first, second, line);
    this.#count += 1;
  }

  #put(place: number, first: number, second: number, line: number): void {
    this.#lines[place] = line;
    this.#first[place] = first;
    if (this.#isText) this.#second[place] = second;
  }

  /** Where the key stands, or would. A line is never 0, so an empty place is one without a line. */
  #placeOf(first: number, second: number): number {
    const capacity = this.#lines.length;
    let place = Math.floor((mixed(first) / 0x1_0000_0000) * capacity);
    while (this.#lines[place] !== 0) {
      if (this.#first[place] === first && (!this.#isText || this.#second[place] === second)) return place;
      place = place + 1 === capacity ? 0 : place + 1;
    }
    return place;
  }

  #grow(): void {
    const [lines, first, second] = [this.#lines, this.#first, this.#second];
    const capacity = Math.ceil(lines.length * 1.5);
    this.#lines = new Uint32Array(capacity);
    this.#first = new Float64Array(capacity);
    this.#second = new Float64Array(this.#isText ? capacity : 0);
    for (let at = 0; at < lines.length; at += 1) {
      const [line = 0, one = 0, two = 0] = [lines[at], first[at], second[at]];
      if (line !== 0) this.#put(this.#placeOf(one, two), one, two, line);
    }
  }
}

/** 32 bits that depend on all 53 of a number; the last step of MurmurHash3. */
function mixed(number: number): number {
  const low = number >>> 0;
  const high = (number / 0x1_0000_0000) >>> 0;
  let bits = low ^ Math.imul(high, 0x9e3779b1);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** 53 bits of a text: two runs of multiply and turn, each finished as MurmurHash3 does. */
function hash(text: string, seed: number): number {
  let one = 0xdeadbeef ^ Math.imul(seed, 0x9e3779b1);
  let two = 0x41c6ce57 ^ Math.imul(seed, 0x85ebca6b);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x9e3779b1);
    two = Math.imul(two ^ unit, 0x5f356495);
    one = (one << 13) | (one >>> 19);
    two = (two << 17) | (two >>> 15);
  }
  const low = mixed(one >>> 0) ^ two;
  const high = mixed(two >>> 0) ^ one;
  return (high & 0x1fffff) * 0x1_0000_0000 + (mixed(low >>> 0) >>> 0);
}
