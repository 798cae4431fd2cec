import type { FieldsToStore } from '@alize/db';
import { describeRowError, parsePhones } from '@alize/lead-import';
import { type LeadValues, leadFieldNames, leadFromValues } from '@alize/leads';
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

/** A lead as somebody wrote it: as it is stored, or the value that cannot be read. */
export type ReadLead =
  | { readonly kind: 'lead'; readonly fields: FieldsToStore }
  | {
      readonly kind: 'error';
      /** `phones.0`, `email`, `consent.givenAt`, `custom.contract`; null for the whole. */
      readonly field: string | null;
      readonly code: string;
      readonly detail: string;
    };

/** Reads a lead that comes by the api as a row of a file is read. */
export function readLead(written: WrittenLead, { language, ...reading }: LeadReading): ReadLead {
  const read = leadFromValues(valuesOf(written), { ...reading, parsePhones });
  if (read.kind === 'lead') return { kind: 'lead', fields: withLineTypes(read.fields) };
  const field = read.column?.replace(/^fields\./, '') ?? null;
  return { kind: 'error', field, code: read.code, detail: describeRowError(read.code, language) };
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
