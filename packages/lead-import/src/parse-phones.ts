import type { ParsedPhones, PhoneContext } from '@alize/leads';
import { isFrenchPlan, plainFrench } from './french-phone.ts';
import { readCell } from './read-cell.ts';
import { frenchNumber } from './read-number.ts';

/** Several numbers with their words take no more; what is longer is not looked at. */
const lengthMax = 300;

/**
 * The numbers of a cell as E.164, in their order: national as in the context's country or behind its calling code, or
 * international, in every way people write them. French overseas numbers get their own calling code, whatever stood
 * before them. Of several in a cell those that are none are left out. Never throws.
 */
export function parsePhones(text: string, context: PhoneContext): ParsedPhones {
  if (text.length > lengthMax) return { kind: 'error', code: 'phone_unreadable' };
  // Nearly every number of a French file is done with here.
  const nine = isFrenchPlan(context) ? plainFrench(text) : 0;
  if (nine === 0) return readCell(text, context);
  const read = frenchNumber(nine, text, context);
  if (read.kind === 'error') return read;
  const phone = { phoneNumber: read.phoneNumber, label: context.label, extension: null };
  return { kind: 'phones', phones: [phone], changes: read.changes };
}
