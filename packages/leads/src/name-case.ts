/** Not capital inside a name: Charles de Gaulle, Anne d’Orléans; `la` only behind `de`. */
const particles: ReadonlySet<string> = new Set(['de', 'du', 'des']);

/**
 * A name that is written all in capitals or all in small letters, in the case people write it; any other as it is.
 * `JEAN-PIERRE` -> `Jean-Pierre`, `D’ARTAGNAN` -> `d’Artagnan`, `DE LA TOUR` -> `de la Tour`, `McDonald` stays.
 */
export function nameCase(name: string): string {
  // As most files write names: looked at no further.
  if (/^[A-Z][a-z]/.test(name)) return name;
  const small = name.toLowerCase();
  const capital = name.toUpperCase();
  // Letters that come back as others (ß, SS, ss) are left to whoever wrote them.
  const isPlain = small !== capital && small.toUpperCase() === capital && capital.toLowerCase() === small;
  if (!isPlain || (name !== small && name !== capital)) return name;
  const words = small.split(' ');
  return words.map((word, at) => wordCase(word, words[at - 1], at === words.length - 1)).join(' ');
}

function wordCase(word: string, before: string | undefined, isLast: boolean): string {
  if (!isLast && (particles.has(word) || (before === 'de' && word === 'la'))) return word;
  if (/^[a-z]+$/.test(word) && !word.startsWith('mc')) return capitalised(word);
  return word
    .replace(/\p{L}+/gu, capitalised)
    .replace(/^D(?=['’]\p{Lu})/u, 'd')
    .replace(/^Mc\p{Ll}(?=\p{Ll}{2})/u, (mac) => `Mc${mac.slice(2).toUpperCase()}`);
}

function capitalised(letters: string): string {
  return letters.charAt(0).toUpperCase() + letters.slice(1);
}
