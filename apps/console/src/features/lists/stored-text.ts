import type { ColumnTarget } from '@alize/leads';
import { formatPhone } from '../../shared/format.ts';
import type { RowNote, ShownFields, ShownRow } from '../../shared/trade/contract.ts';

/** How values are written for people. */
interface Told {
  /** Of an ISO date. */
  readonly dateOf: (date: string) => string;
  /** Of an instant in UTC ms. */
  readonly instantOf: (atMs: number) => string;
  readonly numberOf: (value: number) => string;
  readonly wordOf: (value: boolean) => string;
}

/** What of a lead came from a cell, as it is stored: of a column of numbers those that stand in the cell. */
export function storedText(fields: ShownFields, target: ColumnTarget, raw: string, told: Told): string {
  switch (target.kind) {
    case 'field': {
      const value = fields[target.field];
      if (value === null) return '';
      return target.field === 'birthDate' ? told.dateOf(String(value)) : String(value);
    }
    case 'phone':
      return phonesIn(fields, raw).join(', ');
    case 'consent': {
      if (fields.consent === null) return '';
      if (target.part === 'givenAt') return told.instantOf(fields.consent.givenAtMs);
      return fields.consent[target.part] ?? '';
    }
    case 'custom': {
      const value = fields.custom[target.name];
      if (value === undefined) return '';
      if (typeof value === 'string') return target.type === 'date' ? told.dateOf(value) : value;
      return typeof value === 'number' ? told.numberOf(value) : told.wordOf(value);
    }
    case 'phone_code':
    case 'ignore':
      return raw;
  }
}

/** What was changed of the value in this column. */
export function notesOf(row: ShownRow, heading: string): readonly RowNote[] {
  return row.kind === 'lead' ? row.changes.filter(({ column }) => column === heading) : [];
}

/** By their last digits, which every way to write a number has. */
function phonesIn({ phones }: ShownFields, raw: string): readonly string[] {
  const digits = raw.replace(/\D/g, '');
  return phones
    .filter(({ phoneNumber }) => digits.includes(phoneNumber.slice(-8)))
    .map(({ phoneNumber, extension }) => `${formatPhone(phoneNumber)}${extension ? ` #${extension}` : ''}`);
}
