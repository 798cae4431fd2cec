import type { NewConsentRecord } from '@alize/db';
import {
  type AttemptResult,
  attemptResults,
  type ConsentForm,
  type Language,
  type PhoneNumber,
} from '@alize/model';
import { CellFault, readFlag, readHash, readInstant, readPast, readText } from './cell.ts';
import { type NumberFile, readNumberFile } from './number-file.ts';

/** How a file is read: whose numbers and dates, and what instant is now. */
export interface FileOptions {
  readonly country: string;
  readonly timeZone: string;
  readonly language: Language;
  readonly nowMs: number;
}

const consentColumns = {
  object: ['objet', 'object', 'produit', 'product', 'offre', 'offer'],
  form: ['forme', 'form', 'typeconsentement', 'consenttype'],
  givenAt: [
    'date',
    'dateconsentement',
    'consentement',
    'recueillile',
    'givenat',
    'consentat',
    'consentdate',
    'collectedat',
  ],
  expiresAt: ['expiration', 'expire', 'expirele', 'expires', 'expiresat', 'fin', 'end'],
  proof: ['preuve', 'proof', 'referencepreuve', 'proofreference'],
  proofSha256: ['empreinte', 'empreintepreuve', 'preuvesha256', 'proofsha256', 'sha256'],
  wording: ['texte', 'libelle', 'wording', 'text'],
  channel: ['canal', 'channel'],
  wasInformed: ['informe', 'informee', 'information', 'informed', 'wasinformed'],
  automatic: [
    'automatique',
    'numerotationautomatique',
    'automatic',
    'automaticdialling',
    'namesautomaticdialling',
  ],
  slots: ['creneau', 'creneaux', 'rendezvous', 'slot', 'slots', 'agreedslots'],
} as const;

const forms: readonly (readonly [RegExp, ConsentForm])[] = [
  [/^(?:express|exprès|expres|explicite|explicit)$/i, 'express'],
  [/^(?:written|écrit|ecrit)$/i, 'written'],
  [/^(?:|tacit|tacite)$/i, 'tacit'],
];

/**
 * The consents of a file. A form that is not said is the weakest, and a date without time its first instant, so that no
 * consent lives longer than it may.
 */
export function readConsents(
  bytes: Uint8Array,
  options: FileOptions,
): Promise<NumberFile<Omit<NewConsentRecord, 'id'>>> {
  const { timeZone, nowMs } = options;
  return readNumberFile(bytes, {
    ...options,
    columns: consentColumns,
    toEntry(phoneNumber, cells) {
      const givenAtMs = readPast(cells.givenAt, timeZone, nowMs);
      const expiresAtMs = readInstant(cells.expiresAt, timeZone);
      if (expiresAtMs !== null && expiresAtMs <= givenAtMs)
        throw new CellFault('dates_reversed', cells.expiresAt);
      return {
        phoneNumber,
        givenAtMs,
        expiresAtMs,
        object: readText(cells.object, 200),
        form: readForm(cells.form),
        proof: readText(cells.proof, 500),
        proofSha256: readHash(cells.proofSha256),
        wording: readText(cells.wording, 4000),
        channel: readText(cells.channel, 100),
        wasInformed: readFlag(cells.wasInformed),
        namesAutomaticDialling: readFlag(cells.automatic),
        agreedSlotsMs: readSlots(cells.slots, timeZone),
      };
    },
  });
}

function readForm(cell: string): ConsentForm {
  const form = forms.find(([pattern]) => pattern.test(cell.normalize('NFC')))?.[1];
  if (!form) throw new CellFault('form_unknown', cell);
  return form;
}

/** Instants between `|`. */
function readSlots(cell: string, timeZone: string): readonly number[] {
  return cell.split('|').flatMap((slot) => readInstant(slot.trim(), timeZone) ?? []);
}

const attemptColumns = {
  at: ['date', 'dateheure', 'dateappel', 'at', 'horodatage', 'instant', 'timestamp', 'datetime', 'calledat'],
  result: ['resultat', 'result', 'statut', 'status'],
  source: ['source', 'origine', 'origin', 'centre', 'site'],
  object: ['objet', 'object', 'produit', 'product'],
} as const;

/** A call that was placed elsewhere, as it is told. */
export interface ToldAttempt {
  readonly phoneNumber: PhoneNumber;
  readonly atMs: number;
  readonly result: AttemptResult;
  readonly object: string | null;
  readonly source: string;
}

/** The calls of a file; `source` is that of lines which give none. */
export function readOutsideAttempts(
  bytes: Uint8Array,
  options: FileOptions & { readonly source: string | null },
): Promise<NumberFile<ToldAttempt>> {
  return readNumberFile(bytes, {
    ...options,
    columns: attemptColumns,
    toEntry(phoneNumber, cells) {
      const source = readText(cells.source, 200) ?? options.source;
      if (source === null) throw new CellFault('source_missing', '');
      return {
        phoneNumber,
        source,
        atMs: readPast(cells.at, options.timeZone, options.nowMs),
        result: readResult(cells.result),
        object: readText(cells.object, 200),
      };
    },
  });
}

function readResult(cell: string): AttemptResult {
  const result = attemptResults.find((each) => each === cell.toLowerCase());
  if (!result) throw new CellFault('result_unknown', cell);
  return result;
}
