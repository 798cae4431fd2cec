import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from './problem.ts';

/** A million rows are about 90 MB. */
const fileBytesMax = 256 * 1024 * 1024;
const previewBytesMax = 64 * 1024 * 1024;

/** Writes the body of a request to a file of that name in the uploads folder; answers its path. */
export async function saveUpload(request: Request, dataFolder: string, name: string): Promise<string> {
  const folder = join(dataFolder, 'uploads');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, name);
  const file = await open(path, 'w', 0o600);
  try {
    for await (const chunk of bodyOf(request, fileBytesMax)) await file.write(chunk);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  return path;
}

/** The whole body of a request, for a look at it. */
export async function readUpload(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bodyOf(request, previewBytesMax)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* bodyOf(request: Request, bytesMax: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.length;
    if (bytes > bytesMax) throw new Problem('body_too_large');
    yield chunk;
  }
  if (bytes === 0) throw new Problem('file_unreadable');
}
