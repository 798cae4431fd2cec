import type { PhoneLabel } from '@alize/model';
import type { ColumnTarget, ConsentPart, LeadFieldName } from './mapping.ts';
import { type LeadRow, type RowOptions, rowReader } from './row-reader.ts';

/** What one row means. For many rows make a `rowReader` once. Never throws. */
export function leadFromRow(cells: readonly string[], options: RowOptions): LeadRow {
  return rowReader(options)(cells);
}

/** What an API call says of a lead, as text; a custom value may have its type already. */
export interface LeadValues {
  readonly phones: readonly {
    readonly number: string;
    readonly label?: PhoneLabel | null | undefined;
  }[];
  readonly fields?: Readonly<Partial<Record<LeadFieldName, string | null | undefined>>> | undefined;
  readonly consent?: Readonly<Partial<Record<ConsentPart, string | null | undefined>>> | undefined;
  readonly custom?: Readonly<Record<string, string | number | boolean>> | undefined;
}

/**
 * What such values mean, read like the cells of a row: the same changes, the same errors. The column of an error or a
 * change is the value's place: `phones.0`, `email`, `consent.givenAt`, `custom.contract`. Never throws.
 */
export function leadFromValues(
  values: LeadValues,
  options: Omit<RowOptions, 'mapping' | 'headings'>,
): LeadRow {
  const places = placesOf(values);
  const mapping = { columns: places.map(({ target }) => target), constants: [] };
  const headings = places.map(({ heading }) => heading);
  const read = rowReader({ ...options, mapping, headings })(places.map(({ text }) => text));
  if (read.kind === 'error') return read;
  const typed = Object.entries(values.custom ?? {}).filter(([, value]) => typeof value !== 'string');
  const custom = Object.fromEntries([...Object.entries(read.fields.custom), ...typed]);
  return { ...read, fields: { ...read.fields, custom } };
}

interface ValuePlace {
  readonly heading: string;
  readonly target: ColumnTarget;
  readonly text: string;
}

function placesOf({ phones, fields, consent, custom }: LeadValues): readonly ValuePlace[] {
  return [
    ...phones.map(({ number, label }, at): ValuePlace => {
      return { heading: `phones.${at}`, target: { kind: 'phone', label: label ?? null }, text: number };
    }),
    ...filled(fields).map(([field, text]): ValuePlace => {
      return { heading: field, target: { kind: 'field', field }, text };
    }),
    ...filled(consent).map(([part, text]): ValuePlace => {
      return { heading: `consent.${part}`, target: { kind: 'consent', part }, text };
    }),
    ...filled(custom).map(([name, text]): ValuePlace => {
      return { heading: `custom.${name}`, target: { kind: 'custom', name, type: 'text' }, text };
    }),
  ];
}

/** The texts of a record; its keys are those of its type, which `Object.entries` forgets. */
function filled<K extends string>(record: Readonly<Partial<Record<K, unknown>>> | undefined): [K, string][] {
  return (Object.entries(record ?? {}) as [K, unknown][]).filter(
    (entry): entry is [K, string] => typeof entry[1] === 'string',
  );
}
