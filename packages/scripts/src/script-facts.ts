import { fillableFields, type LeadFields } from '@alize/model';

/** What a script's conditions and draws read beside the answers; the same for the whole of an interview. */
export interface ScriptFacts {
  /** Fields of the lead as they were when the call began, by name; the client's own columns as `custom:<name>`. */
  readonly fields: Readonly<Record<string, string | number | boolean | null>>;
  /** Of the drawn orders: `seedOf(leadId)`. */
  readonly seed: number;
}

/** Fields of a lead that conditions may look at. */
export const conditionFields = ['reference', ...fillableFields] as const;
type ConditionField = (typeof conditionFields)[number];

/** The fields of a lead as conditions name them: its own, and `custom:<name>` for each column of the client's. */
export function fieldsOf(lead: Partial<Pick<LeadFields, ConditionField | 'custom'>>): ScriptFacts['fields'] {
  return Object.fromEntries([
    ...conditionFields.map((field) => [field, lead[field] ?? null] as const),
    ...Object.entries(lead.custom ?? {}).map(([name, value]) => [`custom:${name}`, value] as const),
  ]);
}
