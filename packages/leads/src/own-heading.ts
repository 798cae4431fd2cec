/** Heading of a column that our own exports add to a file: `Alizé : ligne`. The importer leaves such columns out. */
export function ownHeading(text: string): string {
  return `Alizé : ${text}`;
}

/** True for a column that one of our exports added, and that says nothing of the person. */
export function isOwnHeading(heading: string): boolean {
  return /^\s*aliz[eé]\s*:/i.test(heading.normalize('NFC'));
}
