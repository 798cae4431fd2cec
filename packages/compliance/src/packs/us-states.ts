import type { CalendarId } from '../calendars/calendar.ts';
import type { Duty, Rule } from '../pack.ts';

/** In hours of a 24-hour clock, half-open: `8-20`; `-` for a day without calls. */
type Span = `${number}-${number}` | '-';
/** Monday to Friday, Saturday, Sunday. */
export type Spans = readonly [weekdays: Span, saturday: Span, sunday: Span];

interface Sentence {
  readonly fr: string;
  readonly en: string;
}

/** What a state adds to the federal rules; what is left out, it does not add. */
export interface StateRow {
  /** Its two letters; `UNKNOWN` for a person whose state is not known. */
  readonly state: string;
  readonly name: Sentence;
  readonly citation: string;
  /** Left out: verified. */
  readonly status?: Rule['status'];
  /** Left out: LAW. */
  readonly strength?: 'POLICY';
  /** Left out: the federal 8-21, which US-HOURS says. */
  readonly hours?: Spans;
  /** First day of `hours` and `holidays`, and the hours until then. */
  readonly since?: { readonly day: string; readonly before: Spans };
  /** The zone that the statute names, in place of the person's. */
  readonly zone?: string;
  /** True: the hours bind every call, not only those that sell to consumers. */
  readonly allCalls?: boolean;
  readonly holidays?: CalendarId;
  /** Calls in 24 hours on the same subject. */
  readonly cap?: number;
  /** True: a list of objections beside the national one. */
  readonly dnc?: boolean;
  /** For which sales calls consent must be in writing. */
  readonly consent?: 'every_call' | 'selection_and_dialing' | 'selection_or_dialing';
  /** Sales calls to a mobile: not when unsolicited, or not without express consent. */
  readonly mobile?: 'unsolicited' | 'express_consent';
  /** Hours of recorded messages (ADAD), and the hours between two to one person. */
  readonly recorded?: { readonly hours: Spans; readonly everyHours?: number };
  /** True: the Reassigned Numbers Database is asked before a call. */
  readonly reassigned?: boolean;
  /** Years without a call after any refusal. */
  readonly refusalYears?: number;
  readonly registration?: Sentence;
  /** Recording needs everyone's consent; `civil` and `mixed`: in part of the texts or cases. */
  readonly allParty?: 'criminal' | 'civil' | 'mixed';
  readonly duties?: readonly (Sentence & Duty & { readonly id: string })[];
}

const registered = {
  fr: 'inscription préalable du démarcheur auprès de l’État',
  en: 'telemarketers register with the state first',
} as const;

/** The 50 states and the District of Columbia, as read on 2026-11-23, and the row for a state that is not known. */
export const stateRows: readonly StateRow[] = [
  {
    state: 'AL',
    name: { fr: 'Alabama', en: 'Alabama' },
    citation: 'Ala. Admin. Code 770-X-5-.17(2)',
    hours: ['8-20', '8-20', '-'],
    holidays: 'us-al',
  },
  {
    state: 'AK',
    name: { fr: 'Alaska', en: 'Alaska' },
    citation: 'AS 45.63.010',
    registration: {
      fr: 'inscription 30 jours avant la campagne',
      en: 'registration 30 days before the campaign',
    },
  },
  {
    state: 'AZ',
    name: { fr: 'Arizona', en: 'Arizona' },
    citation: 'ARS 44-1278(B)(3)',
    mobile: 'unsolicited',
  },
  {
    // Imports 16 CFR 310.4.
    state: 'AR',
    name: { fr: 'Arkansas', en: 'Arkansas' },
    citation: 'Ark. Code 4-99-405(3)',
  },
  {
    state: 'CA',
    name: { fr: 'Californie', en: 'California' },
    citation: 'Cal. PUC 2872',
    recorded: { hours: ['9-21', '9-21', '9-21'] },
    allParty: 'criminal',
  },
  {
    state: 'CO',
    name: { fr: 'Colorado', en: 'Colorado' },
    citation: 'CRS 6-1-303',
    dnc: true,
    registration: {
      fr: 'inscription auprès du procureur général (Attorney General)',
      en: 'registration with the Attorney General',
    },
  },
  {
    state: 'CT',
    name: { fr: 'Connecticut', en: 'Connecticut' },
    citation: 'Conn. Gen. Stat. 42-288a(c), PA 23-98',
    hours: ['9-20', '9-20', '9-20'],
    consent: 'every_call',
    allParty: 'civil',
  },
  {
    state: 'DE',
    name: { fr: 'Delaware', en: 'Delaware' },
    citation: '6 Del. C. 25A',
    allParty: 'criminal',
  },
  {
    state: 'DC',
    name: { fr: 'District de Columbia', en: 'District of Columbia' },
    citation: 'D.C. Code 22-3226.08, .02',
    hours: ['8-21', '8-21', '8-21'],
    registration: {
      fr: 'inscription 60 jours ouvrables à l’avance, avec caution',
      en: 'registration 60 business days ahead, with a bond',
    },
  },
  {
    state: 'FL',
    name: { fr: 'Floride', en: 'Florida' },
    citation: 'Fla. Stat. 501.616(6), 501.059(8)',
    hours: ['8-20', '8-20', '8-20'],
    cap: 3,
    dnc: true,
    consent: 'selection_and_dialing',
    allParty: 'criminal',
    duties: [
      {
        id: 'STOP',
        on: 'message',
        fr: 'après une réponse STOP à un SMS, les SMS cessent dans les 15 jours.',
        en: 'after a STOP in answer to a text message, texts end within 15 days.',
      },
    ],
  },
  {
    state: 'GA',
    name: { fr: 'Géorgie', en: 'Georgia' },
    citation: 'O.C.G.A. 46-5-23, 46-5-27',
    recorded: { hours: ['8-21', '8-21', '8-21'] },
    registration: {
      fr: 'permis pour les messages enregistrés (ADAD)',
      en: 'a permit for recorded messages (ADAD)',
    },
  },
  {
    state: 'HI',
    name: { fr: 'Hawaï', en: 'Hawaii' },
    citation: 'HRS 481P-3(8)',
    hours: ['8-21', '8-21', '8-21'],
  },
  {
    state: 'ID',
    name: { fr: 'Idaho', en: 'Idaho' },
    citation: 'Idaho Code 48-1004',
    registration: registered,
  },
  {
    state: 'IL',
    name: { fr: 'Illinois', en: 'Illinois' },
    citation: '815 ILCS 413/15(a)',
    hours: ['8-21', '8-21', '8-21'],
    allCalls: true,
    allParty: 'criminal',
  },
  {
    state: 'IN',
    name: { fr: 'Indiana', en: 'Indiana' },
    citation: 'Ind. Code 24-4.7, 24-5-14-8',
    dnc: true,
    recorded: { hours: ['9-20', '9-20', '9-20'] },
  },
  {
    // No text of its own found (to confirm): the federal rules apply.
    state: 'IA',
    name: { fr: 'Iowa', en: 'Iowa' },
    citation: 'none found',
    status: 'to_confirm',
  },
  {
    state: 'KS',
    name: { fr: 'Kansas', en: 'Kansas' },
    citation: 'K.S.A. 50-670',
  },
  {
    state: 'KY',
    name: { fr: 'Kentucky', en: 'Kentucky' },
    citation: 'KRS 367.46955(16)',
    hours: ['10-21', '10-21', '10-21'],
  },
  {
    state: 'LA',
    name: { fr: 'Louisiane', en: 'Louisiana' },
    citation: 'LPSC R-29617 V(A)',
    hours: ['8-20', '8-20', '-'],
    holidays: 'us-la',
    dnc: true,
    mobile: 'express_consent',
  },
  {
    state: 'ME',
    name: { fr: 'Maine', en: 'Maine' },
    citation: '10 MRS 1498, 1499-B',
    recorded: { hours: ['9-17', '-', '-'], everyHours: 8 },
    reassigned: true,
  },
  {
    state: 'MD',
    name: { fr: 'Maryland', en: 'Maryland' },
    citation: 'Md. Com. Law 14-4502(c)',
    hours: ['8-20', '8-20', '8-20'],
    cap: 3,
    consent: 'selection_or_dialing',
    allParty: 'criminal',
  },
  {
    state: 'MA',
    name: { fr: 'Massachusetts', en: 'Massachusetts' },
    citation: 'M.G.L. c.159C §3; 201 CMR 12.02(2)',
    hours: ['8-20', '8-20', '8-20'],
    dnc: true,
    allParty: 'criminal',
  },
  {
    state: 'MI',
    name: { fr: 'Michigan', en: 'Michigan' },
    citation: 'MCL 750.540e(1)(f)',
    hours: ['9-21', '9-21', '9-21'],
    allParty: 'mixed',
  },
  {
    state: 'MN',
    name: { fr: 'Minnesota', en: 'Minnesota' },
    citation: 'Minn. Stat. 325E.30',
    hours: ['9-21', '9-21', '9-21'],
  },
  {
    state: 'MS',
    name: { fr: 'Mississippi', en: 'Mississippi' },
    citation: 'Miss. Code 77-3-723',
    hours: ['8-20', '8-20', '-'],
    zone: 'America/Chicago',
    dnc: true,
    registration: {
      fr: 'inscription auprès du procureur général (Attorney General), caution de 75 000 $',
      en: 'registration with the Attorney General, bond of $75,000',
    },
  },
  {
    state: 'MO',
    name: { fr: 'Missouri', en: 'Missouri' },
    citation: 'RSMo 407.1076(5)',
    hours: ['8-21', '8-21', '8-21'],
    dnc: true,
  },
  {
    state: 'MT',
    name: { fr: 'Montana', en: 'Montana' },
    citation: 'Mont. Code 30-14-1412(1)(d)',
    hours: ['8-21', '8-21', '8-21'],
    allParty: 'criminal',
  },
  {
    state: 'NE',
    name: { fr: 'Nebraska', en: 'Nebraska' },
    citation: 'Neb. Rev. Stat. 86-248(1)',
    recorded: { hours: ['8-21', '8-21', '8-21'] },
  },
  {
    // One source reads no hours in the statute.
    state: 'NV',
    name: { fr: 'Nevada', en: 'Nevada' },
    citation: 'NRS 598.0918(3)',
    status: 'partly_verified',
    hours: ['9-20', '9-20', '9-20'],
    allParty: 'mixed',
  },
  {
    state: 'NH',
    name: { fr: 'New Hampshire', en: 'New Hampshire' },
    citation: 'RSA 359-E',
    allParty: 'criminal',
  },
  {
    state: 'NJ',
    name: { fr: 'New Jersey', en: 'New Jersey' },
    citation: 'N.J.S.A. 56:8-128(c), 56:8-130',
    hours: ['8-21', '8-21', '8-21'],
    mobile: 'unsolicited',
    registration: registered,
  },
  {
    state: 'NM',
    name: { fr: 'Nouveau-Mexique', en: 'New Mexico' },
    citation: 'NMSA 57-12-22(B)(5)',
    hours: ['9-21', '9-21', '9-21'],
  },
  {
    state: 'NY',
    name: { fr: 'État de New York', en: 'New York' },
    citation: 'NY GBL 399-z(2), (5-a)',
    hours: ['8-21', '8-21', '8-21'],
    duties: [
      {
        id: 'EMERGENCY',
        on: 'watch',
        fr: 'aucun démarchage dans une zone où l’état d’urgence est déclaré ; amendes jusqu’à 20 000 $.',
        en: 'no sales calls where a state of emergency is declared; fines up to $20,000.',
      },
    ],
  },
  {
    // The statute names no zone: the zones of the number and of the address both count, as everywhere.
    state: 'NC',
    name: { fr: 'Caroline du Nord', en: 'North Carolina' },
    citation: 'N.C.G.S. 75-102(f)',
    hours: ['8-21', '8-21', '8-21'],
  },
  {
    state: 'ND',
    name: { fr: 'Dakota du Nord', en: 'North Dakota' },
    citation: 'N.D.C.C. 51-28-05',
    hours: ['8-21', '8-21', '8-21'],
  },
  {
    state: 'OH',
    name: { fr: 'Ohio', en: 'Ohio' },
    citation: 'ORC 4719.02',
    registration: {
      fr: 'inscription et caution ; appeler sans elles est un crime (felony)',
      en: 'registration and bond; calling without them is a felony',
    },
  },
  {
    state: 'OK',
    name: { fr: 'Oklahoma', en: 'Oklahoma' },
    citation: '15 O.S. 775C.4',
    hours: ['8-20', '8-20', '8-20'],
    cap: 3,
    dnc: true,
    consent: 'selection_or_dialing',
  },
  {
    state: 'OR',
    name: { fr: 'Oregon', en: 'Oregon' },
    citation: 'ORS 646.563(1)(b)',
    hours: ['8-20', '8-20', '8-20'],
    cap: 3,
    allParty: 'mixed',
  },
  {
    // Which days the act calls holidays is to confirm.
    state: 'PA',
    name: { fr: 'Pennsylvanie', en: 'Pennsylvania' },
    citation: '73 P.S. 2245(a)(1); Act 47 of 2026',
    hours: ['9-19', '9-19', '-'],
    since: { day: '2026-10-18', before: ['8-21', '8-21', '8-21'] },
    holidays: 'us-pa',
    dnc: true,
    allParty: 'criminal',
  },
  {
    state: 'RI',
    name: { fr: 'Rhode Island', en: 'Rhode Island' },
    citation: 'R.I. Gen. Laws 5-61-2(2), 5-61-3.6',
    hours: ['9-18', '10-17', '-'],
    holidays: 'us-ri',
    registration: { fr: 'inscription et caution', en: 'registration and bond' },
  },
  {
    state: 'SC',
    name: { fr: 'Caroline du Sud', en: 'South Carolina' },
    citation: 'S.C. Code 37-21-30 (by area code)',
    hours: ['8-21', '8-21', '8-21'],
  },
  {
    state: 'SD',
    name: { fr: 'Dakota du Sud', en: 'South Dakota' },
    citation: 'SDCL 37-30A-3(2)',
    hours: ['9-21', '9-21', '-'],
  },
  {
    state: 'TN',
    name: { fr: 'Tennessee', en: 'Tennessee' },
    citation: 'Tenn. Code 65-4-402',
    hours: ['8-21', '8-21', '8-21'],
    dnc: true,
  },
  {
    state: 'TX',
    name: { fr: 'Texas', en: 'Texas' },
    citation: 'Tex. Bus. & Com. Code 301.051(b)(2), ch. 302',
    hours: ['9-21', '9-21', '12-21'],
    dnc: true,
    registration: {
      fr: 'inscription (200 $, garantie de 10 000 $), SMS compris depuis le 1er septembre 2025 ; 5 000 $ par infraction',
      en: 'registration ($200, security of $10,000), texts included since 1 September 2025; $5,000 per violation',
    },
  },
  {
    state: 'UT',
    name: { fr: 'Utah', en: 'Utah' },
    citation: 'Utah Code 13-25a-103(3)',
    hours: ['8-21', '8-21', '-'],
    holidays: 'us-ut',
  },
  {
    state: 'VT',
    name: { fr: 'Vermont', en: 'Vermont' },
    citation: '9 V.S.A. 2464a',
    status: 'partly_verified',
    registration: {
      fr: 'inscription ; démarcher sans elle est un délit pénal',
      en: 'registration; an unregistered call is a crime',
    },
  },
  {
    state: 'VA',
    name: { fr: 'Virginie', en: 'Virginia' },
    citation: 'Va. Code 59.1-511 (by area code)',
    hours: ['8-21', '8-21', '8-21'],
  },
  {
    state: 'WA',
    name: { fr: 'État de Washington', en: 'Washington' },
    citation: 'RCW 19.158.110(4), 80.36.390',
    hours: ['8-20', '8-20', '8-20'],
    refusalYears: 1,
    registration: registered,
    allParty: 'criminal',
    duties: [
      {
        id: 'ID',
        on: 'script',
        says: ['identity', 'client', 'purpose'],
        fr: 'dire son nom, la société et l’objet de l’appel dans les 30 secondes ; sur un refus, raccrocher dans les 10 secondes.',
        en: 'say one’s name, the company and the purpose within 30 seconds; on a refusal, end the call within 10 seconds.',
      },
    ],
  },
  {
    state: 'WV',
    name: { fr: 'Virginie-Occidentale', en: 'West Virginia' },
    citation: 'W. Va. Code 46A-6F-601(a)(4)',
    hours: ['8-21', '8-21', '8-21'],
  },
  {
    state: 'WI',
    name: { fr: 'Wisconsin', en: 'Wisconsin' },
    citation: 'ATCP 127.16(3)',
    status: 'partly_verified',
    registration: registered,
  },
  {
    state: 'WY',
    name: { fr: 'Wyoming', en: 'Wyoming' },
    citation: 'Wyo. Stat. 40-12-302(d)',
    hours: ['8-20', '8-20', '8-20'],
    dnc: true,
  },
  {
    // What is allowed by the hours of every row above.
    state: 'UNKNOWN',
    name: { fr: 'État inconnu', en: 'State unknown' },
    citation: 'What the hours, holidays and caps of all states have in common',
    strength: 'POLICY',
    hours: ['10-18', '10-17', '-'],
    holidays: 'us-federal',
    cap: 3,
  },
];
