import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const version = 'v1';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * A text that only the secret key opens, to be stored: `v1.<base64url>` of nonce, ciphertext and tag, by AES-256-GCM
 * (NIST SP 800-38D) under a key of HKDF-SHA-256 (RFC 5869). Throws Error when the secret key is empty.
 */
export function encipher(secretKey: string, text: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secretKey), nonce);
  const bytes = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${version}.${bytes.toString('base64url')}`;
}

/** The text again. Throws Error when it was enciphered under another key, or changed since. */
export function decipher(secretKey: string, stored: string): string {
  const [written, encoded = ''] = stored.split('.');
  const bytes = Buffer.from(encoded, 'base64url');
  if (written !== version || bytes.length < nonceBytes + tagBytes) throw new Error('not an enciphered text');
  const cipher = createDecipheriv('aes-256-gcm', keyOf(secretKey), bytes.subarray(0, nonceBytes));
  cipher.setAuthTag(bytes.subarray(-tagBytes));
  const text = cipher.update(bytes.subarray(nonceBytes, -tagBytes));
  return Buffer.concat([text, cipher.final()]).toString('utf8');
}

function keyOf(secretKey: string): Uint8Array {
  if (!secretKey) throw new Error('ALIZE_SECRET_KEY is empty: nothing can be enciphered');
  return new Uint8Array(hkdfSync('sha256', secretKey, '', 'alize:cipher:v1', 32));
}
