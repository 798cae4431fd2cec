const months = [
  ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin'],
  ...['juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  ...['janv.', 'févr.', 'avr.', 'juil.', 'sept.', 'oct.', 'nov.', 'déc.'],
];
const first = new RegExp(`(?<![\\d:,.])1(?= (?:${months.join('|').replaceAll('.', '\\.')})(?!\\p{L}))`, 'gu');

/** A date in words with the first of a month as French says it, `1er décembre`: Intl writes `1 décembre`. Any other text stays. */
export function withFirstOfMonth(text: string): string {
  return text.replaceAll(first, '1er');
}
