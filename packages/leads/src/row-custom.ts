import type { CustomValue } from '@alize/model';
import { booleanOf, numberOf } from './field-values.ts';
import type { CustomType } from './mapping.ts';
import type { RowDates } from './row-dates.ts';
import type { Plan } from './row-plan.ts';
import type { RowText } from './row-text.ts';

/**
 * The client's own values of a row, by name. One that is not of its column's type stays the text that it is, noted: most
 * types are guessed from the first rows, and nobody is left uncalled for a guess.
 */
export function rowCustom(
  row: RowText,
  customs: Plan['custom'],
  dates: RowDates,
): Readonly<Record<string, CustomValue>> {
  const custom: Record<string, CustomValue> = {};
  for (const { name, type, slot } of customs) {
    const text = row.of(slot);
    const value = text === '' || type === 'text' ? text : typed(row, text, type, dates);
    if (value !== '') put(custom, name, value);
  }
  return custom;
}

function typed(row: RowText, text: string, type: Exclude<CustomType, 'text'>, dates: RowDates): CustomValue {
  const value = customValue(text, type, dates);
  if (value === null) return row.keep(text);
  const kept = String(value);
  if (kept !== text) row.note(type === 'date' ? 'date_read' : 'value_read', text, kept);
  return value;
}

function customValue(text: string, type: Exclude<CustomType, 'text'>, dates: RowDates): CustomValue | null {
  if (type === 'number') return numberOf(text);
  return type === 'date' ? dates.iso(text) : booleanOf(text);
}

/** `__proto__` is a name like any other. */
function put(custom: Record<string, CustomValue>, name: string, value: CustomValue): void {
  if (name !== '__proto__') custom[name] = value;
  else Object.defineProperty(custom, name, { value, enumerable: true, configurable: true, writable: true });
}
