/**
 * Where a value from outside has the character NUL, as a JSON pointer; null where it has none. PostgreSQL stores no text
 * with one, and nobody can read it.
 */
export function pointerOfNul(value: unknown): string | null {
  if (typeof value === 'string') return value.includes('\0') ? '' : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, inner] of Object.entries(value)) {
    if (name.includes('\0')) return '';
    const found = pointerOfNul(inner);
    if (found !== null) return `/${name}${found}`;
  }
  return null;
}
