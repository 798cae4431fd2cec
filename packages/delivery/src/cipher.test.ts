import { expect, test } from 'vitest';
import { decipher, encipher } from './index.ts';

test('what is enciphered is read again with the same key alone', () => {
  const stored = encipher('clé', 'whsec_secret é');
  expect(stored).toMatch(/^v1\.[\w-]+$/);
  expect(stored).not.toContain('secret');
  expect(decipher('clé', stored)).toBe('whsec_secret é');
  expect(() => decipher('autre', stored)).toThrow();
});

test('the same text is never stored the same way twice', () => {
  expect(encipher('clé', 'texte')).not.toBe(encipher('clé', 'texte'));
});

test('a stored text that was changed or cut is not read', () => {
  const stored = encipher('clé', 'un texte');
  const at = stored.length - 4;
  const changed = `${stored.slice(0, at)}${stored[at] === 'A' ? 'B' : 'A'}${stored.slice(at + 1)}`;
  for (const wrong of [changed, stored.slice(0, 10), '', 'v1.', stored.replace('v1', 'v2')]) {
    expect(() => decipher('clé', wrong)).toThrow();
  }
});

test('without a key nothing is enciphered', () => {
  expect(() => encipher('', 'texte')).toThrow('ALIZE_SECRET_KEY');
});
