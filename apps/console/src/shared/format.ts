import { dateWords, localeOf } from '@alize/model';

/** Dates, durations and numbers as people read them. `language` is `fr` or `en`; a date always has its zone. */

export function formatDate(atMs: number, language: string, timeZone: string): string {
  return dateWords(language, { timeZone, dateStyle: 'medium' })(atMs);
}

/** `lun. 23 nov., 14:05`. */
export function formatDateTime(atMs: number, language: string, timeZone: string): string {
  const words = dateWords(language, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  return words(atMs);
}

/** `Paris` of `Europe/Paris`, for beside a time. */
export function formatZone(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', '\u00a0');
}

/** A running clock: `4:07`, `1:02:09`. Below zero is zero. */
export function formatClock(durationMs: number): string {
  const seconds = Math.max(0, Math.floor(durationMs / 1000));
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const padded = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${padded(minutes)}:${padded(rest)}` : `${minutes}:${padded(rest)}`;
}

/** A length of time in words: `1 h 02 min`, `4 min`, `38 s`. */
export function formatDuration(durationMs: number): string {
  const seconds = Math.max(0, Math.round(durationMs / 1000));
  if (seconds < 60) return `${seconds}\u00a0s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}\u00a0min`;
  return `${Math.floor(minutes / 60)}\u00a0h\u00a0${String(minutes % 60).padStart(2, '0')}\u00a0min`;
}

/** A length of time of which the seconds count: `84 s`, `3 min 30 s`. */
export function formatSeconds(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 120) return `${whole}\u00a0s`;
  if (whole >= 3600) return formatDuration(whole * 1000);
  const rest = whole % 60;
  return `${Math.floor(whole / 60)}\u00a0min${rest === 0 ? '' : `\u00a0${String(rest).padStart(2, '0')}\u00a0s`}`;
}

export function formatNumber(value: number, language: string): string {
  return new Intl.NumberFormat(localeOf(language)).format(value);
}

/** A share from 0 to 1: `12,4 %`. */
export function formatShare(ratio: number, language: string): string {
  return new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 1 }).format(
    ratio,
  );
}

/** `06 39 98 12 34` for a French E.164 number; others keep their country code: `+44 20…`. Joined by no-break spaces. */
export function formatPhone(number: string): string {
  const french = /^\+33([1-9]\d{8})$/.exec(number)?.[1];
  if (french !== undefined) return `0${french}`.replace(/(\d\d)(?=\d)/g, '$1\u00a0');
  const overseas = /^\+(262|590|594|596|508|687|689)(\d{6,9})$/.exec(number);
  if (overseas) return `+${overseas[1]}\u00a0${(overseas[2] ?? '').replace(/(\d\d\d)(?=\d)/g, '$1\u00a0')}`;
  return number;
}

/** An amount of money, without cents from 100 on: `12 480 Ar`, `3,42 €`. */
export function formatMoney(amount: number, currency: string, language: string): string {
  const isSmall = Math.abs(amount) < 100;
  return new Intl.NumberFormat(localeOf(language), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    ...(isSmall ? {} : { maximumFractionDigits: 0 }),
  }).format(amount);
}

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** How much data: `640 ko`, `12,4 Mo`; by thousands, as files are told in French and English alike. */
export function formatBytes(bytes: number, language: string): string {
  const power = Math.min(byteUnits.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const value = bytes / 1000 ** power;
  return new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit: byteUnits[power] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: power >= 2 && value < 100 ? 1 : 0,
  }).format(value);
}
