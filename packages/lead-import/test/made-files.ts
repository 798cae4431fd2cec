import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

const folder = mkdtempSync(join(tmpdir(), 'lead-import-'));
let count = 0;

/** A file on disk with these bytes; the path. */
export function fileOf(content: string | Uint8Array): string {
  count += 1;
  const path = join(folder, `${count}`);
  writeFileSync(path, content);
  return path;
}

/** A zip archive of these files, by name. */
export async function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const zip = new ZipFile();
  const mtime = new Date(0);
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name, { mtime });
  zip.end();
  return buffer(zip.outputStream);
}

/** A cell as XML: the text of its value, with the type and the style that a workbook gives it. */
interface SheetCell {
  readonly value: string;
  /** `s` an inline text, `n` a number, `d` a number shown as a date, `b` a boolean, `f` what a formula gave, `e` an error. */
  readonly type: 's' | 'n' | 'd' | 'b' | 'f' | 'e';
}

type Sheets = Readonly<Record<string, readonly (readonly (string | number | SheetCell | null)[])[]>>;

/** A workbook of these sheets. A text stays one, a number too, null leaves its cell out. */
export function xlsxOf(sheets: Sheets, change: Readonly<Record<string, string>> = {}): Promise<Uint8Array> {
  const names = Object.keys(sheets);
  const sheetFiles = Object.values(sheets).map((rows, at) => [
    `xl/worksheets/sheet${at + 1}.xml`,
    sheetXml(rows),
  ]);
  return zipOf({
    '[Content_Types].xml': xml(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names
        .map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names
        .map(
          (_, at) =>
            `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
        )
        .join('')}<Relationship Id="rId99" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/styles.xml': xml(
      `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ),
    ...Object.fromEntries(sheetFiles),
    ...change,
  });
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function xml(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body}`;
}

function sheetXml(rows: Sheets[string]): string {
  const lines = rows.map((row, at) => {
    const cells = row.map((cell, column) => cellXml(cell, `${columnName(column)}${at + 1}`)).join('');
    return `<row r="${at + 1}">${cells}</row>`;
  });
  return xml(`<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`);
}

function cellXml(cell: string | number | SheetCell | null, at: string): string {
  if (cell === null) return '';
  const { type, value } =
    typeof cell === 'object' ? cell : { type: typeof cell === 'number' ? 'n' : 's', value: String(cell) };
  if (type === 's')
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  if (type === 'f') return `<c r="${at}" t="str"><f>A1</f><v>${escaped(value)}</v></c>`;
  if (type === 'd') return `<c r="${at}" s="1"><v>${value}</v></c>`;
  return `<c r="${at}" t="${type}"><v>${escaped(value)}</v></c>`;
}

function columnName(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : columnName(Math.floor(at / 26) - 1) + columnName(at % 26);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
