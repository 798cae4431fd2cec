import { gzipSync } from 'node:zlib';
import { xlsxOf, zipOf } from '../test/made-files.ts';

const list = 'Téléphone;Prénom;Ville\r\n0639980001;Zoé;Brest\r\n0639980002;Noël;Nîmes\r\n';

/** Files of the corpus that do not read well as text: each is made here, and its report stands beside the others. */
export const madeFiles: Readonly<Record<string, () => Uint8Array | Promise<Uint8Array>>> = {
  'windows-1252.csv': () =>
    windows1252('Tel;Nom;Note\r\n0639980001;Cœur;12 € – l’été…\r\n0639980002;Noël;\r\n'),
  'iso-8859-15.csv': () => latin9('Tel;Nom;Note\n0639980001;Cœur;12 €\n0639980002;Noël;été\n'),
  'iso-8859-1.csv': () => Buffer.from('Tel;Nom\n0639980001;Zoé\n0639980002;Noël\n', 'latin1'),
  'utf16-unicode-text.txt': () => Buffer.from(`\uFEFF${list.replaceAll(';', '\t')}`, 'utf16le'),
  'utf16-no-mark.csv': () => Buffer.from(list, 'utf16le'),
  'utf16-big-endian.csv': () => Buffer.from(list, 'utf16le').swap16(),
  'mixed-encodings.csv': () =>
    Buffer.concat([
      Buffer.from('Tel;Prénom\n0639980001;Zoé\n'),
      windows1252('0639980002;Noël\n0639980003;Chloé – « œ »\n'),
      Buffer.from('0639980004;Maëlle\n'),
    ]),
  'nul-bytes.csv': () =>
    Buffer.from(`Tel;Nom\n06\u000039980001;Le Goff\n0639980002;\0\n${'0639980003;Marin\n'.repeat(30)}`),
  'binary.dat': () => Uint8Array.from({ length: 4000 }, (_, at) => Math.imul(at + 1, 0x9e3779b1) >>> 24),
  'padded-with-nul.csv': () => Buffer.concat([Buffer.from('Tel;Nom\n0639980001;A\n'), new Uint8Array(5000)]),
  'long-value.csv': () =>
    Buffer.from(
      `Tel;Nom\n0639980001;${'x'.repeat(5000)}\n0639980002;"${`${'x'.repeat(2000)}\n`.repeat(40)}"\n`,
    ),
  'leads.csv.gz': () => gzipSync(list),
  'cut-off.csv.gz': () => gzipSync(list).subarray(0, 60),
  'leads.zip': () =>
    zipOf({ '__MACOSX/._mai.csv': '\0', 'listes/mai.csv': list, 'listes/juin.csv': 'Tel\n0639980009\n' }),
  'workbook.zip': async () => zipOf({ 'leads.xlsx': await xlsxOf({ Feuil1: [['Tel'], ['0639980001']] }) }),
  'values.xlsx': () =>
    xlsxOf({
      Fiches: [
        ['Téléphone', 'Nom', 'Naissance', 'Code postal', 'Client', 'Date consentement', 'Note'],
        [639980001, 'Le Goff', day('25700'), 1000, yes, day('46266.4375'), null],
        [{ type: 'n', value: '3.3639980002E10' }, 'Marin', '12/05/1970', '06000', no, '', 'a\nb'],
        [
          { type: 'f', value: '0639980003' },
          { type: 'e', value: '#N/A' },
          null,
          75011,
          null,
          day('46266'),
          1.5,
        ],
        [],
        ['', 'Sans numéro'],
      ],
    }),
  'two-sheets.xlsx': () =>
    xlsxOf({
      Contacts: [
        ['Tel', 'Nom'],
        ['0639980001', 'Le Goff'],
      ],
      Aide: [['Lisez-moi']],
    }),
  'old-workbook.xls': () => Buffer.from('d0cf11e0a1b11ae10000', 'hex'),
  'document.ods': () =>
    zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
  'scan.pdf': () => Buffer.from('%PDF-1.7\n'),
};

const yes = { type: 'b', value: '1' } as const;
const no = { type: 'b', value: '0' } as const;

function day(value: string) {
  return { type: 'd', value } as const;
}

/** The signs that the old code pages have beyond ISO 8859-1, as far as the corpus uses them. */
function windows1252(text: string): Uint8Array {
  return coded(text, { '€': 0x80, '…': 0x85, '’': 0x92, '–': 0x96, œ: 0x9c });
}

function latin9(text: string): Uint8Array {
  return coded(text, { '€': 0xa4, œ: 0xbd });
}

function coded(text: string, signs: Readonly<Record<string, number>>): Uint8Array {
  return Uint8Array.from(text, (letter) => signs[letter] ?? letter.codePointAt(0) ?? 0);
}
