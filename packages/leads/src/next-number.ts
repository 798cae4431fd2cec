import type { PhoneNumber } from '@alize/model';
import type { LeadNumber, LeadTry } from './lead-try.ts';

/** Those of a lead's numbers that may still be called, in their order. */
export function openNumbers(numbers: readonly LeadNumber[]): readonly PhoneNumber[] {
  return numbers.filter(({ isClosed }) => !isClosed).map(({ phoneNumber }) => phoneNumber);
}

/**
 * The number that has been tried least often, the first in order among equals: every number once, then every number
 * again. Null when there is none.
 */
export function leastTried(
  numbers: readonly PhoneNumber[],
  tries: readonly LeadTry[],
): { readonly phoneNumber: PhoneNumber; readonly triesCount: number } | null {
  const counted = numbers.map((phoneNumber) => ({
    phoneNumber,
    triesCount: tries.filter((tried) => tried.phoneNumber === phoneNumber).length,
  }));
  // Sorting keeps the order of equals.
  return counted.sort((one, other) => one.triesCount - other.triesCount)[0] ?? null;
}
