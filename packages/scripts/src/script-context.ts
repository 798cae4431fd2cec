import type { Answers, Civility, CustomValue, Language, LeadFields, Script } from '@alize/model';
import { placeholderKey } from './placeholders.ts';
import { wordsOfAnswer, written } from './written.ts';

/** Fields of a lead that are told as they stand, with their French names. */
const frenchNames = {
  firstName: 'prenom',
  lastName: 'nom',
  company: 'societe',
  email: 'courriel',
  address: 'adresse',
  addressExtra: 'complement',
  postalCode: 'codePostal',
  city: 'ville',
  country: 'pays',
  region: 'region',
  reference: 'reference',
  comment: 'commentaire',
} as const;
type ToldField = keyof typeof frenchNames;

/** The fields that every script may name in `{{…}}`, whatever the client's own columns: in English, then in French. */
export const standardPlaceholders: readonly (readonly [english: string, french: string])[] = [
  ['civility', 'civilite'],
  ...Object.entries(frenchNames),
  ['birthDate', 'dateDeNaissance'],
  ['phoneNumber', 'telephone'],
  ['agentName', 'agent'],
  ['clientName', 'client'],
];

export interface ScriptPeople {
  /** The person called. The civility may come as text, as the api's contract has it; what is left out is empty. */
  readonly lead: Partial<Pick<LeadFields, ToldField | 'birthDate' | 'custom'>> & {
    /** The number called, as it is to be read. */
    readonly phoneNumber: string;
    readonly civility: Civility | string | null;
  };
  readonly agentName: string;
  readonly clientName: string;
  /** What `{{answer:id}}` speaks of; without them nothing was answered. */
  readonly script?: Script;
  readonly answers?: Answers;
  /** The appointment that the call holds, in words; null while there is none. */
  readonly appointment?: string | null;
  /** In which language values are written; French unless told. */
  readonly language?: Language;
}

/** What placeholders are filled with. */
export interface ScriptContext {
  /** By `placeholderKey` of the name; null or empty for a field that is known and has none. */
  readonly values: ReadonlyMap<string, string | null>;
  /** By question id; null for a question that has no answer yet. */
  readonly answers: ReadonlyMap<string, string | null>;
  readonly civility: Civility | null;
}

const titles: Readonly<Record<Language, Readonly<Record<Civility, string>>>> = {
  fr: { M: 'Monsieur', Mme: 'Madame' },
  en: { M: 'Mr', Mme: 'Ms' },
};

/**
 * The values of all fields that a script's text may name, in English and in French: those of the lead, `agentName`
 * (`agent`), `clientName` (`client`), and the lead's own columns by name; and the answers given so far. `civility` is a
 * word (Madame, Monsieur), and `e` the ending that follows it: `ravi{{e}}` becomes ravi, ravie, or ravi(e) when nobody
 * knows. Dates, numbers, yes and no are as the language writes them: `31/12/2026`, `12,5`, `oui`.
 */
export function scriptContext(people: ScriptPeople): ScriptContext {
  const { lead, agentName, clientName, language = 'fr' } = people;
  const civility = lead.civility === 'M' || lead.civility === 'Mme' ? lead.civility : null;
  const title = civility && titles[language][civility];
  const birthDate = lead.birthDate ? written(lead.birthDate, language) : null;
  const own = Object.entries(lead.custom ?? {}).map(
    ([name, value]: [string, CustomValue]) => [name, written(value, language)] as const,
  );
  const standard: Readonly<Record<string, string | null>> = {
    ...{ civility: title, birthDate, phoneNumber: lead.phoneNumber, agentName, clientName },
    e: civility === null ? '(e)' : civility === 'Mme' ? 'e' : '',
  };
  const told = standardPlaceholders.flatMap(([english, french]) => {
    const value = isTold(english) ? (lead[english] ?? null) : (standard[english] ?? null);
    return [[english, value] as const, [french, value] as const];
  });
  return {
    values: new Map(
      [...own, ...told, ['e', standard.e ?? null] as const].map(([name, value]) => [
        placeholderKey(name),
        value,
      ]),
    ),
    answers: answersInWords(people, language),
    civility,
  };
}

function isTold(field: string): field is ToldField {
  return Object.hasOwn(frenchNames, field);
}

function answersInWords(
  { script, answers = {}, appointment = null }: ScriptPeople,
  language: Language,
): ReadonlyMap<string, string | null> {
  const questions = script?.steps.flatMap((step) => step.questions) ?? [];
  return new Map(
    questions.map((question) => {
      const words =
        question.kind === 'appointment' ? appointment : wordsOfAnswer(question, answers, language);
      return [question.id, words];
    }),
  );
}
