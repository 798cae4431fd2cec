/** Words that SPSS keeps for itself (IBM SPSS Statistics, Command Syntax Reference, “Variable Names”). */
const reserved = ['ALL', 'AND', 'BY', 'EQ', 'GE', 'GT', 'LE', 'LT', 'NE', 'NOT', 'OR', 'TO', 'WITH'];
const lengthMax = 60;

/**
 * A name that SPSS takes for a variable, made from `wanted`: letters, digits and `_`, a letter first, 64 bytes at most,
 * no word of its own, none that is in `taken` in any case. Adds it to `taken`, by its capitals.
 */
export function spssName(wanted: string, taken: Set<string>): string {
  const letters = wanted
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9_]+/g, '_')
    .replace(/_+$/, '');
  const start = /^[A-Za-z]/.test(letters) ? letters : `v_${letters}`;
  const base = start.slice(0, lengthMax).replace(/_+$/, '');
  let name = base;
  for (let n = 2; taken.has(name.toUpperCase()) || reserved.includes(name.toUpperCase()); n++)
    name = `${base}_${n}`;
  taken.add(name.toUpperCase());
  return name;
}
