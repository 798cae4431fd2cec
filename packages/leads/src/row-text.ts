import { cleanCell, withoutFormulaMark } from './clean-cell.ts';
import { saysNothing } from './field-values.ts';
import type { RowChange, RowNote } from './import-report.ts';
import { type RowError, type RowErrorCode, rowError } from './row-error.ts';
import type { Slot, Source } from './row-plan.ts';

/** Characters a value may have to be stored. */
const fieldLengthMax = 4000;

const noChanges: readonly RowNote[] = [];

/** The texts of one row, with what was changed in reading it and the first thing that could not be read. */
export class RowText {
  readonly #cells: readonly string[];
  #changes: RowNote[] | null = null;
  #error: RowError | null = null;
  /** Heading of the column that was read last; null for a constant. */
  column: string | null = null;

  constructor(cells: readonly string[]) {
    this.#cells = cells;
  }

  get changes(): readonly RowNote[] {
    return this.#changes ?? noChanges;
  }

  get error(): RowError | null {
    return this.#error;
  }

  /** What the row says for this, or its constant; empty when neither says anything. */
  of(slot: Slot | null): string {
    if (slot === null) return '';
    for (const source of slot.columns) {
      const text = this.in(source);
      if (text !== '') return text;
    }
    return slot.constant === '' ? '' : this.constant(slot.constant);
  }

  /** What stands in a column. */
  in({ at, heading }: Source): string {
    const cell = cleanCell(this.#cells[at] ?? '');
    if (cell === '') return cell;
    this.column = heading;
    if (cell.length > fieldLengthMax) this.fail('field_too_long', cell);
    const text = withoutFormulaMark(cell);
    if (text !== cell) this.note('formula_mark_taken_off', cell, text);
    return text;
  }

  constant(value: string): string {
    this.column = null;
    this.note('constant_used', '', value);
    return value;
  }

  /** Keeps a change of what was read last. */
  note(change: RowChange, from: string, to: string): void {
    this.#changes ??= [];
    this.#changes.push({ change, column: this.column, from, to });
  }

  /** Keeps the error of what was read last, unless there was one before. */
  fail(code: RowErrorCode, text: string): null {
    this.#error ??= rowError(code, this.column, text);
    return null;
  }

  /** What cannot be read: left out when it says nothing (`N/A`, `-`), else the row's error. */
  refuse(code: RowErrorCode, text: string): null {
    if (!saysNothing(text)) return this.fail(code, text);
    this.note('value_left_out', text, '');
    return null;
  }

  /** What is not of its column's type: left out when it says nothing (`N/A`, `-`), else kept as it stands. */
  keep(text: string): string {
    const isKept = !saysNothing(text);
    this.note(isKept ? 'value_kept_as_text' : 'value_left_out', text, isKept ? text : '');
    return isKept ? text : '';
  }

  /** The first cell that has something behind so many columns; null when there is none. */
  beyond(columns: number): string | null {
    for (let at = columns; at < this.#cells.length; at += 1) {
      const cell = cleanCell(this.#cells[at] ?? '');
      if (cell !== '') return cell;
    }
    return null;
  }
}
