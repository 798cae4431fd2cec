import type { Place } from '@alize/compliance';
import type { ImportReport, RowChange, RowFate, RowNote } from '@alize/leads';
import type { LeadFields, LineType } from '@alize/model';

/** A row that is a lead, with what becomes of it. */
export interface TalliedLead {
  readonly line: number;
  readonly fields: LeadFields;
  readonly changes: readonly RowNote[];
  readonly fate: Exclude<RowFate, 'refused'>;
  /** Where the lead stands that it repeats; null when it repeats none. */
  readonly repeats: 'list' | 'campaign' | 'client' | null;
  /** Of its first number. */
  readonly place: Place;
}

/** Counts the rows of one file into its report. */
export interface Tally {
  readonly rows: number;
  addLead(lead: TalliedLead): void;
  /** A row that repeats an earlier one of the same file. */
  addRepeat(): void;
  addError(error: { readonly line: number; readonly code: string }): void;
  /** The counts so far. */
  report(rest: Pick<ImportReport, 'file' | 'outlook' | 'seconds'>): ImportReport;
}

/** What CLDR calls a region that nobody knows. */
const unknownTerritory = 'ZZ';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Change = Mutable<ImportReport['changes'][number]>;
type ErrorCount = Mutable<ImportReport['errors'][number]>;

/** Counts from nothing, or on from a report whose rows are not given again. */
export function createTally(before: ImportReport | null = null): Tally {
  let rows = before?.rows ?? 0;
  let phones = before?.phones ?? 0;
  let withConsent = before?.withConsent ?? 0;
  const fates = { ...(before?.fates ?? { added: 0, updated: 0, moved: 0, skipped: 0, refused: 0 }) };
  const repeats = { ...(before?.duplicates ?? { file: 0, list: 0, campaign: 0, client: 0 }) };
  const lines: Record<LineType, number> = {
    ...(before?.lines ?? { fixed: 0, mobile: 0, voip: 0, unknown: 0 }),
  };
  const errors = new Map<string, ErrorCount>(before?.errors.map((one) => [one.code, { ...one }]));
  const changes = new Map<RowChange, Change>(before?.changes.map((one) => [one.change, { ...one }]));
  const territories = new Map(
    before?.territories.map(({ territory, zones, leads }) => [territory, { zones: new Set(zones), leads }]),
  );

  const addPlace = ({ territories: [territory = unknownTerritory], zones, lineType }: Place) => {
    lines[lineType] += 1;
    const known = territories.get(territory);
    if (!known) {
      territories.set(territory, { zones: new Set(zones), leads: 1 });
      return;
    }
    known.leads += 1;
    for (const zone of zones) known.zones.add(zone);
  };

  return {
    get rows() {
      return rows;
    },
    addLead({ line, fields, changes: notes, fate, repeats: where, place }) {
      rows += 1;
      fates[fate] += 1;
      if (where !== null) repeats[where] += 1;
      for (const [index, { change, from, to }] of notes.entries()) {
        // A row counts once, however many of its values were changed like this.
        if (notes.findIndex((each) => each.change === change) < index) continue;
        const known = changes.get(change);
        if (known) known.rows += 1;
        else changes.set(change, { change, rows: 1, example: { line, from, to } });
      }
      if (fate === 'skipped') return;
      phones += fields.phones.length;
      if (fields.consent !== null) withConsent += 1;
      addPlace(place);
    },
    addRepeat() {
      rows += 1;
      fates.skipped += 1;
      repeats.file += 1;
    },
    addError({ line, code }) {
      rows += 1;
      fates.refused += 1;
      const known = errors.get(code);
      if (known) known.rows += 1;
      else errors.set(code, { code, rows: 1, firstLine: line });
    },
    report: ({ file, outlook, seconds }) => ({
      file,
      rows,
      fates: { ...fates },
      errors: [...errors.values()].map((one) => ({ ...one })).sort(byRows),
      changes: [...changes.values()].map((one) => ({ ...one })).sort(byRows),
      duplicates: { ...repeats },
      phones,
      lines: { ...lines },
      territories: [...territories]
        .map(([territory, { zones, leads }]) => ({ territory, zones: [...zones].sort(), leads }))
        .sort((one, other) => other.leads - one.leads),
      withConsent,
      outlook,
      seconds,
    }),
  };
}

function byRows(one: { readonly rows: number }, other: { readonly rows: number }): number {
  return other.rows - one.rows;
}
