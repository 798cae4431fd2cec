/** A key that nobody guesses: 256 random bits as base64url, 43 characters. */
export const randomKey = (random: (bytesCount: number) => Uint8Array): string =>
  Buffer.from(random(32)).toString('base64url');
