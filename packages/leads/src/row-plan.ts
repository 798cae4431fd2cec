import type { PhoneLabel } from '@alize/model';
import {
  type ConsentPart,
  type CustomType,
  consentParts,
  type LeadFieldName,
  leadFieldNames,
  type Mapping,
  type Target,
} from './mapping.ts';

/** A column of the file. */
export interface Source {
  readonly at: number;
  readonly heading: string;
}

/** Where one thing is said: in the first of these columns that is not empty, else by the constant, empty for none. */
export interface Slot {
  readonly columns: readonly Source[];
  readonly constant: string;
}

/** A mapping looked through once, by what it fills; null for what nothing fills. */
export interface Plan {
  readonly fields: Readonly<Record<LeadFieldName, Slot | null>>;
  readonly consent: Readonly<Record<ConsentPart, Slot | null>>;
  readonly phoneCode: Slot | null;
  readonly phones: readonly (Source & { readonly label: PhoneLabel | null })[];
  readonly phoneConstants: readonly { readonly label: PhoneLabel | null; readonly value: string }[];
  readonly custom: readonly { readonly name: string; readonly type: CustomType; readonly slot: Slot }[];
}

/** The plan of a mapping whose columns are headed so. */
export function planOf(mapping: Mapping, headings: readonly string[]): Plan {
  const slots = slotsOf(mapping, headings);
  const slotOf = (target: Target) => slots.get(keyOf(target))?.slot ?? null;
  return {
    fields: recordOf(leadFieldNames, (field) => slotOf({ kind: 'field', field })),
    consent: recordOf(consentParts, (part) => slotOf({ kind: 'consent', part })),
    phoneCode: slotOf({ kind: 'phone_code' }),
    phones: mapping.columns.flatMap((target, at) =>
      target.kind === 'phone' ? [{ at, heading: headingOf(headings, at), label: target.label }] : [],
    ),
    phoneConstants: mapping.constants.flatMap(({ target, value }) =>
      target.kind === 'phone' && value.trim() !== '' ? [{ label: target.label, value: value.trim() }] : [],
    ),
    custom: [...slots.values()].flatMap(({ target, slot }) =>
      target.kind === 'custom' ? [{ name: target.name, type: target.type, slot }] : [],
    ),
  };
}

interface FilledSlot {
  readonly target: Target;
  readonly slot: Slot;
}

function slotsOf({ columns, constants }: Mapping, headings: readonly string[]): Map<string, FilledSlot> {
  const slots = new Map<string, FilledSlot>();
  const add = (target: Target, grown: (slot: Slot) => Slot) => {
    const found = slots.get(keyOf(target)) ?? { target, slot: { columns: [], constant: '' } };
    slots.set(keyOf(target), { target: found.target, slot: grown(found.slot) });
  };
  for (const [at, target] of columns.entries()) {
    if (target.kind === 'ignore') continue;
    const source = { at, heading: headingOf(headings, at) };
    add(target, (slot) => ({ ...slot, columns: [...slot.columns, source] }));
  }
  for (const { target, value } of constants) {
    add(target, (slot) => ({ ...slot, constant: slot.constant || value.trim() }));
  }
  return slots;
}

function headingOf(headings: readonly string[], at: number): string {
  return headings[at] ?? `#${at + 1}`;
}

/** The same for two targets that mean the same thing. */
function keyOf(target: Target): string {
  if (target.kind === 'field') return `field ${target.field}`;
  if (target.kind === 'consent') return `consent ${target.part}`;
  return target.kind === 'custom' ? `custom ${target.name}` : target.kind;
}

function recordOf<K extends string, V>(keys: readonly K[], of: (key: K) => V): Record<K, V> {
  // One entry for each key.
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, V>;
}
