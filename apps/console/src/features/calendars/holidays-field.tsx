import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CalendarFormState } from './calendar-form.ts';

/** Those whose holidays the rules know. */
const countries = ['FR', 'BE', 'CH', 'DE', 'ES', 'GB', 'IT', 'US'] as const;

/** The country whose public holidays are free days. */
export function HolidaysField({ form }: { form: CalendarFormState }) {
  const { t, i18n } = useTranslation('calendars');
  const names = new Intl.DisplayNames(i18n.language, { type: 'region' });
  const chosen = form.values.holidaysOf;
  const codes = [...new Set([...countries, ...(chosen ? [chosen] : [])])];
  return (
    <Select
      label={t('field.holidaysOf')}
      description={t('help.holidaysOf')}
      placeholder={t('noHolidays')}
      clearable
      searchable
      data={codes.map((value) => ({ value, label: names.of(value) ?? value }))}
      {...form.getInputProps('holidaysOf')}
    />
  );
}
