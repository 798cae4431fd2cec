import type { ColumnTarget, Mapping } from './column.ts';

/** Headings by target, as they are left when accents, case, punctuation and small words are taken off. */
const known: Readonly<Partial<Record<ColumnTarget, string>>> = {
  phoneNumber:
    'telephone tel phone phonenumber mobile portable gsm fixe numero numerotelephone telephonenumber ' +
    'telephone1 tel1 phone1 telephoneportable telephonemobile telephonefixe telportable telmobile telfixe telport ' +
    'mobilephone mobilenumber cellphone cell cellulaire homephone workphone landline numeroappel numeroappeler ' +
    'telephoneprincipal mainphone primaryphone msisdn contactphone telephonecontact callnumber phoneno telno',
  reference:
    'reference ref id identifiant idclient clientid customerid contactid idcontact leadid idlead idfiche ' +
    'reffiche referencefiche refclient referenceclient clientreference customerreference numeroclient ' +
    'customernumber numerofiche externalid code codeclient vendorleadcode matricule key uid',
  civility: 'civilite civ civility title titre salutation genre sexe gender sex prefix',
  firstName: 'prenom prenoms firstname first givenname forename prenomclient prenomcontact contactfirstname',
  lastName:
    'nom name lastname last surname familyname nomfamille nomclient nomcontact nomusage contactlastname ' +
    'customername clientname patronyme nomprenom prenomnom nomcomplet fullname completename',
  company:
    'societe entreprise raisonsociale company companyname organisation organization business businessname ' +
    'firm etablissement enseigne nomsociete nomentreprise account accountname denomination',
  email: 'email mail courriel emailaddress adresseemail adressemail mel emailclient',
  address:
    'adresse address adresse1 address1 rue street streetaddress voie adressepostale postaladdress addressline1 ' +
    'adresseligne1',
  postalCode: 'codepostal cp postalcode postcode zip zipcode codep plz',
  city: 'ville city town commune localite locality',
  comment:
    'commentaire commentaires comment comments remarque remarques note notes observation observations remark remarks',
  consentAt:
    'consentement dateconsentement consent consentat consentdate consenteddate consentedat optin optindate ' +
    'dateoptin datepreuveconsentement consentementdate consenttimestamp horodatageconsentement',
  consentSource:
    'sourceconsentement origineconsentement preuveconsentement consentsource consentproof consentementsource ' +
    'sourceoptin optinsource consentorigin',
};

const targets: ReadonlyMap<string, ColumnTarget> = new Map(
  columnsOf(known).flatMap(([target, names]) => names.split(' ').map((name) => [name, target] as const)),
);

const smallWords = new Set([
  'de',
  'du',
  'des',
  'le',
  'la',
  'les',
  'l',
  'd',
  'a',
  'au',
  'the',
  'of',
  'to',
  'et',
  'and',
]);
const numberWords = new Set(['n', 'no', 'num', 'nr', 'nb']);

/**
 * What a column so headed holds, in French or English; `custom` when the heading is not known, `ignore` when it is
 * empty. Accents, case and punctuation do not count: `N° de téléphone` -> `phoneNumber`.
 */
export function recogniseHeading(heading: string): ColumnTarget {
  const words = wordsOf(heading);
  if (words.length === 0) return 'ignore';
  const whole = words.join('');
  return targets.get(whole) ?? targets.get(withoutNumberWord(words)) ?? 'custom';
}

/** A target for each heading; a target is given once, to its first column, and later ones become `custom`. */
export function recogniseHeadings(headings: readonly string[]): Mapping {
  const taken = new Set<ColumnTarget>();
  return headings.map((heading) => {
    const target = recogniseHeading(heading);
    if (target === 'custom' || target === 'ignore') return target;
    if (taken.has(target)) return 'custom';
    taken.add(target);
    return target;
  });
}

/** `N° de Téléphone` -> `numero`, `telephone`; `phoneNumber` and `phone_number` -> `phone`, `number`. */
function wordsOf(heading: string): readonly string[] {
  return heading
    .replace(/[°º]/g, 'o ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !smallWords.has(word))
    .map((word) => (numberWords.has(word) ? 'numero' : word));
}

function withoutNumberWord(words: readonly string[]): string {
  return words.filter((word) => word !== 'numero').join('');
}

/** `Object.entries` forgets the type of the keys; they are those of the record above. */
function columnsOf(record: typeof known): readonly (readonly [ColumnTarget, string])[] {
  return Object.entries(record) as [ColumnTarget, string][];
}
