import type { Civility, CustomValue, LeadFields } from '@alize/model';

/** Values by field name; null or empty for a field that is known and has none. */
export type ScriptContext = Readonly<Record<string, string | null>>;

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

export interface ScriptPeople {
  /** The person called. The civility may come as text, as the api's contract has it; what is left out is empty. */
  readonly lead: Partial<Pick<LeadFields, ToldField | 'birthDate' | 'custom'>> & {
    /** The number called, as it is to be read. */
    readonly phoneNumber: string;
    readonly civility: Civility | string | null;
  };
  readonly agentName: string;
  readonly clientName: string;
}

/**
 * The fields that a script's text may name, in English and in French: those of the lead, `agentName` (`agent`),
 * `clientName` (`client`), and the lead's own columns by name. `civility` is a word (Madame, Monsieur), and `e`
 * the ending that follows it: `ravi{{e}}` becomes ravi, ravie, or ravi(e) when nobody knows. Dates, numbers, yes and
 * no are as the French write them: `31/12/2026`, `12,5`, `oui`.
 */
export function scriptContext({ lead, agentName, clientName }: ScriptPeople): ScriptContext {
  const civility = lead.civility === 'Mme' ? 'Madame' : lead.civility === 'M' ? 'Monsieur' : null;
  const birthDate = lead.birthDate ? written(lead.birthDate) : null;
  return {
    ...ownColumns(lead.custom ?? {}),
    ...toldFields(lead),
    civility,
    civilite: civility,
    e: civility === null ? '(e)' : civility === 'Madame' ? 'e' : '',
    birthDate,
    dateDeNaissance: birthDate,
    dateNaissance: birthDate,
    phoneNumber: lead.phoneNumber,
    telephone: lead.phoneNumber,
    agentName,
    agent: agentName,
    clientName,
    client: clientName,
  };
}

function toldFields(lead: ScriptPeople['lead']): ScriptContext {
  // `Object.entries` forgets the type of the keys; they are those of the record.
  const names = Object.entries(frenchNames) as [ToldField, string][];
  return Object.fromEntries(
    names.flatMap(([field, french]) => [
      [field, lead[field] ?? null],
      [french, lead[field] ?? null],
    ]),
  );
}

function ownColumns(custom: LeadFields['custom']): ScriptContext {
  return Object.fromEntries(Object.entries(custom).map(([name, value]) => [name, written(value)]));
}

/** A value as the French read it out. */
function written(value: CustomValue): string {
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') return String(value).replace('.', ',');
  return value.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1');
}

/**
 * Text with its `{{field}}` and `{{field|fallback}}` filled in. Accents, case and punctuation of the field do not
 * count. A field that is not known shows as `⟦field⟧`, so that nobody reads out a gap. Plain text, not HTML.
 */
export function renderText(say: string, context: ScriptContext): string {
  const values = new Map(Object.entries(context).map(([name, value]) => [keyOf(name), value]));
  const filled = say.replace(/\{\{([^{}|]+)(?:\|([^{}]*))?\}\}/g, (_all, name: string, fallback?: string) => {
    const value = values.get(keyOf(name));
    return value || (fallback?.trim() ?? (value === undefined ? `⟦${name.trim()}⟧` : ''));
  });
  return filled.replace(/ {2,}/g, ' ');
}

function keyOf(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
