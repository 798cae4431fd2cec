import type { DataShape, Variable } from './variables.ts';

/**
 * The SPSS (and PSPP) syntax that reads `data.csv` with its names, labels, missing values and multiple response sets.
 * The data file is comma separated, UTF-8, with points in its decimals, whatever the language of the labels.
 */
export function spssSyntax({ variables, sets }: DataShape, fileName: string): string {
  return [
    '* Encoding: UTF-8.',
    'SET DECIMAL=DOT.',
    `GET DATA /TYPE=TXT /FILE=${quoted(fileName)} /ENCODING='UTF8' /ARRANGEMENT=DELIMITED /DELCASE=LINE`,
    `  /DELIMITERS="," /QUALIFIER='"' /FIRSTCASE=2`,
    `  /VARIABLES=\n${variables.map((each) => `    ${each.name} ${formatOf(each)}`).join('\n')}.`,
    `VARIABLE LABELS\n${variables.map((each) => `  ${each.name} ${quoted(each.label, 255)}`).join('\n')}.`,
    ...valueLabels(variables),
    ...missingValues(variables),
    ...sets.map(
      ({ name, label, variables: names }) =>
        `MRSETS /MDGROUP NAME=$${name} LABEL=${quoted(label, 255)} VARIABLES=${names.join(' ')} VALUE=1.`,
    ),
    'EXECUTE.',
    '',
  ].join('\n');
}

function formatOf({ kind, width, decimals }: Variable): string {
  return kind === 'text' ? `A${width}` : `F${decimals > 0 ? 12 : 8}.${decimals}`;
}

function valueLabels(variables: readonly Variable[]): readonly string[] {
  return variables
    .filter(({ values }) => values.length > 0)
    .map(
      ({ name, values }) =>
        `VALUE LABELS ${name}\n${values.map(({ code, label }) => `  ${code} ${quoted(label, 120)}`).join('\n')}.`,
    );
}

function missingValues(variables: readonly Variable[]): readonly string[] {
  return variables
    .filter(({ missing }) => missing.length > 0)
    .map(({ name, missing }) => `MISSING VALUES ${name} (${missing.join(', ')}).`);
}

/** In quotes on one line; a quote inside is written twice. */
function quoted(text: string, bytesMax = 1000): string {
  return `'${cutToBytes(text.replace(/\s+/g, ' '), bytesMax).replaceAll("'", "''")}'`;
}

/** The text, cut between characters to so many bytes of UTF-8. */
export function cutToBytes(text: string, bytesMax: number): string {
  let bytes = 0;
  let cut = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes > bytesMax) break;
    cut += character;
  }
  return cut;
}
