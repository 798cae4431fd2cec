import { describe, expect, test } from 'vitest';
import { type ColumnTarget, recogniseHeading, recogniseHeadings } from './index.ts';

test.each([
  ['Téléphone', 'phone'],
  ['N° de téléphone', 'phone'],
  ['Nº TEL', 'phone'],
  ['Num. tél.', 'phone'],
  ['numéro', 'phone'],
  ['Phone', 'phone'],
  ['phone_number', 'phone'],
  ['phoneNumber', 'phone'],
  ['Numéro à appeler', 'phone'],
  ['tel1', 'phone'],
  ['TEL 4', 'phone'],
  ['Téléphone 2', 'phone'],
  ['Tél. mobile', 'phone mobile'],
  ['Portable', 'phone mobile'],
  ['Téléphone portable', 'phone mobile'],
  ['Mobile 2', 'phone mobile'],
  ['GSM', 'phone mobile'],
  ['Cell phone', 'phone mobile'],
  ['Mobile phone', 'phone mobile'],
  ['Tél. domicile', 'phone home'],
  ['Téléphone fixe', 'phone home'],
  ['Fixe', 'phone home'],
  ['Home phone', 'phone home'],
  ['Tel perso', 'phone home'],
  ['Tél. bureau', 'phone work'],
  ['Téléphone pro', 'phone work'],
  ['Téléphone professionnel', 'phone work'],
  ['Work phone', 'phone work'],
  ['Autre téléphone', 'phone other'],
  ['alt_phone', 'phone other'],
  ['Indicatif', 'phone_code'],
  ['phone_code', 'phone_code'],
  ['Nom', 'lastName'],
  ['Nom de famille', 'lastName'],
  ['Last name', 'lastName'],
  ['Nom et prénom', 'lastName'],
  ['PRENOM', 'firstName'],
  ['First Name', 'firstName'],
  ['Civilité', 'civility'],
  ['Raison sociale', 'company'],
  ['Société', 'company'],
  ['Courriel', 'email'],
  ['E-mail', 'email'],
  ['Adresse e-mail', 'email'],
  ['Adresse', 'address'],
  ['Adresse 1', 'address'],
  ['Adresse 2', 'addressExtra'],
  ['Complément d’adresse', 'addressExtra'],
  ['Code postal', 'postalCode'],
  ['C.P.', 'postalCode'],
  ['ZIP code', 'postalCode'],
  ['Ville', 'city'],
  ['Pays', 'country'],
  ['Country', 'country'],
  ['State', 'region'],
  ['Fuseau horaire', 'timeZone'],
  ['Time zone', 'timeZone'],
  ['Priorité', 'priority'],
  ['rank', 'priority'],
  ['Date de naissance', 'birthDate'],
  ['Né(e) le', 'birthDate'],
  ['date_of_birth', 'birthDate'],
  ['DOB', 'birthDate'],
  ['N° client', 'reference'],
  ['Réf.', 'reference'],
  ['Id', 'reference'],
  ['Commentaires', 'comment'],
  ['Date de consentement', 'consent givenAt'],
  ['Consent date', 'consent givenAt'],
  ['Opt-in', 'consent givenAt'],
  ['Texte du consentement', 'consent wording'],
  ['Origine du consentement', 'consent source'],
  ['Consent source', 'consent source'],
  ['Preuve du consentement', 'consent proof'],
  ['Objet du consentement', 'consent object'],
  ['Contrat', 'custom'],
  ['Fax', 'custom'],
  ['Code NAF', 'custom'],
  ['Bureau', 'custom'],
  ['__proto__', 'custom'],
  ['constructor', 'custom'],
  ['', 'ignore'],
  [' - ', 'ignore'],
])('%s holds %s', (heading, target) => {
  expect(named(recogniseHeading(heading))).toBe(target);
});

test('the standard names of VICIdial', () => {
  const headings = (
    'vendor_lead_code source_id list_id phone_code phone_number title first_name middle_initial last_name address1 ' +
    'address2 address3 city state province postal_code country_code gender date_of_birth alt_phone email ' +
    'security_phrase comments rank owner'
  ).split(' ');
  expect(recogniseHeadings(headings).map(named).join(', ')).toBe(
    'reference, custom, custom, phone_code, phone, civility, firstName, custom, lastName, address, addressExtra, ' +
      'custom, city, region, custom, postalCode, country, custom, birthDate, phone other, email, custom, comment, ' +
      'priority, custom',
  );
});

describe('a file without headings in the order of VICIdial', () => {
  const row =
    'A-1||998|33|0199001234|M||J|Roussel|1 rue Haute|||Lyon|||69003|FRA|M||0199005678|||Rappeler'.split('|');
  const nameless = row.map(() => '');

  test('is known by its number of columns and the calling code before the number', () => {
    const columns = recogniseHeadings(nameless, [row, row]);
    expect(columns.map(named).slice(0, 9).join(', ')).toBe(
      'reference, custom, custom, phone_code, phone, civility, firstName, custom, lastName',
    );
    expect(columns[2]).toEqual({ kind: 'custom', name: 'list_id', type: 'number' });
    expect(named(columns[19])).toBe('phone other');
  });

  test('is not seen where a row says otherwise', () => {
    const columns = recogniseHeadings(nameless, [row, row.with(3, 'Lyon')]);
    expect(columns.map(named)).not.toContain('phone_code');
  });
});

test('a field is given once, to its first column; telephones to all of theirs', () => {
  expect(recogniseHeadings(['Tél. fixe', 'Nom', 'Nom client', 'Tél. mobile', ''])).toEqual([
    { kind: 'phone', label: 'home' },
    { kind: 'field', field: 'lastName' },
    { kind: 'custom', name: 'Nom client', type: 'text' },
    { kind: 'phone', label: 'mobile' },
    { kind: 'ignore' },
  ]);
});

describe('where headings say nothing, values do', () => {
  test.each<[string, readonly string[], string]>([
    ['numbers', ['06 12 34 56 78', '+33 6 12 34 56 78', 'inconnu'], 'phone'],
    ['numbers without their zero', ['612345678', '712345678'], 'phone'],
    ['e-mail addresses', ['a@b.fr', 'c@d.fr', ''], 'email'],
    ['accounts', ['123456789012345678', '223456789012345678'], 'custom text'],
    ['codes with zeros before them', ['007', '0042'], 'custom text'],
    ['amounts', ['12', '1 234,50', '-3'], 'custom number'],
    ['ages', ['42', '7'], 'custom number'],
    ['codes that may have letters further down', ['69123', '75056'], 'custom text'],
    ['dates', ['01/09/2026', '2026-09-01'], 'custom date'],
    ['yes and no', ['oui', 'non'], 'custom boolean'],
    ['zeros and ones', ['0', '1'], 'custom number'],
    ['words', ['Lyon', '12'], 'custom text'],
    ['nothing', ['', ''], 'custom text'],
  ])('%s', (_name, values, target) => {
    const [column] = recogniseHeadings(
      ['Divers'],
      values.map((value) => [value]),
    );
    expect(column?.kind === 'custom' ? `custom ${column.type}` : named(column)).toBe(target);
  });

  test('a number of no kind beside a telephone is none', () => {
    expect(recogniseHeadings(['Numéro', 'Tél']).map(named)).toEqual(['custom', 'phone']);
    expect(recogniseHeadings(['Numéro', 'Nom']).map(named)).toEqual(['phone', 'lastName']);
  });

  test('a heading that says telephone counts more', () => {
    const columns = recogniseHeadings(['SIREN', 'Tél'], [['612345678', '0199001234']]);
    expect(columns.map(named)).toEqual(['custom', 'phone']);
  });

  test('a column without a heading is named for its place, an empty one ignored', () => {
    expect(recogniseHeadings(['Tél', '', ''], [['0199001234', 'Lyon', '']])).toEqual([
      { kind: 'phone', label: null },
      { kind: 'custom', name: '#2', type: 'text' },
      { kind: 'ignore' },
    ]);
    expect(recogniseHeadings(['#1', '#2'], [['0199001234', 'Lyon']]).map(named)).toEqual(['phone', 'custom']);
  });
});

function named(target: ColumnTarget | undefined): string {
  if (target?.kind === 'field') return target.field;
  if (target?.kind === 'consent') return `consent ${target.part}`;
  if (target?.kind === 'phone') return target.label === null ? 'phone' : `phone ${target.label}`;
  return target?.kind ?? 'nothing';
}
