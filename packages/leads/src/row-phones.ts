import type { LeadFields, LeadPhone } from '@alize/model';
import { phoneCodeOf, saysNothing } from './field-values.ts';
import type { ParsedPhones, ParsePhones, PhoneContext, PhoneErrorCode } from './phone-parser.ts';
import type { Plan } from './row-plan.ts';
import type { RowText } from './row-text.ts';

/** By what the numbers of rows are read. */
export interface PhoneReading {
  readonly plan: Plan;
  readonly parsePhones: ParsePhones;
  /** Country in which national numbers are read. */
  readonly country: string;
}

/**
 * The numbers of a row in the order of its columns, none twice. What cannot be read is left out when another number
 * can; else null comes back, and the row's error says why the first could not.
 */
export function rowPhones(
  row: RowText,
  rowCountry: string | null,
  reading: PhoneReading,
): LeadFields['phones'] | null {
  const written = row.of(reading.plan.phoneCode);
  const phoneCode = written === '' ? null : phoneCodeOf(written);
  if (written !== '' && phoneCode === null) return row.fail('phone_code_unreadable', written);
  const country = rowCountry ?? reading.country;
  const numbers = new RowNumbers(row);
  for (const source of reading.plan.phones) {
    const text = row.in(source);
    if (text !== '') numbers.add(text, parsed(text, { country, label: source.label, phoneCode }, reading));
  }
  if (numbers.isEmpty) {
    for (const { label, value } of reading.plan.phoneConstants) {
      const text = row.constant(value);
      numbers.add(text, parsed(text, { country, label, phoneCode }, reading));
    }
  }
  return numbers.settled(reading.plan);
}

/** Read as in the person's country; what is no number there, as in the file's. */
function parsed(text: string, context: PhoneContext, { parsePhones, country }: PhoneReading): ParsedPhones {
  const found = parsePhones(text, context);
  if (found.kind === 'phones' || context.country === country || context.phoneCode !== null) return found;
  const atHome = parsePhones(text, { ...context, country });
  return atHome.kind === 'phones' ? atHome : found;
}

interface FailedCell {
  readonly code: PhoneErrorCode;
  readonly column: string | null;
  readonly text: string;
}

class RowNumbers {
  readonly #row: RowText;
  #phones: [LeadPhone, ...LeadPhone[]] | null = null;
  #failed: FailedCell[] | null = null;

  constructor(row: RowText) {
    this.#row = row;
  }

  get isEmpty(): boolean {
    return this.#phones === null;
  }

  add(text: string, read: ParsedPhones): void {
    if (read.kind === 'error') {
      this.#fail(read.code, text);
      return;
    }
    for (const { change, from, to } of read.changes) this.#row.note(change, from, to);
    for (const phone of read.phones) this.#addPhone(phone, text);
  }

  #fail(code: PhoneErrorCode, text: string): void {
    if (saysNothing(text)) this.#row.note('value_left_out', text, '');
    else if (this.#failed === null) this.#failed = [{ code, column: this.#row.column, text }];
    else this.#failed.push({ code, column: this.#row.column, text });
  }

  #addPhone(phone: LeadPhone, text: string): void {
    if (this.#phones === null) this.#phones = [phone];
    else if (!this.#phones.some(({ phoneNumber }) => phoneNumber === phone.phoneNumber))
      this.#phones.push(phone);
    else this.#row.note('phone_repeated', text, phone.phoneNumber);
  }

  settled({ phones: [firstColumn] }: Plan): LeadFields['phones'] | null {
    const failed = this.#failed ?? [];
    if (this.#phones === null) {
      const [first] = failed;
      this.#row.column = first ? first.column : (firstColumn?.heading ?? null);
      return this.#row.fail(first?.code ?? 'phone_missing', first?.text ?? '');
    }
    for (const { column, text } of failed) {
      this.#row.column = column;
      this.#row.note('phone_left_out', text, '');
    }
    return this.#phones;
  }
}
