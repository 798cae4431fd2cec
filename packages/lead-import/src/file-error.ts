/** Why a whole file was refused. All are permanent: the same file fails again. */
export const fileErrorCodes = [
  'empty_file',
  'heading_only',
  'heading_unreadable',
  'not_text',
  'looks_like_spreadsheet',
  'wrong_encoding',
  'delimiter_unknown',
  'no_phone_column',
  'too_many_columns',
  'mapping_mismatch',
] as const;
export type FileErrorCode = (typeof fileErrorCodes)[number];

/** A file that cannot be imported at all. The message is the code; `describeFileError` has the sentence. */
export class FileError extends Error {
  readonly code: FileErrorCode;
  constructor(code: FileErrorCode, options?: ErrorOptions) {
    super(code, options);
    this.name = 'FileError';
    this.code = code;
  }
}
