import Papa from 'papaparse';
import type { Delimiter } from './delimiter.ts';
import { FileError } from './file-error.ts';
import { endOfRecord } from './quotes.ts';

/** A row of a file with its cells. */
export interface CellRow {
  /** Line of the file that it starts on, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** True when its quotes cannot be told apart: then the cells are the line cut at every delimiter. */
  readonly isBroken: boolean;
}

/** A quoted value that goes on for longer over lines was never closed. */
const openCharactersMax = 65_536;
/** A line that goes on for longer is no line of a list. */
const lineCharactersMax = 1_048_576;

/**
 * Cuts text into rows; a quoted value may hold line ends. papaparse reads whatever it finds no fault with, by index,
 * never by heading: a column named `__proto__` would be lost, a repeated one renamed. Where it finds one, it would let
 * a stray quote swallow the rows that follow; there the rows are cut here, and a bad row costs only itself.
 */
export class RecordReader {
  readonly #delimiter: Delimiter;
  /** From the start of a row that has not ended yet. */
  #rest = '';
  /** Line that it starts on. */
  #line = 1;

  constructor(delimiter: Delimiter) {
    this.#delimiter = delimiter;
  }

  /** The rows that this text completes, without the empty ones. Throws FileError when a line does not end. */
  push(text: string): readonly CellRow[] {
    const whole = this.#rest + text;
    // A carriage return at the end may be half of a line end.
    const isHalf = whole.endsWith('\r');
    const lines = withLineFeeds(isHalf ? whole.slice(0, -1) : whole);
    const cut = lines.lastIndexOf('\n') + 1;
    const tail = isHalf ? `${lines.slice(cut)}\r` : lines.slice(cut);
    if (tail.length > lineCharactersMax) throw new FileError('line_too_long');
    const rows = this.#read(lines.slice(0, cut), false);
    this.#rest += tail;
    return rows;
  }

  /** The rows left when the text is over. */
  end(): readonly CellRow[] {
    const last = withLineFeeds(this.#rest);
    return this.#read(last === '' || last.endsWith('\n') ? last : `${last}\n`, true);
  }

  /** Reads whole lines, and keeps those of a row that has not ended. */
  #read(lines: string, isEnd: boolean): readonly CellRow[] {
    const { data, errors, meta } = parse(lines, this.#delimiter);
    const open = lines.length - meta.cursor;
    const isDoubtful = errors.length > 0 || open > (isEnd ? 0 : openCharactersMax);
    const rows = isDoubtful ? null : numbered(data, this.#line, lines, meta.cursor);
    if (rows === null) return this.#readDoubtful(lines, isEnd);
    this.#rest = lines.slice(meta.cursor);
    this.#line += linesIn(lines, meta.cursor);
    return rows.filter(isFilled);
  }

  #readDoubtful(text: string, isEnd: boolean): readonly CellRow[] {
    const lines = text.slice(0, -1).split('\n');
    const rows: CellRow[] = [];
    // Lines that were part of a row that was given up: none of them may begin a row of several lines, or a file of
    // stray quotes would be read over and over again.
    let trustedFrom = 0;
    let at = 0;
    while (at < lines.length) {
      const isTrusted = at >= trustedFrom;
      const last = isTrusted ? lines.length : at + 1;
      const end = endOfRecord(lines, at, {
        last,
        delimiter: this.#delimiter,
        charactersMax: openCharactersMax,
      });
      if (end.kind === 'open' && isTrusted && !isEnd) break;
      const line = this.#line + at;
      if (end.kind === 'closed') {
        const cells = parse(`${lines.slice(at, end.next).join('\n')}\n`, this.#delimiter).data[0] ?? [];
        rows.push({ line, cells, isBroken: false });
        at = end.next;
      } else {
        rows.push({ line, cells: (lines[at] ?? '').split(this.#delimiter), isBroken: true });
        trustedFrom = Math.max(trustedFrom, end.next);
        at += 1;
      }
    }
    this.#rest = lines
      .slice(at)
      .map((line) => `${line}\n`)
      .join('');
    this.#line += at;
    return rows.filter(isFilled);
  }
}

/** Rows that have ended, and where the next one starts. The parser itself, since it alone tells that place. */
function parse(lines: string, delimiter: Delimiter): Papa.ParseResult<string[]> {
  return new Papa.Parser({ delimiter, newline: '\n' }).parse(lines, 0, true);
}

function withLineFeeds(text: string): string {
  if (!text.includes('\r')) return text;
  const lines = text.replaceAll('\r\n', '\n');
  return lines.includes('\r') ? lines.replaceAll('\r', '\n') : lines;
}

/** The rows with their lines; null when one of them is so long that its quotes are in doubt. */
function numbered(data: readonly string[][], first: number, lines: string, end: number): CellRow[] | null {
  if (data.length === linesIn(lines, end)) {
    return data.map((cells, at) => ({ line: first + at, cells, isBroken: false }));
  }
  const rows: CellRow[] = [];
  let line = first;
  for (const cells of data) {
    rows.push({ line, cells, isBroken: false });
    const broken = cells.filter((cell) => cell.includes('\n'));
    // A doubled quote takes two characters in the file.
    if (broken.length > 0 && 2 * cells.join('","').length > openCharactersMax) return null;
    line += broken.reduce((sum, cell) => sum + linesIn(cell, cell.length), 1);
  }
  return rows;
}

/** Line ends before `end`. */
function linesIn(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function isFilled({ cells }: CellRow): boolean {
  return cells.some((cell) => cell.trim() !== '');
}
