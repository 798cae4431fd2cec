import { describeRowError } from '@alize/lead-import';
import { consentInstant } from '@alize/leads';
import type { Language } from '@alize/model';

/** Thrown for a cell that cannot be read: it costs its line, not the file. */
export class CellFault extends Error {
  readonly code: string;
  readonly value: string;
  constructor(code: string, value: string) {
    super(code);
    this.name = 'CellFault';
    this.code = code;
    this.value = value;
  }
}

const sentences: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  date_missing: {
    fr: 'Cette ligne n’a pas de date.',
    en: 'This row has no date.',
  },
  date_unreadable: {
    fr: 'Cette date est illisible : écrivez 2026-12-31 10:30 ou 31/12/2026 10:30.',
    en: 'This date cannot be read: write 2026-12-31 10:30 or 31/12/2026 10:30.',
  },
  date_to_come: {
    fr: 'Cette date est encore à venir : corrigez-la.',
    en: 'This date is still to come: correct it.',
  },
  dates_reversed: {
    fr: 'La fin précède le début : corrigez l’une des deux dates.',
    en: 'The end comes before the beginning: correct one of the two dates.',
  },
  flag_unreadable: {
    fr: 'Écrivez « oui » ou « non ».',
    en: 'Write “yes” or “no”.',
  },
  form_unknown: {
    fr: 'Forme de consentement inconnue : écrivez « exprès », « écrit » ou « tacite ».',
    en: 'Unknown form of consent: write “express”, “written” or “tacit”.',
  },
  result_unknown: {
    fr: 'Résultat inconnu : écrivez answered, machine, abandoned, busy, no_answer ou not_reached.',
    en: 'Unknown result: write answered, machine, abandoned, busy, no_answer or not_reached.',
  },
  hash_unreadable: {
    fr: 'Une empreinte SHA-256 a 64 chiffres hexadécimaux.',
    en: 'A SHA-256 hash has 64 hexadecimal digits.',
  },
  source_missing: {
    fr: 'Dites qui a passé cet appel : colonne « source », ou la source de tout le fichier.',
    en: 'Say who placed this call: a column “source”, or the source of the whole file.',
  },
  too_long: {
    fr: 'Cette valeur est trop longue.',
    en: 'This value is too long.',
  },
};

/** The sentence a person reads for a line that was left out. */
export function describeCellFault(code: string, language: Language): string {
  return sentences[code]?.[language] ?? describeRowError(code, language);
}

/** A text; null when the cell is empty. Throws CellFault when it is longer than `lengthMax`. */
export function readText(cell: string, lengthMax: number): string | null {
  if (cell.length > lengthMax) throw new CellFault('too_long', cell);
  return cell === '' ? null : cell;
}

/** The instant of a date, at its local midnight when it has no time; null when the cell is empty. Throws CellFault. */
export function readInstant(cell: string, zone: string): number | null {
  if (cell === '') return null;
  const atMs = consentInstant(cell, zone);
  if (atMs === null) throw new CellFault('date_unreadable', cell);
  return atMs;
}

/** The instant of something that has happened. Throws CellFault. */
export function readPast(cell: string, zone: string, nowMs: number): number {
  const atMs = readInstant(cell, zone);
  if (atMs === null) throw new CellFault('date_missing', cell);
  if (atMs > nowMs) throw new CellFault('date_to_come', cell);
  return atMs;
}

/** The end of a time: of a day without a time its last instant. Null when the cell is empty. Throws CellFault. */
export function readEnd(cell: string, zone: string): number | null {
  const atMs = readInstant(cell, zone);
  if (atMs === null || /\d\s*[:h]\s*\d/i.test(cell)) return atMs;
  const day = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone);
  return day.add({ days: 1 }).epochMilliseconds;
}

/** Yes or no; no when the cell is empty. Throws CellFault. */
export function readFlag(cell: string): boolean {
  if (/^(?:1|x|oui|yes|true|vrai)$/i.test(cell)) return true;
  if (/^(?:|0|non|no|false|faux)$/i.test(cell)) return false;
  throw new CellFault('flag_unreadable', cell);
}

/** A SHA-256 in hexadecimal; null when the cell is empty. Throws CellFault. */
export function readHash(cell: string): string | null {
  if (cell === '') return null;
  if (!/^[0-9a-f]{64}$/i.test(cell)) throw new CellFault('hash_unreadable', cell);
  return cell.toLowerCase();
}
