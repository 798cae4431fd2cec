import type { Language } from '@alize/model';

/** The sentence a person reads for a row that became no lead; the code itself when it is not known. */
export function describeRowError(code: string, language: Language): string {
  void language;
  return code;
}

/** The sentence a person reads for a file that was refused; the code itself when it is not known. */
export function describeFileError(code: string, language: Language): string {
  void language;
  return code;
}
