import type { ParsedPhones, PhoneContext, PhoneErrorCode, PhoneNote } from '@alize/leads';
import type { LeadPhone } from '@alize/model';
import { readNumber } from './read-number.ts';

/** What stands between two numbers and never within one. */
const between = /\s*[;|\r\n\t]+\s*|\s+(?:ou|or|et|and|puis)\s+/iu;
/** What stands between two numbers, or within one: looked at when the whole is no number. */
const perhapsBetween = /\s*[,/&]\s*|\s+[+\p{Pd}]\s+|(?<=\d{6})\s+(?=[+0]\d{6})/u;
const extension =
  /(?<=\d)[\s,.;(]*(?:poste|post|extension|extn|ext|interne|int|x|#)[\s.:=°n]*(\d{1,8})\)?$/iu;
const wordBefore =
  /^(?:t[ée]l(?:[ée]phone)?|phone|mobile|mob|portable|port|gsm|fixe|domicile|bureau|pro)[\s.:]*(?=[+(\d])/iu;

/** Reads a cell that is not plainly one French number: several numbers, extensions, words, other countries. */
export function readCell(text: string, context: PhoneContext): ParsedPhones {
  const written = plain(text);
  if (written === '') return { kind: 'error', code: 'phone_missing' };
  const pieces = written
    .split(between)
    .filter((piece) => piece !== '')
    .flatMap((piece) => readPieces(piece, context));
  const [first, ...others] = onlyOnce(
    pieces.flatMap(({ read }) => (read.kind === 'phone' ? [read.phone] : [])),
  );
  if (first) return { kind: 'phones', phones: [first, ...others], changes: changesOf(text, pieces) };
  return pieces[0]?.read.kind === 'error' ? pieces[0].read : { kind: 'error', code: 'phone_unreadable' };
}

interface Piece {
  readonly text: string;
  readonly read:
    | { readonly kind: 'phone'; readonly phone: LeadPhone; readonly changes: readonly PhoneNote[] }
    | { readonly kind: 'error'; readonly code: PhoneErrorCode };
}

/** Digits of every script as 0 to 9, and no mark of a spreadsheet or of a link. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/^'/, '')
    .replace(/;\s*ext\s*=/i, ' ext ')
    .trim();
}

/** One number, or several if what is no number becomes some where it may be taken apart. */
function readPieces(text: string, context: PhoneContext): readonly Piece[] {
  const whole = readPiece(text, context);
  if (whole.read.kind === 'phone' || whole.read.code === 'phone_excel_number') return [whole];
  const parts = text
    .split(perhapsBetween)
    .filter((part) => part !== '')
    .map((part) => readPiece(part, context));
  return parts.some(({ read }) => read.kind === 'phone') ? parts : [whole];
}

function readPiece(text: string, context: PhoneContext): Piece {
  const asked = extension.exec(text)?.[1] ?? null;
  const written = asked === null ? text : text.replace(extension, '');
  const read = readNumber(written.replace(wordBefore, '').trim(), context);
  if (read.kind === 'error') return { text, read };
  const phone = { phoneNumber: read.phoneNumber, label: context.label, extension: asked };
  return { text, read: { kind: 'phone', phone, changes: [...read.changes, ...splitOff(text, phone)] } };
}

/** Written as RFC 3966 does: `+33199001234;ext=12`. */
function splitOff(text: string, { phoneNumber, extension }: LeadPhone): readonly PhoneNote[] {
  if (extension === null) return [];
  return [{ change: 'phone_extension_split', from: text, to: `${phoneNumber};ext=${extension}` }];
}

function onlyOnce(phones: readonly LeadPhone[]): readonly LeadPhone[] {
  return phones.filter(
    ({ phoneNumber }, at) => phones.findIndex((phone) => phone.phoneNumber === phoneNumber) === at,
  );
}

function changesOf(text: string, pieces: readonly Piece[]): readonly PhoneNote[] {
  const seen = new Set<string>();
  const changes = pieces.flatMap((piece): readonly PhoneNote[] => {
    if (piece.read.kind === 'error') return [{ change: 'phone_left_out', from: piece.text, to: '' }];
    const { phone, changes } = piece.read;
    if (seen.has(phone.phoneNumber))
      return [{ change: 'phone_repeated', from: piece.text, to: phone.phoneNumber }];
    seen.add(phone.phoneNumber);
    return changes;
  });
  return seen.size < 2
    ? changes
    : [{ change: 'phones_split', from: text, to: [...seen].join(', ') }, ...changes];
}
