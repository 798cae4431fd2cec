import { type Mapping, recogniseHeadings } from '@alize/leads';
import { FileError } from './file-error.ts';
import { parsePhone } from './parse-phone.ts';

const columnsMax = 200;
const headingLengthMax = 200;

export interface Heading {
  /** One for each column, none empty, none twice. */
  readonly headings: readonly string[];
  /** As the headings say. */
  readonly mapping: Mapping;
  /** True when the first row holds a telephone number, so that it is a lead and not a heading. */
  readonly isData: boolean;
}

/** What the first row of a file says of its columns. Throws FileError. */
export function readHeading(cells: readonly string[] | null): Heading {
  if (cells === null) throw new FileError('heading_unreadable');
  if (cells.length > columnsMax) throw new FileError('too_many_columns');
  const isData = cells.some(isPhone);
  const texts = cells.map((cell) =>
    isData ? '' : cell.replaceAll('\0', '').trim().slice(0, headingLengthMax),
  );
  const mapping = recogniseHeadings(texts);
  return { headings: unique(texts), mapping: isData ? mapping.map(() => 'custom') : mapping, isData };
}

/** The mapping, with the column that most rows hold a telephone number in when no heading named one. */
export function withPhoneColumn(mapping: Mapping, rows: readonly (readonly string[])[]): Mapping {
  if (mapping.includes('phoneNumber')) return mapping;
  const shares = mapping.map((target, at) => {
    const values = rows.map((row) => row[at] ?? '').filter((value) => value.trim() !== '');
    return target === 'custom' && values.length > 0 ? values.filter(isPhone).length / values.length : 0;
  });
  const best = Math.max(...shares);
  return best < 0.5 ? mapping : mapping.with(shares.indexOf(best), 'phoneNumber');
}

function isPhone(text: string): boolean {
  return parsePhone(text, 'FR').kind === 'number';
}

/** `#3` for a column without a heading, `Nom (2)` for a repeated one. */
function unique(texts: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return texts.map((text, at) => {
    const heading = text === '' ? `#${at + 1}` : text;
    let name = heading;
    for (let count = 2; taken.has(name); count += 1) name = `${heading} (${count})`;
    taken.add(name);
    return name;
  });
}
