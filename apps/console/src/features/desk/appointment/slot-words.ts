import { dateWords } from '@alize/model';

/** An appointment as it is said: `mardi 24 novembre à 09:00, Agence de Lyon`. */
export function slotWords(
  slot: { readonly startsAtMs: number; readonly timeZone: string; readonly calendarName: string },
  language: string,
): string {
  const words = dateWords(language, {
    timeZone: slot.timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  });
  return `${words(slot.startsAtMs)}, ${slot.calendarName}`;
}

/** `09:00`. */
export function clockTime(atMs: number, language: string, timeZone: string): string {
  return dateWords(language, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
  })(atMs);
}

/** `mar. 24 nov.` of `2026-11-24`. */
export function dayWords(day: string, language: string): string {
  const words = dateWords(language, {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  });
  return words(Date.parse(day));
}
