import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { UploadId } from '@alize/model';
import { type ApiAccess, refusalOf } from './api-access.ts';
import { Refusal } from './refusal.ts';
import type { Words } from './words.ts';

const pieceBytes = 4 * 1024 * 1024;
const tus = { 'tus-resumable': '1.0.0' };
/** A connection that is lost is tried again after these, then given up. */
const pausesMs = [500, 1_000, 2_000, 5_000, 10_000, 20_000];

/**
 * Sends a file in pieces (tus 1.0.0), going on where a lost connection left off; answers the upload's id. `onSent` is
 * told how much has arrived. Rejects with Refusal.
 */
export async function uploadFile(
  access: ApiAccess,
  path: string,
  words: Words,
  onSent: (bytesSent: number, bytesAll: number) => void,
): Promise<UploadId> {
  const { size } = await stat(path);
  const { id } = await begin(access, basename(path), size);
  const file = await open(path);
  try {
    for (let sent = 0, failures = 0; sent < size; onSent(sent, size)) {
      const piece = await file.read(Buffer.alloc(Math.min(pieceBytes, size - sent)), { position: sent });
      const reached = await send(access, id, piece.buffer.subarray(0, piece.bytesRead), sent);
      failures = reached === null ? failures + 1 : 0;
      if (failures > pausesMs.length) throw new Refusal('retry_later', words.uploadLost);
      sent = reached ?? (await whereItStands(access, id, failures));
    }
  } finally {
    await file.close();
  }
  return id;
}

async function begin(access: ApiAccess, name: string, size: number): Promise<{ id: UploadId }> {
  const answer = await access.fetch('/v1/uploads', {
    method: 'POST',
    headers: {
      ...tus,
      'upload-length': String(size),
      'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
    },
  });
  if (!answer.ok) throw await refusalOf(answer);
  // Typed by the api's route, which this plain call goes round for its headers.
  return (await answer.json()) as { id: UploadId };
}

/** How far the file has arrived after this piece; null when that is not known. */
async function send(
  access: ApiAccess,
  id: UploadId,
  piece: Uint8Array,
  offset: number,
): Promise<number | null> {
  try {
    const answer = await access.fetch(`/v1/uploads/${id}`, {
      method: 'PATCH',
      headers: { ...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
      body: new Uint8Array(piece),
    });
    if (answer.ok) return Number(answer.headers.get('upload-offset'));
    if (answer.status < 500 && answer.status !== 409) throw await refusalOf(answer);
    return null;
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'retry_later') return null;
    throw error;
  }
}

/** Asks how far the file has arrived, with longer pauses the more often the connection has failed. */
async function whereItStands(access: ApiAccess, id: UploadId, failures: number): Promise<number> {
  for (let tries = failures; ; tries += 1) {
    await pause(pausesMs[tries - 1] ?? 0);
    try {
      const answer = await access.fetch(`/v1/uploads/${id}`, { method: 'HEAD', headers: tus });
      if (!answer.ok) throw await refusalOf(answer);
      return Number(answer.headers.get('upload-offset'));
    } catch (error) {
      const isPassing = error instanceof Refusal && error.kind === 'retry_later';
      if (!isPassing || tries >= pausesMs.length) throw error;
    }
  }
}
