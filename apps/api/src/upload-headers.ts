import type { Upload } from './upload-store.ts';
import { uploadBytesMax } from './upload-store.ts';

/** tus 1.0.0, core protocol, creation and termination: https://tus.io/protocols/resumable-upload */
const version = '1.0.0';

/** What of tus is spoken here. */
export const tusOffer = {
  'tus-resumable': version,
  'tus-version': version,
  'tus-extension': 'creation,termination',
  'tus-max-size': String(uploadBytesMax),
} as const;

/** Whether a request speaks our tus; one that names none is taken at its word. */
export function isTusSpoken(asked: string | undefined): boolean {
  return asked === undefined || asked === version;
}

/** Where to go on with an upload. */
export function uploadHeaders(upload: Pick<Upload, 'bytesReceived' | 'bytesAll'>) {
  return {
    'tus-resumable': version,
    'upload-offset': String(upload.bytesReceived),
    'upload-length': String(upload.bytesAll),
    'cache-control': 'no-store',
  };
}

/**
 * The file's name in an Upload-Metadata header, `filename bGlzdGUuY3N2,other …`; null when there is none to be read.
 * Folders and control characters are left out of it.
 */
export function fileNameIn(metadata: string): string | null {
  for (const pair of metadata.split(',')) {
    const [key, encoded = ''] = pair.trim().split(' ');
    if (key !== 'filename') continue;
    const text = Buffer.from(encoded, 'base64').toString('utf8');
    const name = text
      .split(/[/\\]/)
      .at(-1)
      ?.replaceAll(/\p{Cc}/gu, '')
      .trim();
    return name ? name.slice(-255) : null;
  }
  return null;
}
