import type { FieldsToStore } from '@alize/db';
import { describeRowChange, describeRowError, parsePhones } from '@alize/lead-import';
import { type LeadValues, leadFieldNames, leadFromValues, type RowChange } from '@alize/leads';
import type { Language } from '@alize/model';
import type { z } from '@hono/zod-openapi';
import type { leadContract } from './contract/index.ts';
import { withLineTypes } from './line-types.ts';

type WrittenLead = z.infer<typeof leadContract.newLead>;

/** How the values of a lead are read. */
export interface LeadReading {
  /** Whose national numbers, ISO 3166. */
  readonly country: string;
  /** Of dates without a zone. */
  readonly timeZone: string;
  readonly language: Language;
}

/** What reading changed of a value, or left out of it. */
export interface ValueChange {
  /** `phones.0`, `email`, `consent.givenAt`, `custom.contract`. */
  readonly field: string;
  readonly change: RowChange;
  /** What was sent. */
  readonly from: string;
  /** What is kept of it; empty for nothing. */
  readonly to: string;
  readonly detail: string;
}

/** A lead as somebody wrote it: as it is stored, or the value that cannot be read. */
export type ReadLead =
  | { readonly kind: 'lead'; readonly fields: FieldsToStore; readonly changes: readonly ValueChange[] }
  | {
      readonly kind: 'error';
      /** As in a ValueChange; null for the whole. */
      readonly field: string | null;
      readonly code: string;
      readonly detail: string;
    };

/** Reads a lead that comes by the api as a row of a file is read. */
export function readLead(written: WrittenLead, { language, ...reading }: LeadReading): ReadLead {
  const read = leadFromValues(valuesOf(written), { ...reading, parsePhones });
  if (read.kind === 'error') {
    return {
      kind: 'error',
      field: read.column,
      code: read.code,
      detail: describeRowError(read.code, language),
    };
  }
  const changes = read.changes.flatMap(({ column: field, change, from, to }) =>
    field === null ? [] : [{ field, change, from, to, detail: describeRowChange(change, language) }],
  );
  return { kind: 'lead', fields: withLineTypes(read.fields), changes };
}

function valuesOf({ phones, consent, custom, ...written }: WrittenLead): LeadValues {
  const fields = Object.fromEntries(
    leadFieldNames.map((name) => {
      const value = written[name];
      return [name, typeof value === 'number' ? String(value) : value];
    }),
  );
  return { phones, fields, custom, consent: consent ?? undefined };
}
