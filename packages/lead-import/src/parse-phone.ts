import type { ParsedPhone } from '@alize/leads';

/** A number as people write it, as E.164, read as of `country` (`FR`) when it has no country code. Never throws. */
export function parsePhone(text: string, country: 'FR'): ParsedPhone {
  void text;
  void country;
  return { kind: 'error', code: 'phone_missing' };
}
