import type { Delimiter } from './delimiter.ts';
import { FileError } from './file-error.ts';

/** A row of the file as text, quotes and all; `broken` when its quotes cannot be told apart. */
export interface TextRecord {
  readonly kind: 'whole' | 'broken';
  /** Line of the file that it starts on, from 1. */
  readonly line: number;
  readonly text: string;
}

/** A quoted value that goes on for longer was never closed. */
const openCharactersMax = 65_536;
/** A line that goes on for longer is no line of a list. */
const lineCharactersMax = 1_048_576;

interface Line {
  readonly text: string;
  readonly number: number;
}

/**
 * Cuts text into records, a quoted value may hold line ends. papaparse alone would let one stray quote swallow the
 * rows that follow, and one line end of another kind glue two rows together; here a bad row costs only itself.
 */
export class RecordSplitter {
  readonly #delimiter: Delimiter;
  /** The start of a line whose end has not come yet. */
  #rest = '';
  #linesCount = 0;
  /** The lines of a record whose quoted value is still open. */
  #open: Line[] = [];
  #openCharacters = 0;

  constructor(delimiter: Delimiter) {
    this.#delimiter = delimiter;
  }

  /** The records that this text completes. Throws FileError when a line does not end. */
  push(text: string): readonly TextRecord[] {
    const whole = this.#rest + text;
    // A carriage return at the end may be half of a line end.
    const cut = whole.endsWith('\r') ? whole.length - 1 : whole.length;
    const lines = whole.slice(0, cut).split(/\r\n|\n|\r/);
    this.#rest = (lines.pop() ?? '') + whole.slice(cut);
    if (this.#rest.length > lineCharactersMax) throw new FileError('not_text');
    return this.#take(lines.map((line) => this.#numbered(line)));
  }

  /** The records left when the text is over. */
  end(): readonly TextRecord[] {
    const last = this.#rest.replace(/\r$/, '');
    this.#rest = '';
    const records = [...this.#take([this.#numbered(last)])];
    while (this.#open.length > 0) {
      const { broken, others } = this.#giveUp();
      records.push(broken, ...this.#take(others));
    }
    return records;
  }

  #numbered(text: string): Line {
    this.#linesCount += 1;
    return { text, number: this.#linesCount };
  }

  #take(lines: readonly Line[]): readonly TextRecord[] {
    const records: TextRecord[] = [];
    const left = lines.toReversed();
    for (let line = left.pop(); line; line = left.pop()) {
      const state = quoteState(line.text, this.#delimiter, this.#open.length > 0);
      this.#open.push(line);
      this.#openCharacters += line.text.length;
      if (state === 'closed') records.push(this.#close());
      else if (state === 'broken' || this.#openCharacters > openCharactersMax) {
        const { broken, others } = this.#giveUp();
        records.push(broken);
        left.push(...others.toReversed());
      }
    }
    return records;
  }

  #close(): TextRecord {
    const lines = this.#takeOpen();
    const text = lines.map((line) => line.text).join('\n');
    return { kind: 'whole', line: lines[0]?.number ?? this.#linesCount, text };
  }

  /** The first of the open lines is at fault; the others are to be read anew. */
  #giveUp(): { readonly broken: TextRecord; readonly others: readonly Line[] } {
    const [first = { text: '', number: this.#linesCount }, ...others] = this.#takeOpen();
    return { broken: { kind: 'broken', line: first.number, text: first.text }, others };
  }

  #takeOpen(): readonly Line[] {
    const lines = this.#open;
    this.#open = [];
    this.#openCharacters = 0;
    return lines;
  }
}

/** Whether a quoted value is open after this line, or its quotes make no sense. */
function quoteState(line: string, delimiter: Delimiter, isOpen: boolean): 'closed' | 'open' | 'broken' {
  let inside = isOpen;
  for (let at = 0; ; ) {
    if (!inside && line[at] !== '"') {
      const next = line.indexOf(delimiter, at);
      if (next < 0) return 'closed';
      at = next + 1;
      continue;
    }
    const quote = closingQuote(line, inside ? at : at + 1);
    if (quote < 0) return 'open';
    let after = quote + 1;
    while (line[after] === ' ') after += 1;
    if (after >= line.length) return 'closed';
    if (line[after] !== delimiter) return 'broken';
    at = after + 1;
    inside = false;
  }
}

/** The place of the next quote that is not doubled, from `at` on; -1 when there is none. */
function closingQuote(line: string, at: number): number {
  for (let from = at; ; ) {
    const quote = line.indexOf('"', from);
    if (quote < 0 || line[quote + 1] !== '"') return quote;
    from = quote + 2;
  }
}
