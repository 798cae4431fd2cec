/**
 * French text with its no-break spaces: a narrow one before `? ! ;` and inside « », a full one before `:`
 * (Lexique des règles typographiques de l'Imprimerie nationale). Only a space that is written is changed.
 */
export function frenchSpaces(text: string): string {
  return text
    .replaceAll(/ (?=[?!;»])/g, '\u202f')
    .replaceAll('« ', '«\u202f')
    .replaceAll(/ (?=:(\s|$))/g, '\u00a0');
}
