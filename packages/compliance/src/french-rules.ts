import { type Purpose, purposes } from '@alize/model';
import { checkHoliday, checkHours, checkOldSlot, checkSlot, reformDate } from './calling-window.ts';
import type { CallFacts } from './facts.ts';
import { addWorkingDays } from './french-calendar.ts';
import { type Moment, met, never, type Rule, type Verdict } from './rule.ts';

/** Prospecting, to which D.223-9 applies; a call asked for is kept to its hours as a policy. */
const prospecting = [
  'sales_cold',
  'sales_consented',
  'sales_contract_in_progress',
  'sales_ex_customer',
  'callback_requested',
  'press_subscription',
] as const satisfies readonly Purpose[];

const consentDays = 365;
const requestWorkingDays = 5;
const attemptsMax = 4;
const attemptsDays = 30;

/** ARCEP 2018-0881 as amended by 2022-1583: metropolitan roots of the verified polyvalent numbers. */
const npvPrefixes = [
  '+33162',
  '+33163',
  '+33270',
  '+33271',
  '+33377',
  '+33378',
  '+33424',
  '+33425',
  '+33568',
  '+33569',
  '+33948',
  '+33949',
] as const;

/** Metropolitan France, as the law stood on 2026-11-23. Dates are local days of Europe/Paris. */
export const frenchRules: readonly Rule[] = [
  {
    id: 'FR-CONSENT',
    strength: 'LAW',
    citation: 'C. conso. L.223-1 al. 1-3, R.223-1; loi 2025-594 art. 13 III; décret 2026-662',
    purposes: ['sales_cold', 'sales_consented', 'sales_ex_customer'],
    validFrom: reformDate,
    validTo: null,
    about: 'lead',
    text: {
      fr: 'Prospecter un consommateur demande son consentement préalable, de moins d’un an.',
      en: 'Calling a consumer to sell needs their prior consent, less than a year old.',
    },
    check: checkConsent,
  },
  {
    id: 'FR-CONTRACT',
    strength: 'LAW',
    citation: 'C. conso. L.223-1 al. 4',
    purposes: ['sales_contract_in_progress'],
    validFrom: null,
    validTo: null,
    about: 'lead',
    text: {
      fr: 'Contrat en cours, appel en rapport avec son objet : le consentement n’est pas exigé.',
      en: 'A contract in progress, and a call related to its object: consent is not required.',
    },
    check: () => met,
  },
  {
    id: 'FR-PRESS',
    strength: 'LAW',
    citation: 'C. conso. L.223-5',
    purposes: ['press_subscription'],
    validFrom: null,
    validTo: null,
    about: 'lead',
    text: {
      fr: 'Journaux, périodiques et magazines : le consentement n’est pas exigé.',
      en: 'Newspapers, periodicals and magazines: consent is not required.',
    },
    check: () => met,
  },
  {
    id: 'FR-REQUEST',
    strength: 'POLICY',
    citation: 'Modelled on C. conso. R.223-4',
    purposes: ['callback_requested'],
    validFrom: reformDate,
    validTo: null,
    about: 'lead',
    text: {
      fr: 'Un rappel demandé se fait dans les 5 jours ouvrables qui suivent une demande prouvée.',
      en: 'A requested call is made within 5 working days of a request that can be proved.',
    },
    check: checkRequest,
  },
  {
    id: 'FR-OUTSIDE',
    strength: 'LAW',
    citation: 'C. conso. L.223-1, D.223-9 (commercial prospecting of consumers only)',
    purposes: ['service', 'collections', 'survey', 'charity', 'political', 'b2b_sales'],
    validFrom: null,
    validTo: null,
    about: 'lead',
    text: {
      fr: 'Cet appel n’est pas de la prospection commerciale d’un consommateur.',
      en: 'This call is not commercial prospecting of a consumer.',
    },
    check: () => met,
  },
  {
    id: 'FR-HOURS',
    strength: 'LAW',
    citation: 'C. conso. D.223-9 al. 1',
    purposes: prospecting,
    validFrom: '2023-03-01',
    validTo: null,
    about: 'lead',
    text: {
      fr: 'Appels du lundi au vendredi, de 10 h à 13 h et de 14 h à 20 h, à l’heure de la personne appelée.',
      en: 'Calls from Monday to Friday, 10:00 to 13:00 and 14:00 to 20:00, in the called person’s time.',
    },
    check: checkHours,
  },
  {
    id: 'FR-HOL',
    strength: 'LAW',
    citation: 'C. conso. D.223-9 al. 1; C. trav. L.3133-1',
    purposes: prospecting,
    validFrom: '2023-03-01',
    validTo: null,
    about: 'lead',
    text: { fr: 'Aucun appel les jours fériés.', en: 'No calls on public holidays.' },
    check: checkHoliday,
  },
  {
    id: 'FR-SLOT',
    strength: 'LAW',
    citation: 'C. conso. L.223-1 al. 6',
    purposes: prospecting,
    validFrom: reformDate,
    validTo: null,
    about: 'lead',
    text: {
      fr: 'La personne a accepté d’être appelée à cette date et à cette heure précises.',
      en: 'The person agreed to be called at this very date and time.',
    },
    check: checkSlot,
  },
  {
    id: 'FR-SLOT-OLD',
    strength: 'LAW',
    citation: 'C. conso. D.223-9 al. 2, before décret 2026-662',
    purposes: prospecting,
    validFrom: '2023-03-01',
    validTo: reformDate,
    about: 'lead',
    text: {
      fr: 'La personne avait consenti à être appelée, ce qui levait les jours et les heures.',
      en: 'The person had consented to be called, which lifted days and hours.',
    },
    check: checkOldSlot,
  },
  {
    id: 'FR-FREQ',
    strength: 'LAW',
    citation: 'C. conso. D.223-9',
    purposes: prospecting,
    validFrom: '2023-03-01',
    validTo: null,
    about: 'lead',
    text: {
      fr: 'Quatre appels ou tentatives au plus par personne en 30 jours, répondus ou non.',
      en: 'Four calls or attempts at most to one person in 30 days, answered or not.',
    },
    check: checkFrequency,
  },
  {
    id: 'FR-NPV',
    strength: 'LAW',
    citation: 'CPCE L.44 VI; ARCEP 2018-0881 as amended by 2022-1583',
    purposes,
    validFrom: '2023-01-01',
    validTo: null,
    about: 'campaign',
    text: {
      fr: 'La numérotation automatique ne peut présenter qu’un numéro polyvalent vérifié (0162, 0163, 0270, 0271, 0377, 0378, 0424, 0425, 0568, 0569, 0948, 0949).',
      en: 'Automatic dialling may only show a verified polyvalent number (0162, 0163, 0270, 0271, 0377, 0378, 0424, 0425, 0568, 0569, 0948, 0949).',
    },
    check: checkCallerId,
  },
];

/** Consent is needed, not in the future, and lives a year at most (R.223-1); 365 days, so never a day too long. */
function checkConsent({ consentAtMs }: CallFacts, { ms }: Moment): Verdict {
  if (consentAtMs === null) return never;
  if (consentAtMs > ms) return { kind: 'refused', untilMs: consentAtMs };
  return ms < consentAtMs + consentDays * 86_400_000 ? met : never;
}

/** The request's instant stands where a consent's would. */
function checkRequest({ consentAtMs }: CallFacts, { ms, local }: Moment): Verdict {
  if (consentAtMs === null) return never;
  if (consentAtMs > ms) return { kind: 'refused', untilMs: consentAtMs };
  const last = addWorkingDays(dateOf(consentAtMs, local), requestWorkingDays);
  return Temporal.PlainDate.compare(local.toPlainDate(), last) <= 0 ? met : never;
}

/** Any 30 calendar days count, so the day to wait for is that of the fourth-last attempt, 30 days on. */
function checkFrequency({ attemptInstantsMs }: CallFacts, { local }: Moment): Verdict {
  const fourthLast = attemptInstantsMs.toSorted((one, other) => other - one)[attemptsMax - 1];
  if (fourthLast === undefined) return met;
  const free = dateOf(fourthLast, local).add({ days: attemptsDays });
  if (Temporal.PlainDate.compare(local.toPlainDate(), free) >= 0) return met;
  return { kind: 'refused', untilMs: free.toZonedDateTime(local.timeZoneId).epochMilliseconds };
}

/** One call for one click of a person (preview) is not an automatic system; every other mode is. */
function checkCallerId({ dialMode, callerId }: CallFacts): Verdict {
  if (dialMode === 'preview') return met;
  const isNpv = callerId.number.length === 12 && npvPrefixes.some((npv) => callerId.number.startsWith(npv));
  return isNpv ? met : never;
}

/** The local day of an instant, in the zone of `local`. */
function dateOf(ms: number, local: Temporal.ZonedDateTime): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(local.timeZoneId).toPlainDate();
}
