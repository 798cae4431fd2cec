import type { Language } from '@alize/model';

/** Places in `cellXfs` below. */
export const styles = { text: 1, date: 2, dateTime: 3, heading: 4 } as const;

const packageNamespace = 'http://schemas.openxmlformats.org/package/2006';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const sheetPath = (number: number) => `xl/worksheets/sheet${number}.xml`;

/** What a workbook consists of beside its sheets (ECMA-376 part 1, annex A; part 2). */
export function partsAround(sheets: number, language: Language) {
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1);
  return [
    { path: '[Content_Types].xml', xml: contentTypes(numbers) },
    { path: '_rels/.rels', xml: relationships([['officeDocument', 'xl/workbook.xml']]) },
    { path: 'xl/workbook.xml', xml: workbook(numbers, language) },
    {
      path: 'xl/_rels/workbook.xml.rels',
      xml: relationships([
        ...numbers.map((number) => ['worksheet', `worksheets/sheet${number}.xml`] as const),
        ['styles', 'styles.xml'],
      ]),
    },
    { path: 'xl/styles.xml', xml: stylesheet },
  ];
}

function contentTypes(numbers: readonly number[]): string {
  const part = (path: string, type: string) =>
    `<Override PartName="/${path}" ContentType="${types}.${type}+xml"/>`;
  return `${declaration}<Types xmlns="${packageNamespace}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('xl/workbook.xml', 'sheet.main')}${part('xl/styles.xml', 'styles')}${numbers.map((number) => part(sheetPath(number), 'worksheet')).join('')}</Types>`;
}

/** `rId1` is the first of them, and so on. */
function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${relations}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packageNamespace}/relationships">${all.join('')}</Relationships>`;
}

function workbook(numbers: readonly number[], language: Language): string {
  const word = language === 'fr' ? 'Feuille' : 'Sheet';
  const sheets = numbers.map(
    (number) => `<sheet name="${word} ${number}" sheetId="${number}" r:id="rId${number}"/>`,
  );
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets></workbook>`;
}

/** Formats 14 and 22 are dates as the reader's own country writes them; 49 is text, also after a cell was edited. */
const stylesheet = `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="22" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
