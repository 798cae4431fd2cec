import type { Condition, Ground, Hours, Rule, RuleEffect, Window } from '../pack.ts';
import { everyPurpose, salesPurposes, unaskedSalesPurposes } from './purposes.ts';
import { hoursText } from './us-hours-text.ts';
import type { Spans, StateRow } from './us-states.ts';

/** What 16 CFR 310.4(c) keeps to its hours: sales calls, and a charity's. */
export const solicitations = [...salesPurposes, 'charity'] as const;

/** Signed, and to be shown (64.1200(c)(2)(ii); 310.4(b)(1)(iii)(B)(1)). */
export const writtenConsent = { by: 'consent', form: 'written', proven: true } as const satisfies Ground;
export const expressConsent = { by: 'consent', form: 'express' } as const satisfies Ground;

/** Ways of dialling in which a system chooses the number and dials it, nobody clicking for that one call. */
const machineDialled = ['progressive', 'power', 'predictive', 'recorded'] as const;

/** The rules of one row of the table; every text is made of the row's values. */
export function rulesOfState(row: StateRow): readonly Rule[] {
  return [
    ...hoursRules(row),
    ...holidayRules(row),
    ...capRules(row),
    ...registerRules(row),
    ...consentRules(row),
    ...mobileRules(row),
    ...recordedRules(row),
    ...refusalRules(row),
    ...duties(row),
  ];
}

function hoursRules(row: StateRow): readonly Rule[] {
  const { hours, since, zone } = row;
  if (!hours) return [];
  const rule = (id: string, spans: Spans): Rule => ({
    ...head(row, id, hoursText(spans, zone)),
    ...(row.allCalls ? { purposes: everyPurpose, condition: inState(row) } : {}),
    effect: 'hours',
    value: { week: weekOf(spans), ...(zone ? { zone } : {}) },
  });
  if (!since) return [rule('HOURS', hours)];
  return [
    { ...rule('HOURS-OLD', since.before), validTo: since.day },
    { ...rule('HOURS', hours), validFrom: since.day },
  ];
}

function holidayRules(row: StateRow): readonly Rule[] {
  if (!row.holidays) return [];
  const text = { fr: 'aucun appel les jours fériés.', en: 'no calls on holidays.' };
  return [
    {
      ...head(row, 'HOL', text),
      validFrom: row.since?.day ?? null,
      effect: 'holidays',
      value: { calendar: row.holidays },
    },
  ];
}

function capRules(row: StateRow): readonly Rule[] {
  if (row.cap === undefined) return [];
  const text = {
    fr: `au plus ${row.cap} appels en 24 heures sur le même sujet.`,
    en: `at most ${row.cap} calls in 24 hours on the same subject.`,
  };
  return [
    {
      ...head(row, 'CAP', text),
      purposes: salesPurposes,
      effect: 'frequency',
      value: { attemptsMax: row.cap, within: { hours: 24 }, same: 'object' },
    },
  ];
}

function registerRules(row: StateRow): readonly Rule[] {
  const rules: Rule[] = [];
  if (row.dnc) {
    const text = {
      fr: 'la liste d’opposition de l’État se consulte tous les 31 jours, comme la liste nationale ; un numéro inscrit n’est pas démarché sans accord écrit.',
      en: 'the state’s own do-not-call list is consulted every 31 days, like the national one; a listed number is not canvassed without written consent.',
    };
    rules.push({
      ...head(row, 'DNC', text),
      // That the list exists was verified, its age and its exceptions were not: those of the national list.
      status: 'partly_verified',
      purposes: salesPurposes,
      effect: 'register',
      value: { register: 'us_state_dnc', ageDaysMax: 31 },
      liftedBy: [writtenConsent],
    });
  }
  if (row.reassigned) {
    const text = {
      fr: 'la base des numéros réattribués se consulte avant l’appel (elle est mise à jour chaque mois) ; un numéro qui a changé de titulaire n’est pas appelé.',
      en: 'the Reassigned Numbers Database is asked before the call (it is renewed each month); a number that changed hands is not called.',
    };
    rules.push({
      ...head(row, 'RND', text),
      status: 'partly_verified',
      purposes: salesPurposes,
      effect: 'register',
      value: { register: 'us_reassigned', ageDaysMax: 31 },
    });
  }
  return rules;
}

const consentTexts = {
  every_call: {
    fr: 'tout appel de vente non demandé suppose un consentement écrit.',
    en: 'every unsolicited sales call needs consent in writing.',
  },
  selection_and_dialing: {
    fr: 'un système qui choisit et compose les numéros de lui-même suppose un consentement écrit (« selection and dialing »).',
    en: 'a system that selects and dials the numbers by itself needs consent in writing ("selection and dialing").',
  },
  selection_or_dialing: {
    fr: 'un système qui choisit ou compose les numéros de lui-même suppose un consentement écrit (« selection or dialing »).',
    en: 'a system that selects or dials the numbers by itself needs consent in writing ("selection or dialing").',
  },
} as const;

function consentRules(row: StateRow): readonly Rule[] {
  if (!row.consent) return [];
  const modes = row.consent === 'every_call' ? {} : { modes: machineDialled };
  return [
    {
      ...head(row, 'CONSENT', consentTexts[row.consent]),
      purposes: unaskedSalesPurposes,
      condition: { ...toConsumersIn(row), ...modes },
      effect: 'needs',
      value: { anyOf: [writtenConsent] },
    },
  ];
}

const mobileTexts = {
  unsolicited: {
    fr: 'aucun appel de vente non sollicité vers un mobile, à aucune heure.',
    en: 'no unsolicited sales call to a mobile, at any hour.',
  },
  express_consent: {
    fr: 'un appel de vente vers un mobile suppose un consentement exprès.',
    en: 'a sales call to a mobile needs express consent.',
  },
} as const;

function mobileRules(row: StateRow): readonly Rule[] {
  if (!row.mobile) return [];
  return [
    {
      ...head(row, 'MOBILE', mobileTexts[row.mobile]),
      purposes: unaskedSalesPurposes,
      condition: { ...toConsumersIn(row), lineTypes: ['mobile'] },
      effect: 'forbidden',
      value: null,
      liftedBy: [expressConsent],
    },
  ];
}

const recordedMessages = { fr: 'messages enregistrés,', en: 'recorded messages' } as const;

/** Of the device, not of what it says: every purpose, companies too. */
function recordedRules(row: StateRow): readonly Rule[] {
  if (!row.recorded) return [];
  const { hours, everyHours } = row.recorded;
  const ofDevice = { purposes: everyPurpose, condition: { ...inState(row), modes: ['recorded'] } } as const;
  const hoursRule: Rule = {
    ...head(row, 'ADAD', hoursText(hours, undefined, recordedMessages)),
    ...ofDevice,
    effect: 'hours',
    value: { week: weekOf(hours) },
  };
  if (everyHours === undefined) return [hoursRule];
  const cap = {
    fr: `un message enregistré par ${everyHours} heures au plus.`,
    en: `at most one recorded message in ${everyHours} hours.`,
  };
  return [
    hoursRule,
    {
      ...head(row, 'ADAD-CAP', cap),
      ...ofDevice,
      effect: 'frequency',
      value: { attemptsMax: 1, within: { hours: everyHours } },
    },
  ];
}

function refusalRules(row: StateRow): readonly Rule[] {
  if (row.refusalYears === undefined) return [];
  const text = {
    fr: 'une personne qui a refusé n’est pas rappelée avant un an.',
    en: 'a person who refused is not called again for a year.',
  };
  return [
    {
      ...head(row, 'REFUSAL', text),
      effect: 'rest',
      value: {
        after: ['not_interested', 'objection', 'withdrawal', 'stop'],
        lasting: { years: row.refusalYears },
      },
      liftedBy: [expressConsent],
    },
  ];
}

const allPartyTexts = {
  criminal: {
    fr: 'l’enregistrement suppose l’accord de toutes les parties.',
    en: 'recording needs the consent of all parties.',
  },
  civil: {
    fr: 'l’enregistrement suppose l’accord de toutes les parties (au civil).',
    en: 'recording needs the consent of all parties (civil law).',
  },
  mixed: {
    fr: 'l’enregistrement suppose, dans une partie des cas, l’accord de toutes les parties : le demander toujours.',
    en: 'recording needs the consent of all parties in part of the cases: always ask for it.',
  },
} as const;

function duties(row: StateRow): readonly Rule[] {
  const { registration, allParty } = row;
  const rules: Rule[] = [];
  if (registration) {
    const text = { fr: `${registration.fr}.`, en: `${registration.en}.` };
    rules.push(duty(head(row, 'REGISTRATION', text), 'registration'));
  }
  if (allParty) {
    const ofEveryCall = { purposes: everyPurpose, condition: inState(row) };
    // The list of states was read, their own texts were not.
    const recording = { ...head(row, 'RECORDING', allPartyTexts[allParty]), ...ofEveryCall };
    rules.push(duty({ ...recording, status: 'to_confirm' }, 'recording'));
  }
  for (const { id, fr, en, ...value } of row.duties ?? []) {
    rules.push({ ...head(row, id, { fr, en }), about: 'campaign', effect: 'duty', value });
  }
  return rules;
}

type Head = Omit<Rule, keyof RuleEffect>;

function duty(of: Head, on: Extract<RuleEffect, { effect: 'duty' }>['value']['on']): Rule {
  return { ...of, about: 'campaign', effect: 'duty', value: { on } };
}

/** Of sales and charity calls to the consumers of a state; a rule says what it has otherwise. */
function head(row: StateRow, id: string, text: Rule['text']): Head {
  return {
    id: `US-${row.state}-${id}`,
    strength: row.strength ?? 'LAW',
    citation: row.citation,
    status: row.status ?? 'verified',
    purposes: solicitations,
    condition: toConsumersIn(row),
    validFrom: null,
    validTo: null,
    about: 'lead',
    text: { fr: `${row.name.fr} : ${text.fr}`, en: `${row.name.en}: ${text.en}` },
  };
}

function inState({ state }: StateRow): Condition {
  return { states: [state === 'UNKNOWN' ? 'unknown' : `US-${state}`] };
}

function toConsumersIn(row: StateRow): Condition {
  return { ...inState(row), persons: ['consumer'] };
}

/** The week of an `hours` rule. */
export function weekOf([weekdays, saturday, sunday]: Spans): Hours['week'] {
  const [days, sixth, seventh] = [windowsOf(weekdays), windowsOf(saturday), windowsOf(sunday)];
  return { 1: days, 2: days, 3: days, 4: days, 5: days, 6: sixth, 7: seventh };
}

/** `8-20` as a window of the engine; none for `-`. */
function windowsOf(span: Spans[number]): readonly Window[] {
  if (span === '-') return [];
  const [from = '', to = ''] = span.split('-').map((hour) => `${hour.padStart(2, '0')}:00`);
  return [[from, to]];
}
