/** Why a whole file was refused. All are permanent: the same file fails again. */
export const fileErrorCodes = [
  'empty_file',
  'heading_only',
  'heading_unreadable',
  'not_text',
  'line_too_long',
  'old_workbook',
  'binary_workbook',
  'open_document',
  'office_document',
  'pdf_file',
  'image_file',
  'web_page',
  'other_archive',
  'archive_empty',
  'archive_locked',
  'archive_broken',
  'archive_in_archive',
  'expands_too_much',
  'part_missing',
  'workbook_too_big',
  'workbook_unreadable',
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
