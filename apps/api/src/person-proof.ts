import { createHmac } from 'node:crypto';
import { describeRule } from '@alize/compliance';
import { appendEvents, erasePerson, type Kept, personFile } from '@alize/db';
import type { ClientId, Language, PhoneNumber, UserId } from '@alize/model';
import { forgetElsewhere } from './appointments/forget-elsewhere.ts';
import { toPhones } from './contract/plain.ts';
import { removeDropped } from './handovers/remove-dropped.ts';
import { Problem } from './problem.ts';
import { yearsAfter } from './retention.ts';
import type { Api } from './routing.ts';

/** About whom, asked by whom. */
export interface PersonAsked {
  readonly clientId: ClientId;
  readonly phoneNumber: PhoneNumber;
  readonly userId: UserId;
  readonly language: Language;
}

/** One person's whole file, each rule with its text; that it was taken out is on record, of whom is not. */
export async function takeOutPerson(api: Api, { clientId, phoneNumber, userId, language }: PersonAsked) {
  const { db } = api.database;
  const atMs = api.clock.nowMs();
  const file = await personFile(db, clientId, phoneNumber);
  await appendEvents(db, atMs, [{ clientId, event: { kind: 'audit.noted', deed: 'person_file', userId } }]);
  return {
    madeAtMs: atMs,
    ...file,
    numbers: [...file.numbers],
    leads: file.leads.map((lead) => ({ ...lead, phones: toPhones(lead.phones) })),
    rulings: file.rulings.map((ruling) => ({
      ...ruling,
      rules: ruling.rules.map((rule) => ({ ...rule, text: describeRule(rule.rule, language) })),
    })),
  };
}

/** Erases a person; answers what had to be kept, why and until when. Throws the Problem `person_in_call`. */
export async function forgetPerson(api: Api, asked: PersonAsked & { readonly keepSuppressed: boolean }) {
  const { clientId, phoneNumber, userId, language, keepSuppressed } = asked;
  const { db } = api.database;
  const atMs = api.clock.nowMs();
  const id = api.ids.make('erasure');
  const answer = await erasePerson(db, {
    ...{ id, clientId, phoneNumber, keepSuppressed, atMs, doneBy: userId },
    numberSha256: numberHash(api.settings.seatKey, phoneNumber),
    makeSuppressionId: () => api.ids.make('suppression'),
    forgetAppointments: (tx, appointments) => forgetElsewhere(api, tx, { clientId, appointments, atMs }),
    forgetHandovers: (tx, handovers) => removeDropped(api, tx, { clientId, handovers, atMs }),
  });
  if (answer.kind === 'in_call') throw new Problem('person_in_call');
  const { numbers, leads, kept } = answer;
  return { id, atMs, numbers, leads, kept: kept.map((each) => explain(each, language)) };
}

/** By a secret of this installation, so that nobody finds the number by trying all of them. */
function numberHash(secret: string, phoneNumber: PhoneNumber): string {
  return createHmac('sha256', secret).update(`erasure ${phoneNumber}`).digest('hex');
}

interface Reason {
  /** Null: for good. */
  readonly years: number | null;
  readonly citation: string;
  readonly fr: string;
  readonly en: string;
}

const reasons: Readonly<Record<Kept['what'], Reason>> = {
  attempts: {
    years: 5,
    citation: '16 CFR 310.5; C. conso. D.223-9',
    fr: 'Les appels passés : numéro, instants et résultat, sans notes ni réponses. Ils prouvent le respect des horaires et du nombre de tentatives.',
    en: 'The calls placed: number, instants and result, without notes or answers. They prove that hours and numbers of attempts were respected.',
  },
  outside_attempts: {
    years: 5,
    citation: '16 CFR 310.5; C. conso. D.223-9',
    fr: 'Les appels passés ailleurs : numéro, instant et résultat. Ils comptent dans le nombre de tentatives.',
    en: 'The calls placed elsewhere: number, instant and result. They count among the attempts.',
  },
  rulings: {
    years: 5,
    citation: '16 CFR 310.5; UWG §7a; C. conso. L.223-1',
    fr: 'Les décisions d’appeler ou de ne pas appeler, avec leurs règles, sans les faits personnels qui les ont fondées.',
    en: 'The rulings to call or not to call, with their rules, without the personal facts they were made from.',
  },
  consents: {
    years: 5,
    citation: 'C. conso. R.223-1 à R.223-3; UWG §7a',
    fr: 'La preuve des consentements : dates, objet, référence de la preuve, retrait.',
    en: 'The proof of consents: dates, object, reference of the proof, withdrawal.',
  },
  relations: {
    years: 5,
    citation: 'C. conso. L.223-1, R.223-4',
    fr: 'Les contrats, achats et demandes de rappel qui ont permis un appel : dates, objet, référence de la preuve.',
    en: 'The contracts, purchases and requests that made a call lawful: dates, object, reference of the proof.',
  },
  suppressions: {
    years: null,
    citation: 'GDPR art. 21(3); C. conso. L.221-16, R.223-3',
    fr: 'Le numéro sur la liste d’opposition : sans lui, la personne pourrait être appelée de nouveau.',
    en: 'The number on the do-not-call list: without it the person could be called again.',
  },
};

function explain({ what, count, latestAtMs }: Kept, language: Language) {
  const { years, citation, [language]: text } = reasons[what];
  const untilMs = years === null || latestAtMs === null ? null : yearsAfter(latestAtMs, years);
  return { what, count, untilMs, citation, text };
}
