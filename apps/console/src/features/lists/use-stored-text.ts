import type { ColumnTarget } from '@alize/leads';
import { dateWords, localeOf } from '@alize/model';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownFields } from '../../shared/trade/contract.ts';
import { storedText } from './stored-text.ts';

/** What of a lead came from a cell, as the person reads it; instants in the zone that the file was written in. */
export function useStoredText(
  timeZone: string,
): (fields: ShownFields, target: ColumnTarget, raw: string) => string {
  const { t, i18n } = useTranslation('lists');
  const { language } = i18n;
  return useCallback(
    (fields, target, raw) =>
      storedText(fields, target, raw, {
        dateOf: (date) => dayOf(date, language),
        instantOf: (atMs) => instantIn(timeZone, atMs, language),
        numberOf: (value) =>
          new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 6 }).format(value),
        wordOf: (value) => t(value ? 'rows.yes' : 'rows.no'),
      }),
    [t, language, timeZone],
  );
}

/** `31/12/2026`; as it stands when it is no ISO date. */
function dayOf(date: string, language: string): string {
  const day = Date.parse(date);
  if (!/^\d{4}-\d\d-\d\d/.test(date) || Number.isNaN(day)) return date;
  return dateWords(language, { timeZone: 'UTC' })(day);
}

/** `31/12/2026 10:30`. */
const instantIn = (timeZone: string, atMs: number, language: string) =>
  dateWords(language, {
    timeZone,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })(atMs);
