import { guessedType, holdsEmails, holdsPhones } from './column-values.ts';
import { targetOfWords } from './heading-words.ts';
import type { ColumnTarget } from './mapping.ts';
import { isOwnHeading } from './own-heading.ts';
import { vicidialColumns } from './vicidial-layout.ts';

/**
 * What each column of a file holds, by its heading in French or English and, where that says nothing, by the values
 * of the first rows. A field is given once, to its first column; telephones to all of theirs. What is not known
 * becomes one of the client's own columns, of the type that its values have; an empty column is ignored.
 */
export function recogniseHeadings(
  headings: readonly string[],
  sampleRows: readonly (readonly string[])[] = [],
): ColumnTarget[] {
  const named = headings.map(recogniseHeading);
  const isUnnamed = named.every(({ kind }) => kind === 'ignore');
  const standard = isUnnamed ? vicidialColumns(headings.length, sampleRows) : null;
  const columns = byValues(standard ?? once(withoutWeakPhone(named, headings), headings), sampleRows);
  return columns.map((target, at) => (isOwnHeading(headings[at] ?? '') ? { kind: 'ignore' } : target));
}

/**
 * What a column so headed holds; a text column of the client's own when the heading is not known, nothing when it is
 * empty. Accents, case and punctuation do not count: `N° de téléphone` is a telephone.
 */
export function recogniseHeading(heading: string): ColumnTarget {
  const words = wordsOf(heading);
  if (words.length === 0 || isPlaceName(heading) || isOwnHeading(heading)) return { kind: 'ignore' };
  return (
    targetOfWords(words.join('')) ??
    targetOfWords(words.filter((word) => word !== 'numero').join('')) ??
    custom(heading)
  );
}

/** `#3`: what a column without a heading is called. */
function isPlaceName(heading: string): boolean {
  return /^#\d+$/.test(heading);
}

function custom(name: string): ColumnTarget {
  return { kind: 'custom', name: name.trim(), type: 'text' };
}

/** `Numéro` is a telephone where no other column is: beside one it may be anything. */
function withoutWeakPhone(
  columns: readonly ColumnTarget[],
  headings: readonly string[],
): readonly ColumnTarget[] {
  const isWeak = (at: number) => wordsOf(headings[at] ?? '').join('') === 'numero';
  if (!columns.some(({ kind }, at) => kind === 'phone' && !isWeak(at))) return columns;
  return columns.map((target, at) => (isWeak(at) ? custom(headings[at] ?? '') : target));
}

/** The second column for a thing that is given once is kept under its own name. */
function once(columns: readonly ColumnTarget[], headings: readonly string[]): readonly ColumnTarget[] {
  const taken = new Set<string>();
  return columns.map((target, at) => {
    if (target.kind === 'ignore' || target.kind === 'custom' || target.kind === 'phone') return target;
    const key = JSON.stringify(target);
    if (taken.has(key)) return custom(headings[at] ?? '');
    taken.add(key);
    return target;
  });
}

function byValues(columns: readonly ColumnTarget[], rows: readonly (readonly string[])[]): ColumnTarget[] {
  const hasPhone = columns.some(({ kind }) => kind === 'phone');
  const hasEmail = columns.some((target) => target.kind === 'field' && target.field === 'email');
  return columns.map((target, at) => {
    if (target.kind !== 'custom' && target.kind !== 'ignore') return target;
    const values = rows.map((row) => (row[at] ?? '').trim()).filter((value) => value !== '');
    if (!hasPhone && holdsPhones(values)) return { kind: 'phone', label: null };
    if (!hasEmail && holdsEmails(values)) return { kind: 'field', field: 'email' };
    if (target.kind === 'ignore' && values.length === 0) return target;
    const name = target.kind === 'custom' ? target.name : `#${at + 1}`;
    return { kind: 'custom', name, type: guessedType(values) };
  });
}

const smallWords = new Set('de du des le la les l d a au the of to et and'.split(' '));
const numberWords = new Set('n no num nr nb'.split(' '));

/** `N° de Téléphone` -> `numero`, `telephone`; `phoneNumber` and `phone_number` -> `phone`, `number`. */
function wordsOf(heading: string): readonly string[] {
  return heading
    .replace(/[°º]/g, 'o ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !smallWords.has(word))
    .map((word) => (numberWords.has(word) ? 'numero' : word));
}
