import { isPhoneNumber, type LeadFields, type PhoneNumber } from '@alize/model';

/** First names with the civility that goes with them. All people of these tables are invented. */
const firstNames = [
  ['Mme', 'Camille'],
  ['M', 'Hugo'],
  ['Mme', 'Nathalie'],
  ['M', 'Gérard'],
  ['Mme', 'Léa'],
  ['M', 'Karim'],
  ['Mme', 'Françoise'],
  ['M', 'Antoine'],
  ['Mme', 'Inès'],
  ['M', 'Yannick'],
  ['Mme', 'Solène'],
  ['M', 'Mathieu'],
  ['Mme', 'Martine'],
  ['M', 'Loïc'],
  ['Mme', 'Aurélie'],
  ['M', 'Bernard'],
  ['Mme', 'Fatou'],
  ['M', 'Rémi'],
  ['Mme', 'Élodie'],
] as const;

const lastNames = [
  'Aubertin',
  'Baudoin',
  'Carpentier',
  'Delacourt',
  'Estève',
  'Fauvel',
  'Garnier',
  'Hénaff',
  'Imbert',
  'Jacquemin',
  'Kermarec',
  'Lavigne',
  'Maurel',
  'Nivelle',
  'Ollivier',
  'Pasquet',
  'Quéméneur',
  'Rivoire',
  'Santoni',
  'Thévenet',
  'Urvoy',
  'Vasseur',
  'Weber',
] as const;

const streets = [
  'rue des Tilleuls',
  'avenue de la Gare',
  'chemin du Moulin',
  'rue Haute',
  'place du Marché',
  'impasse des Acacias',
  'boulevard des Alliés',
] as const;

/** Each of the prefixes that ARCEP keeps for fiction, with places of its zone; mobiles live anywhere. */
const zones: readonly { readonly prefix: string; readonly places: readonly (readonly [string, string])[] }[] =
  [
    {
      prefix: '+3319900',
      places: [
        ['75011', 'Paris'],
        ['92100', 'Boulogne-Billancourt'],
        ['78000', 'Versailles'],
      ],
    },
    {
      prefix: '+3326191',
      places: [
        ['44000', 'Nantes'],
        ['35000', 'Rennes'],
        ['76600', 'Le Havre'],
      ],
    },
    {
      prefix: '+3335301',
      places: [
        ['59000', 'Lille'],
        ['67000', 'Strasbourg'],
        ['54000', 'Nancy'],
      ],
    },
    {
      prefix: '+3346571',
      places: [
        ['69003', 'Lyon'],
        ['13006', 'Marseille'],
        ['38000', 'Grenoble'],
      ],
    },
    {
      prefix: '+3353649',
      places: [
        ['33000', 'Bordeaux'],
        ['31000', 'Toulouse'],
        ['64000', 'Pau'],
      ],
    },
    {
      prefix: '+3363998',
      places: [
        ['45000', 'Orléans'],
        ['34000', 'Montpellier'],
        ['21000', 'Dijon'],
      ],
    },
  ];

const contracts = ['Habitation', 'Auto', 'Santé', 'Prévoyance'] as const;

/**
 * The invented leads from number `from` on. Always the same ones; no number comes twice, and any hundred in a row
 * have all hundred endings, by which the demonstration trunk chooses who answers.
 */
export function demonstrationLeads(from: number, count: number): readonly LeadFields[] {
  return Array.from({ length: count }, (_, index) => leadNumber(from + index));
}

function leadNumber(index: number): LeadFields {
  const zone = pick(zones, index);
  const [civility, firstName] = pick(firstNames, index);
  const [postalCode, city] = pick(zone.places, Math.floor(index / zones.length));
  return {
    phones: [{ phoneNumber: numberOf(zone.prefix, index), label: null, extension: null }],
    reference: `BOR-${String(10_400 + index * 7)}`,
    civility,
    firstName,
    lastName: pick(lastNames, index),
    company: null,
    email: null,
    birthDate: null,
    address: `${1 + ((index * 13) % 96)} ${pick(streets, index)}`,
    addressExtra: null,
    postalCode,
    city,
    country: null,
    region: null,
    timeZone: null,
    comment: null,
    priority: 0,
    consent: null,
    custom: { Contrat: pick(contracts, index), 'Assuré depuis': String(2009 + ((index * 5) % 16)) },
  };
}

/** 37 has no factor in common with 10,000, so that four digits come back after 10,000 leads only. */
function numberOf(prefix: string, index: number): PhoneNumber {
  const number = `${prefix}${String((index * 37 + 11) % 10_000).padStart(4, '0')}`;
  if (!isPhoneNumber(number)) throw new Error(`not a phone number: lead ${index}`);
  return number;
}

function pick<T>(values: readonly T[], index: number): T {
  const value = values[index % values.length];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}
