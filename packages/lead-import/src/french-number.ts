/**
 * French national numbers whose owners do not live under +33, longest prefix first (ARCEP numbering plan of
 * 2026-01-01). libphonenumber, asked for France, calls many of them metropolitan and the others invalid.
 */
const overseas: readonly (readonly [national: string, countryCode: string])[] = [
  ['02688', '262'],
  ['02689', '262'],
  ['05987', '590'],
  ['05988', '594'],
  ['05989', '596'],
  ['07092', '262'],
  ['07093', '262'],
  ['09398', '262'],
  ['09399', '262'],
  ['09475', '590'],
  ['09476', '594'],
  ['09477', '596'],
  ['09478', '262'],
  ['09479', '262'],
  ['09762', '262'],
  ['09763', '262'],
  ['09769', '262'],
  ['0262', '262'],
  ['0263', '262'],
  ['0269', '262'],
  ['0639', '262'],
  ['0692', '262'],
  ['0693', '262'],
  ['0590', '590'],
  ['0690', '590'],
  ['0691', '590'],
  ['0594', '594'],
  ['0694', '594'],
  ['0596', '596'],
  ['0696', '596'],
  ['0697', '596'],
];

/** Reserved for fiction inside 0639, which is otherwise Mayotte's (ARCEP decision 2018-0881, 2.5.12). */
const fictionMobile = '063998';

/** Saint-Pierre-et-Miquelon: six digits of its own behind 0508. */
const miquelon = '0508';

/** E.164 of a French national number of ten digits with its 0, by territory; says nothing of whether it exists. */
export function frenchToE164(national: string): string {
  if (national.startsWith(miquelon)) return `+508${national.slice(4)}`;
  const territory = overseas.find(([prefix]) => national.startsWith(prefix));
  const code = territory && !national.startsWith(fictionMobile) ? territory[1] : '33';
  return `+${code}${national.slice(1)}`;
}

/** Ranges in use that libphonenumber 1.13 does not know yet: there, possible is good enough. */
const youngRanges = ['+33700', '+3371', '+262639', '+590691', '+2627093', '+2629762', '+2629763'] as const;

/** True inside a range too young for the library. */
export function isYoungRange(e164: string): boolean {
  return youngRanges.some((prefix) => e164.startsWith(prefix));
}
