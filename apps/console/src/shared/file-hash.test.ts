import { expect, test } from 'vitest';
import { sha256Of } from './file-hash.ts';

test('the hash is the one that sha256sum prints', async () => {
  expect(await sha256Of(new Blob(['abc']))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
