declare const phoneNumberBrand: unique symbol;
/** An E.164 number with its `+`: 8 to 15 digits, the first not 0 (ITU-T E.164). */
export type PhoneNumber = string & { readonly [phoneNumberBrand]: true };

/** True when `value` is written as E.164. Says nothing of whether the number exists. */
export function isPhoneNumber(value: unknown): value is PhoneNumber {
  return typeof value === 'string' && /^\+[1-9][0-9]{7,14}$/.test(value);
}

/**
 * French numbers that ARCEP keeps for works of fiction: nobody can own them (decision 2018-0881, 2.5.12).
 * Each is a prefix of four free digits.
 */
const fictionPrefixes = ['+3319900', '+3326191', '+3335301', '+3346571', '+3353649', '+3363998'] as const;

/** True for a number reserved for fiction: the only numbers that the demonstration trunk may call. */
export function isFictionNumber(number: PhoneNumber): boolean {
  return number.length === 12 && fictionPrefixes.some((prefix) => number.startsWith(prefix));
}
