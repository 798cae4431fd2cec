/** Ranges in use that libphonenumber 1.13 does not know yet: there, possible is good enough. */
const youngRanges = ['+33700', '+3371', '+262639', '+590691', '+2627093', '+2629762', '+2629763'] as const;

/** True inside a range too young for the library. */
export function isYoungRange(e164: string): boolean {
  return youngRanges.some((prefix) => e164.startsWith(prefix));
}
