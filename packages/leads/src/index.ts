export type { ColumnTarget, Mapping } from './column.ts';
export { columnTargets } from './column.ts';
export { consentInstant } from './consent-date.ts';
export type {
  LeadRow,
  ParsedPhone,
  ParsePhone,
  RowError,
  RowErrorCode,
  RowOptions,
} from './lead-from-row.ts';
export { leadFromRow, rowErrorCodes } from './lead-from-row.ts';
export { leadName } from './lead-name.ts';
export type { NextTry, TryFacts } from './next-try.ts';
export { nextTry, standardRetryRules } from './next-try.ts';
export { recogniseHeading, recogniseHeadings } from './recognise-heading.ts';
