import { type ScriptProblem, type ScriptProblemCode, scriptProblem } from './script-problem.ts';

/** What bounds a script document: lengths in characters, counts of entries. */
export const bounds = {
  steps: 200,
  questionsOfStep: 50,
  options: 200,
  rows: 100,
  branches: 50,
  bands: 50,
  objections: 100,
  stages: 20,
  shuffledBlocks: 50,
  conditions: 50,
  conditionDepth: 6,
  problems: 100,
  say: 10_000,
  label: 500,
  word: 200,
  number: 1_000_000_000,
} as const;

/** A value of the document with where it stands. */
export interface Place {
  readonly value: unknown;
  readonly path: string;
}

/** Reads values of the expected types, and collects what has another. Never throws. */
export class DocumentReader {
  readonly problems: ScriptProblem[] = [];

  report(path: string, code: ScriptProblemCode, limits?: Parameters<typeof scriptProblem>[2]): void {
    if (this.problems.length < bounds.problems) this.problems.push(scriptProblem(path, code, limits));
  }

  /** The object's entries by the keys it may have; a key that it may not have is a problem. */
  object<K extends string>({ value, path }: Place, keys: readonly K[]): Readonly<Record<K, Place>> {
    const known: readonly string[] = keys;
    const entries =
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? new Map<string, unknown>(Object.entries(value))
        : this.#wrong(path, new Map<string, unknown>());
    for (const key of entries.keys()) {
      if (!known.includes(key)) this.report(`${path}/${escapedKey(key)}`, 'unknown_key');
    }
    const places = keys.map((key) => [key, { value: entries.get(key), path: `${path}/${key}` }] as const);
    // Made from all of the keys.
    return Object.fromEntries(places) as Readonly<Record<K, Place>>;
  }

  list<T>({ value, path }: Place, max: number, read: (item: Place) => T): readonly T[] {
    if (value === undefined) return [];
    if (!Array.isArray(value)) return this.#wrong(path, []);
    if (value.length > max) this.report(path, 'too_many', { max });
    return value.slice(0, max).map((item, at) => read({ value: item, path: `${path}/${at}` }));
  }

  text({ value, path }: Place, max: number): string {
    if (value === undefined) return '';
    if (typeof value !== 'string') return this.#wrong(path, '');
    if (value.length > max) this.report(path, 'text_too_long', { max });
    return value;
  }

  id({ value, path }: Place): string {
    const isId = typeof value === 'string' && /^[A-Za-z0-9][\w-]{0,63}$/.test(value) && value !== 'end';
    if (isId) return value;
    this.report(path, 'id_malformed');
    return '';
  }

  flag({ value, path }: Place): boolean {
    if (typeof value === 'boolean') return value;
    return value === undefined ? false : this.#wrong(path, false);
  }

  number({ value, path }: Place): number | null {
    if (value === null || value === undefined) return null;
    if (typeof value !== 'number' || !Number.isFinite(value)) return this.#wrong(path, null);
    if (Math.abs(value) > bounds.number) {
      this.report(path, 'number_out_of_bounds', { min: -bounds.number, max: bounds.number });
    }
    return value;
  }

  /** One of a closed list; `otherwise`, and a problem, when it is none of them. */
  word<T extends string>({ value, path }: Place, words: readonly T[], otherwise: T): T {
    const word = words.find((each) => each === value);
    if (word === undefined) this.report(path, 'word_unknown');
    return word ?? otherwise;
  }

  /** What may be left out or null; else as `read` has it. */
  optional<T>(place: Place, read: (place: Place) => T): T | null {
    return place.value === null || place.value === undefined ? null : read(place);
  }

  #wrong<T>(path: string, otherwise: T): T {
    this.report(path, 'wrong_type');
    return otherwise;
  }
}

/** As a part of a JSON pointer; a long key is cut. */
function escapedKey(key: string): string {
  return key.slice(0, 64).replaceAll('~', '~0').replaceAll('/', '~1');
}
