import { type ImportId, isId, type ListId, type UploadId } from '@alize/model';

/** Where an import stands, in its page's address: a file that has arrived, then the import made of it. */
export interface ImportSearch {
  readonly upload?: UploadId;
  readonly import?: ImportId;
  /** The list that the file is to go to. */
  readonly into?: ListId;
}

/** What stands in an address; whatever is no id is left out. */
export function readImportSearch(search: Record<string, unknown>): ImportSearch {
  const { upload, import: id, into } = search;
  return {
    ...(isId('upload', upload) && { upload }),
    ...(isId('import', id) && { import: id }),
    ...(isId('list', into) && { into }),
  };
}
