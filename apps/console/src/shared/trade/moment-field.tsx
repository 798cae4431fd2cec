import { Group } from '@mantine/core';
import { TimePicker } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { DayField } from './day-field.tsx';

/** A day and a time as they are typed: the time is empty or half typed until it is whole. */
export interface Moment {
  readonly day: string | null;
  readonly time: string;
}

/** A day and its time, side by side. */
export function MomentField({
  label,
  description,
  required = false,
  error,
  value,
  onChange,
}: {
  label: string;
  description?: string;
  required?: boolean;
  error?: string | undefined;
  value: Moment;
  onChange: (moment: Moment) => void;
}) {
  const { t } = useTranslation('trade');
  return (
    <Group align="flex-start" gap="sm" wrap="nowrap">
      <DayField
        w={240}
        label={label}
        {...(description !== undefined && { description })}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        required={required}
        error={error}
        value={value.day}
        onChange={(day) => onChange({ ...value, day })}
      />
      <TimePicker
        label={t('day.time')}
        w={110}
        format="24h"
        hoursInputLabel={`${label}, ${t('day.hours')}`}
        minutesInputLabel={`${label}, ${t('day.minutes')}`}
        error={error !== undefined}
        value={value.time}
        onChange={(time) => onChange({ ...value, time })}
      />
    </Group>
  );
}
