import type { Delimiter } from './delimiter.ts';

interface Bounds {
  /** The row may not go on to this line. */
  readonly last: number;
  readonly delimiter: Delimiter;
  /** What a row of several lines may have. */
  readonly charactersMax: number;
}

/** Where a row ends: `next` is the line after it; of a row that makes no sense, the first line to be trusted again. */
export interface RecordEnd {
  readonly kind: 'closed' | 'open' | 'broken';
  readonly next: number;
}

/** The end of the row that starts on the line `first`; `open` when a quoted value is open after the last line. */
export function endOfRecord(lines: readonly string[], first: number, bounds: Bounds): RecordEnd {
  let [at, characters] = [first, 0];
  for (; at < bounds.last; at += 1) {
    const line = lines[at] ?? '';
    characters += line.length + 1;
    if (at > first && characters > bounds.charactersMax) return { kind: 'broken', next: at + 1 };
    const state = quoteState(line, bounds.delimiter, at > first);
    if (state === 'closed') return { kind: 'closed', next: at + 1 };
    // The line that a quote makes no sense in may itself start a row.
    if (state === 'broken') return { kind: 'broken', next: at };
  }
  return { kind: 'open', next: at };
}

/** Whether a quoted value is open after this line, or its quotes make no sense. */
function quoteState(line: string, delimiter: Delimiter, isOpen: boolean): RecordEnd['kind'] {
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
    const after = afterSpaces(line, quote + 1, delimiter);
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

/** Spaces may stand between a closing quote and what comes next, as papaparse has it. */
function afterSpaces(line: string, from: number, delimiter: Delimiter): number {
  let at = from;
  while (at < line.length && line[at] !== delimiter && (line[at] ?? '').trim() === '') at += 1;
  return at;
}
