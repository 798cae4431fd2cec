import { isId, type UploadId } from '@alize/model';

/** What tells one file of this machine from another without reading it. */
export type FileMark = Pick<File, 'name' | 'size' | 'lastModified'>;

/** Which upload a file began, so that choosing it again goes on where it stopped, be it after a reload. */
export interface RememberedUploads {
  find(file: FileMark): UploadId | null;
  keep(file: FileMark, id: UploadId): void;
  forget(file: FileMark): void;
}

const key = 'alize.uploads';
/** Older ones are swept from the server anyway. */
const kept = 20;

/** In the browser's storage; an upload that another person or client began is unknown to the server for this one. */
export function rememberedIn(storage: Pick<Storage, 'getItem' | 'setItem'>): RememberedUploads {
  const read = (): readonly (readonly [string, UploadId])[] => entriesIn(storage.getItem(key));
  const without = (file: FileMark) => read().filter(([mark]) => mark !== markOf(file));
  const write = (entries: readonly (readonly [string, UploadId])[]) =>
    storage.setItem(key, JSON.stringify(entries.slice(-kept)));
  return {
    find: (file) => read().find(([mark]) => mark === markOf(file))?.[1] ?? null,
    keep: (file, id) => write([...without(file), [markOf(file), id]]),
    forget: (file) => write(without(file)),
  };
}

const markOf = ({ name, size, lastModified }: FileMark): string => `${size}:${lastModified}:${name}`;

function entriesIn(text: string | null): readonly (readonly [string, UploadId])[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter(isEntry) : [];
  } catch {
    return [];
  }
}

const isEntry = (value: unknown): value is [string, UploadId] =>
  Array.isArray(value) && typeof value[0] === 'string' && isId('upload', value[1]);
