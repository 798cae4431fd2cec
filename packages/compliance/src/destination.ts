import { isFictionNumber, type PhoneNumber } from '@alize/model';
import { type NumberType, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** Where a call would go, as far as rules differ. `forbidden`: not a person's telephone, or not a number. */
export type Destination = 'fiction' | 'forbidden' | 'metropolitan_france' | 'elsewhere';

/** Which rules a number falls under. The postal code decides where the person is when the number does not tell. */
export function destinationOf(number: PhoneNumber, postalCode: string | null): Destination {
  if (isFictionNumber(number)) return 'fiction';
  if (isForbidden(number)) return 'forbidden';
  if (!/^\+33[1-79]/.test(number) || isOverseasPrefix(number)) return 'elsewhere';
  return isOverseasPostalCode(postalCode) ? 'elsewhere' : 'metropolitan_france';
}

/** IANA zone in which the rules of a destination read the clock. */
export function zoneOf(destination: Destination): string {
  return destination === 'metropolitan_france' ? 'Europe/Paris' : 'UTC';
}

const forbiddenTypes: readonly NumberType[] = [
  'PREMIUM_RATE',
  'SHARED_COST',
  'TOLL_FREE',
  'UAN',
  'PAGER',
  'VOICEMAIL',
];

/** Premium, shared-cost, short, emergency and unreadable numbers. All of French 08 is a service, never a person. */
function isForbidden(number: PhoneNumber): boolean {
  if (number.startsWith('+33')) return !/^\+33[1-79][0-9]{8}$/.test(number);
  const parsed = parsePhoneNumberFromString(number);
  return !parsed?.isPossible() || forbiddenTypes.includes(parsed.getType());
}

/**
 * Overseas numbers that someone stored with the metropolitan +33: libphonenumber calls many of them valid, and
 * their owners live in other time zones (ARCEP numbering plan; the fiction range of 0639 is sorted out before).
 */
const overseasPrefixes = [
  '+33262',
  '+33263',
  '+332688',
  '+332689',
  '+33269',
  '+33508',
  '+33590',
  '+33594',
  '+33596',
  '+335987',
  '+335988',
  '+335989',
  '+33639',
  '+33690',
  '+33691',
  '+33692',
  '+33693',
  '+33694',
  '+33696',
  '+33697',
  '+33709',
  '+339398',
  '+339399',
  '+339475',
  '+339476',
  '+339477',
  '+339478',
  '+339479',
  '+33976',
] as const;

function isOverseasPrefix(number: PhoneNumber): boolean {
  return overseasPrefixes.some((prefix) => number.startsWith(prefix));
}

/** 971 to 978 overseas departments and collectivities, 986 to 988 the Pacific. */
function isOverseasPostalCode(postalCode: string | null): boolean {
  return postalCode !== null && /^9[78][0-9]{3}$/.test(postalCode.replaceAll(' ', ''));
}
