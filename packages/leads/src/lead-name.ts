import type { LeadFields } from '@alize/model';

/** The name to show for a lead: `Mme Claire Roussel`, `M. Luc Petit`, else the company, else the client's reference, else empty. */
export function leadName(
  fields: Pick<LeadFields, 'civility' | 'firstName' | 'lastName' | 'company' | 'reference'>,
): string {
  const person = [fields.firstName, fields.lastName].filter((part) => part !== null && part !== '');
  if (person.length > 0)
    return [written(fields.civility), ...person].filter((part) => part !== null).join(' ');
  return fields.company ?? fields.reference ?? '';
}

/** A French abbreviation that does not end with the word's last letter takes a point: M. but Mme. */
const written = (civility: LeadFields['civility']) => (civility === 'M' ? 'M.' : civility);
