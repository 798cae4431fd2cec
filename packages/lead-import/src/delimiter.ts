/** What may stand between the fields of a file. */
export const delimiters = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** The delimiter that a first line `sep=;` declares, as spreadsheets write it; null when it declares none. */
export function declaredDelimiter(line: string): Delimiter | null {
  const declared = /^"?sep=(.)"?;*$/i.exec(line.replace(/\r$/, ''))?.[1];
  return delimiters.find((delimiter) => delimiter === declared) ?? null;
}

/**
 * The delimiter of a text, from its first lines: the one that stands equally often in most of them. `;` when there is
 * none, as in a file of one column.
 */
export function detectDelimiter(text: string): Delimiter {
  const lines = text.slice(0, 262_144).split(/\r\n|\n|\r/, 60);
  const declared = declaredDelimiter(lines[0] ?? '');
  if (declared) return declared;
  const bare = lines.filter((line) => line !== '').map((line) => line.replace(/"[^"]*"/g, ''));
  const scores = delimiters.map((delimiter) => ({ delimiter, score: scoreOf(bare, delimiter) }));
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).delimiter;
}

/** Lines in which it stands as often as in most; of two that are equal in that, the more frequent is better. */
function scoreOf(lines: readonly string[], delimiter: Delimiter): number {
  const linesByCount = new Map<number, number>();
  for (const line of lines) {
    const count = line.split(delimiter).length - 1;
    if (count > 0) linesByCount.set(count, (linesByCount.get(count) ?? 0) + 1);
  }
  const scores = [...linesByCount].map(([count, inLines]) => inLines + Math.min(count, 99) / 100);
  return Math.max(0, ...scores);
}
