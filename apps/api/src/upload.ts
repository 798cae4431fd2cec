import { Problem } from './problem.ts';

const bytesMax = 64 * 1024 * 1024;

/** The whole body of a request, for a file that is read at once. */
export async function readUpload(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.length;
    if (bytes > bytesMax) throw new Problem('body_too_large');
    chunks.push(chunk);
  }
  if (bytes === 0) throw new Problem('file_unreadable');
  return Buffer.concat(chunks);
}
