const firstMs = 250;
const longestMs = 15_000;

/**
 * Milliseconds to wait before the next try to connect: doubling from 0.25 s to 15 s with the number of failures so
 * far, each shortened by up to half so that many links do not come back in step. After a refused log-in it is
 * 15 s and never less, because what guards Asterisk against guessed passwords counts log-ins.
 */
export function backOffMs(failures: number, isRefused: boolean, random: () => number): number {
  if (isRefused) return longestMs;
  const ms = Math.min(longestMs, firstMs * 2 ** failures);
  return Math.round(ms * (1 - random() / 2));
}
