import { dateWords } from '@alize/model';
import { useTranslation } from 'react-i18next';

/** `lundi` for 1, in the person's language. */
export function useDayName(): (day: number) => string {
  const { i18n } = useTranslation();
  const words = dateWords(i18n.language, { weekday: 'long', timeZone: 'UTC' });
  // 1 January 2024 was a Monday.
  return (day) => words(Date.UTC(2024, 0, day));
}
