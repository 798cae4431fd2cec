import { readFileSync } from 'node:fs';

/** One row of a table of cases, as written. */
export interface WrittenCase {
  readonly name: string;
  readonly at: string;
  readonly number: string;
  readonly facts: string;
  readonly history: string;
  readonly decision: string;
  readonly rules: string;
}

/** A file of cases: one jurisdiction, its zone, its country, what every row takes for granted, and the rows. */
export interface CaseFile {
  readonly zone: string;
  readonly country: string;
  readonly defaults: WrittenCase;
  readonly cases: readonly WrittenCase[];
}

/** Reads the Markdown tables of a file in `cases/`. Throws when a row has not as many cells as its heading. */
export function readCases(name: string): CaseFile {
  const text = readFileSync(new URL(`../cases/${name}.md`, import.meta.url), 'utf8');
  const rows = tablesOf(text).flatMap(rowsOf);
  const [defaults, ...cases] = rows;
  if (!defaults) throw new Error(`${name}.md has no Defaults table`);
  return { zone: lineOf(text, 'Zone'), country: lineOf(text, 'Country'), defaults, cases };
}

/** Runs of lines that begin with a bar, each line as its cells. */
function tablesOf(text: string): readonly (readonly (readonly string[])[])[] {
  return text
    .split(/\n(?!\|)/)
    .map((block) =>
      block
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .map(cellsOf),
    )
    .filter((table) => table.length > 0);
}

function cellsOf(line: string): readonly string[] {
  // A bar inside a cell is written `\|`.
  return line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|').replaceAll('`', ''));
}

function rowsOf([heading = [], ...lines]: readonly (readonly string[])[]): readonly WrittenCase[] {
  return lines
    .filter((cells) => !cells.every((cell) => /^:?-+:?$/.test(cell)))
    .map((cells) => {
      if (cells.length !== heading.length) throw new Error(`as many cells as headings: ${cells.join(' | ')}`);
      const cell = (word: string) => cells[heading.indexOf(word)] ?? '';
      return {
        name: cell('case'),
        at: cell('at'),
        number: cell('number'),
        facts: cell('facts'),
        history: cell('history'),
        decision: cell('decision'),
        rules: cell('rules'),
      };
    });
}

function lineOf(text: string, word: string): string {
  const line = new RegExp(`^${word}: *(\\S+)`, 'm').exec(text)?.[1];
  if (!line) throw new Error(`no line ${word}:`);
  return line;
}
