/** Sends text messages. */
export interface SmsPort {
  /**
   * Sends a text to a number. Answers the operator's own id of it. Throws DeliveryError: `refused_by_receiver` for a
   * number or a text that it does not take, `not_configured` for keys or an account that do not work,
   * `receiver_failed`, `unreachable`, `timed_out`.
   */
  send(message: SmsMessage): Promise<{ readonly id: string; readonly status: number | null }>;
}

export interface SmsMessage {
  /** E.164. */
  readonly to: string;
  readonly text: string;
}

/** How a text travels. GSM-7: 160 letters alone, 153 a part. UCS-2: 70 alone, 67 a part. */
export interface SmsSize {
  readonly coding: 'gsm7' | 'ucs2';
  /** Letters; in GSM-7 the signs of the extension count twice, in UCS-2 those beyond the first plane. */
  readonly units: number;
  /** What is paid for. */
  readonly parts: number;
}

/** 3GPP TS 23.038, 6.2.1: the default alphabet, and its extension, whose signs take two places. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const extension = '^{}\\[~]|€\f';
const limits = { gsm7: { alone: 160, part: 153 }, ucs2: { alone: 70, part: 67 } } as const;

/** How long a text is as a message. A sign of two places is never cut in two by the end of a part. */
export function smsSize(text: string): SmsSize {
  const letters = [...text];
  const isGsm = letters.every((letter) => basic.includes(letter) || extension.includes(letter));
  const coding = isGsm ? 'gsm7' : 'ucs2';
  const widths = letters.map((letter) => (isGsm ? (extension.includes(letter) ? 2 : 1) : letter.length));
  const units = widths.reduce((sum, width) => sum + width, 0);
  const { alone, part } = limits[coding];
  return { coding, units, parts: units <= alone ? 1 : partsOf(widths, part) };
}

function partsOf(widths: readonly number[], room: number): number {
  let parts = 1;
  let used = 0;
  for (const width of widths) {
    if (used + width > room) {
      parts += 1;
      used = 0;
    }
    used += width;
  }
  return parts;
}

/** Typographic signs that have a plain twin: one curved apostrophe would more than halve what a message holds. */
const twins: Readonly<Record<string, string>> = {
  ...{ '’': "'", '‘': "'", '“': '"', '”': '"', '«': '"', '»': '"' },
  ...{ '–': '-', '—': '-', '…': '...', '\u00a0': ' ', '\u202f': ' ', '\u2009': ' ' },
};

/** The same text with plain signs for typographic ones, where that lets it travel in GSM-7; else as it is. */
export function thriftySms(text: string): string {
  const tidied = text.replaceAll(/«[\s\u00a0\u202f]*/g, '«').replaceAll(/[\s\u00a0\u202f]*»/g, '»');
  const plain = [...tidied].map((letter) => twins[letter] ?? letter).join('');
  return smsSize(plain).coding === 'gsm7' ? plain : text;
}
