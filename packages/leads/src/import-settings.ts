import type { Mapping } from './mapping.ts';

/** How a file is to be read; what is null is found in the file. */
export interface ReadSettings {
  /** `mixed`: UTF-8, with lines among it that are windows-1252. */
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-15' | 'mixed' | null;
  readonly delimiter: ';' | ',' | '\t' | '|' | null;
  /** Whether the first row names the columns. */
  readonly hasHeading: boolean | null;
  /** Sheet of a workbook, or file of an archive; null: the first. */
  readonly part: string | null;
  /** Country in which national numbers are read, ISO 3166. */
  readonly country: string;
  /** Zone in which dates without one are read. */
  readonly timeZone: string;
}

export const duplicateKeys = ['number', 'email', 'reference'] as const;
export type DuplicateKey = (typeof duplicateKeys)[number];

export const duplicateScopes = ['list', 'campaign', 'client'] as const;
export type DuplicateScope = (typeof duplicateScopes)[number];

/**
 * What becomes of a row whose person is known already. Rows that repeat an earlier row of the same file are always left
 * out. skip: the row is left out. update: the known lead takes what the row says. move: that, and it goes to this
 * list, open again if nothing forbids it. keep: the row becomes a lead of its own.
 */
export const duplicateActions = ['skip', 'update', 'move', 'keep'] as const;
export type DuplicateAction = (typeof duplicateActions)[number];

export interface DuplicatePolicy {
  /** Any of these being the same makes two leads one; none: only the file itself is looked at. */
  readonly by: readonly DuplicateKey[];
  readonly within: DuplicateScope;
  /** Only leads that came in, or were called, within so many days; null: whenever. */
  readonly days: number | null;
  readonly action: DuplicateAction;
}

/** All that a person decides of an import. */
export interface ImportSettings {
  readonly read: ReadSettings;
  /** Null: by the headings. */
  readonly mapping: Mapping | null;
  readonly duplicates: DuplicatePolicy;
  /** Whether the people were told, when they consented, how to withdraw and how to see the proof. */
  readonly consentsAreInformed: boolean;
}

export const standardImportSettings: ImportSettings = {
  read: {
    encoding: null,
    delimiter: null,
    hasHeading: null,
    part: null,
    country: 'FR',
    timeZone: 'Europe/Paris',
  },
  mapping: null,
  duplicates: { by: ['number', 'reference'], within: 'campaign', days: null, action: 'skip' },
  consentsAreInformed: false,
};
