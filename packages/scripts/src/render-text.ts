import type { Civility, LeadFields } from '@alize/model';

/** Values by field name; null or empty for a field that is known and has none. */
export type ScriptContext = Readonly<Record<string, string | null>>;

export interface ScriptPeople {
  /** The person called. The civility may come as text, as the api's contract has it. */
  readonly lead: Pick<
    LeadFields,
    | 'firstName'
    | 'lastName'
    | 'company'
    | 'email'
    | 'address'
    | 'postalCode'
    | 'city'
    | 'reference'
    | 'comment'
    | 'custom'
  > & { readonly phoneNumber: string; readonly civility: Civility | string | null };
  readonly agentName: string;
  readonly clientName: string;
}

/**
 * The fields that a script's text may name, in English and in French: those of the lead, `agentName` (`agent`),
 * `clientName` (`client`), and the lead's own columns by heading. `civility` is a word (Madame, Monsieur), and `e`
 * the ending that follows it: `ravi{{e}}` becomes ravi, ravie, or ravi(e) when nobody knows.
 */
export function scriptContext({ lead, agentName, clientName }: ScriptPeople): ScriptContext {
  const civility = lead.civility === 'Mme' ? 'Madame' : lead.civility === 'M' ? 'Monsieur' : null;
  return {
    ...lead.custom,
    civility,
    civilite: civility,
    e: civility === null ? '(e)' : civility === 'Madame' ? 'e' : '',
    firstName: lead.firstName,
    prenom: lead.firstName,
    lastName: lead.lastName,
    nom: lead.lastName,
    company: lead.company,
    societe: lead.company,
    phoneNumber: lead.phoneNumber,
    telephone: lead.phoneNumber,
    email: lead.email,
    address: lead.address,
    adresse: lead.address,
    postalCode: lead.postalCode,
    codePostal: lead.postalCode,
    city: lead.city,
    ville: lead.city,
    reference: lead.reference,
    comment: lead.comment,
    commentaire: lead.comment,
    agentName,
    agent: agentName,
    clientName,
    client: clientName,
  };
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
