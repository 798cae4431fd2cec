/** What a spreadsheet or an export puts around a value so that it stays text: `'+33…`, `="0612"`. */
const formulaMark = /^(?:'(?=[=+\-@\d])|="([^"]*)"$)/;

/** A cell without the spaces and control characters that are not meant. */
export function cleanCell(cell: string): string {
  const text = cell.includes('\0') ? cell.replaceAll('\0', '') : cell;
  return text.trim();
}

/** Without the mark that keeps it from being taken for a formula: the same text when it has none. */
export function withoutFormulaMark(text: string): string {
  const first = text.charCodeAt(0);
  if (first !== 0x27 && first !== 0x3d) return text;
  return text.replace(formulaMark, '$1').trim();
}
