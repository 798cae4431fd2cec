/** Rows of the file that is imported: 12 columns, two numbers each, every value by its index alone. */
export interface FileRow {
  readonly reference: string;
  readonly civility: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly mobile: string;
  readonly home: string;
  readonly email: string;
  readonly address: string;
  readonly postalCode: string;
  readonly city: string;
  readonly contract: string;
  readonly comment: string;
}

/** As a French CRM heads them. */
export const headings = [
  'Référence client',
  'Civilité',
  'Nom',
  'Prénom',
  'Tél. portable',
  'Tél. fixe',
  'E-mail',
  'Adresse',
  'Code postal',
  'Ville',
  'N° de contrat',
  'Remarque',
];

const firstNames = ['Camille', 'Élodie', 'Jean-Marc', 'Noémie', 'Loïc', 'Inès', 'Benoît', 'Maëlle'];
const lastNames = ['Garnier', 'Lefèvre', 'Nguyen', 'Da Costa', 'Benali', 'Rouault', 'Kermarec', 'Muñoz'];
const towns = [
  ['75011', 'Paris'],
  ['13005', 'Marseille'],
  ['29200', 'Brest'],
  ['01000', 'Bourg-en-Bresse'],
  ['67000', 'Strasbourg'],
  ['33000', 'Bordeaux'],
] as const;

/** No two of a million rows share a number or a reference, and they come in no order, as in a client's file. */
const range = 19_000_000;
/** Has no factor in common with the range, so that it goes round all of it before a number comes again. */
const step = 61_803_399;

/** The row at an index. */
export function rowAt(index: number): FileRow {
  const [postalCode, city] = pick(towns, index);
  const firstName = pick(firstNames, index);
  const lastName = pick(lastNames, index >> 3);
  const place = (index * step) % range;
  const digits = String(40_000_000 + place);
  return {
    reference: `C${digits}`,
    civility: index % 2 === 0 ? 'Mme' : 'M.',
    lastName,
    firstName,
    mobile: pairs(`06${digits}`),
    home: pairs(`01${digits}`),
    email: `client.${index}@courriel.example`,
    address: `${(index % 190) + 1}, rue des Tilleuls${index % 9 === 0 ? ' "bâtiment B"' : ''}`,
    postalCode,
    city,
    contract: `2024-${digits}`,
    comment: index % 5 === 0 ? 'Rappeler le soir ; portail vert' : '',
  };
}

const pick = <T>(from: readonly [T, ...T[]] | readonly T[], index: number): T =>
  from[index % from.length] as T;

/** `06 12 34 56 78`, as people write it. */
const pairs = (digits: string) => digits.replace(/(\d\d)(?=\d)/g, '$1 ');

/** A line of the file, quoted where it must be. */
export function lineOf(row: FileRow): string {
  return Object.values(row)
    .map((cell: string) => (/[";\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(';');
}
