/** A name with the “de” before it, cut short before a vowel: `de Paris`, `d’Antananarivo`. In texts: `{{zone, of}}`. */
export function frenchOf(name: string): string {
  return /^[aeiou]/i.test(name.normalize('NFD')) ? `d’${name}` : `de ${name}`;
}
