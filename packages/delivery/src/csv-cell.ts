/**
 * One cell of a CSV file. A text that a spreadsheet would run as a formula gets a leading `'`, which our importer takes
 * off again; a plain E.164 number keeps its `+`, or exported numbers would not come back (OWASP, CSV injection), and so
 * does a masked one.
 */
export function csvCell(cell: string | number | boolean | null, delimiter = ';'): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const isFormula = /^[=+\-@\t\r\n]/.test(cell) && !phoneNumber.test(cell);
  const text = isFormula ? `'${cell}` : cell;
  return /[";,\t\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** `+33612345678`, or `+33 6 •• •• •• 78`: digits, blanks and dots calculate nothing. */
const phoneNumber = /^\+([1-9]\d{7,14}|\d{1,3} \d( ••)+ \d\d)$/;
