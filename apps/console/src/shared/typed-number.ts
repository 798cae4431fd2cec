import { isPhoneNumber, type PhoneNumber } from '@alize/model';

/**
 * A number as people type it, as E.164: `06 39 98 12 34`, `+33 (0)6 39 98 12 34`, `0033639981234`; null when it is none.
 * A number without a country code is French.
 */
export function typedNumber(text: string): PhoneNumber | null {
  const compact = text.replace(/\(0\)/g, '').replace(/[\s().\-\u00a0\u202f]/g, '');
  const international = compact.replace(/^00/, '+').replace(/^0(?=[1-9]\d{8}$)/, '+33');
  return isPhoneNumber(international) ? international : null;
}
