import { DateInput } from '@mantine/dates';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A day, typed as `24/11/2026` or picked, as `2026-11-24`. */
export function DayField({
  value = null,
  ...field
}: {
  label: string;
  description?: string;
  required?: boolean;
  clearable?: boolean;
  maxDate?: string;
  w?: number;
  inputWrapperOrder?: ('label' | 'input' | 'description' | 'error')[];
  error?: ReactNode;
  value?: string | null;
  onChange: (day: string | null) => void;
}) {
  const { t } = useTranslation('trade');
  return (
    <DateInput
      {...field}
      hideOutsideDates
      weekendDays={[]}
      clearButtonProps={{ 'aria-label': t('day.clear') }}
      previousLabel={t('day.previousMonth')}
      nextLabel={t('day.nextMonth')}
      valueFormat="DD/MM/YYYY"
      placeholder={t('day.pattern')}
      value={value}
    />
  );
}
