import type { Role } from '@alize/model';

/** The people of the first start; invented like all of the demonstration. */
export const firstPeople: readonly { readonly role: Role; readonly login: string; readonly name: string }[] =
  [
    { role: 'administrator', login: 'administrateur', name: 'Voahangy Rakoto' },
    { role: 'manager', login: 'responsable', name: 'Julien Marchal' },
    { role: 'supervisor', login: 'superviseur', name: 'Hery Andriana' },
    { role: 'agent', login: 'agent', name: 'Miora Ravalison' },
  ];

/** Letters and digits that nobody takes for one another when copying by hand. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password of 16 characters in groups of four: 79 bits. */
export function makePassword(random: (bytesCount: number) => Uint8Array): string {
  const letters: string[] = [];
  while (letters.length < 16) {
    // 248 is the last multiple of 31 in a byte: what lies above would favour some letters.
    for (const byte of random(32)) if (byte < 248) letters.push(alphabet.charAt(byte % alphabet.length));
  }
  return letters
    .slice(0, 16)
    .join('')
    .replace(/(.{4})(?!$)/g, '$1-');
}
