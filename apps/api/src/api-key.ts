import { createHash, timingSafeEqual } from 'node:crypto';
import { type ApiKeyInUse, findApiKeyInUse, touchApiKey } from '@alize/db';
import { type ApiKeyId, isId } from '@alize/model';
import type { ApiParts } from './api-parts.ts';
import { randomKey } from './random-key.ts';

/** How stale the note of last use may be, so that reading does not write each time. */
const touchEveryMs = 60_000;

/** A new key as its owner gets it, once: `alize_<id>_<256 random bits>`; and what is kept of it. */
export function makeApiKey(api: Pick<ApiParts, 'ids' | 'random'>): {
  readonly id: ApiKeyId;
  readonly key: string;
  readonly secretHash: string;
} {
  const id = api.ids.make('apikey');
  const secret = randomKey(api.random);
  return { id, key: `alize_${id.slice('apikey_'.length)}_${secret}`, secretHash: hashOf(secret) };
}

/** The key in an `Authorization: Bearer` header, when it is good; null otherwise. */
export async function apiKeyOf(api: ApiParts, header: string): Promise<ApiKeyInUse | null> {
  const [, digits = '', secret = ''] =
    /^Bearer +alize_([0-9a-f]{32})_([\w-]{43})$/i.exec(header.trim()) ?? [];
  const id = `apikey_${digits}`;
  if (!isId('apikey', id)) return null;
  const nowMs = api.clock.nowMs();
  const key = await findApiKeyInUse(api.database.db, id, nowMs);
  // Both are SHA-256 in hexadecimal, so of one length.
  if (!key || !timingSafeEqual(Buffer.from(key.secretHash), Buffer.from(hashOf(secret)))) return null;
  if (nowMs - (key.usedAtMs ?? 0) > touchEveryMs) await touchApiKey(api.database.db, id, nowMs);
  return key;
}

/** A secret of 256 random bits needs no slow hash: there is nothing to guess. */
const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');
