export type { HourFacts, QuarterCount } from './best-hour.ts';
export type { ImportReport, RowChange, RowFate, RowNote } from './import-report.ts';
export { rowChanges, rowFates } from './import-report.ts';
export type {
  DuplicateAction,
  DuplicateKey,
  DuplicatePolicy,
  DuplicateScope,
  ImportSettings,
  ReadSettings,
} from './import-settings.ts';
export {
  duplicateActions,
  duplicateKeys,
  duplicateScopes,
  standardImportSettings,
} from './import-settings.ts';
export type { LeadValues } from './lead-from-row.ts';
export { leadFromRow, leadFromValues } from './lead-from-row.ts';
export { leadName } from './lead-name.ts';
export type { LeadNumber, LeadTry } from './lead-try.ts';
export type { SharedList } from './list-turns.ts';
export { ListTurns } from './list-turns.ts';
export type {
  ColumnTarget,
  ConsentPart,
  CustomType,
  LeadFieldName,
  Mapping,
  Target,
} from './mapping.ts';
export { consentParts, customTypes, leadFieldNames } from './mapping.ts';
export type { NextTry, NumberClosing, TryFacts } from './next-try.ts';
export { nextTry } from './next-try.ts';
export { isOwnHeading, ownHeading } from './own-heading.ts';
export type { ParsedPhones, ParsePhones, PhoneContext, PhoneErrorCode, PhoneNote } from './phone-parser.ts';
export { consentInstant } from './read-date.ts';
export { recogniseHeading, recogniseHeadings } from './recognise-headings.ts';
export type { RowError, RowErrorCode } from './row-error.ts';
export { rowErrorCodes } from './row-error.ts';
export type { LeadRow, RowOptions } from './row-reader.ts';
export { rowReader } from './row-reader.ts';
export { standardRetryRules } from './standard-retry-rules.ts';
