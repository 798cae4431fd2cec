import type { Piece } from './bytes-of-file.ts';
import { FileError } from './file-error.ts';

/** Some elements of a long document, as a document of its own. */
export interface XmlSlice {
  /** All before the first element: it declares the names that are used. */
  readonly head: string;
  readonly body: string;
  readonly tail: string;
  readonly bytesRead: number;
}

const sliceCharacters = 300_000;
/** No row, and no head, is longer. */
const restCharactersMax = 16_000_000;

/**
 * The rows of a sheet, or the shared texts of a workbook, some at a time: the elements `child` within the one that is
 * called `parent`. Throws FileError `workbook_unreadable`.
 */
export async function* xmlSlices(
  pieces: AsyncIterable<Piece>,
  { parent, child }: { readonly parent: 'sheetData' | 'sst'; readonly child: 'row' | 'si' },
): AsyncGenerator<XmlSlice, void, undefined> {
  const opening = new RegExp(`<(\\w+:)?${parent}(?:\\s(?:[^>]*[^>/])?)?>`);
  const decoder = new TextDecoder();
  let [head, rest, close, tail, bytesRead] = ['', '', '', '', 0];
  for await (const piece of pieces) {
    bytesRead = piece.bytesRead;
    rest += decoder.decode(piece.bytes, { stream: true });
    if (rest.length > restCharactersMax) throw new FileError('workbook_unreadable');
    const found = head === '' ? opening.exec(rest) : null;
    if (found) {
      const start = found.index + found[0].length;
      const prefix = found[1] ?? '';
      [head, rest, close] = [rest.slice(0, start), rest.slice(start), `</${prefix}${child}>`];
      tail = `</${prefix}${parent}>${parent === 'sst' ? '' : `</${prefix}worksheet>`}`;
    }
    if (head === '' || rest.length < sliceCharacters) continue;
    const cut = rest.lastIndexOf(close) + close.length;
    if (cut < close.length) continue;
    yield { head, body: rest.slice(0, cut), tail, bytesRead };
    rest = rest.slice(cut);
  }
  const cut = head === '' ? -1 : rest.lastIndexOf(close);
  if (cut >= 0) yield { head, body: rest.slice(0, cut + close.length), tail, bytesRead };
}

/** Stands before the number of a shared text; a sign that no text has, since it is kept for private use. */
export const sharedMark = '\uE000';

/** Above the columns of any list: one stray cell far to the right would make a table of millions. */
const columnsMax = 1000;
const element = /<(\w+:)?(row|c)(\s[^>]*?)?(\/?)>(?:<(?:\w+:)?v>(\d+)<\/(?:\w+:)?v>)?/g;

/**
 * Rows numbered anew from 1 without gaps, so that a slice is as small as what is in it, and the numbers that they had.
 * Cells that are only painted are left out; those that point to a shared text say so in theirs. Throws FileError.
 */
export function renumbered(
  body: string,
  lastLine: number,
): { readonly xml: string; readonly lines: number[] } {
  const lines: number[] = [];
  const xml = body.replace(element, (...found) => {
    const [all, prefix = '', name, attributes = '', isEmpty, number]: (string | undefined)[] = found;
    if (isEmpty === '/') return '';
    if (name === 'row') {
      const line = Number(/\sr="(\d{1,7})"/.exec(attributes)?.[1] ?? 0);
      lines.push(line || (lines.at(-1) ?? lastLine) + 1);
      return `<${prefix}row r="${lines.length}">`;
    }
    const letters = /\sr="([A-Z]{1,3})\d/.exec(attributes)?.[1];
    if (letters === undefined) return all ?? '';
    if (columnNumber(letters) > columnsMax) throw new FileError('too_many_columns');
    const isShared = number !== undefined && /\st="s"/.test(attributes);
    const kept = isShared ? ' t="str"' : attributes.replace(/\sr="[^"]*"/, '');
    const value =
      number === undefined ? '' : `<${prefix}v>${isShared ? sharedMark : ''}${number}</${prefix}v>`;
    return `<${prefix}c r="${letters}${lines.length}"${kept}>${value}`;
  });
  return { xml, lines };
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
