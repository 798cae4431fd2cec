import { FileError, type FileErrorCode } from './file-error.ts';

/** What the first bytes of a file say it is. */
export type KindOfFile = 'text' | 'gzip' | 'zip';

interface Mark {
  readonly code: FileErrorCode;
  readonly at: number;
  /** As Latin-1. */
  readonly texts: readonly string[];
}

/** Files that hold leads perhaps, but not as we read them. */
const refused: readonly Mark[] = [
  // Workbooks before 2007; also those of today that are locked by a password.
  { code: 'old_workbook', at: 0, texts: ['\xd0\xcf\x11\xe0'] },
  { code: 'pdf_file', at: 0, texts: ['%PDF'] },
  { code: 'image_file', at: 0, texts: ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\0', 'MM\0*'] },
  { code: 'image_file', at: 4, texts: ['ftyphe'] },
  { code: 'image_file', at: 8, texts: ['WEBP'] },
  // 7z, RAR, bzip2, xz, zstd.
  { code: 'other_archive', at: 0, texts: ['7z\xbc\xaf', 'Rar!', 'BZh9', '\xfd7zXZ', '(\xb5/\xfd'] },
  { code: 'other_archive', at: 257, texts: ['ustar'] },
  { code: 'archive_empty', at: 0, texts: ['PK\x05\x06'] },
  { code: 'office_document', at: 0, texts: ['{\\rtf'] },
];

/** What a CRM calls `.xls`. */
const webPage = /^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|body|table|\?xml|meta|style)\b/i;

/** What a file is, by its first bytes. Throws FileError for those that cannot be a list of leads. */
export function kindOfFile(head: Uint8Array): KindOfFile {
  if (head.length === 0) throw new FileError('empty_file');
  const start = Buffer.from(head.subarray(0, 300)).toString('latin1');
  const mark = refused.find(({ at, texts }) => texts.some((text) => start.startsWith(text, at)));
  if (mark) throw new FileError(mark.code);
  if (webPage.test(start)) throw new FileError('web_page');
  if (start.startsWith('PK\x03\x04')) return 'zip';
  return start.startsWith('\x1f\x8b') ? 'gzip' : 'text';
}
