import { dateWords } from '@alize/model';

/** `15:40:05`, with seconds: decisions come every few of them. */
export function clockText(atMs: number, language: string, timeZone: string): string {
  return dateWords(language, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })(atMs);
}

/** `15:40`, for an axis. */
export function minuteText(atMs: number, language: string, timeZone: string): string {
  return clockText(atMs, language, timeZone).slice(0, 5);
}
