import { dateWords } from '@alize/model';

/** `23/11 14:05`: a table of calls says the year elsewhere. */
export function shortDateTime(atMs: number, language: string, timeZone: string): string {
  const words = dateWords(language, {
    day: '2-digit',
    month: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  });
  return words(atMs).replace(',', '');
}
