import type { LineType } from './call-facts.ts';

/** Where the owners of a range of French national numbers live. */
export interface FrenchRange {
  /** Beginning of the national number, with its 0. */
  readonly national: string;
  /** Country calling code the number really has; `33` while nobody has said which. */
  readonly callingCode: '33' | '262' | '508' | '590' | '594' | '596';
  /** `GP` stands for Guadeloupe, Saint-Martin and Saint-Barthélemy, which share their ranges. */
  readonly territories: readonly string[];
  /** Empty: somewhere overseas, only an address tells where. */
  readonly zones: readonly string[];
  readonly lineType: LineType;
}

const reunion = ['262', ['RE'], ['Indian/Reunion']] as const;
const mayotte = ['262', ['YT'], ['Indian/Mayotte']] as const;
const guadeloupe = ['590', ['GP'], ['America/Guadeloupe']] as const;
const guyane = ['594', ['GF'], ['America/Cayenne']] as const;
const martinique = ['596', ['MQ'], ['America/Martinique']] as const;
const miquelon = ['508', ['PM'], ['America/Miquelon']] as const;
/** Given to Mayotte and to Guyane by different sources: both, until the numbering plan settles it. */
const mayotteOrGuyane = ['262', ['YT', 'GF'], ['Indian/Mayotte', 'America/Cayenne']] as const;
const somewhereOverseas = ['33', ['FR'], []] as const;

type Owner = readonly [FrenchRange['callingCode'], readonly string[], readonly string[]];

/**
 * Ranges of French national numbers that are not metropolitan (ARCEP numbering plan of 2026-01-01; sub-ranges of 0709,
 * 0939, 0947 and 0976 as libphonenumber 1.13.16 has them). The longest beginning wins. Everything else of 01 to 07 and
 * 09 is metropolitan. libphonenumber, asked for France, calls many of these metropolitan and the others invalid.
 */
const overseas: readonly (readonly [national: string, owner: Owner, lineType: LineType])[] = [
  ['0262', reunion, 'fixed'],
  ['0263', reunion, 'fixed'],
  ['02688', reunion, 'fixed'],
  ['02689', mayotte, 'fixed'],
  ['0269', mayotte, 'fixed'],
  ['0508', miquelon, 'unknown'],
  ['0590', guadeloupe, 'fixed'],
  ['0594', guyane, 'fixed'],
  ['0596', martinique, 'fixed'],
  ['05987', guadeloupe, 'fixed'],
  ['05988', guyane, 'fixed'],
  ['05989', martinique, 'fixed'],
  ['0639', mayotte, 'mobile'],
  ['0690', guadeloupe, 'mobile'],
  ['0691', guadeloupe, 'mobile'],
  ['0692', reunion, 'mobile'],
  ['0693', reunion, 'mobile'],
  ['0694', guyane, 'mobile'],
  ['0696', martinique, 'mobile'],
  ['0697', martinique, 'mobile'],
  ['07084', miquelon, 'mobile'],
  ['07085', miquelon, 'mobile'],
  ['0709', somewhereOverseas, 'mobile'],
  ['07090', guadeloupe, 'mobile'],
  ['07091', martinique, 'mobile'],
  ['07092', reunion, 'mobile'],
  ['07093', mayotte, 'mobile'],
  ['070930', mayotteOrGuyane, 'mobile'],
  ['070931', mayotteOrGuyane, 'mobile'],
  ['070932', mayotteOrGuyane, 'mobile'],
  ['070933', mayotteOrGuyane, 'mobile'],
  ['09395', guadeloupe, 'voip'],
  ['09396', guyane, 'voip'],
  ['09397', martinique, 'voip'],
  ['09398', mayotte, 'voip'],
  ['09399', reunion, 'voip'],
  ['09475', guadeloupe, 'voip'],
  ['09476', guyane, 'voip'],
  ['09477', martinique, 'voip'],
  ['09478', mayotte, 'voip'],
  ['09479', reunion, 'voip'],
  ['0976', somewhereOverseas, 'voip'],
  ['09760', guadeloupe, 'voip'],
  ['09761', guadeloupe, 'voip'],
  ['09762', reunion, 'voip'],
  ['09763', reunion, 'voip'],
  ['09766', martinique, 'voip'],
  ['09767', martinique, 'voip'],
  ['09768', guadeloupe, 'voip'],
  ['09769', mayotte, 'voip'],
];

/** Every range that is not metropolitan. */
export const overseasRanges: readonly FrenchRange[] = overseas.map(
  ([national, [callingCode, territories, zones], lineType]) => ({
    national,
    callingCode,
    territories,
    zones,
    lineType,
  }),
);

const callingCodes: ReadonlyMap<string, string> = new Map(
  overseasRanges.map(({ national, callingCode }) => [national, callingCode]),
);

/**
 * E.164 of a French national number of ten digits with its 0, by the territory of its range; null when it cannot be a
 * number. Says nothing of whether somebody has it.
 */
export function frenchToE164(national: string): string | null {
  if (!/^0[1-9][0-9]{8}$/.test(national)) return null;
  // Saint-Pierre-et-Miquelon has six digits of its own behind 0508.
  if (national.startsWith('0508')) return `+508${national.slice(4)}`;
  // Kept for fiction inside 0639, which is otherwise Mayotte's (ARCEP decision 2018-0881, 2.5.12).
  const code = national.startsWith('063998') ? undefined : callingCodeOf(national);
  return `+${code ?? '33'}${national.slice(1)}`;
}

/** That of the longest range the number begins with. */
function callingCodeOf(national: string): string | undefined {
  return [6, 5, 4]
    .map((length) => callingCodes.get(national.slice(0, length)))
    .find((code) => code !== undefined);
}
