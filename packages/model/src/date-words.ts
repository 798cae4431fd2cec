const months = [
  ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin'],
  ...['juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  ...['janv.', 'févr.', 'avr.', 'juil.', 'sept.', 'oct.', 'nov.', 'déc.'],
];
const first = new RegExp(`(?<![\\d:,.])1(?= (?:${months.join('|').replaceAll('.', '\\.')})(?!\\p{L}))`, 'gu');

/** For dates and numbers: French as in France, all else English as in Europe, `24 Nov 2026, 14:05`. */
export const localeOf = (language: string) => (language === 'fr' ? 'fr-FR' : 'en-GB');

/**
 * How dates read in a language: instants (UTC ms), or from one to another, in words. `options` are those of
 * Intl.DateTimeFormat, the zone among them; Intl writes `1 décembre`, here it is `1er décembre`, as French says it.
 */
export function dateWords(
  language: string,
  options: Intl.DateTimeFormatOptions,
): (atMs: number, untilMs?: number) => string {
  const format = new Intl.DateTimeFormat(localeOf(language), options);
  return (atMs, untilMs) => {
    const words = untilMs === undefined ? format.format(atMs) : format.formatRange(atMs, untilMs);
    return words.replaceAll(first, '1er');
  };
}
