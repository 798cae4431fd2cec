import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Settings } from '@alize/runtime';

/** What a link sent to people outside opens. */
export type LinkKind = 'appointment' | 'interview' | 'handover';

/**
 * A token that opens one thing to whoever has it: `<id>.<signature>`. Nothing of it is stored; it holds until the secret
 * key changes. 128 bits of HMAC-SHA-256 (RFC 2104) over kind and id.
 */
export function linkToken({ secretKey }: Pick<Settings, 'secretKey'>, kind: LinkKind, id: string): string {
  return `${id}.${signatureOf(secretKey, kind, id)}`;
}

/** The id that a token opens; null when its signature is not ours. */
export function readLinkToken(
  { secretKey }: Pick<Settings, 'secretKey'>,
  kind: LinkKind,
  token: string,
): string | null {
  const [id = '', signature = ''] = token.split('.');
  const given = Buffer.from(signature);
  const right = Buffer.from(signatureOf(secretKey, kind, id));
  return given.length === right.length && timingSafeEqual(given, right) ? id : null;
}

function signatureOf(secretKey: string, kind: LinkKind, id: string): string {
  if (!secretKey) throw new Error('ALIZE_SECRET_KEY is empty: links cannot be signed');
  return createHmac('sha256', secretKey)
    .update(`link:${kind}:${id}`)
    .digest()
    .subarray(0, 16)
    .toString('base64url');
}
