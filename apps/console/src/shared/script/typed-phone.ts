import { frenchToE164 } from '@alize/model';
import { formatPhone } from '../format.ts';
import { typedNumber } from '../typed-number.ts';

/**
 * A telephone number while it is typed: French ones by pairs (`06 39 98`), others as they come. What is no digit, no
 * leading `+` and no space is left out.
 */
export function phoneWhileTyped(text: string): string {
  const kept = text.replace(/[^\d+\s]/g, '').replace(/(?!^)\+/g, '');
  const digits = kept.replace(/\s/g, '');
  return /^0[1-9]/.test(digits) && digits.length <= 10 ? digits.replace(/(\d\d)(?=\d)/g, '$1 ') : kept;
}

/** What is kept of it: E.164 once it is whole, the text as it stands until then; null for nothing. */
export function phoneAnswer(text: string): string | null {
  const compact = text.replace(/\s/g, '');
  if (compact === '') return null;
  return frenchToE164(compact) ?? typedNumber(compact) ?? text;
}

/** A kept number as it is typed: `06 39 98 12 34`; `+262…` and others as people read them. */
export function phoneAsTyped(answer: string): string {
  return formatPhone(answer).replaceAll('\u00a0', ' ');
}
