import { Group } from '@mantine/core';
import { DateInput, TimePicker } from '@mantine/dates';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Shell {
  readonly label: string;
  readonly withAsterisk?: boolean;
  readonly error?: ReactNode;
  readonly onBlur?: () => void;
}

/** A date, typed as `24/11/2026` or picked. Not the browser's own field: that one follows the machine's language. */
export function DateField(props: Shell & { value: string | null; onChange: (date: string | null) => void }) {
  const { t } = useTranslation('desk');
  const { value, onChange, ...shell } = props;
  return (
    <DateInput
      {...shell}
      w={170}
      hideOutsideDates
      weekendDays={[]}
      previousLabel={t('moment.previousMonth')}
      nextLabel={t('moment.nextMonth')}
      valueFormat="DD/MM/YYYY"
      placeholder="31/12/2026"
      value={value}
      onChange={onChange}
    />
  );
}

/** A time of 24 hours; empty until it is whole. */
export function TimeField(props: Shell & { value: string; onChange: (time: string) => void }) {
  const { t } = useTranslation('desk');
  const { value, onChange, ...shell } = props;
  return (
    <TimePicker
      {...shell}
      w={130}
      format="24h"
      minutesStep={5}
      hoursInputLabel={`${props.label}, ${t('moment.hours')}`}
      minutesInputLabel={`${props.label}, ${t('moment.minutes')}`}
      value={value}
      onChange={onChange}
    />
  );
}

/** A local date and its time, side by side. */
export function DateAndTime(props: {
  label: string;
  withAsterisk: boolean;
  error: ReactNode;
  date: string | null;
  time: string;
  onChange: (date: string | null, time: string) => void;
  onBlur: () => void;
}) {
  const { t } = useTranslation('desk');
  const { date, time, onChange, onBlur } = props;
  return (
    <Group align="flex-start" gap="sm">
      <DateField
        label={props.label}
        withAsterisk={props.withAsterisk}
        error={props.error}
        value={date}
        onChange={(next) => onChange(next, time)}
        onBlur={onBlur}
      />
      <TimeField
        label={t('callback.time')}
        value={time}
        onChange={(next) => onChange(date, next)}
        onBlur={onBlur}
      />
    </Group>
  );
}
