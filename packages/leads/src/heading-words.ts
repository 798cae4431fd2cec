import type { PhoneLabel } from '@alize/model';
import type { ConsentPart, LeadFieldName, Target } from './mapping.ts';

/** Headings by what they mean, as they are left when accents, case, punctuation and small words are taken off. */
const fields: Readonly<Record<LeadFieldName, string>> = {
  reference:
    'reference ref id identifiant idclient clientid customerid contactid idcontact leadid idlead idfiche ' +
    'reffiche referencefiche refclient referenceclient clientreference customerreference numeroclient ' +
    'customernumber numerofiche externalid code codeclient vendorleadcode matricule key uid uuid numeroadherent ' +
    'numerodossier refdossier referencedossier idexterne idcrm crmid',
  civility: 'civilite civ civility title titre salutation genre sexe gender sex prefix politesse',
  firstName:
    'prenom prenoms firstname first givenname forename prenomclient prenomcontact contactfirstname prenom1',
  lastName:
    'nom noms name lastname last surname familyname nomfamille nomclient nomcontact nomusage contactlastname ' +
    'customername clientname patronyme nomprenom nomprenoms prenomnom nomcomplet fullname completename contact nomnaissance',
  company:
    'societe entreprise raisonsociale company companyname organisation organization business businessname ' +
    'firm etablissement enseigne nomsociete nomentreprise account accountname denomination raisonsoc rs',
  email:
    'email mail courriel emailaddress adresseemail adressemail mel emailclient email1 mail1 emailcontact ' +
    'adressecourriel adresseelectronique emailperso emailpersonnel',
  birthDate:
    'datenaissance naissance dateofbirth datebirth dob birthdate birthday birth ddn datenaiss ne nee',
  address:
    'adresse address adresse1 address1 adr adr1 rue street streetaddress voie adressepostale postaladdress ' +
    'addressline1 adresseligne1 adressevoie numerovoie libellevoie street1 mailingstreet adressecomplete',
  addressExtra:
    'adresse2 address2 adr2 complement complementadresse addressline2 adresseligne2 adressecomplement ' +
    'complementadresse1 street2 appartement batiment apartment suite addressextra',
  postalCode:
    'codepostal cp postalcode postcode zip zipcode codep plz cpostal codepostalville mailingpostalcode',
  city: 'ville city town commune localite locality bureaudistributeur villeresidence mailingcity',
  country: 'pays country countrycode codepays paysresidence countryname nompays mailingcountry paysiso',
  region: 'state province region etat etatprovince stateprovince mailingstate usstate',
  timeZone: 'fuseau fuseauhoraire timezone tz zonehoraire iana zonetemps',
  comment:
    'commentaire commentaires comment comments remarque remarques note notes observation observations remark ' +
    'remarks memo infos information informations precisions',
  priority: 'priorite priority rang rank ordre',
};

const consents: Readonly<Record<ConsentPart, string>> = {
  givenAt:
    'consentement dateconsentement consent consentat consentdate consenteddate consentedat optin optindate ' +
    'dateoptin datepreuveconsentement consentementdate consenttimestamp horodatageconsentement ' +
    'dateheureconsentement consentementrecueillile daterecueilconsentement optindatetime consentdatetime ' +
    'consentementle optinat horodatageoptin dateaccord consentgivenat',
  wording:
    'texteconsentement consenttext consentwording consentementtexte formuleconsentement mentionconsentement ' +
    'libelleconsentement optintext texteoptin consentlanguage mentionlegale',
  source:
    'sourceconsentement origineconsentement consentsource consentementsource consentementorigine sourceoptin ' +
    'optinsource origineoptin consentorigin canalconsentement consentchannel',
  proof:
    'preuveconsentement consentproof consentementpreuve preuve proof optinproof preuveoptin urlpreuve proofurl ' +
    'lienpreuve consentproofurl ipconsentement',
  object:
    'objetconsentement consentobject consentementobjet finaliteconsentement consentpurpose consentementfinalite ' +
    'produitconsentement objetoptin',
};

const kindsOfPhone: Readonly<Record<PhoneLabel, string>> = {
  mobile: 'mobile|portable|gsm|cell|cellulaire|port|mob',
  home: 'domicile|fixe|home|landline|maison|perso|personnel|dom|residence|residentiel',
  work: 'bureau|pro|professionnel|work|travail|office|business|standard|entreprise|societe|directe?',
  other: 'secondaire|autre|other|alt|alternatif|alternate',
};

/** Headings of a telephone of no kind in particular; a number may follow. */
const anyPhone =
  'telephone|tel|phone|phonenumber|numero|numerotelephone|telephonenumber|numeroappel|numeroappeler|' +
  'telephoneprincipal|mainphone|primaryphone|msisdn|contactphone|telephonecontact|callnumber|phoneno|telno|' +
  'numerotel|telclient|telephoneclient|phonenum|numeroprincipal|coordonneestelephoniques|telephones|phones';

const phoneWords = 'telephone|tel|phonenumber|phone|numero|number|line|ligne';
const phoneCode = 'phonecode indicatif indicatifpays countrycallingcode callingcode dialcode indicatiftel';

const targets: ReadonlyMap<string, Target> = new Map([
  ...entriesOf(fields).map(([field, word]): [string, Target] => [word, { kind: 'field', field }]),
  ...entriesOf(consents).map(([part, word]): [string, Target] => [word, { kind: 'consent', part }]),
  ...phoneCode.split(' ').map((word): [string, Target] => [word, { kind: 'phone_code' }]),
]);

/** `tel1`, `telmobile2`, `portable`, `homephone`, `altphone3`: each kind perhaps beside a word for telephone. */
const phones: readonly (readonly [headings: RegExp, label: PhoneLabel | null])[] = [
  [new RegExp(`^(?:${anyPhone})\\d?$`), null],
  // The keys of a record of labels are labels.
  ...(Object.entries(kindsOfPhone) as [PhoneLabel, string][]).map(([label, kind]): [RegExp, PhoneLabel] => [
    new RegExp(kindPattern(label, kind)),
    label,
  ]),
];

/** What a heading of these words means; null when they are none of ours. */
export function targetOfWords(words: string): Target | null {
  const target = targets.get(words);
  if (target) return target;
  const phone = phones.find(([headings]) => headings.test(words));
  return phone ? { kind: 'phone', label: phone[1] } : null;
}

/** `autre` and `bureau` alone say too little; `portable`, `mobile` and `fixe` are telephones by themselves. */
function kindPattern(label: PhoneLabel, kind: string): string {
  const beside = `(?:${phoneWords})\\d?(?:${kind})|(?:${kind})(?:${phoneWords})`;
  const alone = label === 'mobile' ? `|(?:${kind})` : label === 'home' ? '|fixe|domicile|landline' : '';
  return `^(?:${beside}${alone})\\d?$`;
}

/** Each word with the key it stands under. */
function entriesOf<K extends string>(record: Readonly<Record<K, string>>): readonly (readonly [K, string])[] {
  // `Object.entries` forgets the type of the keys; they are those of the record.
  return (Object.entries(record) as [K, string][]).flatMap(([key, words]) =>
    words.split(' ').map((word) => [key, word] as const),
  );
}
