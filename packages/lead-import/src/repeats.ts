import type { DuplicateKey } from '@alize/leads';
import type { LeadFields } from '@alize/model';
import { LineByKey } from './line-by-key.ts';

/** Which key a row shares with an earlier row of its file. */
export interface Repeat {
  readonly key: DuplicateKey;
  readonly ofLine: number;
}

/**
 * Tells the rows of a file that repeat an earlier one: the same first number, reference or e-mail, whichever of them
 * count. A person's further numbers do not: a couple shares its landline.
 */
export class Repeats {
  readonly #by: readonly DuplicateKey[];
  readonly #numbers = new LineByKey('number');
  readonly #references = new LineByKey('text');
  readonly #emails = new LineByKey('text');

  /** Without any key, rows are told apart by their number. */
  constructor(by: readonly DuplicateKey[]) {
    this.#by = by.length === 0 ? ['number'] : by;
  }

  /** The earlier row that this one repeats; null for a new one, which is kept in mind. */
  of(line: number, fields: LeadFields): Repeat | null {
    for (const key of this.#by) {
      const ofLine = this.#lineOf(key, fields);
      if (ofLine !== null) return { key, ofLine };
    }
    for (const key of this.#by) this.#add(key, fields, line);
    return null;
  }

  #lineOf(key: DuplicateKey, fields: LeadFields): number | null {
    if (key === 'number') return this.#numbers.lineOfNumber(digitsOf(fields));
    const text = textOf(key, fields);
    return text === null ? null : this.#texts(key).lineOfText(text);
  }

  #add(key: DuplicateKey, fields: LeadFields, line: number): void {
    const text = key === 'number' ? null : textOf(key, fields);
    if (key === 'number') this.#numbers.addNumber(digitsOf(fields), line);
    else if (text !== null) this.#texts(key).addText(text, line);
  }

  #texts(key: Exclude<DuplicateKey, 'number'>): LineByKey {
    return key === 'email' ? this.#emails : this.#references;
  }
}

/** At most 15 digits, so exact as a number. */
function digitsOf({ phones: [first] }: LeadFields): number {
  return Number(first.phoneNumber.slice(1));
}

/** Nobody tells addresses apart by their capitals. */
function textOf(key: Exclude<DuplicateKey, 'number'>, { reference, email }: LeadFields): string | null {
  return key === 'email' ? (email?.toLowerCase() ?? null) : reference;
}
