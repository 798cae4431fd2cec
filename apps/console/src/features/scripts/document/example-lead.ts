import type { Answers, Civility, Language, Script } from '@alize/model';
import { fieldsOf, type ScriptContext, type ScriptFacts, scriptContext } from '@alize/scripts';

/** Which lead a script is tried with. */
export interface Example {
  readonly civility: Civility | null;
  /** Everything but the number is missing, as in a poor file. */
  readonly isBare: boolean;
  /** What the drawn orders come from. */
  readonly seed: number;
}

export const firstExample: Example = { civility: 'Mme', isBare: false, seed: 1 };

/** A lead that nobody is: each field speaks of itself, so that a wrong placeholder is seen. */
export function exampleLead({ civility, isBare }: Example, columns: readonly string[], language: Language) {
  const words = language === 'fr' ? french : english;
  const empty = { phoneNumber: '06 39 98 00 00', civility, custom: {} };
  if (isBare) return empty;
  const custom = Object.fromEntries(columns.map((name) => [name, words.column(name)]));
  return { ...empty, ...words.fields, custom };
}

/** What texts are filled from, and what conditions look at, with this lead. */
export function exampleOf(
  example: Example,
  more: {
    readonly columns: readonly string[];
    readonly language: Language;
    readonly agentName: string;
    readonly clientName: string;
    readonly script: Script;
    readonly answers: Answers;
  },
): { readonly context: ScriptContext; readonly facts: ScriptFacts } {
  const lead = exampleLead(example, more.columns, more.language);
  const { agentName, clientName, script, answers, language } = more;
  return {
    context: scriptContext({ lead, agentName, clientName, script, answers, language }),
    facts: { fields: fieldsOf(lead), seed: example.seed },
  };
}

const french = {
  column: (name: string) => `(${name})`,
  fields: {
    firstName: 'Prénom',
    lastName: 'Nom',
    company: 'Société Exemple',
    email: 'exemple@example.org',
    reference: 'EX-001',
    birthDate: '1980-05-12',
    address: '1 rue de l’Exemple',
    addressExtra: 'Bâtiment A',
    postalCode: '69003',
    city: 'Lyon',
    country: 'FR',
    region: 'Auvergne-Rhône-Alpes',
    comment: 'Commentaire',
  },
};

const english: typeof french = {
  column: (name) => `(${name})`,
  fields: {
    ...french.fields,
    firstName: 'First name',
    lastName: 'Last name',
    company: 'Example Ltd',
    address: '1 Example Street',
    addressExtra: 'Building A',
    comment: 'Comment',
  },
};
