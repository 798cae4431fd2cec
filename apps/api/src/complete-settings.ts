import {
  type DuplicatePolicy,
  type ImportSettings,
  type ReadSettings,
  standardImportSettings,
} from '@alize/leads';
import { Problem } from './problem.ts';
import { isZone } from './zone-name.ts';

/** What is given of some settings; what is left out, or undefined, is not. */
export type Given<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** How a file is read: as said, and the usual for the rest. Throws the Problem `time_zone_unknown`. */
export function completeReading(given: Given<ReadSettings> = {}): ReadSettings {
  const reading = complete(standardImportSettings.read, given);
  if (!isZone(reading.timeZone)) throw new Problem('time_zone_unknown');
  return reading;
}

/** What counts as a duplicate and what becomes of it: as said, and the usual for the rest. */
export function completePolicy(given: Given<DuplicatePolicy> = {}): DuplicatePolicy {
  return complete(standardImportSettings.duplicates, given);
}

/** What is decided of an import, and the usual for the rest. */
export function completeSettings(
  given: Given<Omit<ImportSettings, 'read' | 'duplicates'>> & {
    readonly read?: Given<ReadSettings> | undefined;
    readonly duplicates?: Given<DuplicatePolicy> | undefined;
  } = {},
): ImportSettings {
  const { read, duplicates, ...rest } = given;
  return {
    ...complete(standardImportSettings, rest),
    read: completeReading(read),
    duplicates: completePolicy(duplicates),
  };
}

function complete<T extends object>(standard: T, given: Given<T>): T {
  const said = Object.entries(given).filter(([, value]) => value !== undefined);
  // What is said has the types of what it takes the place of.
  return { ...standard, ...(Object.fromEntries(said) as Partial<T>) };
}
