/** What may stand between the fields of a file. */
export const delimiters = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

export function isDelimiter(text: string): text is Delimiter {
  return delimiters.some((delimiter) => delimiter === text);
}

/** The delimiter that a first line `sep=;` declares, as spreadsheets write it; null when it declares none. */
export function declaredDelimiter(line: string): Delimiter | null {
  const declared = /^"?sep=(.)"?;*$/i.exec(line.replace(/\r$/, ''))?.[1];
  return declared !== undefined && isDelimiter(declared) ? declared : null;
}

/**
 * The delimiter of a text, from its first lines: the one that stands in the most of them, and as often as in the
 * first. `;` when there is none, as in a file of one column.
 */
export function detectDelimiter(text: string): Delimiter {
  const lines = text.split(/\r\n|\n|\r/).slice(0, 50);
  const declared = declaredDelimiter(lines[0] ?? '');
  if (declared) return declared;
  const bare = lines.filter((line) => line !== '').map((line) => line.replace(/"[^"]*"/g, ''));
  const scores = delimiters.map((delimiter) => ({ delimiter, score: scoreOf(bare, delimiter) }));
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).delimiter;
}

function scoreOf(lines: readonly string[], delimiter: Delimiter): number {
  const counts = lines.map((line) => line.split(delimiter).length - 1);
  const [first = 0] = counts;
  if (first === 0) return 0;
  return counts.filter((count) => count === first).length + Math.min(first, 99) / 100;
}
