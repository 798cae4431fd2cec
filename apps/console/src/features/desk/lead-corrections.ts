import type { CustomValue } from '@alize/model';
import type { Correction } from '@alize/scripts';

/** A field of the lead as it was and as the person has put it right. */
export interface CorrectedField {
  readonly field: string;
  readonly before: string | null;
  readonly after: string;
}

/** The corrections that change something; what is only said again is none. */
export function correctedFields(
  corrections: readonly Correction[],
  fields: Readonly<Record<string, CustomValue | null>>,
): readonly CorrectedField[] {
  return corrections.flatMap(({ field, value }) => {
    const [before, after] = [wordOf(fields[field] ?? null), String(value).trim()];
    return before === after ? [] : [{ field, before: before === '' ? null : before, after }];
  });
}

const wordOf = (value: CustomValue | null) => (value === null ? '' : String(value).trim());
