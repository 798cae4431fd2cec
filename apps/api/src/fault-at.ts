import type { Language } from '@alize/model';
import { describeCellFault } from './cell.ts';
import { Problem } from './problem.ts';

/** The Problem of one field that does not fit the others or the clock, by JSON pointer and the code of its sentence. */
export function faultAt(pointer: string, code: string, language: Language): Problem {
  return new Problem('invalid_request', { errors: [{ pointer, detail: describeCellFault(code, language) }] });
}
