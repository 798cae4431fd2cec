import { placeOf } from '@alize/compliance';
import type { FieldsToStore } from '@alize/db';
import type { LeadFields, LeadPhone } from '@alize/model';

/** What is stored of a lead: its fields, and of each number the kind of line that it is by its numbering plan. */
export function withLineTypes(fields: LeadFields): FieldsToStore {
  const withType = (phone: LeadPhone) => ({ ...phone, lineType: placeOf(phone.phoneNumber).lineType });
  const [first, ...others] = fields.phones;
  return { ...fields, phones: [withType(first), ...others.map(withType)] };
}
